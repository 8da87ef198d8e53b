"""Ukrainian: four plural forms with their cases, the block in the dative, the call in the vocative."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from babel.dates import format_date
from babel.numbers import format_decimal, get_currency_name

from correspondence.languages.base import (
    FEMALE,
    MALE,
    NO_BREAK,
    Addressee,
    CaseUnknown,
    FormRequired,
    Language,
    PlaceForms,
    RankForms,
    Signatory,
    Word,
    agree,
    tidy,
)
from correspondence.languages.base.forms import Forms

# CLDR has no locative of the months, and its nominative leaks between locales (docs/domain.md §4.3).
MONTHS = "січень лютий березень квітень травень червень липень серпень вересень жовтень листопад грудень"
IN_MONTHS = "січні лютому березні квітні травні червні липні серпні вересні жовтні листопаді грудні"

# One to nine as running text writes them, in the accusative of things and in the genitive, which "близько" takes; one
# and two by the gender of the thing.
NUMBERS = dict(enumerate("три чотири пʼять шість сім вісім девʼять".split(), 3))
NUMBERS |= {1: {"m": "один", "f": "одну", "n": "одне"}, 2: {"m": "два", "f": "дві", "n": "два"}}
IN_GENITIVE = dict(enumerate("двох трьох чотирьох пʼяти шести семи восьми девʼяти".split(), 2))
IN_GENITIVE |= {1: {"m": "одного", "f": "однієї", "n": "одного"}}

# One is called by rank, never by place: пане міський голово, not пане броварський міський голово.
CALLED_BY = re.compile(
    "^(?:перш|міськ|селищн|сільськ|районн|обласн|генеральн|головн|виконавч|почесн|старш|тимчасов|державн)",
    re.IGNORECASE,
)
OF_A_PLACE = re.compile(r"\w+[зсц]ьк(?:ий|а)\b")  # Броварський; its capital stays in the middle of a title
OF_BOTH_GENDERS = ("голова", "староста", "суддя")  # what stands before agrees with the holder: пані міська голово
CALLED_WITH_CAPITAL = ("minister", "consul_general", "charge_d_affaires")  # пане Міністре, пане Генеральний консуле
UNKNOWN_STYLE = re.compile("патріарх|кардинал|корол|княз|княгин|рабин|імам|муфті|священник|отець|ігумен", re.IGNORECASE)

# What a title may have before its head noun: words of an acting holder, then adjectives.
ACTING = r"(?:т\. ?)?в\. ?о\.?|(?:тимчасово )?викону\w+ обов.яз\w+"
IS_ACTING = re.compile(rf"^(?:{ACTING})(?=\s)", re.IGNORECASE)
LEAD = rf"^(?:(?:{ACTING}) )?(?:[\w’'ʼ-]+(?:ий|ій|ого|ої|ська|цька|зька|ша|льна|вна|чна|єнна) (?:(?:і|й|та) )?)*?"
TITLES = r"""
deputy_mayor: заступни\w+ (?:міськ\w+ голов|мера)|віце-?мер
deputy_governor: заступни\w+ (?:голов\w|начальник\w) .*обласн|заступни\w+ .*\bО[ДВ]А\b|(?:заступни\w+ |віце-?)губерн
official: заступни|помічни|радни[кц]|проректор
mayor: міськ\w+ голов|мер(?:а|ка|ки)?\b|голов\w міста\b|голов\w .*міської (?:територіальної )?громади
town_head: селищн\w+ голов
village_head: сільськ\w+ голов|старост
governor: (?:голов\w|начальни\w+) .*(?:обласн\w+ (?:державн|військов)|\bО[ДВ]А\b)|губернатор|прем.єр\S* провінц
district_head: (?:голов\w|начальни\w+) .*(?:районн\w+ .*адміністрац|\bР[ДВ]А\b)
minister: прем.єр|міністр|міністерк
judge: голов\w .*суду|судд
prosecutor: прокурор|керівни\w+ .*прокуратур
association_head: голов\w .*(?:правління|ради директорів|наглядової ради)
council_president: (?:голов\w|секретар\w*) .*ради\b|спікер
committee_chair: голов\w .*народн\w+ комітет
party_secretary: секретар\w* .*(?:парті|міськком|обком)
ambassador: посол|посла|посолк
consul_general: генеральн\w+ консул
consul: (?:віце-?)?консул
charge_d_affaires: повірен
rector: ректор
bishop: (?:архі)?єпископ|митрополит
royal: (?:його|її) (?:королівськ|імператорськ)|принц
director: начальни|директор|завідувач
association_head: президент|голов\w .*(?:асоціац|товариств|спілк|фонд|організац|федерац)
own: голов[аи]$
"""

DEEPLY = ("Вельмишановний пане", "Вельмишановна пані")
ESTEEMED = ("Шановний пане", "Шановна пані")
DEEP_RESPECT = "З глибокою повагою"
# Without "моїй": an office or an association may sign.
ASSURANCES = "Прийміть, {address}, запевнення у високій повазі."

# What the ear asks between words: в before a vowel, and after one unless в, ф or a cluster with в follows; й between
# vowels. A year is held to its noun, a dash to what is before it.
VOWEL = "[аеєиіїоуюя]"
EUPHONY = (
    (re.compile(rf"(?<![^\W\d])у (?=(?i:{VOWEL}))"), "в "),
    (re.compile(rf"(?<![^\W\d])У (?=(?i:{VOWEL}))"), "В "),
    (re.compile(rf"(?<={VOWEL}) у (?![гдзкстх]в|льв)(?=[бгґджзйклмнпрстхцчшщ])", re.IGNORECASE), " в "),
    (re.compile(rf"(?<={VOWEL}) і (?=[аеиіоу])", re.IGNORECASE), " й "),
    (re.compile(rf"(?<={VOWEL}) ус(?=[еії])"), " вс"),
    (re.compile(r"(?<=\d) (?=ро[кц]|році)"), NO_BREAK),
    (re.compile(r" (?=— )"), NO_BREAK),
)
# The last "і" of a list, for which й is said after a vowel unless another й follows (§24 of the orthography).
AND_AT_END = re.compile(rf"(?<={VOWEL}) і $", re.IGNORECASE)
# Two days of one month, or of one year.
MONTH_AGAIN = re.compile(r"(\s\w+ \d{4} року)(?=.*\1)")
YEAR_AGAIN = re.compile(r"( \d{4} року)(?=.*\1)")
FROM_YOURS = re.compile(r" з Ваш\w+ \w+$")  # a giver of the reader's place
LIST_LINE = re.compile(r"(?=\n- )")

CASES = ("genitive", "dative", "accusative", "instrumental", "locative", "vocative")
YOUR = {
    "m": "Ваш Вашого Вашому Ваш Вашим Вашому",
    "f": "Ваша Вашої Вашій Вашу Вашою Вашій",
    "n": "Ваше Вашого Вашому Ваше Вашим Вашому",
}
DWELLERS = "мешканці мешканців мешканцям мешканців мешканцями мешканцях"
INHABITANTS = "жителі жителів жителям жителів жителями жителях"
STAFF = "колектив колективу колективу колектив колективом колективі"
# Kinds of places, their gender, whether the noun stands before a name (місто Полтава, but Київська область), six forms.
KINDS_OF_PLACES = """
city n named місто міста місту місто містом місті
town n named селище селища селищу селище селищем селищі
village n named село села селу село селом селі
municipality f - громада громади громаді громаду громадою громаді
borough,district m - район району району район районом районі
county m - округ округу округу округ округом окрузі
region f - область області області область областю області
prefecture f - префектура префектури префектурі префектуру префектурою префектурі
province f - провінція провінції провінції провінцію провінцією провінції
state m - штат штату штату штат штатом штаті
department m - департамент департаменту департаменту департамент департаментом департаменті
"""
KINDS_OF_BODIES = """
company f компанія компанії компанії компанію компанією компанії
association f організація організації організації організацію організацією організації
hospital,school m заклад закладу закладу заклад закладом закладі
embassy,own_mission n посольство посольства посольству посольство посольством посольстві
body,other,council,city_government,domestic_office f установа установи установі установу установою установі
"""


def by_case(forms: str) -> dict[str, str]:
    """Six forms, the nominative first, by case; the vocative, which places are not called in, is the first again."""
    words = forms.split()
    return dict(zip(("", *CASES), [*words, words[0]], strict=True))


def joined(first: Mapping[str, str], then: str | Mapping[str, str]) -> dict[str, str]:
    """Words side by side in every case; ``then`` may stay as it is."""
    return {case: f"{word} {then if isinstance(then, str) else then[case]}" for case, word in first.items()}


def read_places() -> Iterator[tuple[str, PlaceForms]]:
    """The forms of every kind of place and body; who lives or works there."""
    for row in KINDS_OF_PLACES.split("\n")[1:-1]:
        kinds, gender, named, forms = row.split(" ", 3)
        nouns, people = by_case(forms), by_case(DWELLERS if named == "named" else INHABITANTS)
        your = joined(by_case(YOUR[gender]), nouns)
        before = joined(nouns, "{name}") if named == "named" else "{name}"
        of_name = before if isinstance(before, str) else before["genitive"]
        words = PlaceForms(your, joined(people, your["genitive"]), before, joined(people, of_name))
        yield from ((kind, words) for kind in kinds.split(","))
    for row in KINDS_OF_BODIES.split("\n")[1:-1]:
        kinds, gender, forms = row.split(" ", 2)
        words = PlaceForms(joined(by_case(YOUR[gender]), by_case(forms)), joined(by_case(YOUR["m"]), by_case(STAFF)))
        yield from ((kind, words) for kind in kinds.split(","))


GOVERNMENT_AND = joined(by_case("уряд уряду уряду уряд урядом уряді"), by_case("і й й і і й"))
PLACES = {
    **dict(read_places()),
    "country": PlaceForms(
        joined(by_case(YOUR["f"]), by_case("країна країни країні країну країною країні")),
        joined(joined(GOVERNMENT_AND, by_case("народ народу народу народ народом народі")), "Вашої країни"),
    ),
    "person": PlaceForms(
        by_case("Ви Вас Вам Вас Вами Вас"),
        joined(
            by_case("Ваші Ваших Вашим Ваших Вашими Ваших"),
            by_case("близькі близьких близьким близьких близькими близьких"),
        ),
    ),
}

CYRILLIC = re.compile("[А-Яа-яІЇЄҐіїєґ]")
FORMS = Forms("uk", joining=("і", "й", "та"), adjectives=r"(?:с|ц|з)ьк(?:ий|а|е|і)$")
# Names that stay behind the word for their kind: plural ones, and those of foreign places that have no cases.
STAYS = re.compile("[иіїуюео]$")
# What a foreign city's name in a hard consonant takes, unknown to the dictionary; in ів, ок, ець the vowel changes.
HARD = re.compile(r"^\S+(?<![оеєіїи]в)(?<!о[кр])(?<!е[клн])[бвдзклмнпрстф]$")
CONSONANT = re.compile("[^аеєиіїоуюя]$")
HARD_ENDINGS = dict(zip(CASES, "а у - ом і е".split(), strict=True))
KO = dict(
    zip(CASES, "ка ку ка ком ку ко".split(), strict=True)
)  # a man's family name; a woman's has no cases unless it ends in а or я
ABBREVIATED = re.compile(r"^(?:т\.? ?)?в\. ?о\.", re.IGNORECASE)  # в. о. міського голови stands for every case
ARCHBISHOP = re.compile("архієпископ|митрополит", re.IGNORECASE)
SAYS_ITS_KIND = re.compile(r"^(?:міст|селищ|сел)[оаіу]м? ", re.IGNORECASE)
ABROAD = {"міський голова": "мер", "заступник міського голови": "заступник мера"}
ABROAD |= {"заступниця міського голови": "заступниця мера"}
COUNCILS = {"district": "голова районної ради", "region": "голова обласної ради"}  # a city's mayor heads its council
# What no case changes: a name in quotation marks, or in capitals alone (ТОВ «Кага», КНДР).
FIXED = re.compile(r"[«„\"]|[А-ЯІЇЄҐ]{2,}\b")


def forms(one: str, few: str, many: str, other: str, gender: str = "") -> Word:
    """Accusative of 1, of 2–4 and of 5 and more, then the genitive singular that fractions take."""
    return Word(one=one, few=few, many=many, other=other, gender=gender)


def put_in_genitive(word: Word) -> Word:
    """The same word as it follows "близько": 21 маски, 2 масок, 5 масок, 1,5 маски."""
    plural = word.many or word.other
    return forms(word.other, plural, plural, word.other, word.gender)


# What CLDR calls українська гривня and англійський фунт.
CURRENCIES = {
    "UAH": forms("гривню", "гривні", "гривень", "гривні"),
    "GBP": forms("фунт стерлінгів", "фунти стерлінгів", "фунтів стерлінгів", "фунта стерлінгів"),
}


def name_currency(currency: str) -> Word:
    """CLDR's name of a currency in its four forms; a feminine one is put in the accusative: 1 японську єну."""
    if currency in CURRENCIES:
        return CURRENCIES[currency]
    one, few, many, other = (get_currency_name(currency, number, "uk") for number in (1, 2, 5, Decimal("1.5")))
    if one.endswith(("а", "я")):
        one = re.sub(r"я\b", "ю", re.sub(r"а\b", "у", one))
    return forms(one, few, many, other)


