"""Spanish: titles agree in gender, 4000 but 30.000, un millón de, the first surname in salutations."""

import re
from decimal import Decimal

from babel.dates import format_date
from babel.numbers import format_decimal, get_currency_name

from correspondence.languages.base import NO_BREAK, Addressee, Agreeing, Language, PlaceForms, RankForms, Word, agree
from correspondence.languages.base.times import without_covered
from crm.dates import MONTH, YEAR

TEN_THOUSAND, MILLION = Decimal(10_000), Decimal(1_000_000)
NUMBERS = ("", "", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez")
SURNAME_PARTICLES = set("da das de del den der di do dos du el la las los san santa santo van von".split())
BEFORE_I = r"(?=h?(?:i(?![aeo])|í|y(?![aeiouáéíóú])))"  # incubadoras, hilos, Íñigo, Yvonne; not hielo, Yibin
COMMAS = "CU DO GT HN MX NI PA PE PR SV US".split()  # countries that write 30,000 and 1.5
SPAIN = ("ES", "")
MUNICIPALITIES = ("city", "municipality", "town", "village")
FEMININE_MONEY = re.compile(r"corona|libra|lira|rupia|grivna|leva")

# Styles before the name, of a man and of a woman. D. and D.ª, which go with a given name alone, are Spain's.
PLAIN, ILLUSTRIOUS, EXCELLENT = ("Sr.", "Sra."), ("Ilmo. Sr.", "Ilma. Sra."), ("Excmo. Sr.", "Excma. Sra.")
MOLT_HONORABLE = ("Molt Honorable Sr.", "Molt Honorable Sra.")
MAGNIFICENT = ("Excmo. y Magfco. Sr.", "Excma. y Magfca. Sra.")
# Those that a title's words tell within its rank, in Spain (docs/domain.md §13.5).
STYLED = (
    ("prefect", r"^subdelegad", ILLUSTRIOUS),
    ("prefect", r"^delegad", EXCELLENT),
    ("governor", r"^(?:gobernador|jef|primer)", PLAIN),
    ("governor", r"\bgeneralitat|\b(?:illes|islas) balear", MOLT_HONORABLE),
    ("judge", r"\btribunal (?:superior|supremo)|\baudiencia nacional", EXCELLENT),
)
STYLED_EVERYWHERE = ("minister", "ambassador", "bishop", "royal")
HIGHEST, SPECIAL, USUAL = (
    "Le reitero el testimonio de mi más alta consideración.",
    "Reciba un atento y respetuoso saludo,",
    "Atentamente,",
)
HIGHEST_OF_SEVERAL = "Le reiteramos el testimonio de nuestra más alta consideración."
MOURNING = "{receive}, junto con nuestro más sentido pésame, un respetuoso saludo,"
SYMPATHY = "{receive}, junto con nuestra solidaridad, un respetuoso saludo,"
BY_POST, BY_NAME, BY_STYLE, SIR = "{dear} {title}:", "{dear} {surname}:", "{style} {title}:", "{sir} {title}:"

ORDINAL = r"(?:(?:(?:prim|terc)er[oa]?|segund[oa]|cuart[oa]|quint[oa]|sext[oa]|\d+\.?[ªº]) )?"
ACTING = re.compile(r"\ben funciones\b|\baccidental\b|\binterin[oa]\b|\bencargad[oa]\b|\(e\)|\ba\. ?i\.", re.IGNORECASE)
# Holders of these are asked for: out of office, not yet in it, or above a city's letters.
ASKED = re.compile(
    r"^ex[- ]?alcald|^ex\b|\belect[oa]\b|\bemérit|^president[ea] (?:de la (?:república|nación)|del gobierno$)"
    r"|^president[ea] de(?:l| las?| los)? (?:congreso|senado|cortes|parlament|asamblea|cámara de (?:dip|sen|repr))",
    re.IGNORECASE,
)
REGIONS = (
    "andalucía|aragón|asturias|canarias|cantabria|castilla[- ]la mancha|castilla y león|cataluña|catalunya|euskadi"
    "|extremadura|galicia|rioja|navarra|murcia|país vasco|(?:illes|islas) balears|islas baleares"
)
OF_ASSOCIATION = r" de(?:l| la) (?:asociación|fundación|federación|cámara|club|sociedad)\b"
# The words that begin a title and the ranks that they tell; deputies before heads, and what only looks like a head.
TITLES = (
    ("deputy_mayor", r"tenient[ea] (?:de )?alcald|vice ?alcald|vicepresident[ea] municipal|viceintendent"),
    ("official", r"alcald(?:e|esa) pedáne"),
    ("mayor", r"alcald(?:e|esa)\b|president[ea] municipal|intendent[ea]\b"),
    ("mayor", r"encargad[oa] del despacho de la (?:alcaldía|presidencia municipal)"),
    ("deputy_governor", r"vice ?gobernador|subgobernador|vicelehendakari"),
    (
        "deputy_governor",
        r"vicepresident[ea](?: \w+)? de(?:l| la) (?:comunidad|junta de|generalitat|xunta|gobierno|govern)",
    ),
    ("governor", r"gobernadora?\b|lehendakari|jef[ea] de gobierno\b|primer[ao]? ministr[oa] de la provincia\b"),
    ("governor", r"president[ea] de(?:l| la) (?:gobierno|govern|generalitat|xunta|principado)\b"),
    ("governor", r"president[ea] de la comunidad (?:autónoma|foral|valenciana|de madrid)"),
    ("governor", r"president[ea] de la junta de (?:andalucía|extremadura|castilla|comunidades)"),
    ("governor", rf"president[ea] de(?:l| las?)?(?: región de| ciudad autónoma de)? (?:{REGIONS}|ceuta|melilla)$"),
    (
        "county_head",
        r"president[ea] de(?:l| la) (?:excm[ao]\. )?(?:diputación|cabildo insular|consell|condado|comarca)",
    ),
    ("county_head", r"diputad[oa] general|jef[ea] de(?:l)? condado|landrat"),
    ("district_head", r"concejala?[- ]president|president[ea] de(?:l| la) (?:distrito|junta municipal)"),
    ("prefect", r"prefect[oa]\b|(?:sub)?delegad[oa] del gobierno"),
    ("charge_d_affaires", r"encargad[oa] de negocios"),
    ("official", r"embajadora? (?:de (?:la )?(?:buena voluntad|marca|paz)|turístic)|ministr[oa][- ]consejer"),
    ("ambassador", r"embajador"),
    ("consul", r"cónsula?(?: general)? adjunt|vice ?cónsul"),
    ("consul_general", r"cónsula? general"),
    ("consul", r"cónsul"),
    ("party_secretary", r"secretari[oa](?: general)? del (?:comité.* )?partido"),
    ("minister", r"(?:primer[ao]? )?ministr[oa]\b|secretari[oa] de estado"),
    ("rector", r"rectora?\b"),
    ("bishop", r"(?:arz)?obisp[oa]\b"),
    ("royal", r"(?:s\. ?a\. ?r\. )?(?:el |la )?(?:príncipe|princesa|infant[ae])\b"),
    ("prosecutor", r"fiscala?\b"),
    ("judge", r"magistrad[oa]|jueza?\b|president[ea] de(?:l| la) (?:tribunal|audiencia)"),
    ("committee_chair", r"president[ea] del comité popular"),
    (
        "council_president",
        r"president[ea] de(?:l| la) (?:honorable )?(?:concejo|consejo municipal|pleno|ayuntamiento|cabildo)",
    ),
    ("council_president", r"president[ea] de la junta departamental"),
    ("association_head", rf"vicepresident[ea]{OF_ASSOCIATION}|president[ea]\b"),
    ("official", r"vicepresident|secretari[oa]\b|consejer[oa]\b"),
    ("director", r"direct(?:or|iv)|gerent[ea]|jef[ea]\b|responsable"),
    (
        "official",
        r"vicerrector|(?:vice|sub)?(?:director|secretari|gerent)|concejal|diputad|senador|regidor|síndic|edil|vocal",
    ),
    ("official", r"coordinador|técnic|asesor|profesor|catedrátic|decan|doctor|médic|enfermer|agregad|portavoz|delegad"),
    (
        "official",
        r"comisionad|comisari|inspector|administrador|tesorer|encargad|gestor|ingenier|arquitect|abogad|traductor",
    ),
)
# What a salutation calls: the words of a title that name the office, without its place and what adorns it.
CALLED = re.compile(
    rf"{ORDINAL}(?:alcald\w+(?:[- ]president[ea]| mayor)?|president[ea] municipal|jef[ea] de gobierno"
    r"|cónsula? general(?! adjunt)|encargad[oa] del? (?:despacho|negocios)|(?:sub)?delegad[oa] del gobierno"
    r"|diputad[oa] general|secretari[oa] general|primer[ao]? ministr[oa]|concejala?[- ]president[ea]"
    r"|tenient[ea] (?:de )?alcald\w+|fiscala?(?: (?:jef[ea]|superior|general|provincial))?|[^\W\d_]+)",
    re.IGNORECASE,
)
# Words that several ranks share, and the ranks that the record may tell where a title says no more: «Presidenta».
SHARED = (
    (
        rf"president[ea]\b(?!{OF_ASSOCIATION})",
        "association_head",
        ("governor", "county_head", "district_head", "council_president", "judge", "committee_chair"),
    ),
    (r"secretari[oa]\b", "official", ("minister", "party_secretary")),
    (r"consejer[oa]\b", "official", ("minister",)),
)
# What the head of a municipality is called where no title is on record, by country; elsewhere Alcalde.
HEADS = {
    "MX": ("Presidente Municipal", "Presidenta Municipal"),
    **dict.fromkeys(("AR", "CU", "PY", "UY"), ("Intendente", "Intendenta")),
}
GOVERNED = {("AR", "province"), ("CO", "department"), ("MX", "state"), ("US", "state"), ("VE", "state")}
SELF_NAMED = re.compile(r"\b(fundación|federación|confederación|cámara|sociedad|club)\b", re.IGNORECASE)


def capital(text: str) -> str:
    """A text with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def first_surname(family: str) -> str:
    """The first of two surnames with its particles, capital first: De la Fuente (docs/domain.md §2.1)."""
    words = family.split()
    end = next((at for at, word in enumerate(words) if word.lower() not in SURNAME_PARTICLES), 0)
    return capital(" ".join(words[: end + 1]))


def place(noun: str, people: str = "los habitantes de") -> PlaceForms:
    """The forms of a place from its noun: ciudad."""
    return PlaceForms(f"su {noun}", f"{people} su {noun}", people_named=f"{people} {{name}}")


def body(noun: str, people: str = "todo su equipo") -> PlaceForms:
    """The forms of an organization from its noun, and of those who work there."""
    return PlaceForms(f"su {noun}", people)


def members(noun: str) -> PlaceForms:
    """The forms of an association and the like, whose people are its members."""
    return body(noun, f"todos los miembros de su {noun}")


# The nouns that names of organizations begin with, by the article they take.
BODIES = {
    "el": "ayuntamiento gobierno consejo concejo comité ministerio departamento instituto museo hospital colegio centro"
    " club consulado servicio banco grupo parlamento cabildo palacio teatro puerto sindicato orfeón coro",
    "la": "municipalidad alcaldía intendencia oficina asociación universidad escuela fundación cámara diputación"
    " embajada empresa federación sociedad cruz comisión secretaría dirección junta agencia biblioteca policía"
    " cooperativa compañía prefectura gobernación delegación confederación orquesta banda parroquia hermandad",
}


class Spanish(Language):
    """docs/domain.md §2 (es), §2.1, §3.2, §4, §13.5, §14. ``gender`` of a word decides between unos and unas."""

    code = "es"
    babel = "es_ES"
    agrees_in_gender = True
    order = 5
    word_code = "es-ES"
    name_cases = ("article",)
    own_country = "República Popular China"
    unofficial = "Traducción no oficial"
    together = "{things}, donación conjunta con {others}"
    from_place = "{giver}, de {place}"
    place_said_once = True
    # Before a proper name that begins with El nothing is drawn together: de El Ejido.
    contractions = {
        r"\b([Dd])e el\b": r"\1el",
        r"\b([Aa]) el\b": r"\1l",
        r"\b(al|del) Gobierno y el pueblo\b": r"\1 Gobierno y \1 pueblo",
        rf"(?i: y {BEFORE_I})": " e ",
    }
    word_forms = ("bulk", "one", "other", "gender")
    words_up_to = 10
    qualifiers = {"about": "aproximadamente {}", "over": "más de {}"}
    large_quantity = "una gran cantidad de {bulk}"
    contained = "{container} de {bulk}"
    units = {
        "pair": Word(one="par", other="pares", gender="m"),
        "set": Word(one="juego", other="juegos", gender="m"),
        "bottle": Word(one="botella", other="botellas", gender="f"),
        "pack": Word(one="paquete", other="paquetes", gender="m"),
        "batch": Word(one="lote", other="lotes", gender="m"),
        **dict.fromkeys(("carton", "box"), Word(one="caja", other="cajas", gender="f")),
        "kilogram": Word(one="kilogramo", other="kilogramos", gender="m"),
        "tonne": Word(one="tonelada", other="toneladas", gender="f"),
        "litre": Word(one="litro", other="litros", gender="m"),
    }
    currencies = {"JPY": ("yen", "yenes")}
    # With the article, as they stand after "sobre", "de" and "a", which draw it together.
    occasions = {
        "epidemic": "la epidemia",
        "earthquake": "el terremoto",
        "flood": "las inundaciones",
        "storm": "el temporal",
        "fire": "el incendio",
        "accident": "el accidente",
    }
    places = {
        "city": place("ciudad"),
        "municipality": place("municipio"),
        **dict.fromkeys(("borough", "district"), place("distrito")),
        "county": place("condado"),
        "town": place("localidad"),  # villa is a slum on the Río de la Plata
        "village": place("pueblo"),
        "prefecture": place("prefectura"),
        "province": place("provincia"),
        "state": place("estado"),
        "region": place("región"),
        "department": place("departamento"),
        **dict.fromkeys(("country", "embassy"), PlaceForms("su país", "el Gobierno y el pueblo de su país")),
        "person": PlaceForms("usted", "todos los suyos"),
        "hospital": body("hospital", "todo el personal de su hospital"),
        "school": body("centro", "toda la comunidad educativa de su centro"),
        "university": body("universidad", "toda la comunidad universitaria"),
        "company": body("empresa"),
        "association": members("asociación"),
        **{noun: members(noun) for noun in ("federación", "confederación", "cámara", "sociedad")},
        **{noun: body(noun) for noun in ("fundación", "club")},
        **dict.fromkeys(
            ("city_government", "council", "own_mission", "domestic_office", "other", "body"), body("institución")
        ),
    }
    # Vecinos are only those of a municipality of Spain (docs/domain.md §14).
    in_spain = {
        "city": place("ciudad", "los vecinos de"),
        "municipality": place("municipio", "los vecinos de"),
        "town": place("villa", "los vecinos de"),
        "village": place("pueblo", "los vecinos de"),
        "region": place("comunidad autónoma"),
    }
    beneficiaries = {
        "hospitals": "nuestros hospitales",
        "frontline": "nuestro personal de primera línea",
        "schools": "nuestros centros educativos",
        "communities": "nuestros barrios",
    }
    partnership_nouns = {"sister": "ciudad hermanada", "friendly": "ciudad de amistad", "prospective": "ciudad amiga"}
    where_in_city = "en {city}"
    where_in_country = where_else = "en su país"
    money_unsaid = "una ayuda económica"

    ranks = {
        **dict.fromkeys(
            ("mayor", "town_head", "village_head"),
            RankForms(("Alcalde", "Alcaldesa"), "{title} de {city}", honorific=ILLUSTRIOUS, salutation=BY_POST),
        ),
        "deputy_mayor": RankForms("Teniente de Alcalde"),
        "governor": RankForms(
            ("Gobernador", "Gobernadora"), "{title} de {city}", honorific=EXCELLENT, salutation=BY_STYLE
        ),
        "county_head": RankForms(honorific=ILLUSTRIOUS, salutation=BY_STYLE),
        "district_head": RankForms(salutation=BY_POST),
        "prefect": RankForms(salutation=BY_STYLE),
        "council_president": RankForms(("Presidente", "Presidenta"), honorific=ILLUSTRIOUS, salutation=BY_POST),
        "minister": RankForms(honorific=EXCELLENT, salutation=SIR, closing=HIGHEST),
        "ambassador": RankForms(("Embajador", "Embajadora"), honorific=EXCELLENT, salutation=SIR, closing=HIGHEST),
        "consul_general": RankForms("Cónsul General", honorific=ILLUSTRIOUS, salutation=SIR),
        "consul": RankForms("Cónsul", salutation=SIR),
        "charge_d_affaires": RankForms(("Encargado de Negocios a. i.", "Encargada de Negocios a. i."), salutation=SIR),
        "rector": RankForms(("Rector", "Rectora"), honorific=MAGNIFICENT, salutation="{sir} {title} {magnificent}:"),
        "bishop": RankForms(honorific="Excmo. y Rvdmo. Mons.", salutation="Excelencia Reverendísima:", closing=HIGHEST),
        "royal": RankForms(honorific="S. A. R.", salutation="Alteza Real:", closing=HIGHEST),
        **dict.fromkeys(("judge", "prosecutor"), RankForms(honorific=ILLUSTRIOUS, salutation=BY_STYLE)),
        **dict.fromkeys(("committee_chair", "party_secretary", "association_head"), RankForms(salutation=BY_POST)),
        "director": RankForms(("Director", "Directora")),
    }
    respected = (
        *("mayor", "governor", "county_head", "district_head", "town_head", "village_head", "prefect"),
        *("committee_chair", "party_secretary"),
    )
    titles = tuple((rf"^{ORDINAL}(?:{words})", rank) for rank, words in TITLES)
    headed = {
        **Language.headed,
        "mayor": (*Language.headed["mayor"], "town", "village"),
        "town_head": MUNICIPALITIES[:3],
        "village_head": ("village",),
        **dict.fromkeys(("governor", "deputy_governor", "county_head", "district_head", "prefect", "minister"), ()),
        **dict.fromkeys(("bishop", "royal", "judge", "prosecutor", "committee_chair", "party_secretary"), ()),
        "association_head": (),
    }

    def variety(self, country):
        return WITH_COMMAS if country in COMMAS else self

    # Places -------------------------------------------------------------------------------------

    def place_forms(self, kind, name="", country=""):
        if country == "ES" and kind in self.in_spain:
            return self.in_spain[kind]
        return super().place_forms(kind, name, country)

    def body_kind(self, kind, name):
        """A university is no centro, and Cruz Roja no asociación."""
        if kind == "school":
            return "university" if re.search("universidad|universitat", name, re.IGNORECASE) else kind
        if kind != "association" or re.search("asociaci", name, re.IGNORECASE):
            return kind
        named = SELF_NAMED.search(name)
        return named[1].lower() if named else "body"

    def named_body(self, name):
        """«El Ayuntamiento de Cieza», «la Cruz Roja»; what its first word does not tell stands bare."""
        first = name.split(" ")[0].lower()
        article = next((article for article, heads in BODIES.items() if first in heads.split()), "")
        return f"{article} {name}".strip()

    # Counting -----------------------------------------------------------------------------------

    def number(self, quantity: Decimal, pattern: str = "#,##0.###") -> str:
        """Figures in groups from five digits on only; Babel ignores CLDR's minimum of two grouping digits (§4.3)."""
        grouped = quantity >= TEN_THOUSAND
        return format_decimal(quantity, pattern if grouped else pattern.replace(",", ""), locale=self.babel)

    def in_words(self, quantity, word):
        if not word.gender:
            return ""
        return ("una" if word.gender == "f" else "un") if quantity == 1 else NUMBERS[int(quantity)]

    def counted(self, word, quantity):
        if quantity < MILLION or quantity % MILLION:
            return super().counted(word, quantity)
        count = quantity / MILLION
        millions = "un millón" if count == 1 else f"{self.written(count, Word(gender='m'))}{NO_BREAK}millones"
        return f"{millions} de {word.other}"

    def qualify(self, counted, word, qualifier):
        some = {"m": "unos", "f": "unas"}.get("m" if "millones de " in counted else word.gender)
        if qualifier == "about" and some and not re.match(r"(?:1|un|una)\s", counted):
            return f"{some} {counted}"
        return super().qualify(counted, word, qualifier)

    def uncounted(self, word, qualifier):
        """Some books are algunos libros; what has no plural is an amount."""
        if qualifier == "some" and word.bulk == word.other:
            return f"{'algunas' if word.gender == 'f' else 'algunos'} {word.other}"
        return f"cierta cantidad de {word.bulk}" if qualifier == "some" else super().uncounted(word, qualifier)

    def money(self, value, currency, qualifier="exact"):
        """In figures, but for round millions."""
        one, other = self.currencies.get(currency) or (get_currency_name(currency, n, "es_ES") for n in (1, 2))
        word = Word(one=one, other=other, gender="f" if FEMININE_MONEY.match(one) else "m")
        if value >= MILLION and not value % MILLION:
            return self.qualify(self.counted(word, value), word, qualifier)
        figures = self.number(value, "#,##0.00" if value % 1 else "#,##0")
        return self.qualify(f"{figures}{NO_BREAK}{one if value == 1 else other}", word, qualifier)

    def join(self, phrases):
        """A, B y C; e before the sound i, which CLDR does not know; points between phrases that have commas."""
        phrases = list(phrases)
        if len(phrases) > 1 and any(", " in phrase for phrase in phrases):
            *first, last = phrases
            joined = f"{'; '.join(first)}, y {last}"
        else:
            joined = super().join(phrases)
        return re.sub(rf" y {BEFORE_I}", " e ", joined, flags=re.IGNORECASE)

    # Times --------------------------------------------------------------------------------------

    def day(self, day):
        return f"{day.day}{NO_BREAK}de {self.month(day)}"

    def month(self, month):
        return format_date(month, "MMMM 'de' y", locale=self.babel)

    def on_day(self, day):
        return f"el {self.day(day)}"

    def in_month(self, month):
        return f"en {self.month(month)}"

    def in_year(self, year):
        return f"en {year.year}"

    def when_several(self, times):
        """As everywhere; of days and months in one year it is said with the last: en enero y el 5 de marzo de 2020."""
        times = without_covered(times)
        if len(times) < 2 or len({time.first.year for time in times}) > 1 or YEAR in {time.precision for time in times}:
            return super().when_several(times)
        if {time.precision for time in times} == {MONTH}:
            return super().when_several(times)
        *first, last = (self.when(time) for time in times)
        return self.join([*(said.removesuffix(f" de {times[0].first.year}") for said in first), last])

    def list_item(self, when, things):
        return f"{things} ({when})"

    # Forms of address ---------------------------------------------------------------------------

    def rank_told(self, title):
        return "" if ASKED.search(title) else super().rank_told(title)

    def rank_of(self, addressee):
        """As everywhere; of a title that several ranks share the rank on record tells which."""
        rank, title = super().rank_of(addressee), addressee.title
        for words, told, others in SHARED:
            if rank == told and addressee.role in others and re.match(words, title, re.IGNORECASE):
                return addressee.role
        return rank

    def is_usual(self, addressee):
        """As everywhere; Teniente de Alcalde is Spain's, and governors are those of some countries' provinces."""
        if addressee.role == "deputy_mayor" and addressee.country not in SPAIN:
            return False
        return (
            (addressee.country, addressee.place_kind) in GOVERNED
            if addressee.role == "governor"
            else super().is_usual(addressee)
        )

    def usual_title(self, addressee: Addressee, gender: str) -> str:
        """The rank's own title, of a mayor as the country calls one."""
        title = self.forms(addressee).title
        if addressee.role in ("mayor", "town_head", "village_head"):
            title = HEADS.get(addressee.country, title)
        return agree(title, gender)

    def called(self, addressee: Addressee, gender: str) -> str:
        """What the salutation calls the holder: the words of the title that name the office, without its place."""
        title = addressee.title or self.usual_title(addressee, gender)
        found = CALLED.match(title)
        return capital(found[0] if found else title)

    def style(self, addressee: Addressee) -> Agreeing:
        """What goes before the name: Excmo. of a municipality of great population, Ilmo. of its deputies.

        Excmo., Ilmo. and Magfco. are Spain's, except for ministers, ambassadors and bishops.
        """
        rank, title = self.rank_of(addressee), addressee.title
        if addressee.country not in SPAIN and rank not in STYLED_EVERYWHERE:
            return PLAIN
        for ranked, words, style in STYLED:
            if ranked == rank and re.search(words, title, re.IGNORECASE):
                return style
        if addressee.great_city and rank in ("mayor", "deputy_mayor"):
            return EXCELLENT if rank == "mayor" else ILLUSTRIOUS
        return self.forms(addressee).honorific or PLAIN

    def prefix(self, addressee: Addressee) -> str:
        """Dr., Lic. and the like; no second Sr. or Don."""
        return "" if re.match(r"(?:sr|sra|don|doña|d|mons)\b", addressee.prefix, re.IGNORECASE) else addressee.prefix

    def salutation(self, addressee: Addressee) -> str:
        if addressee.is_organization:
            return "Estimados señores y señoras:"
        gender, forms, style = self.gender(addressee), self.forms(addressee), self.style(addressee)
        dear = agree(("Estimado", "Estimada"), gender)
        surname = first_surname(addressee.family) or addressee.name
        return (
            (forms.salutation or BY_NAME)
            .format(
                dear=f"{dear} {agree(PLAIN, gender)}"
                if forms.salutation or not self.prefix(addressee)
                else f"{dear} {self.prefix(addressee)}",
                style=f"{dear} {agree(PLAIN, gender)}" if style == PLAIN else agree(style, gender),
                sir=agree(("Señor", "Señora"), gender),
                title=self.called(addressee, gender),
                surname=surname,
                magnificent=agree(("Magnífico", "Magnífica"), gender) if style == MAGNIFICENT else "",
            )
            .replace(" :", ":")
        )

    def envelope(self, addressee: Addressee) -> list[str]:
        if addressee.is_organization:
            return [addressee.organization]
        gender = self.gender(addressee)
        lines = (self.name_line(addressee, gender), self.post(addressee, gender), addressee.organization)
        return [line for line in lines if line]

    def name_line(self, addressee: Addressee, gender: str) -> str:
        """The name under its style: Ilmo. Sr. D. Juan Rico; D. and D.ª go with a given name alone (§2.1)."""
        style, prefix = agree(self.style(addressee), gender), self.prefix(addressee)
        named_alone = not addressee.family or addressee.given
        don = (
            agree(("D.", "D.ª"), gender) if addressee.country in SPAIN and named_alone and "Mons." not in style else ""
        )
        if prefix and addressee.country not in SPAIN and style in PLAIN:
            style = ""
        return " ".join(filter(None, (style, prefix, don, capital(addressee.name))))

    def post(self, addressee: Addressee, gender: str) -> str:
        """The title on record or the rank's own, said to be acting where it is: Alcaldesa en funciones de X."""
        title = addressee.title or self.usual_title(addressee, gender)
        found = CALLED.match(title)
        if addressee.acting and found and not ACTING.search(title):
            title = f"{found[0]} en funciones{title[found.end() :]}"
        frame = self.forms(addressee).with_city if addressee.city and not addressee.title else ""
        return capital((frame or "{title}").format(title=title, city=addressee.city))

    def closing(self, addressee: Addressee) -> str:
        rank = self.rank_of(addressee)
        if addressee.condolence:
            receive = "Reciban" if addressee.is_organization else "Reciba"
            return (MOURNING if addressee.lives_lost else SYMPATHY).format(receive=receive)
        if rank == "person":
            return "Un cordial saludo,"
        closing = self.forms(addressee).closing or (SPECIAL if rank in self.respected else USUAL)
        return HIGHEST_OF_SEVERAL if closing == HIGHEST and not addressee.one_signs else closing


class SpanishWithCommas(Spanish):
    """Spanish of the countries that write 30,000 and 1.5."""

    babel = "es_MX"


WITH_COMMAS = SpanishWithCommas()
LANGUAGE = Spanish()
