"""Romanian: "de" between a number from 20 on and its noun, comma-below ș and ț, functions stay masculine."""

from decimal import Decimal

from correspondence.languages.base import FEMALE, MALE, Addressee, Language, RankForms, Word

SPECIAL = "Cu deosebită considerație,"


class Romanian(Language):
    """docs/domain.md §2 (ro), §2.1, §4.2. ``other`` of a word is its plural without "de", which is added here."""

    code = "ro"
    babel = "ro_RO"
    agrees_in_gender = True
    order = 8
    word_code = "ro-RO"
    name_cases = ("definite form",)
    word_forms = ("bulk", "one", "other")
    qualifiers = {"about": "aproximativ {}", "over": "peste {}"}
    large_quantity = "o cantitate mare de {bulk}"
    # The preposition stands with the container: boxes "cu" (with) masks, kilograms "de" (of) masks.
    units = {
        "carton": Word(one="cutie cu", other="cutii cu"),
        "box": Word(one="cutie cu", other="cutii cu"),
        "kilogram": Word(one="kilogram de", other="kilograme de"),
        "tonne": Word(one="tonă de", other="tone de"),
        "litre": Word(one="litru de", other="litri de"),
    }
    # Definite and in the nominative-accusative: "știrile despre {occasion} din …", "odată cu {occasion}".
    # After "despre" a modifier must follow, or the article would have to go: cutremurul din …, not alone.
    occasions = {
        "epidemic": "epidemia",
        "earthquake": "cutremurul",
        "flood": "inundațiile",
        "storm": "furtuna",
        "fire": "incendiul",
        "accident": "accidentul",
    }
    partnership_nouns = {"sister": "oraș înfrățit", "friendly": "oraș prieten", "prospective": "oraș partener"}
    # "din", since the place belongs to the noun before it: epidemia din Călărași.
    where_in_city = "din {city}"
    where_in_country = "din țara dumneavoastră"
    where_else = "din regiunea dumneavoastră"
    money_unsaid = "o contribuție financiară"

    dear = {MALE: "Stimate domnule", FEMALE: "Stimată doamnă"}
    honorifics = {MALE: "Domnului", FEMALE: "Doamnei"}
    ranks = {
        "mayor": RankForms("Primar", called="primar", closing=SPECIAL),
        "deputy_mayor": RankForms("Viceprimar", called="viceprimar"),
        "council_president": RankForms("Președinte", called="președinte"),
        "director": RankForms("Director", called="director"),
        "ambassador": RankForms(
            "Ambasador",
            honorific="Excelenței Sale ",
            salutation="Excelență,",
            closing="Vă rog să primiți, Excelență, asigurarea înaltei mele considerații.",
        ),
        "consul_general": RankForms("Consul general", called="consul general", closing=SPECIAL),
        "consul": RankForms("Consul", called="consul", closing=SPECIAL),
    }

    def counted(self, word: Word, quantity: Decimal) -> str:
        category = self.plural(quantity)
        noun = word.one if category == "one" else word.other
        return f"{self.number(quantity)} {'de ' if category == 'other' else ''}{noun}"

    def count(self, word, quantity, qualifier="exact", unit="piece"):
        if quantity is None or unit == "piece":
            return super().count(word, quantity, qualifier, unit)
        container = self.units[unit]
        return self.qualify(f"{self.counted(container, quantity)} {word.bulk}", container, qualifier)

    def on_day(self, day):
        return f"la {self.day(day)}"

    def in_month(self, month):
        return f"în {self.month(month)}"

    def in_year(self, year):
        return f"în {year.year}"

    def salutation(self, addressee: Addressee) -> str:
        """With the function, which stays masculine after doamnă, or the family name; never the given name alone."""
        if addressee.role == "organization":
            return "Stimate doamne, stimați domni,"
        gender = self.gender(addressee)
        forms = self.forms(addressee)
        called = forms.called or addressee.family or addressee.name
        return forms.salutation or f"{self.dear[gender]} {called},"

    def envelope(self, addressee: Addressee) -> list[str]:
        if addressee.role == "organization":
            return [addressee.organization]
        forms = self.forms(addressee)
        first = f"{forms.honorific}{self.honorifics[self.gender(addressee)]} {addressee.name}"
        return [line for line in (first, addressee.title or forms.title, addressee.organization) if line]

    def closing(self, addressee: Addressee) -> str:
        return self.forms(addressee).closing or "Cu stimă,"


LANGUAGE = Romanian()
