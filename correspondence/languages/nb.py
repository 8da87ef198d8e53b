"""Norwegian (bokmål): no titles of courtesy, no comma after the closing, a bold heading on every letter.

One rule for the opening: every text has a heading; below it a person is greeted with "Kjære …",
while an organization gets the heading alone, as NS 4129 has it.
"""

from correspondence.languages.base import FEMALE, MALE, Addressee, Language, Word


class Norwegian(Language):
    """docs/domain.md §2 (nb), §2.1, §4. The texts say dere to a city or organization and du to a single person."""

    code = "nb"
    babel = "nb_NO"
    qualifiers = {"about": "omtrent {}", "over": "over {}"}
    unknown_quantity = "store mengder {bulk}"
    contained = "{container} {bulk}"
    containers = {"carton": Word(one="kartong", other="kartonger"), "box": Word(one="eske", other="esker")}
    # In the definite form: "nyhetene om {occasion} i …", "under {occasion}", "etter {occasion}".
    occasions = {
        "epidemic": "epidemien",
        "earthquake": "jordskjelvet",
        "flood": "flommen",
        "storm": "uværet",
        "fire": "brannen",
        "accident": "ulykken",
    }
    partnership_nouns = {"sister": "vennskapsby", "friendly": "utvekslingsby", "prospective": "samarbeidsby"}
    # "i" is right of every municipality, also where the town itself takes "på" (på Hamar, i Hamar kommune).
    where_in_city = "i {city}"
    where_in_country = "i deres land"
    where_else = "hos dere"
    money_unsaid = "et pengebidrag"
    changes_names = True
    fonts = ("Noto Serif", "Noto Serif CJK SC")

    # The mayor chairs the council, so its president is ordfører too (docs/domain.md §2).
    titles = {
        "mayor": "Ordfører",
        "deputy_mayor": "Varaordfører",
        "council_president": "Ordfører",
        "director": "Avdelingsleder",
        "ambassador": "Ambassadør",
        "consul_general": "Generalkonsul",
        "consul": "Konsul",
    }
    greeted_by_title = ("mayor", "deputy_mayor", "council_president")

    def in_month(self, month):
        return f"i {self.month(month)}"

    def in_year(self, year):
        return f"i {year.year}"

    def salutation(self, addressee: Addressee) -> str:
        if addressee.role == "organization":
            return ""
        if addressee.role == "ambassador":
            return f"Kjære {self.titles[addressee.rank].lower()} {addressee.family or addressee.name},"
        if addressee.role not in self.greeted_by_title:
            return f"Kjære {addressee.name},"
        title = addressee.title if addressee.title and " " not in addressee.title else self.titles[addressee.role]
        return f"Kjære {title.lower()} {addressee.name},"

    def envelope(self, addressee: Addressee) -> list[str]:
        """A title of one word goes before the name, a longer one below it: Ordfører F S."""
        if addressee.role == "organization":
            return [addressee.organization]
        title = addressee.title or self.titles.get(addressee.rank, "")
        title = title[:1].upper() + title[1:]
        name = f"{self.excellency(addressee)}{addressee.name}"
        lines = [f"{title} {name}"] if title and " " not in title and name == addressee.name else [name, title]
        return [line for line in (*lines, addressee.organization or self.municipality(addressee)) if line]

    def excellency(self, addressee: Addressee) -> str:
        """An ambassador's style, which needs the gender; without it the title alone does."""
        if addressee.rank != "ambassador":
            return ""
        return {FEMALE: "Hennes Eksellense ", MALE: "Hans Eksellense "}.get(addressee.gender, "")

    def municipality(self, addressee: Addressee) -> str:
        """The municipality of a mayor whose organization is not on record."""
        return f"{addressee.city} kommune" if addressee.role in self.greeted_by_title and addressee.city else ""

    def closing(self, addressee: Addressee) -> str:
        return "Med vennlig hilsen"


LANGUAGE = Norwegian()
