"""Ukrainian: four plural forms with their cases, months in the locative, titles in the vocative, no name declined."""

import re
from decimal import Decimal

from babel.dates import format_date
from babel.numbers import format_decimal, get_currency_name

from correspondence.languages.base import FEMALE, MALE, Addressee, Language, RankForms, Signatory, Word, agree

# CLDR has no locative of the months, and its nominative leaks between locales (docs/domain.md §4.3).
MONTHS = "січень лютий березень квітень травень червень липень серпень вересень жовтень листопад грудень"
IN_MONTHS = "січні лютому березні квітні травні червні липні серпні вересні жовтні листопаді грудні"

# The nouns that head a title, as named and as called.
HEADS = """голова заступник заступниця секретар секретарка начальник начальниця директор директорка
    керівник керівниця радник радниця депутат депутатка завідувач завідувачка консул ректор ректорка лікар лікарка"""
CALLED = """голово заступнику заступнице секретарю секретарко начальнику начальнице директоре директорко
    керівнику керівнице раднику раднице депутате депутатко завідувачу завідувачко консуле ректоре ректорко
    лікарю лікарко"""
VOCATIVES = dict(zip(HEADS.split(), CALLED.split(), strict=True))
# One is called by rank, never by place: пане міський голово, not пане броварський міський голово.
RANKS = """перший перша міський міська селищний селищна сільський сільська районний районна обласний обласна
    генеральний генеральна головний головна виконавчий виконавча почесний почесна старший старша""".split()

DEEPLY = ("Вельмишановний пане", "Вельмишановна пані")

# What the ear asks between words: в after a vowel, unless в, ф or a cluster with в follows; й between vowels.
VOWEL = "[аеєиіїоуюя]"
EUPHONY = (
    (re.compile(rf"(?<={VOWEL}) у (?![гдзкстх]в|льв)(?=[бгґджзйклмнпрстхцчшщ])", re.IGNORECASE), " в "),
    (re.compile(rf"(?<={VOWEL}) і (?=[аеиіоу])", re.IGNORECASE), " й "),
)


def forms(one: str, few: str, many: str, other: str) -> Word:
    """Accusative of 1, of 2–4 and of 5 and more, then the genitive singular that fractions take."""
    return Word(one=one, few=few, many=many, other=other)


def put_in_genitive(word: Word) -> Word:
    """The same word as it follows "близько": 21 маски, 2 масок, 5 масок, 1,5 маски."""
    plural = word.many or word.other
    return forms(word.other, plural, plural, word.other)


def name_currency(currency: str) -> Word:
    """CLDR's name of a currency in its four forms; a feminine one is put in the accusative: 1 японську єну."""
    one, few, many, other = (get_currency_name(currency, number, "uk") for number in (1, 2, 5, Decimal("1.5")))
    if one.endswith(("а", "я")):
        one = re.sub(r"я\b", "ю", re.sub(r"а\b", "у", one))
    return forms(one, few, many, other)


def put_in_vocative(title: str) -> str:
    """A title as one calls its holder: rank and head noun; empty where the head noun is not known."""
    words = title.lower().split()
    for place, word in enumerate(words):
        if word in VOCATIVES:
            return " ".join([*(rank for rank in words[:place] if rank in RANKS), VOCATIVES[word]])
    return ""


def mark_family(person: Addressee | Signatory) -> str:
    """The name in its own order with the family name in capitals (docs/domain.md §1.3, uk)."""
    return re.sub(rf"\b{re.escape(person.family)}\b", person.family.upper(), person.name)


