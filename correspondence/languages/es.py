"""Spanish: titles agree in gender, 4000 but 30.000, un millón de, the first surname in salutations."""

import re
from decimal import Decimal

from babel.dates import format_date
from babel.numbers import format_decimal, get_currency_name

from correspondence.languages.base import NO_BREAK, Addressee, Language, PlaceForms, RankForms, Word, agree

TEN_THOUSAND, MILLION = Decimal(10_000), Decimal(1_000_000)
NUMBERS = ("", "", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez")
SURNAME_PARTICLES = set("da das de del den der di do dos du el la las los san santa santo van von".split())

# A provincial capital's mayor by law, others by custom (docs/domain.md §2.1).
ILLUSTRIOUS = ("Ilmo. Sr. D.", "Ilma. Sra. D.ª")
EXCELLENT = ("Excmo. Sr. D.", "Excma. Sra. D.ª")
HIGHEST, SPECIAL, USUAL = (
    "Le reitero el testimonio de mi más alta consideración.",
    "Reciba un atento y respetuoso saludo,",
    "Atentamente,",
)
MOURNING = "Reciba, junto con nuestro más sentido pésame, un respetuoso saludo,"
SYMPATHY = "Reciba, junto con nuestra solidaridad, un respetuoso saludo,"
BY_POST, BY_NAME, SIR = "{dear} {title}:", "{dear} {surname}:", "{sr} {title}:"
ACTING = re.compile(r"\b(?:en funciones|accidental|interin[oa]|encargad[oa] del despacho)\b", re.IGNORECASE)
# What the head of a municipality is called where no title is on record, by country; elsewhere Alcalde.
HEADS = {
    "MX": ("Presidente Municipal", "Presidenta Municipal"),
    "AR": ("Intendente", "Intendenta"),
    "UY": ("Intendente", "Intendenta"),
}


def first_surname(family: str) -> str:
    """The first of two surnames with its particles, capital first: De la Fuente (docs/domain.md §2.1)."""
    words = family.split()
    end = next((at for at, word in enumerate(words) if word.lower() not in SURNAME_PARTICLES), 0)
    surname = " ".join(words[: end + 1])
    return surname[:1].upper() + surname[1:]


def place(noun: str) -> PlaceForms:
    """The forms of a place from its noun: ciudad."""
    people = "los habitantes de "
    return PlaceForms(f"su {noun}", f"{people}su {noun}", people_named=f"{people}{{name}}")


def body(noun: str, staff: str = "todo su equipo") -> PlaceForms:
    """The forms of an organization from its noun, and of those who work there."""
    return PlaceForms(f"su {noun}", staff)


NEIGHBOURS = PlaceForms("su ciudad", "los vecinos de su ciudad", people_named="los vecinos de {name}")


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
    together = "{things} (junto con {others})"
    from_place = "{giver}, de {place}"
    # Before a proper name that begins with El nothing is drawn together: de El Ejido.
    contractions = {r"\b([Dd])e el\b": r"\1el", r"\b([Aa]) el\b": r"\1l"}
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
    feminine_currencies = {"NOK", "SEK", "DKK", "CZK", "UAH", "GBP", "TRY", "INR"}
    # With the article, as they stand after "sobre", "ante", "tras" and "que".
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
        "borough": place("distrito"),
        "district": place("distrito"),
        "county": place("condado"),
        "town": place("villa"),
        "village": place("pueblo"),
        "prefecture": place("prefectura"),
        "province": place("provincia"),
        "state": place("estado"),
        "region": place("región"),
        "department": place("departamento"),
        "country": PlaceForms("su país", "el Gobierno y el pueblo de su país"),
        "embassy": PlaceForms("su país", "el Gobierno y el pueblo de su país"),
        "person": PlaceForms("usted", "todos los suyos"),
        "hospital": body("hospital", "todo el personal de su hospital"),
        "school": body("centro", "toda la comunidad educativa de su centro"),
        "company": body("empresa"),
        "association": body("asociación", "todos los miembros de su asociación"),
        **dict.fromkeys(
            ("city_government", "council", "own_mission", "domestic_office", "other", "body"), body("institución")
        ),
    }
    beneficiaries = {
        "hospitals": "nuestros hospitales",
        "frontline": "quienes trabajan en primera línea",
        "schools": "nuestros colegios",
        "communities": "nuestros barrios",
    }
    partnership_nouns = {"sister": "ciudad hermanada", "friendly": "ciudad de amistad", "prospective": "ciudad amiga"}
    where_in_city = "en {city}"
    where_in_country = "en su país"
    where_else = "en su región"
    money_unsaid = "ayuda económica"

    dear = ("Estimado Sr.", "Estimada Sra.")
    plain = ("Sr. D.", "Sra. D.ª")
    ranks = {
        "mayor": RankForms(("Alcalde", "Alcaldesa"), "{title} de {city}", honorific=ILLUSTRIOUS, salutation=BY_POST),
        "deputy_mayor": RankForms("Teniente de Alcalde"),
        "governor": RankForms(honorific=EXCELLENT, salutation=BY_POST),
        "deputy_governor": RankForms(),
        **dict.fromkeys(("county_head", "district_head", "prefect"), RankForms(salutation=BY_POST)),
        **dict.fromkeys(
            ("town_head", "village_head"),
            RankForms(("Alcalde", "Alcaldesa"), "{title} de {city}", honorific=ILLUSTRIOUS, salutation=BY_POST),
        ),
        "council_president": RankForms(("Presidente", "Presidenta"), honorific=ILLUSTRIOUS, salutation=BY_POST),
        "minister": RankForms(honorific=EXCELLENT, salutation=SIR),
        "ambassador": RankForms(("Embajador", "Embajadora"), honorific=EXCELLENT, salutation=SIR),
        "consul_general": RankForms("Cónsul General", honorific=ILLUSTRIOUS, salutation=SIR),
        "consul": RankForms("Cónsul", salutation=SIR),
        "charge_d_affaires": RankForms(("Encargado de Negocios", "Encargada de Negocios"), salutation=SIR),
        "rector": RankForms(
            ("Rector", "Rectora"),
            honorific=("Excmo. y Magfco. Sr. D.", "Excma. y Magfca. Sra. D.ª"),
            salutation="{sr} {title} {magnificent}:",
        ),
        "bishop": RankForms(honorific="Excmo. y Rvdmo. Mons.", salutation="Excelencia Reverendísima:"),
        "royal": RankForms(honorific="S. A. R.", salutation="Alteza Real:"),
        **dict.fromkeys(("judge", "prosecutor"), RankForms(honorific=ILLUSTRIOUS, salutation=BY_POST)),
        **dict.fromkeys(("committee_chair", "party_secretary", "association_head"), RankForms(salutation=BY_POST)),
        "director": RankForms(("Director", "Directora")),
    }
    # What each class of rank closes with (docs/domain.md §13).
    classes = {
        **dict.fromkeys(("minister", "ambassador", "bishop", "royal"), HIGHEST),
        **dict.fromkeys(
            ("mayor", "governor", "county_head", "district_head", "town_head", "village_head", "prefect"), SPECIAL
        ),
        **dict.fromkeys(("committee_chair", "party_secretary"), SPECIAL),
    }
    titles = (
        (r"teniente de alcald|vicealcald|vicepresident\w+ municipal|viceintendent", "deputy_mayor"),
        (r"\balcald|president\w+ municipal|\bintendent", "mayor"),
        (
            r"vicegobernador|subgobernador|vicepresident\w+ (?:de la|del) (?:comunidad|junta|generalitat|gobierno)",
            "deputy_governor",
        ),
        (
            r"\bgobernador|president\w+ de(?: la| l)? (?:comunidad|junta|generalitat|xunta|región|gobierno de)"
            r"|lehendakari|primer\w* ministr\w+ de la provincia",
            "governor",
        ),
        (
            r"president\w+ (?:de la diputación|del cabildo|del consell|del distrito|del condado)|jefe de condado",
            "county_head",
        ),
        (r"\bprefect|delegad\w+ del gobierno", "prefect"),
        (r"encargad\w+ de negocios", "charge_d_affaires"),
        (r"embajador", "ambassador"),
        (r"cónsul(?:a)? general", "consul_general"),
        (r"\bcónsul", "consul"),
        (r"ministr\w+|secretari\w+ de estado", "minister"),
        (r"\brector", "rector"),
        (r"obisp[oa]", "bishop"),
        (r"\bprínc|\bprinces|infant[ae]\b|\balteza|\brey\b|\breina\b", "royal"),
        (r"fiscal", "prosecutor"),
        (r"magistrad|\bjuez|\bjueza|president\w+ (?:del tribunal|de la audiencia)", "judge"),
        (r"comité popular", "committee_chair"),
        (r"secretari\w+ (?:del comité|general) del partido|secretari\w+ .*\bpartido", "party_secretary"),
        (r"president\w+ del? (?:concejo|consejo|pleno|ayuntamiento|cabildo)", "council_president"),
        (r"\bpresident|vicepresident", "association_head"),
        (r"\bdirect|gerente|\bjef[ea]\b|responsable", "director"),
        (
            r"concejal|consejer|diputad|secretari|coordinador|técnic|asesor|profesor|doctor|médic|agregad|vicecónsul",
            "official",
        ),
    )
    headed = {
        **Language.headed,
        "mayor": (*Language.headed["mayor"], "town", "village"),
        "town_head": ("town", "city", "municipality"),
        "village_head": ("village",),
        **dict.fromkeys(
            ("governor", "deputy_governor", "county_head", "district_head", "prefect", "minister", "bishop", "royal"),
            (),
        ),
        **dict.fromkeys(("judge", "prosecutor", "committee_chair", "party_secretary", "association_head"), ()),
    }

    # Places -------------------------------------------------------------------------------------

    def place_forms(self, kind, name="", country=""):
        """Vecinos only of a municipality in Spain; habitantes elsewhere (docs/domain.md §14)."""
        if country == "ES" and kind in ("city", "municipality", "town", "village"):
            noun = {"municipality": "municipio", "town": "villa", "village": "pueblo"}.get(kind, "ciudad")
            return PlaceForms(f"su {noun}", f"los vecinos de su {noun}", people_named=NEIGHBOURS.people_named)
        return super().place_forms(kind, name, country)

    # Counting -----------------------------------------------------------------------------------

    def number(self, quantity: Decimal, pattern: str = "#,##0.###") -> str:
        """Points from five digits on only; Babel ignores CLDR's minimum of two grouping digits (§4.3)."""
        written = format_decimal(quantity, pattern, locale=self.babel)
        return written.replace(".", "") if quantity < TEN_THOUSAND else written

    def in_words(self, quantity: Decimal, word: Word) -> str:
        if not word.gender:
            return ""
        return ("una" if word.gender == "f" else "un") if quantity == 1 else NUMBERS[int(quantity)]

    def counted(self, word: Word, quantity: Decimal) -> str:
        if quantity < MILLION or quantity % MILLION:
            return super().counted(word, quantity)
        count = quantity / MILLION
        millions = "un millón" if count == 1 else f"{self.written(count, Word(gender='m'))}{NO_BREAK}millones"
        return f"{millions} de {word.other}"

    def qualify(self, counted: str, word: Word, qualifier: str) -> str:
        some = {"m": "unos", "f": "unas"}.get("m" if "millones de " in counted else word.gender)
        single = re.match(r"(?:1|un|una)\s", counted)
        if qualifier == "about" and some and not single:
            return f"{some} {counted}"
        return super().qualify(counted, word, qualifier)

    def uncounted(self, word: Word, qualifier: str) -> str:
        """Some books are algunos libros; what has no plural is an amount."""
        if qualifier == "some" and word.bulk == word.other:
            return f"{'algunas' if word.gender == 'f' else 'algunos'} {word.other}"
        return f"cierta cantidad de {word.bulk}" if qualifier == "some" else super().uncounted(word, qualifier)

    def money(self, value, currency, qualifier="exact"):
        """In figures, but for a round million; what stands before it says that it is money."""
        names = {count: get_currency_name(currency, count, self.babel) for count in (1, 2)}
        word = Word(one=names[1], other=names[2], gender="f" if currency in self.feminine_currencies else "m")
        if value % 1:
            amount = f"{self.number(value, '#,##0.00')}{NO_BREAK}{word.other}"
        elif value >= MILLION and value % MILLION == 0:
            amount = self.counted(word, value)
        else:
            amount = f"{self.number(value)}{NO_BREAK}{word.one if value == 1 else word.other}"
        return self.qualify(amount, word, qualifier)

    def join(self, phrases):
        # y becomes e before the sound i, which CLDR's list pattern does not know.
        return re.sub(r" y (?=h?i(?![ae]))", " e ", super().join(phrases), flags=re.IGNORECASE)

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

    # Politeness ---------------------------------------------------------------------------------

    def usual_title(self, addressee: Addressee, gender: str) -> str:
        """The rank's own title, of a mayor as the country calls one."""
        title = self.forms(addressee).title
        if addressee.role in ("mayor", "town_head", "village_head"):
            title = HEADS.get(addressee.country, title)
        return agree(title, gender)

    def called(self, addressee: Addressee, gender: str) -> str:
        """The title in the salutation: the word of the recorded one that names the post, without its place."""
        if not addressee.title:
            return self.usual_title(addressee, gender)
        without = ACTING.sub("", addressee.title).strip()
        return (
            re.split(r" (?:de|del|de la|ante|en|para|a\.)(?: |$)|,", without, maxsplit=1)[0]
            if not re.match(r"(?:Presidente|Presidenta) Municipal|Encargad|Ministr|Fiscal|Cónsul General", without)
            else re.split(r" (?:de|del) (?!Negocios)|,", without, maxsplit=1)[0]
        )

    def salutation(self, addressee: Addressee) -> str:
        if addressee.is_organization:
            return "Estimados señores y señoras:"
        gender, forms = self.gender(addressee), self.forms(addressee)
        return (forms.salutation or BY_NAME).format(
            dear=agree(self.dear, gender),
            sr=agree(("Sr.", "Sra."), gender),
            title=self.called(addressee, gender),
            surname=first_surname(addressee.family) or addressee.name,
            magnificent=agree(("Magnífico", "Magnífica"), gender),
        )

    def envelope(self, addressee: Addressee) -> list[str]:
        if addressee.is_organization:
            return [addressee.organization]
        gender = self.gender(addressee)
        name = " ".join(filter(None, (addressee.prefix, addressee.name[:1].upper() + addressee.name[1:])))
        lines = (f"{self.honorific(addressee, gender)} {name}", self.post(addressee, gender), addressee.organization)
        return [line for line in lines if line]

    def honorific(self, addressee: Addressee, gender: str) -> str:
        """What goes before the name; D. and D.ª go with a given name alone (docs/domain.md §2.1).

        Ilmo. and Excmo. are Spain's; the mayor of a municipality of great population is Excmo., its deputies Ilmo.
        """
        rank, honorific = self.rank_of(addressee), self.forms(addressee).honorific or self.plain
        if rank == "mayor" and addressee.great_city:
            honorific = EXCELLENT
        if rank == "deputy_mayor" and addressee.great_city:
            honorific = ILLUSTRIOUS
        local = rank in ("mayor", "town_head", "village_head", "council_president", "judge", "prosecutor", "governor")
        if local and addressee.country not in ("ES", ""):
            honorific = self.plain
        honorific = agree(honorific, gender)
        return (
            honorific if addressee.given or not addressee.family else honorific.removesuffix(" D.").removesuffix(" D.ª")
        )

    def post(self, addressee: Addressee, gender: str) -> str:
        """The title on record or the rank's own, said to be held for another where it is: Alcaldesa de Guadalajara."""
        acting = " en funciones" if addressee.acting and not ACTING.search(addressee.title) else ""
        if addressee.title:
            return f"{addressee.title}{acting}"
        title = self.usual_title(addressee, gender)
        frame = self.forms(addressee).with_city if addressee.city else ""
        return (frame or "{title}").format(title=f"{title}{acting}" if title else "", city=addressee.city)

    def closing(self, addressee: Addressee) -> str:
        if addressee.condolence:
            return MOURNING if addressee.lives_lost else SYMPATHY
        return self.classes.get(self.rank_of(addressee), USUAL)


LANGUAGE = Spanish()
