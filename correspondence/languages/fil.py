"""Filipino: measure words and no mga after a number, noong for what is past, no grammatical gender."""

from babel.numbers import format_decimal

from correspondence.languages.base import MALE, Addressee, Language, Word


class Filipino(Language):
    """docs/domain.md §2 (fil), §2.1, §3.2, §4. The reader is kayo; ating is yours and ours, aming ours alone."""

    code = babel = "fil"
    word_forms = ("bulk", "bare", "measure")
    qualifiers = {"about": "humigit-kumulang {}", "over": "mahigit {}"}
    unknown_quantity = "maraming {bulk}"
    containers = {
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
    fonts = ("Noto Serif", "Noto Serif CJK SC")

    titles = {
        "mayor": "Punong Lungsod",
        "deputy_mayor": "Pangalawang Punong Lungsod",
        "council_president": "Tagapangulo ng Sangguniang Panlungsod",
        "director": "Direktor",
        "ambassador": "Embahador",
        "consul_general": "Konsul Heneral",
        "consul": "Konsul",
    }
    honourable = ("mayor", "deputy_mayor", "council_president", "ambassador")

    def count(self, word, quantity, qualifier="exact", unit="piece"):
        if quantity is None:
            return self.unknown_quantity.format(bulk=word.bulk)
        measure = self.containers.get(unit, word).measure
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
        if addressee.role in self.honourable:
            office = self.titles[addressee.rank].split(" ng ")[0]
            return f"Kagalang-galang na {office} {addressee.family or addressee.name}:"
        return f"Mahal na {self.courtesy(addressee)}:"

    def envelope(self, addressee: Addressee) -> list[str]:
        if addressee.role == "organization":
            return [addressee.organization]
        honorific = "G. " if addressee.gender == MALE else ""
        if addressee.role in self.honourable:
            honorific = "Kgg. "
        title = addressee.title or self.titles.get(addressee.rank, "")
        return [line for line in (f"{honorific}{addressee.name}", title, addressee.organization) if line]

    def closing(self, addressee: Addressee) -> str:
        if addressee.role in self.honourable:
            return "Lubos na gumagalang,"
        return "Matapat na sumasainyo," if addressee.role in ("director", "organization") else "Gumagalang,"


LANGUAGE = Filipino()
