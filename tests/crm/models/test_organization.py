"""Organizations: governments of cities, our own missions, and their addresses on the site."""

import pytest
from django.core.exceptions import ValidationError

from crm.models import Organization, OrganizationKind
from tests.factories import CityFactory, OrganizationFactory

pytestmark = pytest.mark.django_db


def test_a_city_has_one_government_and_any_number_of_others():
    city = OrganizationFactory().city
    OrganizationFactory(kind=OrganizationKind.HOSPITAL, city=city)
    assert Organization.objects.governments().get().city == city
    with pytest.raises(ValidationError, match="on record already"):
        Organization(kind=OrganizationKind.CITY_GOVERNMENT, city=city, country_id="ES").clean()
    with pytest.raises(ValidationError, match="Say which city"):
        Organization(kind=OrganizationKind.CITY_GOVERNMENT, country_id="ES").clean()


def test_an_organization_stands_in_its_citys_country():
    with pytest.raises(ValidationError, match="another country"):
        Organization(kind=OrganizationKind.HOSPITAL, city=CityFactory(), country_id="JP").clean()


@pytest.mark.parametrize(
    ("facts", "language"),
    [
        ({"kind": OrganizationKind.OWN_MISSION, "country_id": "ES"}, "zh-hans"),
        ({"kind": OrganizationKind.COMPANY, "country_id": "ES"}, "es"),
        ({"kind": OrganizationKind.COMPANY, "country_id": "ES", "letter_language": "en"}, "en"),
    ],
)
def test_an_organization_is_written_to_in_its_own_language(facts, language):
    organization = OrganizationFactory(city=None, **facts)
    assert organization.language == language
    assert organization.is_own_mission == (language == "zh-hans")


def test_a_citys_language_goes_before_the_countrys():
    assert OrganizationFactory(city=CityFactory(letter_language="en")).language == "en"


def test_addresses_name_the_city_once_and_are_numbered_where_taken():
    city = CityFactory(slug="ritto-jp", country_id="JP", names={"en": "Ritto"})
    government = OrganizationFactory(city=city, names={"en": "City of Ritto"})
    hospital = OrganizationFactory(kind=OrganizationKind.HOSPITAL, city=city, names={"en": "Hospital"})
    assert (government.propose_slug(), hospital.propose_slug()) == ("city-of-ritto-jp", "hospital-ritto-jp")
    Organization.objects.filter(pk=government.pk).update(slug="hospital-ritto-jp")
    assert hospital.propose_slug() == "hospital-ritto-2-jp"
