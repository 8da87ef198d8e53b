"""English in the varieties of its countries: American days and lists, British and Canadian honours."""

import re
from decimal import Decimal

from correspondence.languages.base import (
    FEMALE,
    MALE,
    NO_BREAK,
    Addressee,
    FormRequired,
    Language,
    PlaceForms,
    RankForms,
    Word,
    agree,
)
from correspondence.languages.base.times import without_covered
from crm.dates import DAY

CONSIDERATION = "Accept, Excellency, the assurances of my highest consideration."
REVERENTLY, RESPECTFULLY = "Respectfully yours,", "Respectfully,"
HONORABLE, HONOURABLE, HON, COUNCILLOR = "The Honorable", "The Honourable", "Hon.", "Councillor"
EXCELLENCY, WORSHIP = ("His Excellency", "Her Excellency"), ("His Worship Mayor", "Her Worship Mayor")
NUMBERS = "zero one two three four five six seven eight nine ten".split()
MILLION = 1_000_000
# Said with a vowel first: an oxygen mask, an unused one, but a uniform, a UV lamp. Letters read out: an N95 mask.
VOWEL = r"[ai]|o(?!ne\b)|e(?!u)|x-|hono|hour|u(?!ni(?![dmn])|[bcfhkrst][aeiou]|(?-i:[A-Z0-9]))"
SPELT = r"(?-i:[FHLMNRSX](?=[B-DF-HJ-NP-TV-Z0-9-])|(?:HIV|LED)\b)"
AN = re.compile(f"{VOWEL}|{SPELT}", re.IGNORECASE)
AMERICA = ("US", "AS", "FM", "GU", "LR", "MH", "MP", "PR", "PW", "VI")
# Cities whose first citizen is a Lord Mayor, or in Scotland a Lord Provost.
LORD_PROVOSTS = frozenset("Aberdeen Dundee Edinburgh Glasgow".split())
LORD_MAYORS = {
    "GB": frozenset(
        "Armagh|Belfast|Birmingham|Bradford|Bristol|Canterbury|Cardiff|Chester|Coventry|Exeter|Hull|Kingston upon Hull"
        "|Leeds|Leicester|Liverpool|London|Manchester|Newcastle upon Tyne|Norwich|Nottingham|Oxford|Plymouth|Portsmouth"
        "|Sheffield|Southampton|Stoke-on-Trent|Swansea|Westminster|York".split("|")
    ),
    "IE": frozenset(("Cork", "Dublin")),
    "AU": frozenset("Adelaide Brisbane Darwin Hobart Melbourne Newcastle Parramatta Perth Sydney Wollongong".split()),
}
RIGHT_HONOURABLE = re.compile(r"\b(?:London|York|Belfast|Cardiff|Edinburgh|Glasgow)\b")  # the office, not the person
# Mayors whom the voters choose to govern, and who are neither Worshipful nor councillors.
ELECTED = re.compile(r"\b(?:elected|executive|metro|combined)\b|^mayor of (?:london|greater|limerick)\b", re.IGNORECASE)
CABINET = re.compile(r"secretary of state|prime minister|first minister|chancellor of the exchequer", re.IGNORECASE)

