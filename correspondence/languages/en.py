"""English, as a Chinese office writes it to the world: British dates, no honorific twice."""

import re

from correspondence.languages.base import FEMALE, MALE, Addressee, Language, RankForms, Word, agree

# Titles on record whose holder is no Excellency, whatever the rank says.
NO_EXCELLENCY = re.compile(r"\b(?:consul|charg[ée])", re.IGNORECASE)
HONORABLE = "The Honorable "


class English(Language):
    """docs/domain.md §2 (en), §3.2, §4. "The Honorable" goes with the full name only."""

    code = "en"
    babel = "en_GB"
    order = 2
    word_code = "en-GB"
    name_cases = ("article",)
    qualifiers = {"about": "about {}", "over": "more than {}"}
    large_quantity = "a large quantity of {bulk}"
    contained = "{container} of {bulk}"
    units = {"carton": Word(one="carton", other="cartons"), "box": Word(one="box", other="boxes")}
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

    courtesy = {FEMALE: "Ms ", MALE: "Mr "}
    ranks = {
        "mayor": RankForms("Mayor", with_city="{title} of {city}", called="Mayor", honorific=HONORABLE),
        "deputy_mayor": RankForms(
            "Deputy Mayor", called="Deputy Mayor", also_called=("Vice Mayor",), honorific=HONORABLE
        ),
        "council_president": RankForms(
            "President of the City Council",
            called="President",
            also_called=("Speaker", "Chairman", "Chairwoman", "Chair"),
            honorific=HONORABLE,
        ),
        "director": RankForms("Director"),
        "ambassador": RankForms(
            "Ambassador",
            honorific=("His Excellency ", "Her Excellency "),
            salutation="Excellency,",
            closing="Accept, Excellency, the assurances of my highest consideration.",
        ),
        "consul_general": RankForms("Consul General", also_called=("Consul General",)),
        "consul": RankForms("Consul"),
    }

    def on_day(self, day):
        return f"on {self.day(day)}"

    def in_month(self, month):
        return f"in {self.month(month)}"

    def in_year(self, year):
        return f"in {year.year}"

    def salutation(self, addressee: Addressee) -> str:
        if addressee.role == "organization":
            return "Dear Sir or Madam,"
        if frame := self.forms(addressee).salutation:
            return frame
        title = self.title(addressee)
        if title:
            return f"Dear {title} {addressee.family or addressee.name},"
        courtesy = self.courtesy.get(addressee.gender)
        return f"Dear {courtesy}{addressee.family or addressee.name}," if courtesy else f"Dear {addressee.name},"

    def forms(self, addressee: Addressee) -> RankForms:
        """Those of the rank; a chargé recorded as an ambassador is no Excellency."""
        charge = addressee.role == "ambassador" and NO_EXCELLENCY.search(addressee.title)
        return RankForms() if charge else super().forms(addressee)

    def title(self, addressee: Addressee) -> str:
        """The title before the family name, the word on record first; "" where Ms or Mr stands there."""
        forms = self.forms(addressee)
        return next((word for word in forms.also_called if word in addressee.title), forms.called)

    def envelope(self, addressee: Addressee) -> list[str]:
        if addressee.role == "organization":
            return [addressee.organization]
        lines = (f"{self.honorific(addressee)}{addressee.name}", self.post(addressee), addressee.organization)
        return [line for line in lines if line]

    def honorific(self, addressee: Addressee) -> str:
        """What goes before the full name on the envelope; nothing where it would need the gender.

        "The Honorable" never stands before a family name alone (docs/domain.md §2.1).
        """
        honorific = self.forms(addressee).honorific
        if not honorific or (honorific == HONORABLE and addressee.family and not addressee.given):
            return self.courtesy.get(addressee.gender, "")
        return agree(honorific, addressee.gender)

    def post(self, addressee: Addressee) -> str:
        """The title on record or the role's own: Mayor of Guadalajara."""
        if addressee.title:
            return addressee.title
        forms = self.forms(addressee)
        frame = forms.with_city if addressee.city else ""
        return (frame or "{title}").format(title=forms.title, city=addressee.city)

    def closing(self, addressee: Addressee) -> str:
        usual = "Yours faithfully," if addressee.role == "organization" else "Yours sincerely,"
        return self.forms(addressee).closing or usual


LANGUAGE = English()
