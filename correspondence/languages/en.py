"""English, as a Chinese office writes it to the world: British dates, no honorific twice."""

from correspondence.languages.base import FEMALE, MALE, Addressee, Language, Word


class English(Language):
    """DOMAIN.md §2 (en), §3.2, §4. "The Honorable" goes with the full name only."""

    code = "en"
    babel = "en_GB"
    qualifiers = {"about": "about {}", "over": "more than {}"}
    unknown_quantity = "a large quantity of {bulk}"
    contained = "{container} of {bulk}"
    containers = {"carton": Word(one="carton", other="cartons"), "box": Word(one="box", other="boxes")}
    occasions = {
        "epidemic": "the epidemic",
        "earthquake": "the earthquake",
        "flood": "the floods",
        "storm": "the storm",
        "fire": "the fire",
        "accident": "the accident",
    }
    tie_nouns = {"sister": "sister city", "friendly": "friendship city", "prospective": "partner city"}

    where_in_city = "in {city}"
    where_else = "where you are"

    courtesy = {FEMALE: "Ms ", MALE: "Mr "}
    titles = {
        "mayor": "Mayor",
        "deputy_mayor": "Deputy Mayor",
        "council_president": "President",
        "ambassador": "Ambassador",
    }

    def on_day(self, day):
        return f"on {self.day(day)}"

    def in_month(self, month):
        return f"in {self.month(month)}"

    def in_year(self, year):
        return f"in {year.year}"

    def salutation(self, addressee: Addressee) -> str:
        if addressee.role == "body":
            return "Dear Sir or Madam,"
        if addressee.role in self.titles:
            return f"Dear {self.titles[addressee.role]} {addressee.family},"
        courtesy = self.courtesy.get(addressee.gender)
        return f"Dear {courtesy}{addressee.family}," if courtesy else f"Dear {addressee.name},"

    def envelope(self, addressee: Addressee) -> list[str]:
        if addressee.role == "body":
            return [addressee.body]
        honorific = {"mayor": "The Honorable ", "deputy_mayor": "The Honorable ", "council_president": "The Honorable "}
        if addressee.role == "ambassador":
            possessive = {FEMALE: "Her Excellency ", MALE: "His Excellency "}.get(addressee.gender, "")
            first = f"{possessive}{addressee.name}"
        else:
            courtesy = self.courtesy.get(addressee.gender, "")
            first = f"{honorific.get(addressee.role, courtesy)}{addressee.name}"
        title = addressee.title or self.titles.get(addressee.role, "")
        return [line for line in (first, title, addressee.body) if line]

    def closing(self, addressee: Addressee) -> str:
        if addressee.role == "ambassador":
            return "Accept, Excellency, the assurances of my highest consideration."
        return "Yours faithfully," if addressee.role == "body" else "Yours sincerely,"


LANGUAGE = English()