ACTING = re.compile(r"\b(?:acting|interim|officer[- ]in[- ]charge|OIC)\b", re.IGNORECASE)
# Holders of these are asked for: out of office, not yet in it, above a city's letters, or of many styles.
ASKED = re.compile(
    r"\b(?:former(?:ly)?|ex|past|late|retired|emerit\w+|elect|designate)\b|governor[- ]general"
    r"|^(?:the )?(?:king|queen|emperor|empress|pope|cardinal|patriarch|metropolitan)(?: of\b|$)"
    r"|president of the (?:republic|united states)",
    re.IGNORECASE,
)
# What may stand before the word that tells the rank: no preposition and nobody's ("Director of the Mayor's Office").
BEFORE = r"^(?:(?!(?:of|to|for|in|at|and|from)\b)(?!\S*['’]s?\s)[^\s,;]+\s+)*?"
CHAIR = "president|speaker|chair(?:man|woman|person)?|convener|cathaoirleach"
COUNCILS = "council|assembly|legislature|parliament|congress|sanggunian|board of (?:commissioners|supervisors|aldermen)"
OTHER_COUNCILS = "(?:arts|british|business|trade) council|council (?:for|on)|general assembly"
COUNCIL = rf"(?=.*\b(?:{COUNCILS})\b)(?!.*\b(?:{OTHER_COUNCILS})\b)"
OF_BODY = r"(?=.* (?:association|society|council|committee|board|chamber|foundation|club|federation)\b)"
# Ranks and the words of their titles, deputies before heads, for a part of theirs would tell the head.
TITLES = (
    ("deputy_mayor", r"(?:deputy|vice|assistant)[- ](?:lord |city |municipal )?mayor|mayor pro[- ]tem(?:pore)?"),
    ("deputy_mayor", r"deput[ye] (?:lord )?provost"),
    ("deputy_governor", r"(?:lieutenant|lt\.?|deputy|vice)[- ](?:governor|premier)"),
    ("consul", r"(?:deputy|vice)[- ]consul(?:[- ]general)?"),
    ("consul_general", r"consul[- ]general"),
    ("consul", "consul"),
    ("charge_d_affaires", "charg[ée](?: d['’]affaires)?"),
    ("rector", r"vice[- ]chancellor"),
    ("official", r"deputy|vice|assistant|associate (?!justice)|minister[- ]counsell?or|\w+[- ](?:vice|deputy)"),
    ("ambassador", "(?<!goodwill )(?<!tourism )(?<!cultural )ambassador|high commissioner"),
    ("committee_chair", r"chair(?:man|woman|person)?(?=.*people['’]s committee)"),
    ("party_secretary", r"(?<=party )secretary|secretary(?=.*\b(?:party|communist|CPC)\b)"),
    ("county_head", r"county (?:executive|head|chief|mayor|governor|magistrate)|warden(?= of .*county)"),
    ("county_head", r"(?:mayor|governor|head|magistrate)(?= of .*(?:\bcounty|[- ]gun)\b)"),
    ("county_head", r"district administrator|landrat|(?<!ority )leader(?=(?: of|,) .*council)|(?<=council )leader"),
    ("district_head", r"(?:district|ward) (?:head|chief|mayor)|borough president|head(?= of .*\b(?:district|ward)$)"),
    ("town_head", r"reeve|town(?:ship)? (?:supervisor|head|chief)|first select(?:man|woman|person)"),
    ("village_head", r"village (?:president|head|chief)|punong barangay|barangay (?:captain|chair\w*)"),
    ("mayor", r"lord mayor|lord provost|mayor|provost(?= of (?!.*(?:university|college)))|officer[- ]in[- ]charge|OIC"),
    ("governor", r"governor|premier|minister[- ]president"),
    ("governor", r"president(?= of (?:the )?.*\b(?:region|province|department|community|government|generalitat)\b)"),
    ("prefect", "prefect"),
    ("council_president", rf"(?:{CHAIR}){COUNCIL}"),
    ("council_president", r"speaker|cathaoirleach|council ?(?:woman|man|member)|councill?or|alder(?:man|woman|person)"),
    ("royal", r"(?:royal highness|HRH).*|(?:crown )?prince(?:ss)?(?= of\b|,|$)|(?:duke|duchess)(?= of\b)"),
    ("bishop", "archbishop|bishop"),
    ("judge", r"(?:chief |associate )?justice(?! of the peace| dep| min)|judge|president(?=.*\bcourt\b)"),
    ("prosecutor", r"(?:district|county|state['’]s|commonwealth['’]s) attorney|attorney general|prosecutor|procurator"),
    ("rector", r"(?:president|principal|provost)(?=.*\b(?:university|college|institute|academy)\b)|rector"),
    ("rector", "chancellor(?! of the exchequer)"),
    ("official", rf"secretary[- ]general|(?:executive|private|city) secretary|secretary(?= to\b)|secretary{OF_BODY}"),
    ("minister", r"(?:prime |first )?minister(?!.*\bchurch\b)|secretary of state|secretary(?= of\b)|chancellor"),
    ("association_head", "president|chair(?:man|woman|person)?"),
    ("director", "director|head|chief|manager|administrator|superintendent|dean|principal|headmaster|headteacher"),
    ("official", "professor|advis[eo]r|officer|coordinator|secretary|counsell?or|attach[ée]|commissioner|clerk"),
    ("official", "representative|liaison|editor|physician|doctor|nurse|engineer|teacher|consultant|curator|member"),
)
# "City Council President": what the council's head is called stands behind the word for the council.
COUNCIL_FIRST = rf"^(?=.*\bcouncil |.*\bassembly |.*\bboard ){BEFORE}(?P<called>{CHAIR})\b"
# What the salutation calls without the name, everywhere or only where usage is British.
NAMELESS = {"Lord Mayor", "Deputy Lord Mayor", "Lord Provost", "Depute Lord Provost", "Deputy Lord Provost"}
NAMELESS |= {"Premier", "Prefect", "Consul General", "Vice-Chancellor", "Cathaoirleach", "Prime Minister"}
NAMELESS |= {"First Minister", "Secretary Of State", "Minister"}
NAMELESS_IN_BRITAIN = {"Chair", "Bishop", "Judge", "Principal", "Rector", "Chancellor"}
# Words of titles that call nobody, or are called otherwise.
CALLED_OTHERWISE = {
    **dict.fromkeys(("District Administrator", "Landrat", "Officer-In-Charge", "Officer In Charge", "Oic"), ""),
    **dict.fromkeys(("Leader", "Council Leader"), COUNCILLOR),
    **dict.fromkeys(("Lt Governor", "Lt. Governor", "Lieutenant-Governor"), "Lieutenant Governor"),
    "Associate Justice": "Justice",
    "Consul-General": "Consul General",
}
# Ranks whose holder is called by Mr or Ms; the other ranks are called by the title's word.
UNCALLED = ("director", "consul", "charge_d_affaires", "prosecutor")
# Parts of a name's prefix that a salutation leaves out, and those that take another part of the name.
MISTER = re.compile(r"^m(?:r|s|rs|iss)\b", re.IGNORECASE)
STYLES = re.compile(r"^(?:the )?(?:rt\.? |right )?hon|^h\.?\s?e\.?$|excellency|worship", re.IGNORECASE)
KNIGHTS, MALAY = ("Sir", "Dame"), re.compile(r"\b(?:Tun|Tan Sri|Puan Sri|Dato['’]?|Datuk|Datin)\b")
CIVIC = re.compile(r"^(?:councill?or|cllr|alder(?:man|woman)|ald)\b", re.IGNORECASE)

