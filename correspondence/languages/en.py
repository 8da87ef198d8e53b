"""English, as a Chinese office writes it to the world: British dates, no honorific twice."""

import re

from correspondence.languages.base import FEMALE, MALE, Addressee, Language, Word

# Heads of a post of "ambassador or consul general" who are no Excellency.
NO_EXCELLENCY = re.compile(r"\b(?:consul|charg[ée])", re.IGNORECASE)


class English(Language):
    """docs/domain.md §2 (en), §3.2, §4. "The Honorable" goes with the full name only."""

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
    partnership_nouns = {"sister": "sister city", "friendly": "friendship city", "prospective": "partner city"}
    where_in_city = "in {city}"
    where_in_country = "in your country"
    where_else = "where you are"
    money_unsaid = "financial assistance"
    changes_names = True
    fonts = ("Noto Serif", "Noto Serif CJK SC")

    courtesy = {FEMALE: "Ms ", MALE: "Mr "}
    titles = {"mayor": "Mayor", "deputy_mayor": "Deputy Mayor", "council_president": "President"}
    posts = {
        **titles,
        "council_president": "President of the City Council",
        "director": "Director",
        "ambassador": "Ambassador",
    }
    # What a title on record is called in the salutation, where that is not the role's own word.
    spoken = {
        "deputy_mayor": ("Vice Mayor",),
        "council_president": ("Speaker", "Chairman", "Chairwoman", "Chair"),
        "ambassador": ("Consul General",),
    }
    honorable = ("mayor", "deputy_mayor", "council_president")

    def on_day(self, day):
        return f"on {self.day(day)}"

    def in_month(self, month):
        return f"in {self.month(month)}"

    def in_year(self, year):
        return f"in {year.year}"

    def salutation(self, addressee: Addressee) -> str:
        if addressee.role == "organization":
            return "Dear Sir or Madam,"
        if self.is_excellency(addressee):
            return "Excellency,"
        title = self.title(addressee)
        if title:
            return f"Dear {title} {addressee.family or addressee.name},"
        courtesy = self.courtesy.get(addressee.gender)
        return f"Dear {courtesy}{addressee.family or addressee.name}," if courtesy else f"Dear {addressee.name},"

    def is_excellency(self, addressee: Addressee) -> bool:
        """An ambassador is; a consul general or a chargé is not."""
        return addressee.role == "ambassador" and not NO_EXCELLENCY.search(addressee.title)

    def title(self, addressee: Addressee) -> str:
        """The title before the family name, the word on record first; "" where Ms or Mr stands there."""
        said = next((word for word in self.spoken.get(addressee.role, ()) if word in addressee.title), "")
        return said or self.titles.get(addressee.role, "")

    def envelope(self, addressee: Addressee) -> list[str]:
        if addressee.role == "organization":
            return [addressee.organization]
        lines = (f"{self.honorific(addressee)}{addressee.name}", self.post(addressee), addressee.organization)
        return [line for line in lines if line]

    def honorific(self, addressee: Addressee) -> str:
        """What goes before the full name on the envelope; nothing where it would need the gender.

        "The Honorable" never stands before a family name alone (docs/domain.md §2.1).
        """
        if addressee.role in self.honorable and (addressee.given or not addressee.family):
            return "The Honorable "
        if self.is_excellency(addressee):
            return {FEMALE: "Her Excellency ", MALE: "His Excellency "}.get(addressee.gender, "")
        return self.courtesy.get(addressee.gender, "")

    def post(self, addressee: Addressee) -> str:
        """The title on record or the role's own: Mayor of Guadalajara."""
        if addressee.title:
            return addressee.title
        post = self.posts.get(addressee.role, "")
        return f"{post} of {addressee.city}" if addressee.role == "mayor" and addressee.city else post

    def closing(self, addressee: Addressee) -> str:
        if self.is_excellency(addressee):
            return "Accept, Excellency, the assurances of my highest consideration."
        return "Yours faithfully," if addressee.role == "organization" else "Yours sincerely,"


LANGUAGE = English()