def call(title: str, gender: str) -> str:
    """A title as one calls its holder, by rank and head noun: міський голово; raises CaseUnknown."""
    ranks, head = FORMS.head(title)
    ranks = [rank.lower() for rank in ranks if CALLED_BY.match(rank)]
    if gender == FEMALE and head.lower() in OF_BOTH_GENDERS:
        ranks = [re.sub("(?:ий|ій)$", "а", rank) for rank in ranks]
    return FORMS.phrase(" ".join([*ranks, head.lower()]), "vocative", animate=True)


def mark_family(person: Signatory) -> str:
    """The name in its own order with the family name in capitals (docs/domain.md §1.3, uk)."""
    return re.sub(rf"\b{re.escape(person.family)}\b", person.family.upper(), person.name)


class Ukrainian(Language):
    """docs/domain.md §2 (uk), §2.1, §3.2, §4, §13.6. Ви, Вам, Ваш are capital to a person and to an organization."""

    code = babel = "uk"
    order = 6
    word_code = "uk-UA"
    scripts = ("CYRILLIC",)
    own_country = "Китайська Народна Республіка"
    unofficial = "Неофіційний переклад"
    agrees_in_gender = True
    cases = CASES
    genitive = "genitive"
    address_case = "dative"
    name_cases = ("accusative",)
    together = "{things} (разом із {others})"
    together_case = "instrumental"
    from_place = "{giver} з {place}"
    word_forms = ("bulk", "bare", "one", "few", "many", "other")
    optional_forms = ("gender",)
    qualifiers = {"about": "близько {}", "over": "понад {}"}
    large_quantity = "велику кількість {bulk}"
    some_quantity = "певну кількість {bulk}"
    words_up_to = 9
    # CLDR's units stand in the nominative alone: "1 метрична тонна", never "1 тонну".
    units = {
        "pair": forms("пару", "пари", "пар", "пари", "f"),
        "set": forms("комплект", "комплекти", "комплектів", "комплекту", "m"),
        "bottle": forms("флакон", "флакони", "флаконів", "флакона", "m"),
        "pack": forms("пачку", "пачки", "пачок", "пачки", "f"),
        "batch": forms("партію", "партії", "партій", "партії", "f"),
        "carton": forms("коробку", "коробки", "коробок", "коробки", "f"),
        "box": forms("упаковку", "упаковки", "упаковок", "упаковки", "f"),
        "kilogram": forms("кілограм", "кілограми", "кілограмів", "кілограма"),
        "tonne": forms("тонну", "тонни", "тонн", "тонни"),
        "litre": forms("літр", "літри", "літрів", "літра"),
    }
    # In the accusative, as after "про" and "переживали". Own names of occasions are entered so too.
    occasions = {
        "epidemic": "епідемію",
        "earthquake": "землетрус",
        "flood": "повінь",
        "storm": "буревій",
        "fire": "пожежу",
        "accident": "аварію",
    }
    partnership_nouns = {"sister": "місто-побратим", "friendly": "дружнє місто", "prospective": "місто-партнер"}
    # In the dative, as after "передано".
    beneficiaries = {
        "hospitals": "лікарням",
        "frontline": "працівникам першої лінії",
        "schools": "школам",
        "communities": "місцевим громадам",
    }
    places = PLACES
    where_in_city = "у {city}"
    where_in_country = "у Вашій країні"
    where_else = "у Вашому краї"
    money_unsaid = "грошову допомогу"

    courtesy = {MALE: "Пану", FEMALE: "Пані"}
    titles = tuple((LEAD + f"(?:{row.partition(': ')[2]})", row.partition(":")[0]) for row in TITLES.split("\n")[1:-1])
    # Where several titles are usual, or the title names the office held, none is made up.
    headed = {
        **dict.fromkeys(("mayor", "deputy_mayor"), ("city", "")),
        "council_president": ("city", "district", "region", ""),
        "town_head": ("town",),
        **dict.fromkeys(
            """governor deputy_governor county_head district_head village_head prefect minister bishop royal judge
            prosecutor committee_chair party_secretary director association_head""".split(),
            (),
        ),
    }
    ranks = {
        "mayor": RankForms("міський голова", respect=DEEPLY, closing=DEEP_RESPECT),
        "deputy_mayor": RankForms(("заступник міського голови", "заступниця міського голови")),
        **dict.fromkeys(
            "governor county_head district_head village_head prefect".split(),
            RankForms(respect=DEEPLY, closing=DEEP_RESPECT),
        ),
        "town_head": RankForms("селищний голова", respect=DEEPLY, closing=DEEP_RESPECT),
        "council_president": RankForms(("секретар міської ради", "секретарка міської ради")),
        "minister": RankForms(respect=DEEPLY, closing=ASSURANCES),
        "ambassador": RankForms(
            "Надзвичайний і Повноважний Посол", salutation="Ваша Високоповажносте", closing=ASSURANCES
        ),
        "consul_general": RankForms("Генеральний консул", respect=DEEPLY),
        "consul": RankForms("консул", respect=DEEPLY),
        "charge_d_affaires": RankForms("Тимчасовий повірений у справах", respect=DEEPLY),
        "rector": RankForms(("ректор", "ректорка"), respect=DEEPLY),
        "bishop": RankForms(honorific="Його Преосвященству", salutation="Ваше Преосвященство", closing=ASSURANCES),
        "royal": RankForms(
            honorific=("Його Королівській Високості", "Її Королівській Високості"),
            salutation="Ваша Королівська Високосте",
            closing=ASSURANCES,
        ),
        **dict.fromkeys(("committee_chair", "party_secretary"), RankForms(closing=DEEP_RESPECT)),
    }

    # Counting ------------------------------------------------------------------------------------

    def counted(self, word, quantity):
        return self.inflect(word, quantity, "exact")

    def inflect(self, thing: Word, quantity: Decimal, qualifier: str, number: str = "") -> str:
        """Number and noun after the qualifier, which rules the noun's case (docs/domain.md §4.1)."""
        about = qualifier == "about"
        number = number or self.in_letters(thing, quantity, about) or self.number(quantity)
        thing = put_in_genitive(thing) if about else thing
        form = getattr(thing, self.plural(quantity)) or thing.other
        return self.qualify(f"{number}{NO_BREAK}{form}", thing, qualifier)

    def in_letters(self, thing: Word, quantity: Decimal, about: bool) -> str:
        """One to nine as a word in its case; "" for other numbers and where the gender of one or two is not known."""
        word = (IN_GENITIVE if about else NUMBERS).get(quantity, "")
        return word if isinstance(word, str) else word.get(thing.gender, "")

    def count(self, word, quantity, qualifier="exact", unit="piece"):
        if quantity is None:
            return self.uncounted(word, qualifier)
        figures = self.number(quantity) if unit in self.measures else ""
        counted = self.inflect(self.units.get(unit, word), quantity, qualifier, figures)
        return f"{counted} {word.bulk}" if unit in self.units else counted

    def money(self, value, currency, qualifier="exact"):
        amount = format_decimal(tidy(value), "#,##0.00" if value % 1 else "#,##0", locale=self.babel)
        return self.inflect(name_currency(currency), value, qualifier, amount)

    # Times ---------------------------------------------------------------------------------------

    def day(self, day):
        return f"{format_date(day, 'd MMMM y', locale=self.babel)} року".replace(" ", NO_BREAK, 1)

    def month(self, month):
        return f"{MONTHS.split()[month.month - 1]} {month.year} року"

    def in_month(self, month):
        return f"у {IN_MONTHS.split()[month.month - 1]} {month.year} року"

    def in_year(self, year):
        return f"у {year.year} році"

    def plain_date(self, when):
        """As the adverb: a list of what "we received" tells when, in the accusative."""
        return self.when(when)

    def when_several(self, times):
        """As everywhere; month and year of several days are said once too: 5 лютого, 1 й 9 березня 2020 року."""
        return YEAR_AGAIN.sub("", MONTH_AGAIN.sub("", super().when_several(times)))

    def join(self, phrases):
        """A list whose last "і" is chosen by the ear. A name in it keeps its own: Міністерство освіти і науки.

        Givers who are all of the reader's place are told so once.
        """
        yours = [FROM_YOURS.search(phrase) for phrase in phrases]
        if all(yours):
            phrases = [*(FROM_YOURS.sub("", phrase) for phrase in phrases[:-1]), *phrases[-1:]]
        last = phrases[-1] if phrases else ""
        before = super().join(phrases).removesuffix(last)
        return before + last if last[:1].lower() in "йєїюя" else AND_AT_END.sub(" й ", before) + last

    def list_item(self, when, things):
        return f"{when} — {things}"

    def smooth(self, text):
        for pattern, sound in EUPHONY:
            text = pattern.sub(sound, text)
        if text.startswith("- "):  # a list ends each line with a semicolon, the last with a full stop
            text = f"{LIST_LINE.sub(';', text)}."
        return text

    # Names ---------------------------------------------------------------------------------------

    def place_forms(self, kind, name="", country=""):
        """A name that says its kind itself (Київська область, місто Бровари) stands alone; a department is a place
        only where it has a place's name, else a body.
        """
        forms = super().place_forms("body" if kind == "department" and not name else kind, name, country)
        if not SAYS_ITS_KIND.search(name):
            return forms
        return replace(forms, named="{name}", people_named=joined(by_case(DWELLERS), "{name}"))

    def name_case(self, name, case, *, people=False):
        """«Мешканцям міста Полтави», «у місті Суми»."""
        stays = STAYS.search(name) and not SAYS_ITS_KIND.search(name)
        return "" if stays else "genitive" if people else case

    def decline(self, text, case, *, what, gender=""):
        """Words in Latin letters have no cases; what the dictionary does not know and no rule tells is asked for."""
        if not case or not CYRILLIC.search(text):
            return text
        if what in ("family", "given", "middle"):
            return " ".join(decline_name(part, case, what, gender) for part in text.split(" "))
        if what == "title":
            return text if ABBREVIATED.match(text) else decline_title(text, case)
        if what == "organization":
            return text if FIXED.match(text) else FORMS.phrase(text, case, animate=False)
        return decline_city(text, case)

    # Forms of address ----------------------------------------------------------------------------

    def rank_of(self, addressee):
        """As everywhere; a bare «голова» leaves it to the post."""
        rank = super().rank_of(addressee)
        return addressee.role if rank == "own" else rank

    def rank_told(self, title):
        """As everywhere; any other title that names a person and has a vocative is an official's."""
        try:
            return super().rank_told(title) or ("" if UNKNOWN_STYLE.search(title) else FORMS.head(title) and "official")
        except CaseUnknown:
            return ""

    def title(self, addressee: Addressee) -> str:
        """The title on record, or what the post is called in the holder's gender; abroad a mayor is мер."""
        gender = self.gender(addressee)
        if addressee.title:
            return addressee.title
        if addressee.role == "council_president" and addressee.place_kind in COUNCILS:
            return COUNCILS[addressee.place_kind]
        title = agree(self.forms(addressee).title, gender)
        return title if addressee.country in ("", "UA") else ABROAD.get(title, title)

    def salutation(self, addressee: Addressee) -> str:
        """A condolence has a comma, for it has no exclamation mark (docs/domain.md §3.1)."""
        mark = "," if addressee.condolence else "!"
        if addressee.is_organization:
            return f"Шановні пані та панове{mark}"
        rank = self.forms(addressee)
        if rank.salutation:
            return f"{self.excellency(addressee)}{mark}"
        called = self.called(addressee)
        if not called:
            return f"{self.call_by_name(addressee)}{mark}"
        opening = agree(rank.respect or ESTEEMED, self.gender(addressee))
        return f"{opening} {called}{mark}"

    def called(self, addressee: Addressee) -> str:
        """The title as its holder is called; "" where one calls by name: a person, an acting holder, no vocative."""
        if addressee.role == "person" or self.is_acting(addressee):
            return ""
        if kept := addressee.declined.get("title_vocative"):
            return kept
        try:
            called = call(self.title(addressee), addressee.gender)
        except CaseUnknown:
            return ""
        return called[:1].upper() + called[1:] if self.rank_of(addressee) in CALLED_WITH_CAPITAL else called

    def is_acting(self, addressee: Addressee) -> bool:
        """Whether the post is held for somebody else, as ticked or as its title says."""
        return addressee.acting or bool(IS_ACTING.match(addressee.title))

    def call_by_name(self, addressee: Addressee) -> str:
        """«Шановний пане Ігорю», with a patronymic «Шановний Ігорю Петровичу» without пан (docs/domain.md §2.1).

        A family name may stay in the nominative after пане and пані (§87 of the orthography).
        """
        opening = agree(ESTEEMED, self.gender(addressee))
        try:
            given = self.formed(addressee, "given", "vocative")
            if addressee.middle_part == "patronymic" and given:
                return f"{opening.split()[0]} {given} {self.formed(addressee, 'middle', 'vocative')}"
        except CaseUnknown:
            given = ""
        return f"{opening} {given or addressee.declined.get('family_vocative') or addressee.family or addressee.name}"

    def excellency(self, addressee: Addressee) -> str:
        """The address in place of a title: Ваша Високоповажносте; an archbishop's is higher than a bishop's."""
        words = self.forms(addressee).salutation
        return words.replace("Преосв", "Високопреосв") if ARCHBISHOP.search(addressee.title) else words

    def formed(self, addressee: Addressee, part: str, case: str) -> str:
        """A part of the name or the title in a case: as on record, else as proposed; raises CaseUnknown."""
        text = self.title(addressee) if part == "title" else getattr(addressee, part)
        kept = addressee.declined.get(part if case == self.address_case else f"{part}_{case}", "")
        return kept or (self.decline(text, case, what=part, gender=addressee.gender) if text else "")

    def envelope(self, addressee: Addressee) -> list[str]:
        """In the dative: post, given name and FAMILY NAME; the patronymic is for the salutation."""
        if addressee.is_organization:
            return [addressee.organization]
        rank, gender = self.forms(addressee), self.gender(addressee)
        try:
            post, name = self.post(addressee), self.name_in_block(addressee)
        except CaseUnknown as error:
            raise FormRequired(addressee.title or addressee.name) from error
        honorific = agree(rank.honorific, gender)
        if ARCHBISHOP.search(addressee.title):
            honorific = honorific.replace("Преосв", "Високопреосв")
        courtesy = "" if post else f"{self.courtesy[gender]} "
        organization = "" if self.is_named_in(post, addressee.organization) else addressee.organization
        lines = (organization, honorific, post[:1].upper() + post[1:], courtesy + name)
        return [line for line in lines if line]

    def is_named_in(self, post: str, organization: str) -> bool:
        """Whether a post names its organization, which then has no line of its own."""
        try:
            return bool(organization) and self.decline(organization, "genitive", what="organization") in post
        except CaseUnknown:
            return False

    def post(self, addressee: Addressee) -> str:
        """The title in the dative; of an acting holder, whose title may not say so, the office in the genitive."""
        if addressee.role == "person" and not addressee.title:
            return ""
        if not addressee.acting or IS_ACTING.match(addressee.title):
            return self.formed(addressee, "title", "dative")
        office = self.formed(addressee, "title", "genitive")
        if not OF_A_PLACE.match(addressee.title) or CALLED_BY.match(addressee.title):
            office = office[:1].lower() + office[1:]
        return f"{agree(('виконувачу', 'виконувачці'), addressee.gender)} обовʼязків {office}"

    def name_in_block(self, addressee: Addressee) -> str:
        """Given name and FAMILY NAME in the dative, in the name's own order; of a bishop the given name alone."""
        given, family = self.formed(addressee, "given", "dative"), self.formed(addressee, "family", "dative")
        if self.rank_of(addressee) == "bishop" and given:
            return given
        middle = "" if addressee.middle_part == "patronymic" else self.formed(addressee, "middle", "dative")
        parts = [given, middle, family.upper()]
        if addressee.given and addressee.name.startswith(f"{addressee.family} "):
            parts = [family.upper(), given, middle]
        return " ".join(part for part in (addressee.prefix, *parts) if part)

    def closing(self, addressee: Addressee) -> str:
        if addressee.condolence:
            return "Зі щирим співчуттям"
        rank = self.forms(addressee)
        address = self.excellency(addressee) or f"{agree(('пане', 'пані'), addressee.gender)} {self.called(addressee)}"
        return (rank.closing or "З повагою").format(address=address.strip())

    def signature(self, signatory: Signatory) -> list[str]:
        lines = [signatory.title, mark_family(signatory)] if signatory.name else []
        return [line for line in (signatory.identity, *lines) if line]