COUNCILLORS = dict.fromkeys(("mayor", "deputy_mayor", "council_president", "county_head"), COUNCILLOR)
# What stands before the full name, by country and rank; consuls and whoever acts for another have none anywhere.
AMERICAN_HONOURS = dict.fromkeys(
    (*("mayor", "deputy_mayor", "governor", "deputy_governor", "council_president", "minister", "judge"), "prosecutor"),
    HONORABLE,
)
HONOURS = {
    **dict.fromkeys(AMERICA, AMERICAN_HONOURS),
    "PH": dict.fromkeys((*AMERICAN_HONOURS, "town_head", "village_head"), HON),
    "CA": {
        "mayor": WORSHIP,
        "governor": HONOURABLE,
        "deputy_governor": ("His Honour the Honourable", "Her Honour the Honourable"),
        "minister": HONOURABLE,
    },
    "NZ": {"mayor": WORSHIP, "minister": HONOURABLE},
    "AU": {**COUNCILLORS, "governor": HONOURABLE, "minister": HONOURABLE},
    "GB": COUNCILLORS,
    "IE": COUNCILLORS,
    "ZA": {**COUNCILLORS, "minister": EXCELLENCY},
}
ELSEWHERE = {"mayor": HONOURABLE, "council_president": HONOURABLE, "minister": EXCELLENCY}
MOST_REVEREND_IN = ("US", "PH", "IE")  # where a bishop is most likely Roman Catholic
# Places whose head has a usual title: (rank, country, kind of place).
GOVERNED = {
    *(("governor", country, "state") for country in ("US", "MX", "AU")),
    *(("governor", country, "province") for country in ("PH", "CA")),
    *(("deputy_governor", country, "province") for country in ("PH", "CA")),
    ("deputy_governor", "US", "state"),
    ("governor", "JP", "prefecture"),
}