class Ukrainian(Language):
    """docs/domain.md §2 (uk), §2.1, §3.2, §4. Ви, Вам, Ваш are capital to a person and to an organization alike."""

    code = babel = "uk"
    order = 6
    word_code = "uk-UA"
    scripts = ("CYRILLIC",)
    agrees_in_gender = True
    name_cases = ("accusative",)
    word_forms = ("bulk", "bare", "one", "few", "many", "other")
    qualifiers = {"about": "близько {}", "over": "понад {}"}
    large_quantity = "велику кількість {bulk}"
    # CLDR's units stand in the nominative alone: "1 метрична тонна", never "1 тонну".
    units = {
        "carton": forms("коробку", "коробки", "коробок", "коробки"),
        "box": forms("упаковку", "упаковки", "упаковок", "упаковки"),
        "kilogram": forms("кілограм", "кілограми", "кілограмів", "кілограма"),
        "tonne": forms("тонну", "тонни", "тонн", "тонни"),
        "litre": forms("літр", "літри", "літрів", "літра"),
    }
    # In the accusative, as after "про": новини про епідемію. Own names of occasions are entered so too.
    occasions = {
        "epidemic": "епідемію",
        "earthquake": "землетрус",
        "flood": "повінь",
        "storm": "буревій",
        "fire": "пожежу",
        "accident": "аварію",
    }
    partnership_nouns = {"sister": "місто-побратим", "friendly": "дружнє місто", "prospective": "місто-партнер"}
    where_in_city = "у місті {city}"
    where_in_country = "у Вашій країні"
    where_else = "у Вашому краї"
    money_unsaid = "фінансову допомогу"

    courtesy = {MALE: "Пан", FEMALE: "Пані"}
    ranks = {
        "mayor": RankForms("міський голова", respect=DEEPLY, closing="З глибокою повагою"),
        "deputy_mayor": RankForms(("заступник міського голови", "заступниця міського голови")),
        "council_president": RankForms("голова ради"),
        "director": RankForms(("начальник відділу міжнародних звʼязків", "начальниця відділу міжнародних звʼязків")),
        "ambassador": RankForms(
            "Надзвичайний і Повноважний Посол",
            salutation="Ваша Високоповажносте!",
            closing="Прийміть, Ваша Високоповажносте, запевнення в моїй високій повазі.",
        ),
        "consul_general": RankForms("генеральний консул", respect=DEEPLY, closing="З глибокою повагою"),
        "consul": RankForms("консул"),
    }

    def inflect(self, number, thing, quantity, qualifier):
        """Number and noun after the qualifier, which rules the noun's case (docs/domain.md §4.1)."""
        thing = put_in_genitive(thing) if qualifier == "about" else thing
        form = getattr(thing, self.plural(quantity)) or thing.other
        return self.qualify(f"{number} {form}", thing, qualifier)

    def count(self, word, quantity, qualifier="exact", unit="piece"):
        if quantity is None:
            return self.large_quantity.format(bulk=word.bulk)
        counted = self.inflect(self.number(quantity), self.units.get(unit, word), quantity, qualifier)
        return f"{counted} {word.bulk}" if unit in self.units else counted

    def money(self, value, currency, qualifier="exact"):
        amount = format_decimal(value, "#,##0.00" if value % 1 else "#,##0", locale=self.babel)
        return self.inflect(amount, name_currency(currency), value, qualifier)

    def day(self, day):
        return f"{format_date(day, 'd MMMM y', locale=self.babel)} року"

    def month(self, month):
        return f"{MONTHS.split()[month.month - 1]} {month.year} року"

    def in_month(self, month):
        return f"у {IN_MONTHS.split()[month.month - 1]} {month.year} року"

    def in_year(self, year):
        return f"у {year.year} році"

    def smooth(self, text):
        for pattern, sound in EUPHONY:
            text = pattern.sub(sound, text)
        return text

    def title(self, addressee: Addressee) -> str:
        """The title on record, or what the role is called in the person's own gender."""
        gender = self.gender(addressee)
        return addressee.title or agree(self.forms(addressee).title, gender)

    def salutation(self, addressee: Addressee) -> str:
        """A surname may stay in the nominative after пане or пані since 2019 (§87, docs/domain.md §2.1)."""
        if addressee.role == "organization":
            return "Шановні пані та панове!"
        called = put_in_vocative(self.title(addressee)) or addressee.family
        forms = self.forms(addressee)
        opening = agree(forms.respect or ("Шановний пане", "Шановна пані"), addressee.gender)
        return forms.salutation or f"{opening} {called}".rstrip() + "!"

    def envelope(self, addressee: Addressee) -> list[str]:
        """In the nominative throughout: the dative would decline the name. The office may enter the dative."""
        if addressee.role == "organization":
            return [addressee.organization]
        title = self.title(addressee)
        courtesy = "" if title else f"{self.courtesy[addressee.gender]} "
        lines = (addressee.organization, title[:1].upper() + title[1:], courtesy + mark_family(addressee))
        return [line for line in lines if line]

    def closing(self, addressee: Addressee) -> str:
        return self.forms(addressee).closing or "З повагою"

    def signature(self, signatory: Signatory) -> list[str]:
        lines = [signatory.title, mark_family(signatory)] if signatory.name else []
        return [line for line in (signatory.identity, *lines) if line]


LANGUAGE = Ukrainian()