def decline_name(part: str, case: str, what: str, gender: str) -> str:
    """A part of a person's name in a case; raises CaseUnknown."""
    tags = frozenset({"family": {"Surn"}, "given": {"Name"}, "middle": {"Patr", "Name", "Surn"}}[what])
    sex = {MALE: "masc", FEMALE: "femn"}.get(gender, "")
    try:
        return FORMS.person(part, case, tags, sex)
    except CaseUnknown:
        if what != "family" or not sex:
            raise
    if gender == FEMALE and not part.endswith(("а", "я")):
        return part
    if gender == MALE and part.endswith("ко"):
        return part[:-2] + KO[case]
    return FORMS.adjective(part, case, frozenset({sex}), animate=True)


def decline_title(text: str, case: str) -> str:
    """A title in a case; of several posts at once somebody who knows the language is asked."""
    if "," in text:
        raise CaseUnknown(f"{text} ({case})")
    return FORMS.phrase(text, case, animate=True)


def decline_city(text: str, case: str) -> str:
    """A city's name in a case; one in a hard consonant by rule where the dictionary has it not: Хенʼяна, у Хенʼяні."""
    try:
        name = FORMS.phrase(text, case, animate=False, place=True)
    except CaseUnknown:
        if not HARD.search(text):
            raise
    else:  # of a city that is one word the genitive ends in а or я, whatever the dictionary has: Нью-Йорка, Звягеля
        masculine = case == "genitive" and " " not in text and CONSONANT.search(text)
        return re.sub("ю$", "я", re.sub("у$", "а", name)) if masculine else name
    ending = "у" if text.endswith("к") and case in ("locative", "vocative") else HARD_ENDINGS[case]
    return text if case == "accusative" else text + ending


LANGUAGE = Ukrainian()
