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
    # With the article, as they follow "of", "after" and "news of": the epidemic, the floods.
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
    fonts = ("Noto Serif", "Noto Serif CJK SC")

    courtesy = {FEMALE: "Ms ", MALE: "Mr "}
    titles = {
        "mayor": "Mayor",
        "deputy_mayor": "Deputy Mayor",
        "council_president": "President",
        "ambassador": "Ambassador",
    }
    posts = {**titles, "council_president": "President of the City Council", "director": "Director"}
    honorable = ("mayor", "deputy_mayor", "council_president")

    def on_day(self, day):
        return f"on {self.day(day)}"

    def in_month(self, month):
        return f"in {self.month(month)}"

    def in_year(self, year):
        return f"in {year.year}"

    def salutation(self, addressee: Addressee) -> str:
        if addressee.role == "body":
            return "Dear Sir or Madam,"
        if addressee.role == "ambassador":
            return "Excellency,"
        if addressee.role in self.titles:
            return f"Dear {self.titles[addressee.role]} {addressee.family or addressee.name},"
        courtesy = self.courtesy.get(addressee.gender)
        return f"Dear {courtesy}{addressee.family or addressee.name}," if courtesy else f"Dear {addressee.name},"

    def envelope(self, addressee: Addressee) -> list[str]:
        if addressee.role == "body":
            return [addressee.body]
        lines = (f"{self.honorific(addressee)}{addressee.name}", self.post(addressee), addressee.body)
        return [line for line in lines if line]

    def honorific(self, addressee: Addressee) -> str:
        """What goes before the full name on the envelope; nothing where it would need the gender."""
        if addressee.role in self.honorable:
            return "The Honorable "
        if addressee.role == "ambassador":
            return {FEMALE: "Her Excellency ", MALE: "His Excellency "}.get(addressee.gender, "")
        return self.courtesy.get(addressee.gender, "")

    def post(self, addressee: Addressee) -> str:
        """The title on record or the role's own: Mayor of Guadalajara."""
        if addressee.title:
            return addressee.title
        post = self.posts.get(addressee.role, "")
        return f"{post} of {addressee.city}" if addressee.role == "mayor" and addressee.city else post

    def closing(self, addressee: Addressee) -> str:
        if addressee.role == "ambassador":
            return "Accept, Excellency, the assurances of my highest consideration."
        return "Yours faithfully," if addressee.role == "body" else "Yours sincerely,"


LANGUAGE = English()
