"""Filipino: measure words and no mga after a number, noong for what is past, no grammatical gender."""

from babel.numbers import format_decimal

from correspondence.languages.base import MALE, Addressee, Language, RankForms, Word

FAITHFULLY = "Matapat na sumasainyo,"


def honourable(title: str, called: str = "") -> RankForms:
    """The forms of a rank that is Kagalang-galang, abbreviated Kgg. on the envelope."""
    respect, closing = "Kagalang-galang na", "Lubos na gumagalang,"
    return RankForms(title, called=called or title, honorific="Kgg. ", respect=respect, closing=closing)


class Filipino(Language):
    """docs/domain.md §2 (fil), §2.1, §3.2, §4. The reader is kayo; ating is yours and ours, aming ours alone."""

    code = babel = "fil"
    order = 9
    word_code = "fil-PH"
    word_forms = ("bulk", "bare", "measure")
    qualifiers = {"about": "humigit-kumulang {}", "over": "mahigit {}"}
    large_quantity = "maraming {bulk}"
    units = {
        "carton": Word(measure="karton"),
        "box": Word(measure="kahon"),
        "kilogram": Word(measure="kilo"),
        "tonne": Word(measure="tonelada"),
        "litre": Word(measure="litro"),
    }
    currencies = {
        "CNY": "yuan",
        "EUR": "euro",
        "JPY": "yen",
        "KRW": "won ng Timog Korea",
        "NOK": "krone ng Norway",
        "PHP": "piso",
        "RON": "leu ng Romania",
        "UAH": "hryvnia ng Ukraine",
        "USD": "dolyar ng Estados Unidos",
    }
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
    where_in_city = "sa {city}"
    where_in_country = "sa inyong bansa"
    where_else = "sa inyong lugar"
    money_unsaid = "tulong pinansiyal"

    ranks = {
        "mayor": honourable("Punong Lungsod"),
        "deputy_mayor": honourable("Pangalawang Punong Lungsod"),
        "council_president": honourable("Tagapangulo ng Sangguniang Panlungsod", called="Tagapangulo"),
        "director": RankForms("Direktor", closing=FAITHFULLY),
        "ambassador": honourable("Embahador"),
        "consul_general": honourable("Konsul Heneral"),
        "consul": honourable("Konsul"),
    }

    def count(self, word, quantity, qualifier="exact", unit="piece"):
        if quantity is None:
            return self.large_quantity.format(bulk=word.bulk)
        measure = self.units.get(unit, word).measure
        counted = f"{self.number(quantity)} {measure} ng" if measure else self.number(quantity)
        return self.qualify(f"{counted} {word.bulk}", word, qualifier)

    def money(self, value, currency, qualifier="exact"):
        amount = format_decimal(value, "#,##0.00" if value % 1 else "#,##0", locale=self.babel)
        return self.qualify(f"{amount} {self.currencies.get(currency, currency)}", Word(), qualifier)

    def on_day(self, day):
        return f"noong {self.day(day)}"

    def in_month(self, month):
        return f"noong {self.month(month)}"

    def in_year(self, year):
        return f"noong {year.year}"

    def when_expected(self, when):
        """A time still to come: noong speaks of the past alone."""
        return self.when(when).replace("noong", "sa", 1)

    def courtesy(self, addressee: Addressee) -> str:
        """G. for a man; Gng. and Bb. would say whether a woman is married, so she stands with her full name."""
        return f"G. {addressee.family}" if addressee.gender == MALE and addressee.family else addressee.name

    def salutation(self, addressee: Addressee) -> str:
        if addressee.role == "organization":
            return "Mga Ginang at Ginoo:"
        forms = self.forms(addressee)
        if forms.respect:
            return f"{forms.respect} {forms.called} {addressee.family or addressee.name}:"
        return f"Mahal na {self.courtesy(addressee)}:"

    def envelope(self, addressee: Addressee) -> list[str]:
        if addressee.role == "organization":
            return [addressee.organization]
        forms = self.forms(addressee)
        honorific = forms.honorific or ("G. " if addressee.gender == MALE else "")
        lines = (f"{honorific}{addressee.name}", addressee.title or forms.title, addressee.organization)
        return [line for line in lines if line]

    def closing(self, addressee: Addressee) -> str:
        usual = FAITHFULLY if addressee.role == "organization" else "Gumagalang,"
        return self.forms(addressee).closing or usual


LANGUAGE = Filipino()
