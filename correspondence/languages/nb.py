"""Norwegian (bokmål): no titles of courtesy, no comma after the closing, a bold heading on every letter.

One rule for the opening: every text has a heading; below it a person is greeted with "Kjære …",
while an organization gets the heading alone, as NS 4129 has it.
"""

import re
from decimal import Decimal
from itertools import pairwise

from correspondence.languages.base import NO_BREAK, Addressee, Language, PlaceForms, RankForms, Word, agree
from correspondence.languages.base.times import without_covered
from crm.dates import MONTH, YEAR

BY_TITLE, BY_NAME = "Kjære {title} {name},", "Kjære {name},"
HIGH_ESTEEM = "Med høyaktelse"
NUMBERS = ("", "", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti", "elleve", "tolv")
ACTING = re.compile(r"\b(?:fungerende|konstituert|midlertidig)\b", re.IGNORECASE)
# Whoever is appointed and not elected is konstituert while acting.
APPOINTED = re.compile(
    r"direktør|rådmann|sjef|statsforvalter|fylkesmann|rektor|prefekt|advokat|sorenskriver|dommer", re.IGNORECASE
)


def place(noun: str) -> PlaceForms:
    """The forms of a place from its noun in the definite form: byen."""
    return PlaceForms(
        {"": f"{noun} deres", "locative": f"i {noun} deres"},
        f"innbyggerne i {noun} deres",
        people_named={"": "innbyggerne i {name}", "locative": "innbyggerne {name}"},
    )


def body(noun: str = "") -> PlaceForms:
    """The forms of an organization from its noun in the definite form, or of any."""
    return PlaceForms({"": f"{noun} deres" if noun else "dere", "locative": "hos dere"}, "alle hos dere")


class Norwegian(Language):
    """docs/domain.md §2 (nb), §2.1, §4, §13.7. The texts say du to a private person and dere to everybody else.

    The locative of a place is its name with i or på, which no rule tells (i Bergen, på Hamar); i is proposed.
    """

    code = "nb"
    babel = "nb_NO"
    order = 7
    named_as = "no"
    word_code = "nb-NO"
    cases = ("locative",)
    name_cases = ("definite form",)
    own_country = "Folkerepublikken Kina"
    unofficial = "Uoffisiell oversettelse"
    together = "{things} (sammen med {others})"
    from_place = "{giver} i {place}"
    place_said_once = True
    # "Folkeregjeringen i Hengyang og innbyggerne i Hengyang": where they are is said once, for both.
    contractions = {r" ((?:i|på) [^,.:;]+?) og innbyggerne \1\b": r" og innbyggerne \1"}
    optional_forms = ("gender",)
    words_up_to = 12
    qualifiers = {"about": "omtrent {}", "over": "over {}"}
    large_quantity = "store mengder {bulk}"
    some_quantity = "en del {bulk}"
    # Words of number need a gender: weights have none here, and stand in figures.
    units = {
        "pair": Word(one="par", other="par", gender="n"),
        "set": Word(one="sett", other="sett", gender="n"),
        "bottle": Word(one="flaske", other="flasker", gender="f"),
        "pack": Word(one="pakke", other="pakker", gender="f"),
        "batch": Word(one="parti", other="partier", gender="n"),
        "carton": Word(one="kartong", other="kartonger", gender="m"),
        "box": Word(one="eske", other="esker", gender="f"),
        "kilogram": Word(one="kilogram", other="kilogram"),
        "tonne": Word(one="tonn", other="tonn"),
        "litre": Word(one="liter", other="liter"),
    }
    # In the definite form: "nyheten om {occasion}", "rammet av {occasion}", "under {occasion}".
    occasions = {
        "epidemic": "epidemien",
        "earthquake": "jordskjelvet",
        "flood": "flommen",
        "storm": "uværet",
        "fire": "brannen",
        "accident": "ulykken",
    }
    places = {
        "city": place("byen"),
        "municipality": place("kommunen"),
        "borough": place("bydelen"),
        "district": place("bydelen"),
        "county": place("fylket"),
        "town": place("byen"),
        "village": place("bygda"),
        "prefecture": place("prefekturet"),
        "province": place("provinsen"),
        "state": place("delstaten"),
        "region": place("regionen"),
        "department": place("departementet"),
        "country": PlaceForms(
            {"": "landet deres", "locative": "i landet deres"}, "myndighetene og befolkningen i landet deres"
        ),
        "person": PlaceForms({"": "deg", "locative": "hos deg"}, "dine nærmeste"),
        "hospital": body("sykehuset"),
        "school": body("lærestedet"),
        "company": body("bedriften"),
        "association": body("foreningen"),
        "embassy": body("ambassaden"),
        **dict.fromkeys(("city_government", "council", "own_mission", "domestic_office", "other", "body"), body()),
    }
    # The texts say after them where they are: "sykehusene og skolene i Hengyang".
    beneficiaries = {
        "hospitals": "sykehusene",
        "frontline": "innsatspersonellet i førstelinjen",
        "schools": "skolene",
        "communities": "nabolagene",
    }
    partnership_nouns = {"sister": "vennskapsby", "friendly": "utvekslingsby", "prospective": "samarbeidsby"}
    where_in_city = "{city}"
    where_in_country = "i landet deres"
    where_else = "hos dere"
    money_unsaid = "et pengebidrag"

    # A director has no usual title here (kommunedirektør, avdelingsleder, …) and goes by the name without one.
    ranks = {
        "mayor": RankForms("Ordfører", salutation=BY_TITLE),
        "deputy_mayor": RankForms("Varaordfører", salutation=BY_TITLE),
        **dict.fromkeys(
            ("governor", "deputy_governor", "prefect", "district_head", "town_head", "village_head"),
            RankForms(salutation=BY_TITLE),
        ),
        "county_head": RankForms("Fylkesordfører", salutation=BY_TITLE),
        # The mayor chairs the council, so its president is ordfører too (docs/domain.md §2).
        "council_president": RankForms("Ordfører", salutation=BY_TITLE),
        "minister": RankForms("Statsråd", salutation=BY_TITLE, closing=HIGH_ESTEEM),
        "ambassador": RankForms(
            "Ambassadør",
            honorific=("Hans Eksellense ", "Hennes Eksellense "),
            salutation="Deres Eksellense,",
            closing=HIGH_ESTEEM,
        ),
        "consul_general": RankForms("Generalkonsul", salutation=BY_TITLE),
        "consul": RankForms("Konsul", salutation=BY_TITLE),
        "charge_d_affaires": RankForms("Chargé d’affaires a.i."),
        "rector": RankForms("Rektor", salutation=BY_TITLE),
        "bishop": RankForms("Biskop", salutation=BY_TITLE, closing=HIGH_ESTEEM),
        "royal": RankForms(
            honorific=("Hans Kongelige Høyhet ", "Hennes Kongelige Høyhet "),
            salutation="Deres Kongelige Høyhet,",
            closing=HIGH_ESTEEM,
        ),
        **dict.fromkeys(("judge", "prosecutor"), RankForms(salutation=BY_TITLE)),
        "committee_chair": RankForms("Leder av folkekomiteen"),
        "party_secretary": RankForms("Partisekretær"),
        "association_head": RankForms("Leder"),
    }
    # What is found, where it is one word, is what the salutation calls the holder.
    titles = (
        (
            r"fylkesvaraordfører|visefylkesordfører|viseguvernør|assisterende (?:statsforvalter|fylkesmann)",
            "deputy_governor",
        ),
        (r"varaordfører|viseordfører|(?:vara|vise)borgermester", "deputy_mayor"),
        (r"fylkesordfører|statsforvalter|fylkesmann|fylkesrådsleder|guvernør|provins\w* statsminister", "governor"),
        (r"leder (?:av|for) \w*(?:bydelsutvalg|bystyre|kommunestyre|fylkesting|byting)\w*", "council_president"),
        (r"ordfører|(?:over)?borgermester|byrådsleder", "mayor"),
        (r"distriktssjef|landrat", "county_head"),
        (r"bydelsdirektør|bydelsleder|distriktsleder", "district_head"),
        (r"landsbyleder|bygdeleder", "village_head"),
        (r"prefekt", "prefect"),
        (r"\b(?:kron|arve)?prins(?:esse)?n?\b|\bkonge\w*|\bdronning\w*", "royal"),
        (r"erkebiskop|biskop", "bishop"),
        (r"statsråd|\w*minister\b", "minister"),
        (r"ambassadør", "ambassador"),
        (r"charg[ée]", "charge_d_affaires"),
        (r"\bgeneralkonsul\b", "consul_general"),
        (r"\w*konsul\b", "consul"),
        (r"\b(?:pro)?rektor\b", "rector"),
        (r"sorenskriver|\w*dommer\b|lagmann|justitiarius", "judge"),
        (r"statsadvokat|riksadvokat", "prosecutor"),
        (r"folkekomit", "committee_chair"),
        (r"partisekretær", "party_secretary"),
        (r"direktør|rådmann|sjef\b|\w+leder\b|\bleder (?:av|for)\b|daglig leder", "director"),
        (r"\bleder\b|\bpresident\b|\bformann\b", "association_head"),
        (r"rådgiver|konsulent|koordinator|sekretær|lege\b|professor|redaktør|attaché|\w+råd\b", "official"),
    )
    headed = {
        **Language.headed,
        "mayor": (*Language.headed["mayor"], "town"),
        "deputy_mayor": (*Language.headed["deputy_mayor"], "town"),
        "county_head": ("county",),
        **dict.fromkeys(
            ("governor", "deputy_governor", "district_head", "town_head", "village_head", "prefect", "royal"), ()
        ),
        **dict.fromkeys(("judge", "prosecutor"), ()),
    }

    def decline(self, text, case, *, what, gender=""):
        """A city with i, which is right of most and of every municipality (i Hamar kommune)."""
        return f"i {text}" if (what, case) == ("city", "locative") else super().decline(text, case, what=what)

    def in_words(self, quantity: Decimal, word: Word) -> str:
        if not word.gender:
            return ""
        return NUMBERS[int(quantity)] or ("ett" if word.gender == "n" else "én")

    def name_one(self, word: Word) -> str:
        """With the article, which has no accent: en bok."""
        if not word.gender:
            return super().name_one(word)
        return f"{'et' if word.gender == 'n' else 'en'}{NO_BREAK}{word.one}"

    def day(self, day):
        return super().day(day).replace(". ", f".{NO_BREAK}", 1)

    def on_day(self, day):
        return f"den {self.day(day)}"

    def in_month(self, month):
        return f"i {self.month(month)}"

    def in_year(self, year):
        return f"i {year.year}"

    def when_several(self, times):
        """The year stands once, after its last day or month: den 5. februar og den 9. mars 2020."""
        times = without_covered(times)
        if {time.precision for time in times} == {MONTH}:
            return super().when_several(times)
        phrases = [self.when(time) for time in times]
        for place, (time, after) in enumerate(pairwise(times)):
            if YEAR not in (time.precision, after.precision) and time.first.year == after.first.year:
                phrases[place] = phrases[place].removesuffix(f" {time.first.year}")
        return self.join(phrases)

    def salutation(self, addressee: Addressee) -> str:
        if addressee.is_organization:
            return ""
        frame, title = self.forms(addressee).salutation or BY_NAME, self.called(addressee)
        if "{title}" in frame and not title:
            frame = BY_NAME
        return frame.format(title=title, name=addressee.name)

    def called(self, addressee: Addressee) -> str:
        """The word for the post in the salutation; "" for somebody acting, and where it takes several words."""
        if self.is_acting(addressee):
            return ""
        found = (re.search(words, addressee.title, re.IGNORECASE) for words, _rank in self.titles)
        told = next((match[0] for match in found if match), self.forms(addressee).title).lower()
        return "" if " " in told else told

    def is_acting(self, addressee: Addressee) -> bool:
        """Whether the post is held for somebody else, on record or by the title's words."""
        return addressee.acting or bool(ACTING.search(addressee.title))

    def post(self, addressee: Addressee) -> str:
        """The title on record, else the rank's own, with fungerende or konstituert for somebody acting."""
        title = addressee.title or self.forms(addressee).title
        if title and addressee.acting and not ACTING.search(title):
            acting = "konstituert" if APPOINTED.search(title) else "fungerende"
            title = f"{acting} {title[:1].lower()}{title[1:]}"
        return title[:1].upper() + title[1:]

    def envelope(self, addressee: Addressee) -> list[str]:
        """A title of one word goes before the name, a longer one below it: Ordfører F S.

        An ambassador's style needs the gender; without it the title alone does.
        """
        if addressee.is_organization:
            return [addressee.organization]
        title, name = self.post(addressee), f"{addressee.prefix} {addressee.name}".strip()
        style = agree(self.forms(addressee).honorific, addressee.gender)
        is_short = " " not in ACTING.sub("", title).strip()
        if style and is_short:
            title = title.lower() if self.rank_of(addressee) == "ambassador" else title
            lines = [f"{style}{title} {name}"]
        elif is_short and title and not addressee.prefix:
            lines = [f"{title} {name}"]
        else:
            lines = [f"{style}{name}", title]
        return [line for line in (*lines, addressee.organization) if line]

    def closing(self, addressee: Addressee) -> str:
        if addressee.condolence:
            return "Med dyp medfølelse"
        return self.forms(addressee).closing or "Med vennlig hilsen"


LANGUAGE = Norwegian()
