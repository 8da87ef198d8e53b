"""Romanian: "de" between a number from 20 on and its noun, comma-below ș and ț, functions stay masculine."""

import re
from decimal import Decimal

from correspondence.languages.base import (
    NO_BREAK,
    Addressee,
    CaseUnknown,
    Language,
    PlaceForms,
    RankForms,
    Word,
    agree,
    in_case,
)

SPECIAL = "Cu deosebită considerație,"
SYMPATHY = "Cu profundă compasiune,"  # whether or not there are dead: condoleanțe are for the bereaved alone
HIGHEST = "Vă rog să primiți, {appeal}, asigurarea înaltei mele considerații."
HIGHEST_OF_SEVERAL = "Vă rugăm să primiți, {appeal}, asigurarea înaltei noastre considerații."
OF_PLACE = "{title} al {place}"
MAYORS = (*Language.headed["mayor"], "town", "village")  # the kinds of places that have a primar
NUMBERS = ("", "", "", "trei", "patru", "cinci", "șase", "șapte", "opt", "nouă", "zece")
# How a definite noun ends in the nominative and, the same for both, in the genitive and dative.
OBLIQUE = {"ul": "ului", "tatea": "tății", "ia": "iei"}
# Most prepositions take a noun alone without its article: despre cutremur, but despre cutremurul din X and despre
# accidentul feroviar.
WITHOUT_ARTICLE = {
    "epidemia": "epidemie",
    "cutremurul": "cutremur",
    "inundațiile": "inundații",
    "furtuna": "furtună",
    "incendiul": "incendiu",
    "accidentul": "accident",
}
# The kinds that a place's own name may begin with; they are not said twice.
KINDS = {
    "municipiul": "municipality",
    "orașul": "town",
    "comuna": "village",
    "sectorul": "district",
    "județul": "county",
    "provincia": "province",
    "regiunea": "region",
}
# The nouns that an organization's name may begin with, and their genitive: universitatea dumneavoastră. (Asociația and
# compania are kinds on record.)
BODIES = {
    "academia": "academiei",
    "agenția": "agenției",
    "biblioteca": "bibliotecii",
    "centrul": "centrului",
    "clinica": "clinicii",
    "clubul": "clubului",
    "colegiul": "colegiului",
    "facultatea": "facultății",
    "federația": "federației",
    "fundația": "fundației",
    "institutul": "institutului",
    "liceul": "liceului",
    "ministerul": "ministerului",
    "muzeul": "muzeului",
    "parchetul": "parchetului",
    "societatea": "societății",
    "spitalul": "spitalului",
    "școala": "școlii",
    "teatrul": "teatrului",
    "tribunalul": "tribunalului",
    "uniunea": "uniunii",
}
DIOCESE = re.compile(r"(?:arhi)?episcopia|eparhia|mitropolia", re.IGNORECASE)
# What may follow a function with the article: Primarul interimar al Municipiului, but Directorul interimar pentru X.
LINKS = r" (?:al|a|ai|ale|de|din|la|pentru|cu|interimar)\b"
KIND_IN_NAME = re.compile(rf"^({'|'.join(KINDS)}) (?=\w)", re.IGNORECASE)
# The towns of Romania that are municipii by law; the others are orașe.
MUNICIPALITIES = frozenset(
    "Adjud|Aiud|Alba Iulia|Alexandria|Arad|Bacău|Baia Mare|Băilești|Bârlad|Beiuș|Bistrița|Blaj|Botoșani|Brad|Brașov|"
    "Brăila|București|Buzău|Calafat|Caracal|Caransebeș|Carei|Călărași|Câmpia Turzii|Câmpina|Câmpulung|"
    "Câmpulung Moldovenesc|Cluj-Napoca|Codlea|Constanța|Craiova|Curtea de Argeș|Dej|Deva|Dorohoi|Drăgășani|"
    "Drobeta-Turnu Severin|Făgăraș|Fălticeni|Fetești|Focșani|Galați|Gheorgheni|Gherla|Giurgiu|Hunedoara|Huși|Iași|"
    "Lugoj|Lupeni|Mangalia|Marghita|Medgidia|Mediaș|Miercurea Ciuc|Moinești|Moreni|Motru|Odorheiu Secuiesc|Oltenița|"
    "Onești|Oradea|Orăștie|Orșova|Pașcani|Petroșani|Piatra Neamț|Pitești|Ploiești|Rădăuți|Râmnicu Sărat|"
    "Râmnicu Vâlcea|Reghin|Reșița|Roman|Roșiorii de Vede|Salonta|Satu Mare|Săcele|Sebeș|Sfântu Gheorghe|Sibiu|"
    "Sighetu Marmației|Sighișoara|Slatina|Slobozia|Suceava|Târgoviște|Târgu Jiu|Târgu Mureș|Târgu Secuiesc|"
    "Târnăveni|Tecuci|Timișoara|Toplița|Tulcea|Turda|Turnu Măgurele|Urziceni|Vaslui|Vatra Dornei|Vulcan|Zalău".split(
        "|"
    )
)

