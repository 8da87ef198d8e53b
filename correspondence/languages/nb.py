"""Norwegian (bokmål): no titles of courtesy, no comma after the closing, a bold heading on every letter.

One rule for the opening: every text has a heading; below it a person is greeted with "Kjære …",
while an organization gets the heading alone, as NS 4129 has it.
"""

from correspondence.languages.base import Addressee, Language, RankForms, Word, agree

MUNICIPALITY = "{city} kommune"
BY_TITLE, BY_RANK = "Kjære {title} {name},", "Kjære {rank} {family},"


class Norwegian(Language):
    """docs/domain.md §2 (nb), §2.1, §4. The texts say dere to a city or organization and du to a single person."""

    code = "nb"
    babel = "nb_NO"
    order = 7
    named_as = "no"
    word_code = "nb-NO"
    name_cases = ("definite form",)
    qualifiers = {"about": "omtrent {}", "over": "over {}"}
    large_quantity = "store mengder {bulk}"
    contained = "{container} {bulk}"
    units = {"carton": Word(one="kartong", other="kartonger"), "box": Word(one="eske", other="esker")}
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

    # The mayor chairs the council, so its president is ordfører too (docs/domain.md §2).
    ranks = {
        "mayor": RankForms("Ordfører", with_city=MUNICIPALITY, salutation=BY_TITLE),
        "deputy_mayor": RankForms("Varaordfører", with_city=MUNICIPALITY, salutation=BY_TITLE),
        "council_president": RankForms("Ordfører", with_city=MUNICIPALITY, salutation=BY_TITLE),
        "director": RankForms("Avdelingsleder"),
        "ambassador": RankForms("Ambassadør", honorific=("Hans Eksellense ", "Hennes Eksellense "), salutation=BY_RANK),
        "consul_general": RankForms("Generalkonsul", salutation=BY_RANK),
        "consul": RankForms("Konsul", salutation=BY_RANK),
    }

    def in_month(self, month):
        return f"i {self.month(month)}"

    def in_year(self, year):
        return f"i {year.year}"

    def salutation(self, addressee: Addressee) -> str:
        if addressee.role == "organization":
            return ""
        forms, name = self.forms(addressee), addressee.name
        title = addressee.title if addressee.title and " " not in addressee.title else forms.title
        return (forms.salutation or "Kjære {name},").format(
            title=title.lower(), rank=forms.title.lower(), name=name, family=addressee.family or name
        )

    def envelope(self, addressee: Addressee) -> list[str]:
        """A title of one word goes before the name, a longer one below it: Ordfører F S.

        An ambassador's style needs the gender; without it the title alone does. A mayor whose organization is not on
        record is written to at the municipality.
        """
        if addressee.role == "organization":
            return [addressee.organization]
        forms = self.forms(addressee)
        title = addressee.title or forms.title
        title = title[:1].upper() + title[1:]
        name = f"{agree(forms.honorific, addressee.gender)}{addressee.name}"
        lines = [f"{title} {name}"] if title and " " not in title and name == addressee.name else [name, title]
        municipality = forms.with_city.format(city=addressee.city) if addressee.city else ""
        return [line for line in (*lines, addressee.organization or municipality) if line]

    def closing(self, addressee: Addressee) -> str:
        return "Med vennlig hilsen"


LANGUAGE = Norwegian()
