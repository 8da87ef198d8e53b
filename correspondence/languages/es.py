"""Spanish of Spain: titles agree in gender, 4000 but 30.000, un millón de, the first surname in salutations."""

import re
from decimal import Decimal

from babel.dates import format_date
from babel.numbers import format_decimal, get_currency_name

from correspondence.languages.base import Addressee, Language, RankForms, Word, agree

TEN_THOUSAND, MILLION = Decimal(10_000), Decimal(1_000_000)
SURNAME_PARTICLES = set("da das de del den der di do dos du el la las los san santa santo van von".split())

# A provincial capital's mayor by law, others by custom; gran población differs (docs/domain.md §2.1).
ILLUSTRIOUS = ("Ilmo. Sr. D.", "Ilma. Sra. D.ª")
DISTINGUISHED = "Le reitero el testimonio de mi más distinguida consideración."


def first_surname(family: str) -> str:
    """The first of two surnames with its particles, capital first: De la Fuente (docs/domain.md §2.1)."""
    words = family.split()
    end = next((at for at, word in enumerate(words) if word.lower() not in SURNAME_PARTICLES), 0)
    surname = " ".join(words[: end + 1])
    return surname[:1].upper() + surname[1:]


class Spanish(Language):
    """docs/domain.md §2 (es), §2.1, §3.2, §4. ``gender`` of a word decides between unos and unas."""

    code = "es"
    babel = "es_ES"
    agrees_in_gender = True
    order = 5
    word_code = "es-ES"
    name_cases = ("article",)
    word_forms = ("bulk", "one", "other", "gender")
    qualifiers = {"about": "aproximadamente {}", "over": "más de {}"}
    large_quantity = "una gran cantidad de {bulk}"
    contained = "{container} de {bulk}"
    units = {
        **dict.fromkeys(("carton", "box"), Word(one="caja", other="cajas", gender="f")),
        "kilogram": Word(one="kilogramo", other="kilogramos", gender="m"),
        "tonne": Word(one="tonelada", other="toneladas", gender="f"),
        "litre": Word(one="litro", other="litros", gender="m"),
    }
    feminine_currencies = {"NOK", "SEK", "DKK", "CZK", "UAH", "GBP", "TRY", "INR"}
    # With the article, after "sobre", "ante" and "tras"; never after "de" or "a", which would need del, al.
    occasions = {
        "epidemic": "la epidemia",
        "earthquake": "el terremoto",
        "flood": "las inundaciones",
        "storm": "el temporal",
        "fire": "el incendio",
        "accident": "el accidente",
    }
    partnership_nouns = {"sister": "ciudad hermanada", "friendly": "ciudad de amistad", "prospective": "ciudad amiga"}
    where_in_city = "en {city}"
    where_in_country = "en su país"
    where_else = "en su región"
    money_unsaid = "ayuda económica"

    dear = ("Estimado Sr.", "Estimada Sra.")
    plain = ("Sr. D.", "Sra. D.ª")
    ranks = {
        "mayor": RankForms(
            ("Alcalde", "Alcaldesa"),
            with_city="{title} de {city}",
            honorific=ILLUSTRIOUS,
            salutation="{dear} {title}:",
            closing="Reciba un cordial saludo,",
        ),
        "deputy_mayor": RankForms("Teniente de Alcalde"),
        "council_president": RankForms(
            ("Presidente", "Presidenta"), honorific=ILLUSTRIOUS, salutation="{dear} {title}:"
        ),
        "director": RankForms(("Director", "Directora")),
        "ambassador": RankForms(
            ("Embajador", "Embajadora"),
            honorific=("Excmo. Sr. D.", "Excma. Sra. D.ª"),
            salutation="{sir} {title}:",
            closing="Le reitero el testimonio de mi más alta consideración.",
        ),
        "consul_general": RankForms(
            "Cónsul General", honorific=ILLUSTRIOUS, salutation="{sir} {title}:", closing=DISTINGUISHED
        ),
        "consul": RankForms("Cónsul", salutation="{sir} {title}:", closing=DISTINGUISHED),
    }

    def number(self, quantity: Decimal, pattern: str = "#,##0.###") -> str:
        """Points from five digits on only; Babel ignores CLDR's minimum of two grouping digits (§4.3)."""
        written = format_decimal(quantity, pattern, locale=self.babel)
        return written.replace(".", "") if quantity < TEN_THOUSAND else written

    def counted(self, word: Word, quantity: Decimal) -> str:
        if quantity < MILLION or quantity % MILLION:
            return super().counted(word, quantity)
        millions = "un millón" if quantity == MILLION else f"{self.number(quantity / MILLION)} millones"
        return f"{millions} de {word.other}"

    def qualify(self, counted: str, word: Word, qualifier: str) -> str:
        some = {"m": "unos", "f": "unas"}.get("m" if " millones de " in counted else word.gender)
        if qualifier == "about" and some and not counted.startswith(("1 ", "un ")):
            return f"{some} {counted}"
        return super().qualify(counted, word, qualifier)

    def money(self, value, currency, qualifier="exact"):
        names = {count: get_currency_name(currency, count, self.babel) for count in (1, 2)}
        word = Word(one=names[1], other=names[2], gender="f" if currency in self.feminine_currencies else "m")
        amount = f"{self.number(value, '#,##0.00')} {word.other}" if value % 1 else self.counted(word, value)
        return self.qualify(amount, word, qualifier)

    def join(self, phrases):
        # y becomes e before the sound i, which CLDR's list pattern does not know.
        return re.sub(r" y (?=h?i(?![ae]))", " e ", super().join(phrases), flags=re.IGNORECASE)

    def month(self, month):
        return format_date(month, "MMMM 'de' y", locale=self.babel)

    def on_day(self, day):
        return f"el {self.day(day)}"

    def in_month(self, month):
        return f"en {self.month(month)}"

    def in_year(self, year):
        return f"en {year.year}"

    def salutation(self, addressee: Addressee) -> str:
        if addressee.role == "organization":
            return "Estimadas señoras, estimados señores:"
        gender, forms = self.gender(addressee), self.forms(addressee)
        return (forms.salutation or "{dear} {surname}:").format(
            dear=agree(self.dear, gender),
            sir=agree(("Señor", "Señora"), gender),
            title=agree(forms.title, gender),
            surname=first_surname(addressee.family) or addressee.name,
        )

    def envelope(self, addressee: Addressee) -> list[str]:
        if addressee.role == "organization":
            return [addressee.organization]
        gender = self.gender(addressee)
        name = addressee.name[:1].upper() + addressee.name[1:]
        lines = (f"{self.honorific(addressee, gender)} {name}", self.post(addressee, gender), addressee.organization)
        return [line for line in lines if line]

    def honorific(self, addressee: Addressee, gender: str) -> str:
        """What goes before the name; D. and D.ª go with a given name alone (docs/domain.md §2.1)."""
        honorific = agree(self.forms(addressee).honorific or self.plain, gender)
        return honorific if addressee.given or not addressee.family else honorific.rpartition(" ")[0]

    def post(self, addressee: Addressee, gender: str) -> str:
        """The title on record or the role's own: Alcaldesa de Guadalajara."""
        if addressee.title:
            return addressee.title
        forms = self.forms(addressee)
        frame = forms.with_city if addressee.city else ""
        return (frame or "{title}").format(title=agree(forms.title, gender), city=addressee.city)

    def closing(self, addressee: Addressee) -> str:
        usual = "Un cordial saludo," if addressee.role == "person" else "Atentamente,"
        return self.forms(addressee).closing or usual


LANGUAGE = Spanish()