# Those of Moldova.
MOLDOVAN = frozenset(
    "Bălți|Bender|Tighina|Cahul|Ceadîr-Lunga|Chișinău|Comrat|Edineț|Hîncești|Orhei|Soroca|Strășeni|Tiraspol|Ungheni".split(
        "|"
    )
)
BY_LAW = {"RO": MUNICIPALITIES, "MD": MOLDOVAN}


def declined(plain: str, oblique: str) -> dict[str, str]:
    """Words by case, of which the genitive and the dative are one."""
    return {"": plain, "genitive": oblique, "dative": oblique}


def place(noun: str, oblique: str) -> PlaceForms:
    """The forms of a place from its noun with the article: municipiul, municipiului."""
    return PlaceForms(
        declined(f"{noun} dumneavoastră", f"{oblique} dumneavoastră"),
        declined(f"locuitorii {oblique} dumneavoastră", f"locuitorilor {oblique} dumneavoastră"),
        declined(f"{noun} {{name}}", f"{oblique} {{name}}"),
        declined(f"locuitorii {oblique} {{name}}", f"locuitorilor {oblique} {{name}}"),
    )


def body(noun: str, oblique: str) -> PlaceForms:
    """The forms of an organization from its noun with the article."""
    return PlaceForms(
        declined(f"{noun} dumneavoastră", f"{oblique} dumneavoastră"),
        declined(f"întregul colectiv al {oblique} dumneavoastră", f"întregului colectiv al {oblique} dumneavoastră"),
    )