def place(noun: str) -> PlaceForms:
    """The forms of a kind of place: your city, the people of your city."""
    return PlaceForms(f"your {noun}", f"the people of your {noun}", people_named="the people of {name}")


def body(noun: str, people: str = "all your colleagues") -> PlaceForms:
    """The forms of an organization, whose people are those who work there."""
    return PlaceForms(f"your {noun}", people)


# Names of organizations that take the article, by the noun that ends them or stands before their "of" or "for".
TAKES_THE = re.compile(
    r"(?!the )(.*\b)?(government|office|association|society|committee|bureau|department|ministry|embassy|commission"
    r"|federation|foundation|agency|institute|chamber|union|authority|assembly|administration|consulate(.general)?"
    r"|league|club|(university|academy|city|town|municipality|province|borough|council|bank|museum|friends)(?= of))"
    r"($| of | for )",
    re.IGNORECASE,
)


class English(Language):
    """docs/domain.md §2 (en), §2.1, §3.2, §4, §13.2, §14. British usage; the other varieties stand below."""

    code = "en"
    babel = "en_GB"
    order = 2
    word_code = "en-GB"
    stop, colon = "", ","  # after Mr and Ms, after the salutation
    sincerely = "Yours sincerely,"
    name_cases = ("article",)
    own_country = "People's Republic of China"
    together = "{things} (jointly with {others})"
    from_place = "{giver} of {place}"
    place_said_once = True
    qualifiers = {"about": "about {}", "over": "more than {}"}
    some_quantity = "some {bulk}"
    bare_first = True
    contained = "{container} of {bulk}"
    words_up_to = 10
    units = {
        **{unit: Word(one=unit, other=f"{unit}s") for unit in ("pair", "set", "bottle", "pack", "carton")},
        **{unit: Word(one=unit, other=f"{unit}es") for unit in ("batch", "box")},
    }
    currencies = {"JPY": "yen", "GBP": "pounds sterling", "RUB": "Russian roubles"}
    # With the article, as they follow "of", "after" and "news of": the epidemic, the floods.
    occasions = {
        "epidemic": "the epidemic",
        "earthquake": "the earthquake",
        "flood": "the floods",
        "storm": "the storm",
        "fire": "the fire",
        "accident": "the accident",
    }
    partnership_nouns = {"sister": "sister city", "friendly": "friendship city", "prospective": "partner city"}
    beneficiaries = {
        "hospitals": "our hospitals",
        "frontline": "our front-line workers",
        "schools": "our schools",
        "communities": "our local communities",
    }
    places = {
        **{kind: place(kind) for kind in ("city", "municipality", "borough", "district", "county", "town", "village")},
        **{kind: place(kind) for kind in ("prefecture", "province", "state", "region", "department")},
        "country": PlaceForms("your country", "the government and people of your country"),
        "person": PlaceForms("you", "your family and friends"),
        "hospital": body("hospital"),
        "school": body("school", "your staff and students"),
        "company": body("company"),
        "association": body("association"),
        "embassy": body("embassy"),
        "council": body("council"),
        **dict.fromkeys(("city_government", "domestic_office"), body("office")),
        **dict.fromkeys(("own_mission", "other", "body"), body("institution")),
    }
    where_in_city = "in {city}"
    where_in_country = "in your country"
    where_else = "where you are"
    money_unsaid = "financial assistance"

    courtesy = {FEMALE: "Ms", MALE: "Mr"}
    ranks = {
        "mayor": RankForms("Mayor", with_city="{title} of {city}"),
        "deputy_mayor": RankForms("Deputy Mayor", with_city="{title} of {city}"),
        "governor": RankForms("Governor", with_city="{title} of {city}"),
        "deputy_governor": RankForms("Lieutenant Governor", with_city="{title} of {city}"),
        "council_president": RankForms("President of the City Council", called="President"),
        "minister": RankForms(closing=REVERENTLY),
        "ambassador": RankForms("Ambassador", honorific=EXCELLENCY, salutation="Excellency", closing=CONSIDERATION),
        "consul_general": RankForms("Consul General"),
        "consul": RankForms("Consul"),
        "charge_d_affaires": RankForms("Chargé d’Affaires a.i."),
        "bishop": RankForms(closing=REVERENTLY),
        "royal": RankForms(
            honorific=("His Royal Highness", "Her Royal Highness"), salutation="Your Royal Highness", closing=REVERENTLY
        ),
        "director": RankForms("Director"),
        "association_head": RankForms("President"),
    }
    titles = (
        (COUNCIL_FIRST, "council_president"),
        *((rf"{BEFORE}(?P<called>{words})\b(?!['’]s)", rank) for rank, words in TITLES),
    )
    headed = {
        **Language.headed,
        **dict.fromkeys(("governor", "deputy_governor", "county_head", "district_head", "town_head"), ()),
        **dict.fromkeys(("village_head", "prefect", "minister", "bishop", "royal", "judge", "prosecutor"), ()),
        **dict.fromkeys(("rector", "committee_chair", "party_secretary"), ()),
    }

    def variety(self, country):
        return VARIETIES.get(country, self)

    def named_body(self, name):
        """ "The Rotary Club of Ely", and "Ely City Council"."""
        return f"the {name}" if TAKES_THE.match(name) else name

    # Counting -------------------------------------------------------------------------------------

    def in_words(self, quantity, word):
        return NUMBERS[int(quantity)]

    def number(self, quantity):
        """Whole millions in words: one million masks, 12 million yen."""
        if quantity < MILLION or quantity % MILLION:
            return super().number(quantity)
        millions = quantity / MILLION
        few = millions <= self.words_up_to
        return f"{NUMBERS[int(millions)] if few else super().number(millions)}{NO_BREAK}million"

    def uncounted(self, word, qualifier):
        """A large number of what is counted one by one, a large quantity of what is measured."""
        if qualifier != "large":
            return super().uncounted(word, qualifier)
        is_counted = word.other == word.bulk or (word.bulk.endswith("s") and word.other.endswith(word.bulk))
        return f"a large {'number' if is_counted else 'quantity'} of {word.bulk}"

    def name_one(self, word):
        return f"{'an' if AN.match(word.one) else 'a'}{NO_BREAK}{word.one}"

    def money(self, value: Decimal, currency, qualifier="exact"):
        """An amount as officials here write it: RMB 30,000, one million yen, 40.50 euros."""
        if currency == "CNY":
            amount = f"{value:,.2f}" if value % 1 else f"{value:,.0f}"
            return self.qualify(f"RMB{NO_BREAK}{amount}", Word(), qualifier)
        whole_millions = value >= MILLION and not value % MILLION
        named = super().money(value, currency)
        noun = named.split(NO_BREAK, 1)[1]
        figures = self.number(value) if whole_millions else named.split(NO_BREAK, 1)[0]
        noun = self.currencies.get(currency, noun) if value != 1 or currency == "JPY" else noun
        return self.qualify(f"{figures}{NO_BREAK}{noun}", Word(), qualifier)

    def when_several(self, times):
        """As everywhere; days of one year say it once. A comma parts two times where the first one's year has one."""
        times = without_covered(times)
        if len(times) < 2 or times[0].precision != DAY:
            return super().when_several(times)
        days = [self.day(time.first) for time in times]
        if {(time.precision, time.first.year) for time in times} == {(DAY, times[0].first.year)}:
            year = re.search(r",?\s\d{4}$", days[0])[0]
            return f"on {self.join([day.removesuffix(year) for day in days])}{year}"
        first, *others = (self.when(time) for time in times)
        return f"{first}, and {others[0]}" if "," in first and len(others) == 1 else self.join([first, *others])

    def on_day(self, day):
        return f"on {self.day(day)}"

    def in_month(self, month):
        return f"in {self.month(month)}"

    def in_year(self, year):
        return f"in {year.year}"

    # Ranks ----------------------------------------------------------------------------------------

    def rank_told(self, title):
        return "" if ASKED.search(title) else super().rank_told(title)

    def rank_of(self, addressee: Addressee) -> str:
        """As everywhere; the Crown's governors of Australia are asked for."""
        rank = super().rank_of(addressee)
        crown = rank == "deputy_governor" or (rank == "governor" and "governor" in addressee.title.lower())
        if addressee.country == "AU" and crown:
            raise FormRequired(addressee.title)
        return rank

    def is_usual(self, addressee):
        """As everywhere, and the heads of states, provinces and prefectures whose title is one and the same.

        A council of the Commonwealth or the Philippines is chaired by its mayor, vice mayor or whom it elects.
        """
        if addressee.role == "council_president" and addressee.country in ("GB", "IE", "AU", "NZ", "CA", "PH", "ZA"):
            return bool(addressee.title)
        return (addressee.role, addressee.country, addressee.place_kind) in GOVERNED or super().is_usual(addressee)

    def usual_title(self, addressee: Addressee) -> str:
        """What the holder of a rank is usually called in the country, where no title is on record."""
        rank, country, city = addressee.role, addressee.country, addressee.city
        lord = "Lord Provost" if country == "GB" and city in LORD_PROVOSTS else "Lord Mayor"
        is_lord = lord == "Lord Provost" or city in LORD_MAYORS.get(country, ())
        in_philippines = {"mayor": "City Mayor", "deputy_mayor": "Vice Mayor", "deputy_governor": "Vice Governor"}
        if country == "PH" and rank in in_philippines:
            is_town = rank == "mayor" and addressee.place_kind == "municipality"
            return "Municipal Mayor" if is_town else in_philippines[rank]
        if rank in ("mayor", "deputy_mayor") and is_lord:
            return lord if rank == "mayor" else f"{'Depute' if lord == 'Lord Provost' else 'Deputy'} {lord}"
        if rank == "governor" and country in ("CA", "AU"):
            return "Premier"
        return self.forms(addressee).title

    def post(self, addressee: Addressee) -> str:
        """The title on record, else the usual one, with Acting for whoever holds it for somebody else."""
        title = addressee.title or self.usual_title(addressee)
        if addressee.acting and not ACTING.search(title):
            if not addressee.title and addressee.role == "mayor" and addressee.country == "PH":
                return "Officer-in-Charge, Office of the Mayor"
            title = f"Acting {title}"
        frame = self.forms(addressee).with_city if addressee.city and not addressee.title else ""
        if addressee.country == "PH" and addressee.role in ("mayor", "deputy_mayor"):
            frame = ""
        return (frame or "{title}").format(title=title, city=addressee.city)

    def is_acting(self, addressee: Addressee) -> bool:
        """Whether the post is held for somebody else, on record or by the title's words."""
        return addressee.acting or bool(ACTING.search(addressee.title))

    def called(self, addressee: Addressee) -> str:
        """The word of the title that a salutation calls: Mayor, Vice Mayor, Reeve; "" where Mr or Ms stands there."""
        rank = self.rank_of(addressee)
        if rank in UNCALLED or rank in ("organization", "person") or self.is_acting(addressee):
            return ""
        if rank == "association_head" and addressee.body_kind == "company":
            return ""
        told = self.word_told(addressee.title) if addressee.title else ""
        word = told or self.forms(addressee).called or self.usual_title(addressee)
        word = re.sub(r"\b(?:City|Municipal) (?=Vice Mayor|Mayor)", "", word.title())
        return CALLED_OTHERWISE.get(word, "" if rank == "official" and word != "Professor" else word)

    def word_told(self, title: str) -> str:
        """The word of a title that tells its rank."""
        found = (re.search(words, title, re.IGNORECASE) for words, _rank in self.titles)
        return next((match["called"] for match in found if match), "")

    # Forms of address -----------------------------------------------------------------------------

    def salutation(self, addressee: Addressee) -> str:
        usage = self.variety(addressee.country)
        return f"{usage.greeting(addressee)}{usage.colon}"

    def greeting(self, addressee: Addressee) -> str:
        """The salutation without its mark."""
        if addressee.is_organization:
            return "Dear Sir or Madam"
        rank, called, country = self.rank_of(addressee), self.called(addressee), addressee.country
        if called and (frame := self.high_salutation(addressee, rank, called)):
            return frame
        if called in NAMELESS or (called in NAMELESS_IN_BRITAIN and country not in (*AMERICA, "PH", "CA")):
            return f"Dear {called.replace(' Of ', ' of ')}"
        return f"Dear {called} {self.surname(addressee)}" if called else f"Dear {self.courteously(addressee)}"

    def high_salutation(self, addressee: Addressee, rank: str, called: str) -> str:
        """A salutation that names neither post nor person, or the American one of a secretary; else ""."""
        country = addressee.country
        if rank == "minister" and self.honour(addressee) in EXCELLENCY:
            return "Excellency"
        if rank == "minister" and country in AMERICA and called.startswith("Secretary") and addressee.gender:
            return f"Dear {'Madam' if addressee.gender == FEMALE else f'Mr{self.stop}'} Secretary"
        if rank == "deputy_governor" and country == "CA":
            return "Your Honour"
        if called == "Archbishop" and country == "GB":
            return "Your Grace"
        return self.forms(addressee).salutation

    def surname(self, addressee: Addressee) -> str:
        """The name that follows a title: the family name, in Viet Nam the given one."""
        given = addressee.given if addressee.country == "VN" else ""
        return given or addressee.family or addressee.name

    def courteously(self, addressee: Addressee) -> str:
        """The name as a salutation has it without a post: Ms Cruz, Dr Cruz, Sir Peter; else the full name."""
        prefix = "" if STYLES.search(addressee.prefix) or MISTER.search(addressee.prefix) else addressee.prefix
        if prefix in KNIGHTS and addressee.given:
            return f"{prefix} {addressee.given.split()[0]}"
        if MALAY.search(prefix):
            return f"{prefix} {addressee.name}"
        title = prefix or self.mr_or_ms(addressee)
        return f"{title} {self.surname(addressee)}" if title else addressee.name

    def mr_or_ms(self, addressee: Addressee) -> str:
        """Mr or Ms as the variety writes them; "" while the gender is unknown."""
        word = self.courtesy.get(addressee.gender, "")
        return f"{word}{self.stop}" if word else ""

    def envelope(self, addressee: Addressee) -> list[str]:
        if addressee.is_organization:
            return [addressee.organization]
        usage, post = self.variety(addressee.country), self.post(addressee) if addressee.role != "person" else ""
        if re.search(r"\bHRH\b|highness", post, re.IGNORECASE):  # the style and title of a royal person stand alone
            lines = [post, addressee.organization]
        elif office := usage.british_office(addressee, post):
            lines = [office, usage.name_line(addressee), addressee.organization]
        else:
            lines = [usage.name_line(addressee), usage.below_name(addressee, post), addressee.organization]
        return [line for line in lines if line]

    def british_office(self, addressee: Addressee, post: str) -> str:
        """The office of a British mayor, which goes before the name: The Right Worshipful the Lord Mayor of Leeds."""
        rank = self.rank_of(addressee)
        if addressee.country != "GB" or rank not in ("mayor", "deputy_mayor") or not self.is_civic(addressee):
            return ""
        office = post if " of " in post or not addressee.city else f"{post} of {addressee.city}"
        called = self.called(addressee)
        if rank == "deputy_mayor" or called == "Provost":
            return f"The {office}"
        if called in ("Lord Mayor", "Lord Provost") and RIGHT_HONOURABLE.search(f"{office} {addressee.city}"):
            return f"The Rt Hon the {office}"
        if called == "Lord Provost":
            return f"The {office}"
        right = called == "Lord Mayor" or addressee.place_kind == "city"
        return f"The {'Right ' if right else ''}Worshipful the {office}"

    def is_civic(self, addressee: Addressee) -> bool:
        """Whether a mayor is first among the councillors, and neither elected to govern nor acting.

        South Africa's executive mayors are councillors.
        """
        governs = addressee.country != "ZA" and ELECTED.search(addressee.title)
        return not self.is_acting(addressee) and not governs

    def name_line(self, addressee: Addressee) -> str:
        """The full name under the style of the rank in the country, else with its prefix, Mr or Ms."""
        honour, prefix = self.honour(addressee), addressee.prefix
        if STYLES.search(prefix) or (honour == COUNCILLOR and CIVIC.search(prefix)):
            honour = ""  # the style that is on record stands
        elif honour == HONORABLE or (honour and MISTER.search(prefix)):
            prefix = ""  # The Honorable takes no other title beside it
        if honour.endswith("Justice"):
            return f"{honour} {self.surname(addressee)}"
        before = " ".join(filter(None, (honour, prefix))) or self.mr_or_ms(addressee)
        return f"{before} {addressee.name}".strip()

    def honour(self, addressee: Addressee) -> str:
        """The style before the full name; "" for whoever has none, acts for another or goes by the family name."""
        if self.is_acting(addressee) or addressee.role == "person":
            return ""
        rank, country, called = self.rank_of(addressee), addressee.country, self.called(addressee)
        style = self.forms(addressee).honorific or HONOURS.get(country, ELSEWHERE).get(rank, "")
        if rank == "bishop":
            most = called == "Archbishop" or (country in MOST_REVEREND_IN and "Episcopal" not in addressee.title)
            style = f"The {'Most' if most else 'Right'} Reverend"
        elif rank == "royal":
            return agree(style, addressee.gender) or "HRH"
        elif country == "GB" and rank == "minister":
            style = "The Rt Hon" if CABINET.search(addressee.title) else ""
        elif country == "GB" and called == "Justice":
            style = ("The Hon Mr Justice", "The Hon Mrs Justice")
        elif style == COUNCILLOR and (not self.is_civic(addressee) or self.is_lord_mayor_of_london(addressee)):
            style = ""
        elif style == WORSHIP:
            style = agree(WORSHIP, addressee.gender) or "Mayor"
        elif country in ("CA", "NZ") and called in (COUNCILLOR, "Reeve", "Chair"):
            style = called
        if isinstance(style, str) and style.startswith(("The Hon", HON)) and addressee.family and not addressee.given:
            return ""
        return agree(style, addressee.gender)

    def is_lord_mayor_of_london(self, addressee: Addressee) -> bool:
        """Whether it is the one Lord Mayor who is an alderman."""
        return addressee.country == "GB" and "London" in f"{addressee.city} {addressee.title}"

    def below_name(self, addressee: Addressee, post: str) -> str:
        """The post without the word that stands before the name already: Reeve F S, R.M. of X."""
        style = self.honour(addressee).rsplit(" ", 1)[-1]
        if style not in ("Mayor", "Reeve", "Chair", COUNCILLOR) or not post.startswith(style):
            return post
        rest = re.sub(rf"^{style}(?:,| of(?: the)?)?\s*", "", post)
        return "" if rest and rest in addressee.organization else rest

    def closing(self, addressee: Addressee) -> str:
        if addressee.condolence:
            return "With deepest sympathy,"
        usage, american = self.variety(addressee.country), addressee.country in AMERICA
        if addressee.is_organization:
            return "Very truly yours," if usage.colon == ":" else "Yours faithfully,"
        if addressee.role == "person":
            return usage.sincerely
        rank = self.rank_of(addressee)
        is_foreign = rank == "minister" and self.honour(addressee) in EXCELLENCY
        heads = ("mayor", "governor", "county_head", "district_head", "town_head", "village_head", "prefect")
        respect = american and rank in heads and not self.is_acting(addressee)
        usual = RESPECTFULLY if respect else usage.sincerely
        words = CONSIDERATION if is_foreign else self.forms(addressee).closing or usual
        return words if addressee.one_signs else words.replace(" my ", " our ")


class CanadianEnglish(English):
    """British honours, American days and stops."""

    babel = "en_CA"
    stop = "."

    def day(self, day):
        return super().day(day).replace(" ", NO_BREAK, 1)


class AmericanEnglish(CanadianEnglish):
    """Days, lists, weights and closings as in the United States and the Philippines."""

    babel = "en_US"
    colon = ":"
    sincerely = "Sincerely,"
    currencies = {**English.currencies, "RUB": "Russian rubles"}


LANGUAGE = English()
VARIETIES = {**dict.fromkeys((*AMERICA, "PH"), AmericanEnglish()), "CA": CanadianEnglish()}
