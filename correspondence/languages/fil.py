"""Filipino: measure words and no mga after a number, noong for what is past, no grammatical gender."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from babel.numbers import format_decimal, get_currency_name

from correspondence.languages.base import MALE, NO_BREAK, Addressee, FormRequired, Language, PlaceForms, RankForms, Word
from correspondence.languages.base.counting import SOME

REVERENTLY, FAITHFULLY, RESPECTFULLY = "Lubos na gumagalang,", "Matapat na sumasainyo,", "Gumagalang,"
KGG, IN_MOURNING, IN_SOLIDARITY = "Kgg.", "Nakikiramay,", "Taos-pusong nakikiisa,"
ONE_TO_TEN = ("isang", "dalawang", "tatlong", f"apat{NO_BREAK}na", "limang")
ONE_TO_TEN += (f"anim{NO_BREAK}na", "pitong", "walong", f"siyam{NO_BREAK}na", "sampung")
MEASURES = {"pair": "pares", "set": "set", "bottle": "bote", "pack": "pakete", "batch": "batch", "carton": "karton"}
MEASURES |= {"box": "kahon", "kilogram": "kilo", "tonne": "tonelada", "litre": "litro"}
PLACES = {"city": "lungsod", "municipality": "bayan", "town": "bayan", "province": "lalawigan", "village": "nayon"}
PLACES |= {"borough": "borough", "district": "distrito", "county": "county", "prefecture": "prepektura"}
PLACES |= {"state": "estado", "region": "rehiyon", "department": "departamento"}
BODIES = {"hospital": "ospital", "school": "paaralan", "company": "kompanya", "association": "samahan"}
BODIES |= {"embassy": "embahada", **dict.fromkeys(("council", "domestic_office"), "tanggapan")}
BODIES |= dict.fromkeys(("city_government", "own_mission", "other", "body"), "institusyon")
PERSON = "si "
PLURAL = re.compile(r"(?:aming )?mga ")
SMALL = re.compile(r"(?:ng|na|sa)$|d['’]")  # words of titles that keep their small letter
HOME = ("PH", "")  # elsewhere heads of places keep the title of their country, which must be on record
ACTING = r"(?:gumaganap(?: na| bilang)?|umaaktong|pansamantalang|acting|OIC)[ -]+"
IN_CHARGE = r"(?:pinunong tagapangasiwa|officer[ -]in[ -]charge|OIC)\b"
SAYS_ACTING = re.compile(rf"{ACTING}|{IN_CHARGE}|charg[ée]", re.IGNORECASE)
WHOSE = r"(?:panlungsod(?: na)?|panlalawigang|pambayang|city|municipal|provincial) "
SECOND = "(?:pangalawang |ikalawang |bise[ -]?)"
ASSOCIATIONS = "samahan|asosasyon|kapisanan|liga|unyon|pederasyon|kamara|pundasyon|kompanya|korporasyon"
# Ranks and the words of their titles, which the salutation calls too; deputies first, for a part would tell the head.
TITLES = (
    ("deputy_mayor", rf"{SECOND}(?:punong[ -]?(?:lungsod|bayan)|alkalde(?:sa)?|mayor)|(?:vice|deputy)[ -]mayor"),
    ("deputy_governor", rf"{SECOND}(?:gobernadora?|punong[ -]?lalawigan)|(?:vice|deputy|lieutenant)[ -]governor"),
    ("town_head", "punong[ -]?bayan"),
    ("mayor", "punong[ -]?lungsod|alkalde(?:sa)?|(?:lord )?mayor"),
    ("governor", "punong[ -]?lalawigan|gobernadora?|governor|premier"),
    ("village_head", "punong[ -]?barangay|kapitan(?= (?:ng )?barangay)"),
    ("county_head", "county executive"),
    ("district_head", "district head"),
    ("prefect", "prefect|prepekto"),
    ("council_president", "konsehala?|bokal|kagawad(?= ng (?:sanggunian|barangay))|tagapangulong opisyal"),
    ("council_president", "(?:tagapangulo|pangulo)(?=(?: ng|,) (?:sanggunian|konseho))|president(?= of the .*council)"),
    ("minister", "kalihim(?=(?: ng|,)? kagawaran)|ministr[oa](?= ng (?!iglesia|simbahan))|minister(?= of )"),
    ("consul", "(?:pangalawang |bise[ -]?)konsul(?: heneral)?|(?:deputy|vice)[ -]consul(?: general)?"),
    ("consul_general", "(?:onoraryong )?konsul[ -]heneral|consul[ -]general"),
    ("consul", "(?:onoraryong )?konsul|consul"),
    ("ambassador", "(?:embahadora?|ambassador|sugo)(?! (?:ng|of) (?:kabuti|mabuti|turismo|goodwill|tourism))"),
    ("charge_d_affaires", "charg[ée] d[’']affaires"),
    ("committee_chair", "tagapangulo(?=.*komite(?:ng)? (?:ng )?(?:bayan|mamamayan))"),
    ("association_head", f"(?:tagapangulo|pangulo|presidente)(?=(?: ng|,) (?:{ASSOCIATIONS}))"),
    ("rector", "rektora?|tsanselor|(?:pangulo|presidente)(?=.*(?:pamantasan|unibersidad|university|kolehiyo|college))"),
    ("bishop", "arsobispo|obispo|archbishop|bishop"),
    ("judge", "(?:punong )?hukom|huwes|mahistrado|judge"),
    ("prosecutor", "taga-?usig|piskal|prosecutor"),
    ("director", "(?:pangalawang |katuwang na )?(?:direktora?|director)|administrador|tagapangasiwa|punong[ -]guro"),
)
# Titles of the same that are no form of address.
UNCALLED = (("director", "(?:puno|pinuno|hepe)(?=(?: ng|,) (?:tanggapan|kagawaran|sangay|dibisyon|yunit))"),)


def honourable(title: str, closing: str = REVERENTLY, called: str = "") -> RankForms:
    """The forms of a rank that is Kagalang-galang, abbreviated Kgg. on the envelope."""
    return RankForms(title, called=called or title, honorific=KGG, respect="Kagalang-galang na", closing=closing)


def dear(title: str, closing: str = FAITHFULLY, honorific: str = "") -> RankForms:
    """The forms of a rank that is Mahal na, and on the envelope no more than anybody."""
    return RankForms(title, called=title, honorific=honorific, respect="Mahal na", closing=closing)


def place(noun: str) -> PlaceForms:
    """The words for a kind of place: inyong lungsod, mga mamamayan ng inyong lungsod, Lungsod ng Legazpi."""
    named = f"{noun.capitalize()} ng {{name}}" if noun in ("lungsod", "bayan", "lalawigan") else "{name}"
    people = f"mga mamamayan ng inyong {noun}"
    return PlaceForms(f"inyong {noun}", people, named, people_named="mga mamamayan ng {name}")


def body(noun: str) -> PlaceForms:
    """The words for a body, whose people are those who work there."""
    return PlaceForms(your=f"inyong {noun}", people="lahat ng inyong kawani")


class Filipino(Language):
    """docs/domain.md §2 (fil), §2.1, §3.2, §4, §13.9. The reader is kayo; ating is yours and ours, aming ours alone."""

    code = babel = "fil"
    order = 9
    word_code = "fil-PH"
    word_forms = ("bulk", "bare", "measure")
    qualifiers = {"about": "humigit-kumulang {}", "over": "mahigit {}"}
    large_quantity, some_quantity = "maraming {bulk}", "ilang {bulk}"
    words_up_to = 10
    units = {unit: Word(measure=measure) for unit, measure in MEASURES.items()}
    # Where CLDR has no Filipino name, or one that a letter does not write.
    currencies = {"CNY": "yuan", "EUR": "euro", "GBP": "pound sterling", "JPY": "yen", "NOK": "krone ng Norway"}
    currencies |= {"PHP": "piso", "USD": "dolyar ng Estados Unidos"}
    # Without ang, ng or sa: the frames put sa or ng before them. Own names of occasions are entered so too.
    occasions = {
        "epidemic": "epidemya",
        "earthquake": "lindol",
        "flood": "pagbaha",
        "storm": "bagyo",
        "fire": "sunog",
        "accident": "aksidente",
    }
    partnership_nouns = {
        "sister": "kapatid na lungsod",
        "friendly": "kaibigang lungsod",
        "prospective": "katuwang na lungsod",
    }
    beneficiaries = {
        "hospitals": "aming mga ospital",
        "frontline": "aming mga kawaning nasa unang hanay",
        "schools": "aming mga paaralan",
        "communities": "aming mga pamayanan",
    }
    places = {
        **{kind: place(noun) for kind, noun in PLACES.items()},
        **{kind: body(noun) for kind, noun in BODIES.items()},
        "country": PlaceForms("inyong bansa", "pamahalaan at mga mamamayan ng inyong bansa"),
        "person": PlaceForms("inyong lugar", "inyong mga mahal sa buhay"),
    }
    where_in_city = "sa {city}"
    where_in_country = "sa inyong bansa"
    where_else = "sa inyong lugar"
    money_unsaid = "tulong pinansiyal"
    own_country = "Republikang Bayan ng Tsina"
    unofficial = "Di-opisyal na salin"
    together = "{things} (katuwang ang {others})"
    from_place = "{giver} ng {place}"
    named_person = "si {name}"
    contractions = {r"\bang (si|sina)\b": r"\1", r"\bAng s(i|ina)\b": r"S\1"}

    titles = (
        *((rf"^(?:{ACTING})?(?:{WHOSE})?(?P<called>{words})\b", rank) for rank, words in TITLES),
        *((rf"^(?:{ACTING})?(?P<called>){words}\b", rank) for rank, words in UNCALLED),
        (rf"^{IN_CHARGE}.*\btanggapan ng (?P<called>punong (?:lungsod|bayan)|alkalde)\b", "mayor"),
    )
    headed = {
        **dict.fromkeys(("mayor", "deputy_mayor"), ("city", "municipality", "town", "")),
        **dict.fromkeys(("governor", "deputy_governor"), ("province",)),
        "town_head": ("municipality", "town", ""),
        "village_head": ("village", ""),
        # The vice mayor presides; of the others only the title on record is known.
        **dict.fromkeys(("council_president", "county_head", "district_head", "prefect", "royal"), ()),
        "party_secretary": (),
    }
    ranks = {
        "mayor": honourable("Punong Lungsod"),
        "deputy_mayor": honourable("Pangalawang Punong Lungsod"),
        "governor": honourable("Gobernador"),
        "deputy_governor": honourable("Bise Gobernador"),
        "town_head": honourable("Punong Bayan"),
        "village_head": honourable("Punong Barangay"),
        **dict.fromkeys(("county_head", "district_head", "prefect"), honourable("")),
        "council_president": honourable("Tagapangulo ng Sangguniang Panlungsod", FAITHFULLY, called="Tagapangulo"),
        "minister": honourable("Kalihim"),
        "ambassador": honourable("Embahador"),
        "consul_general": dear("Konsul Heneral"),
        "consul": dear("Konsul"),
        "charge_d_affaires": dear("Chargé d’Affaires"),
        "rector": dear("Pangulo", honorific="Dr."),
        "bishop": dear("Obispo", REVERENTLY),
        "judge": honourable("Hukom", FAITHFULLY),
        "prosecutor": dear("Taga-usig"),
        "committee_chair": dear("Tagapangulo", REVERENTLY),
        "director": dear("Direktor"),
        "association_head": dear("Pangulo"),
    }

    def counted(self, word: Word, quantity: Decimal) -> str:
        """A number, its measure and the thing, without mga: 20 piraso ng face mask; 20 aklat, their own measure."""
        measure = f"{word.measure} ng " if word.measure not in ("", word.bulk) else ""
        return f"{self.written(quantity, word)}{NO_BREAK}{measure}{word.bulk}"

    def in_words(self, quantity, word):
        return ONE_TO_TEN[int(quantity) - 1]

    def count(self, word, quantity, qualifier="exact", unit="piece"):
        if quantity is None:
            return self.uncounted(word, qualifier)
        measure = self.units.get(unit, word).measure
        return self.qualify(self.counted(Word(bulk=word.bulk, measure=measure), quantity), word, qualifier)

    def name_one(self, word):
        return self.counted(word if word.measure != "piraso" else Word(bulk=word.bulk), Decimal(1))

    def money(self, value, currency, qualifier="exact"):
        amount = format_decimal(value, "#,##0.00" if value % 1 else "#,##0", locale=self.babel)
        name = self.currencies.get(currency) or get_currency_name(currency, locale=self.babel)
        name = re.sub(r"^\w+(?= ng )", lambda noun: noun[0].lower(), name)  # CLDR: Dolyar ng Canada
        return self.qualify(f"{amount}{NO_BREAK}{name}", Word(), qualifier)

    def join(self, phrases: Sequence[str]) -> str:
        """A list with one mga for all that are plural, which stand last: tulong pinansiyal, mga face mask, at aklat."""
        if any(phrase.startswith(PERSON) for phrase in phrases):
            return super().join(self.articled(phrases))
        plural = [phrase for phrase in phrases if PLURAL.match(phrase)]
        single = [phrase for phrase in phrases if phrase not in plural]
        return super().join([*single, *plural[:1], *(PLURAL.sub("", phrase, count=1) for phrase in plural[1:])])

    def articled(self, names: Sequence[str]) -> list[str]:
        """Names among which are persons: sina A at B; si A at ang B, where the frame has said the first one's ang."""
        if len(names) > 1 and all(name.startswith(PERSON) for name in names):
            first, *others = (name.removeprefix(PERSON) for name in names)
            return [f"sina {first}", *others]
        return [*names[:1], *(name if name.startswith(PERSON) else f"ang {name}" for name in names[1:])]

    def uncounted(self, word, qualifier):
        """Ilan asks for things that can be counted; some of what cannot is the thing alone."""
        return word.bulk if qualifier == SOME and word.bare == word.bulk else super().uncounted(word, qualifier)

    def day(self, day: date) -> str:
        return super().day(day).replace(" ", NO_BREAK, 1)

    def on_day(self, day):
        return f"noong {self.day(day)}"

    def in_month(self, month):
        return f"noong {self.month(month)}"

    def in_year(self, year):
        return f"noong {year.year}"

    def when_expected(self, when):
        """A time still to come: noong speaks of the past alone."""
        return self.when(when).replace("noong", "sa", 1)

    def place_forms(self, kind, name="", country=""):
        """A village at home is a barangay, a department without a name an office; a kind in a name stands once."""
        forms = super().place_forms(kind, name, country)
        if kind == "village" and country in HOME:
            forms = replace(place("barangay"), named="Barangay {name}")
        if kind == "department" and not name:
            forms = body("tanggapan")
        says_its_kind = re.match(r"(?:Lungsod|Bayan|Lalawigan|Barangay)\b", name)
        return replace(forms, named="{name}") if says_its_kind else forms

    def is_usual(self, addressee):
        at_home = addressee.country in HOME or addressee.role not in self.headed
        return at_home and super().is_usual(addressee)

    def rank_of(self, addressee: Addressee) -> str:
        """As the title tells; a title that begins with its rank's usual one is of the post's rank (Pangulo at CEO)."""
        try:
            return super().rank_of(addressee)
        except FormRequired:
            usual = self.ranks.get(addressee.role, RankForms()).title
            if usual and re.match(rf"{usual}\b", addressee.title, re.IGNORECASE):
                return addressee.role
            raise

    def forms(self, addressee: Addressee) -> RankForms:
        """Those of the rank; the head of a municipality is Punong Bayan, and so is the deputy."""
        forms = super().forms(addressee)
        in_town = addressee.place_kind in ("municipality", "town") and not addressee.title
        words = {part: getattr(forms, part).replace("Lungsod", "Bayan") for part in ("title", "called")}
        return replace(forms, **words) if in_town else forms

    def called(self, addressee: Addressee) -> str:
        """What the salutation calls somebody: the words of the title on record; "" where nobody is called by them."""
        told = (re.search(words, addressee.title, re.IGNORECASE) for words, _rank in self.titles)
        found = next(filter(None, told), None) if addressee.title else None
        words = self.forms(addressee).called if found is None else found["called"]
        words = " ".join(word if SMALL.match(word) else word[:1].upper() + word[1:] for word in words.split())
        return f"{words}ng" if words.endswith("angulo") else words

    def courtesy(self, addressee: Addressee) -> str:
        """G. for a man; Gng. and Bb. would say whether a woman is married, so she has none but the prefix on record."""
        return addressee.prefix or ("G." if addressee.gender == MALE else "")

    def salutation(self, addressee: Addressee) -> str:
        if addressee.role == "organization":
            return "Mga Ginang at Ginoo:"
        family, called = addressee.family or addressee.name, self.called(addressee)
        if called:
            return f"{self.forms(addressee).respect} {called} {family}:"
        courtesy = self.courtesy(addressee)
        return f"Mahal na {courtesy} {family}:" if courtesy else f"Mahal na {addressee.name}:"

    def envelope(self, addressee: Addressee) -> list[str]:
        if addressee.role == "organization":
            return [addressee.organization]
        lines = (self.named(addressee), self.post(addressee), addressee.organization)
        return [line for line in lines if line]

    def named(self, addressee: Addressee) -> str:
        """The line of the name: Kgg. Atty. F S, G. F S, Dr. F S."""
        rank, honorific = self.rank_of(addressee), self.forms(addressee).honorific
        if rank == "bishop":
            return f"Lubhang Kagalang-galang {addressee.name}, D.D."
        if honorific == KGG:
            return " ".join(filter(None, (KGG, addressee.prefix, addressee.name)))
        return " ".join(filter(None, (addressee.prefix or honorific or self.courtesy(addressee), addressee.name)))

    def post(self, addressee: Addressee) -> str:
        """The title on record or the rank's own, held for somebody else where the record says so."""
        title = addressee.title or self.forms(addressee).title
        return f"Gumaganap na {title}" if addressee.acting and title and not SAYS_ACTING.match(title) else title

    def closing(self, addressee: Addressee) -> str:
        if addressee.condolence:
            return IN_MOURNING if addressee.lives_lost else IN_SOLIDARITY
        usual = FAITHFULLY if addressee.role == "organization" else RESPECTFULLY
        return self.forms(addressee).closing or usual


LANGUAGE = Filipino()
