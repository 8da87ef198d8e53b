"""Writes cities and the organizations in them."""

from django.db import transaction

from crm.models.city import City
from crm.models.organization import Organization, OrganizationKind, OrganizationName


@transaction.atomic
def add_government(*, city: City) -> Organization:
    """Gives a city its government, with names proposed from the city's; one there already is given back."""
    if government := Organization.objects.governments().filter(city=city).first():
        return government
    government = Organization.objects.create(
        kind=OrganizationKind.CITY_GOVERNMENT, city=city, country_id=city.country_id
    )
    for language, (text, in_letter) in government_names(city).items():
        OrganizationName.objects.create(organization=government, language=language, text=text, in_letter=in_letter)
    government = Organization.objects.get(pk=government.pk)  # anew, for the names it was asked for before it had them
    government.slug = government.propose_slug()
    government.save(update_fields=["slug"])
    return government


def government_names(city: City) -> dict[str, tuple[str, str]]:
    """What a city's government is called by proposal, and in running text; at home it is the people's."""
    home = city.country_id == "CN"
    chinese, latin = city.name_in("zh-hans"), city.name_in("en")
    names = {}
    if chinese:
        names["zh-hans"] = (f"{chinese}人民政府" if home else f"{chinese}政府", "")
    if latin or not chinese:
        name = latin or city.display_name
        text = f"{name} Municipal People's Government" if home else f"City Government of {name}"
        names["en"] = (text, f"the {text}")
    return names