class Romanian(Language):
    """docs/domain.md §2 (ro), §2.1, §4.2, §13.8. ``other`` of a word is its plural without "de", which is added here.

    After its kind a place's name stays as it is: locuitorilor municipiului Călărași.
    """

    code = "ro"
    babel = "ro_RO"
    agrees_in_gender = True
    order = 8
    word_code = "ro-RO"
    cases = ("genitive", "dative")
    name_cases = ("definite form",)
    own_country = "Republica Populară Chineză"
    unofficial = "Traducere neoficială"
    together = "{things} (împreună cu {others})"
    from_place = "{giver} din {place}"
    place_said_once = True
    contractions = {
        rf"\b(de|despre|după|prin|pentru) {definite}\b(?=[^\w\s]|$| (?:în|și)\b)": rf"\1 {bare}"
        for definite, bare in WITHOUT_ARTICLE.items()
    } | {r"\b([ÎîDd])(n|in) (un|o)\b": r"\1\2tr-\3"}
    optional_forms = ("gender",)
    words_up_to = 10
    qualifiers = {"about": "aproximativ {}", "over": "peste {}"}
    large_quantity = "o cantitate mare de {bulk}"
    some_quantity = "un lot de {bulk}"
    # The preposition stands with the container: boxes "cu" (with) masks, kilograms "de" (of) masks.
    # Words of number need a gender: weights have none here, and stand in figures.
    units = {
        "pair": Word(one="pereche de", other="perechi de", gender="f"),
        "set": Word(one="set de", other="seturi de", gender="n"),
        "bottle": Word(one="flacon de", other="flacoane de", gender="n"),
        "pack": Word(one="pachet cu", other="pachete cu", gender="n"),
        "batch": Word(one="lot de", other="loturi de", gender="n"),
        "carton": Word(one="cutie cu", other="cutii cu", gender="f"),
        "box": Word(one="cutie cu", other="cutii cu", gender="f"),
        "kilogram": Word(one="kilogram de", other="kilograme de"),
        "tonne": Word(one="tonă de", other="tone de"),
        "litre": Word(one="litru de", other="litri de"),
    }
    # Definite, in the nominative-accusative; ``contractions`` drop the article after most prepositions.
    occasions = {
        "epidemic": "epidemia",
        "earthquake": "cutremurul",
        "flood": "inundațiile",
        "storm": "furtuna",
        "fire": "incendiul",
        "accident": "accidentul",
    }
    places = {
        "city": place("orașul", "orașului"),
        "municipality": place("municipiul", "municipiului"),
        "borough": place("sectorul", "sectorului"),
        "district": place("sectorul", "sectorului"),
        "county": place("județul", "județului"),
        "town": place("orașul", "orașului"),
        "village": place("comuna", "comunei"),
        "prefecture": place("prefectura", "prefecturii"),
        "province": place("provincia", "provinciei"),
        "state": place("statul", "statului"),
        "region": place("regiunea", "regiunii"),
        "department": place("departamentul", "departamentului"),
        "country": PlaceForms(
            declined("țara dumneavoastră", "țării dumneavoastră"),
            declined("autoritățile și poporul țării dumneavoastră", "autorităților și poporului țării dumneavoastră"),
        ),
        "person": PlaceForms(
            "dumneavoastră", declined("toți cei dragi dumneavoastră", "tuturor celor dragi dumneavoastră")
        ),
        "hospital": body("spitalul", "spitalului"),
        "company": body("compania", "companiei"),
        "association": body("asociația", "asociației"),
        "council": body("consiliul", "consiliului"),
        "embassy": body("ambasada", "ambasadei"),
        "organization": body("organizația", "organizației"),
        **{noun: body(noun, oblique) for noun, oblique in BODIES.items()},
        "universitatea": PlaceForms(
            body("universitatea", "universității").your,
            declined(
                "întreaga comunitate academică a universității dumneavoastră",
                "întregii comunități academice a universității dumneavoastră",
            ),
        ),
        "diocese": PlaceForms(
            body("eparhia", "eparhiei").your,
            declined("întreaga comunitate a eparhiei dumneavoastră", "întregii comunități a eparhiei dumneavoastră"),
        ),
        **dict.fromkeys(
            ("school", "city_government", "own_mission", "domestic_office", "other", "body"),
            body("instituția", "instituției"),
        ),
    }
    # Without their article, for what they share stands after them: spitale și școli din municipiul Hengyang.
    beneficiaries = {
        "hospitals": "spitale",
        "frontline": "echipe din prima linie",
        "schools": "școli",
        "communities": "cartiere",
    }
    partnership_nouns = {"sister": "oraș înfrățit", "friendly": "oraș prieten", "prospective": "oraș partener"}
    # "din", since the place belongs to the noun before it: epidemia din Călărași.
    where_in_city = "din {city}"
    where_in_country = "din țara dumneavoastră"
    where_else = "din regiunea dumneavoastră"
    money_unsaid = "o contribuție financiară"

    dear = ("Stimate domnule", "Stimată doamnă")
    honorifics = ("Domnului ", "Doamnei ")
    ranks = {
        "mayor": RankForms("Primar", OF_PLACE, "primar", ("primar general",), closing=SPECIAL),
        "deputy_mayor": RankForms("Viceprimar", OF_PLACE, "viceprimar"),
        "governor": RankForms("", "", "guvernator", ("prim-ministru",), closing=SPECIAL),
        "deputy_governor": RankForms("", "", "viceguvernator", ("subprefect", "vicepreședinte")),
        "county_head": RankForms("Președinte", "{title} al Consiliului Județean {name}", "președinte", closing=SPECIAL),
        **dict.fromkeys(
            ("district_head", "town_head", "village_head"), RankForms("Primar", OF_PLACE, "primar", closing=SPECIAL)
        ),
        "prefect": RankForms("Prefect", OF_PLACE, "prefect", closing=SPECIAL),
        "council_president": RankForms("Președinte", called="președinte", closing=SPECIAL),
        "minister": RankForms(
            called="ministru", also_called=("viceprim-ministru", "prim-ministru", "secretar de stat"), closing=HIGHEST
        ),
        "ambassador": RankForms(
            "Ambasador",
            called="ambasador",
            honorific=("Excelenței Sale Domnului ", "Excelenței Sale Doamnei "),
            salutation="Excelență,",
            closing=HIGHEST,
        ),
        "consul_general": RankForms("Consul general", called="consul general"),
        "consul": RankForms("Consul", called="consul", also_called=("viceconsul",)),
        "charge_d_affaires": RankForms("Însărcinat cu afaceri a.i.", called="însărcinat cu afaceri"),
        "rector": RankForms("Rector", called="rector", also_called=("prorector",)),
        "bishop": RankForms(
            "Episcop", honorific="{holy}tului Părinte ", salutation="{holy}a Voastră,", closing=HIGHEST
        ),
        "royal": RankForms(honorific="Alteței Sale Regale ", salutation="Alteță Regală,", closing=HIGHEST),
        "judge": RankForms(called="judecător", also_called=("vicepreședinte", "președinte")),
        "prosecutor": RankForms(called="procuror", also_called=("prim-procuror", "procuror general", "procuror-șef")),
        "committee_chair": RankForms("Președinte al Comitetului Popular", called="președinte", closing=SPECIAL),
        "party_secretary": RankForms("Secretar al Comitetului de Partid", called="secretar", closing=SPECIAL),
        "director": RankForms("Director", called="director", also_called=("manager",)),
        "association_head": RankForms("Președinte", called="președinte", also_called=("vicepreședinte",)),
    }
    titles = (
        (r"atribuții de primar", "mayor"),
        (r"viceprimar", "deputy_mayor"),
        (r"viceguvernator|subprefect", "deputy_governor"),
        (r"\bprimar", "mayor"),
        (r"\bprefect", "prefect"),
        (r"guvernator|prim-ministru\w* al? (?:provinci|statului)", "governor"),
        (r"ministru[- ](?:consilier|plenipotențiar)", "official"),
        (r"\bministr|prim-ministr|secretar\w* de stat", "minister"),
        (r"însărcinat\w* cu afaceri", "charge_d_affaires"),
        (r"ambasado", "ambassador"),
        (r"consul general", "consul_general"),
        (r"consul\b", "consul"),
        (r"\b(?:pro)?rector", "rector"),
        (r"episcop|mitropolit", "bishop"),
        (r"\balteț|\bprincip(?:e|ele|es[aă])\b|\bprinț|\bregin|\bregele?\b", "royal"),
        (r"procuror", "prosecutor"),
        (r"judecător|președin\w* (?:al|a)? ?(?:tribunal|curți)", "judge"),
        (r"comitetul\w* popular", "committee_chair"),
        (r"secretar\w* .*\bpartid", "party_secretary"),
        (r"consiliu\w* de administrație", "association_head"),
        (r"vicepreședin\w* .*\bconsiliu", "deputy_governor"),
        (r"vicepreședin", "association_head"),
        (r"președin\w* .*\b(?:consiliu|adunări)", "council_president"),
        (r"\bdirect(?:or|oare)|\bmanager", "director"),
        (r"președin", "association_head"),
        (r"\bșef|consilier|expert|referent|inspector|administrator|coordonator|profesor|medic|secretar", "official"),
    )
    headed = {
        **Language.headed,
        "mayor": MAYORS,
        "deputy_mayor": MAYORS,
        "council_president": (*Language.headed["council_president"], "county"),
        "county_head": ("county",),
        "prefect": ("county",),
        "district_head": ("district", "borough"),
        "town_head": ("town", "city", "municipality"),
        "village_head": ("village",),
        **dict.fromkeys(("governor", "deputy_governor", "minister", "royal", "judge", "prosecutor"), ()),
    }

    # Places ---------------------------------------------------------------------------------------------------------

    def place_forms(self, kind, name="", country=""):
        """By the kind that the name itself begins with, that its country's law gives it, or that is on record.

        A Chinese city is a municipiu, as its government's name and its mayor's title have it.
        """
        if told := KIND_IN_NAME.match(name):
            kind = KINDS[told[1].lower()]
        elif kind == "city" and (country == "CN" or name in BY_LAW.get(country, ())):
            kind = "municipality"
        return super().place_forms(kind, name, country)

    def body_kind(self, kind, name):
        """By the noun that a body's name begins with: a university is no instituție, the Red Cross no asociație."""
        noun = name.partition(" ")[0].lower()
        if kind in ("country", "own_mission"):
            return kind
        if noun in BODIES or noun == "universitatea":
            return noun
        if DIOCESE.match(noun):
            return "diocese"
        return "organization" if kind == "association" and not noun.startswith("asociați") else kind

    def named_place(self, kind, name, country="", case=""):
        return in_frame(self.place_forms(kind, name, country).named, name, case)

    def people_of(self, kind, name, country="", case=""):
        return in_frame(self.place_forms(kind, name, country).people_named, name, case)

    def decline(self, text, case, *, what, gender=""):
        """A place's name as it is, after its kind; an organization by its first word, where that ends regularly.

        A feminine adjective after it has a genitive of its own, which is asked for: Asociației Culturale.
        """
        if not case or what == "city":
            return text
        first, space, rest = text.partition(" ")
        ending = next((ending for ending in OBLIQUE if first.endswith(ending)), "")
        has_adjective = ending != "ul" and rest.partition(" ")[0].endswith("ă")
        if what != "organization" or not ending or has_adjective:
            raise CaseUnknown(f"{text} ({case})")
        return f"{first.removesuffix(ending)}{OBLIQUE[ending]}{space}{rest}"

    # Counting -------------------------------------------------------------------------------------------------------

    def in_words(self, quantity: Decimal, word: Word) -> str:
        if not word.gender:
            return ""
        feminine, masculine = word.gender == "f", word.gender == "m"
        small = {1: "o" if feminine else "un", 2: "doi" if masculine else "două"}
        return small.get(int(quantity)) or NUMBERS[int(quantity)]

    def counted(self, word: Word, quantity: Decimal) -> str:
        category = self.plural(quantity)
        noun, de = word.one if category == "one" else word.other, "de" if category == "other" else ""
        return NO_BREAK.join(filter(None, (self.written(quantity, word), de, noun)))

    def money(self, value, currency, qualifier="exact"):
        """Lei alone for Romania's own, which nobody there calls Romanian."""
        amount = super().money(value, currency, qualifier).replace(f"{NO_BREAK}de ", f"{NO_BREAK}de{NO_BREAK}", 1)
        return re.sub(r"\b(leu|lei) român\w+", r"\1", amount)

    # Times ----------------------------------------------------------------------------------------------------------

    def on_day(self, day):
        return f"la {self.day(day)}"

    def in_month(self, month):
        return f"în {self.month(month)}"

    def in_year(self, year):
        return f"în {year.year}"

    # Politeness -----------------------------------------------------------------------------------------------------

    def salutation(self, addressee: Addressee) -> str:
        """With the function, which stays masculine after doamnă, or the family name; never the given name alone."""
        if addressee.is_organization:
            return "Stimate doamne, stimați domni,"
        gender, forms = self.gender(addressee), self.forms(addressee)
        if forms.salutation:
            return forms.salutation.format(holy=self.holy(addressee))
        called = self.called(addressee) or addressee.family or addressee.name
        return f"{agree(self.dear, gender)} {called},"

    def called(self, addressee: Addressee) -> str:
        """The function in the salutation, as the title on record has it where it is one of the rank's words."""
        forms, title = self.forms(addressee), addressee.title.lower()
        return next((words for words in forms.also_called if words in title), forms.called)

    def holy(self, addressee: Addressee) -> str:
        """What the style of a bishop begins with; an archbishop's or metropolitan's is higher."""
        is_higher = re.search("arhiepiscop|mitropolit", addressee.title, re.IGNORECASE)
        return "Înaltpreasfinți" if is_higher else "Preasfinți"

    def envelope(self, addressee: Addressee) -> list[str]:
        """In the dative; a bishop goes by the given name."""
        if addressee.is_organization:
            return [addressee.organization]
        gender, rank = self.gender(addressee), self.rank_of(addressee)
        honorific = agree(self.forms(addressee).honorific or self.honorifics, gender)
        name = (rank == "bishop" and addressee.given) or f"{addressee.prefix} {addressee.name}".strip()
        first = f"{honorific.format(holy=self.holy(addressee))}{name}"
        return [line for line in (first, self.post(addressee), addressee.organization) if line]

    def post(self, addressee: Addressee) -> str:
        """The title on record, else the rank's own of its place; interimar after it for somebody acting."""
        title, called = addressee.title or self.usual_title(addressee), self.called(addressee)
        if not addressee.acting or not called or re.search("interimar|atribuții de", title, re.IGNORECASE):
            return title
        head = re.search(rf"\b{called}(\w*)(?: (?:general|executiv|adjunct)\w*)*", title, re.IGNORECASE)
        if not head:
            return title
        rest, interim = title[head.end() :], "interimară" if head[1] == "ă" else "interimar"
        of = " al" if head[1] and interim == "interimar" and rest and not re.match(LINKS, rest) else ""
        return f"{title[: head.end()]} {interim}{of}{rest}"

    def usual_title(self, addressee: Addressee) -> str:
        """Primar al Municipiului Călărași, Primar General al Municipiului București."""
        forms, kind, city = self.forms(addressee), addressee.place_kind, addressee.city
        if not (forms.with_city and city and kind in self.places):
            return forms.title
        place = self.named_place(kind, city, addressee.country, "genitive")
        title = (
            f"{forms.title} General" if place == "municipiului București" and forms.title == "Primar" else forms.title
        )
        return forms.with_city.format(title=title, name=bare_name(city), place=place[:1].upper() + place[1:])

    def closing(self, addressee: Addressee) -> str:
        if addressee.condolence:
            return SYMPATHY
        closing = self.forms(addressee).closing
        if "{appeal}" not in closing:
            return closing or "Cu stimă,"
        closing = closing if addressee.one_signs else HIGHEST_OF_SEVERAL
        return closing.format(appeal=re.sub("^Stimat[eă] ", "", self.salutation(addressee)).rstrip(","))


def bare_name(name: str) -> str:
    """A place's name without its kind."""
    return KIND_IN_NAME.sub("", name)


def in_frame(frame: str | dict[str, str], name: str, case: str) -> str:
    """A place's name in the words for its kind, said once."""
    return in_case(frame, case).format(name=bare_name(name))


LANGUAGE = Romanian()
