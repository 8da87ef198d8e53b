"""Where a partner stands on a day: in Python, in SQL, and in the lists that ask for a country."""

from datetime import date

import pytest

from crm.actions.ledger import record_courtesy
from crm.dates import PartialDate
from crm.models import City, Gift, LedgerEntry, Organization, OrganizationKind, Person, Rank
from crm.models.partner import NOWHERE, OUR_MISSIONS, place, with_place
from tests.factories import CityFactory, GiftFactory, OrganizationFactory, PersonFactory, PostFactory

pytestmark = pytest.mark.django_db
ON = date(2020, 4, 20)


@pytest.fixture
def abroad():
    """One of each case: cities, organizations, our mission, people in office, out of office, at home and nowhere."""
    ritto = CityFactory(names={"en": "Ritto"}, country_id="JP")
    quebec = CityFactory(names={"en": "Québec"}, country_id="CA", letter_language="es")
    hall = OrganizationFactory(city=ritto)
    school = OrganizationFactory(kind=OrganizationKind.SCHOOL, country_id="ES", letter_language="en")
    club = OrganizationFactory(kind=OrganizationKind.ASSOCIATION, city=quebec, country_id="CA")
    mission = OrganizationFactory(kind=OrganizationKind.OWN_MISSION, country_id="NO")
    people = {
        "mayor": PostFactory(organization=hall, start="2019").person,
        "reads_spanish": PostFactory(organization=hall, person=PersonFactory(letter_language="es")).person,
        "former": PostFactory(organization=hall, person=PersonFactory(country_id="KR"), end="2019").person,
        "envoy": PostFactory(
            organization=mission, rank=Rank.AMBASSADOR, person=PersonFactory(letter_language="nb")
        ).person,
        "at_home": PersonFactory(city=quebec),
        "in_country": PersonFactory(country_id="UA"),
        "nowhere": PersonFactory(),
    }
    PostFactory(person=people["mayor"], organization=school, rank=Rank.OFFICIAL, precedence=20)
    return {
        "ritto": ritto,
        "quebec": quebec,
        "hall": hall,
        "school": school,
        "club": club,
        "mission": mission,
        **people,
    }


@pytest.mark.parametrize(
    ("who", "city", "country", "group", "language"),
    [
        ("ritto", "Ritto", "JP", "JP", "ja"),
        ("quebec", "Québec", "CA", "CA", "es"),
        ("hall", "Ritto", "JP", "JP", "ja"),
        ("school", None, "ES", "ES", "en"),
        ("club", "Québec", "CA", "CA", "es"),
        ("mission", None, "NO", OUR_MISSIONS, "zh-hans"),
        ("mayor", "Ritto", "JP", "JP", "ja"),
        ("reads_spanish", "Ritto", "JP", "JP", "es"),
        ("former", None, "KR", "KR", "ko"),
        ("envoy", None, "NO", OUR_MISSIONS, "zh-hans"),
        ("at_home", "Québec", "CA", "CA", "es"),
        ("in_country", None, "UA", "UA", "uk"),
        ("nowhere", None, None, NOWHERE, "en"),
    ],
)
def test_place_is_that_of_the_day(abroad, who, city, country, group, language):
    placed = place(abroad[who], ON)
    found = (placed.city and str(placed.city), placed.country and placed.country.pk, placed.group, placed.language)
    assert found == (city, country, group, language)


@pytest.mark.parametrize("model", [City, Organization, Person])
def test_the_database_places_partners_as_python_does(abroad, model):
    rows = list(with_place(model.objects.all(), ON))
    columns = {row: (row.place_city, row.place_country, row.place_group, row.place_language) for row in rows}
    expected = {}
    for row in rows:
        placed = place(row, ON)
        expected[row] = (placed.city and placed.city.pk, placed.country and placed.country.pk)
        expected[row] += (placed.group, placed.language)
    assert columns == expected
    assert len(rows) > 1


def test_a_post_stands_at_its_organization_whatever_else_its_holder_is(abroad):
    second = abroad["mayor"].posts.get(rank=Rank.OFFICIAL)
    assert (place(second, ON).group, place(abroad["mayor"], ON).group) == ("ES", "JP")


def test_what_goes_to_our_own_mission_stands_under_our_missions_in_gifts_and_ledger(abroad):
    gifts = {GiftFactory(direction="given", partner=abroad[who]) for who in ("mission", "envoy")}
    facts = {"by": None, "direction": "given", "kind": "service", "day": PartialDate(ON)}
    entries = {record_courtesy(partners=[abroad[who]], **facts) for who in ("mission", "envoy")}
    assert set(Gift.objects.in_group(OUR_MISSIONS)) == gifts
    assert set(LedgerEntry.objects.in_group(OUR_MISSIONS)) == entries
    assert [*Gift.objects.in_group("NO"), *LedgerEntry.objects.in_group("NO")] == []


def test_people_are_read_by_whom_they_have_become(abroad):
    gift = GiftFactory(partner=abroad["former"])
    abroad["former"].merged_into = abroad["mayor"]
    abroad["former"].save()
    assert (place(abroad["former"], ON), list(Gift.objects.of(person=abroad["mayor"]))) == (
        place(abroad["mayor"], ON),
        [gift],
    )
    assert gift.partners.get().group == "KR"


def test_a_partners_place_stays_as_it_was_on_the_day(abroad):
    gift = GiftFactory(partner=abroad["mayor"])
    abroad["mayor"].posts.update(end="2020-03")
    row = gift.partners.get()
    assert (row.group, row.home_city) == ("JP", abroad["ritto"])
    assert (place(abroad["mayor"], ON).group, list(Gift.objects.of(city=abroad["ritto"]))) == (NOWHERE, [gift])
