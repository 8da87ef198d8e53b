"""One letter each to several: what cannot be made is named and stops no other."""

from datetime import date

import pytest

from correspondence.actions import several
from correspondence.actions.several import draft_several
from correspondence.actions.wanted import condolences_for
from correspondence.errors import DraftedAlready, OccasionDoubted
from correspondence.models import Letter
from crm.actions.errors import WrongState
from crm.models import City, Person
from tests.factories import OccasionFactory

pytestmark = pytest.mark.usefixtures("demo")

ON = date(2024, 5, 20)


@pytest.fixture
def quake(demo):
    """An earthquake in Spain and Romania."""
    names = {"zh-hans": "地震", "en": "the earthquake", "es": "terremoto", "ro": "cutremurul"}
    occasion = OccasionFactory(kind="earthquake", start="2024-05-13", names=names)
    occasion.countries.add("ES", "RO")
    return occasion


@pytest.fixture
def cities(demo):
    """A city whose mayor cannot be addressed, for nobody has said whether a woman or a man, and one that can."""
    Person.objects.filter(posts__organization__country="RO").update(gender="")
    return [City.objects.get(slug=slug) for slug in ("calarasi-ro", "guadalajara-es")]


def test_one_that_cannot_be_made_stops_no_other(clerk, quake, cities):
    made, left = draft_several(by=clerk, wanted=condolences_for(quake, cities), on=ON)
    assert [(letter.city.slug, letter.kind_id, letter.occasion) for letter in made] == [
        ("guadalajara-es", "condolence", quake)
    ]
    assert [one.wanted.partner for one in left if "woman or a man" in str(one.reason)] == [cities[0]]
    assert left[0].wanted.address == f"/letters/write/?city=calarasi-ro&kind=condolence&occasion={quake.slug}"
    assert list(Letter.objects.outgoing()) == made


def test_who_has_one_by_now_gets_another_only_where_it_is_asked_for(clerk, quake, cities):
    city = cities[1]
    (first,), _left = draft_several(by=clerk, wanted=condolences_for(quake, [city]), on=ON)
    made, left = draft_several(by=clerk, wanted=condolences_for(quake, [city]), on=ON)
    assert (made, [type(one.reason) for one in left]) == ([], [DraftedAlready])
    assert first.get_absolute_url() in str(left[0].reason)
    made, left = draft_several(by=clerk, wanted=condolences_for(quake, [city], again=[city.pk]), on=ON)
    assert (len(made), left) == (1, [])


def test_an_occasion_that_is_doubted_is_asked_about_by_itself(clerk, quake, cities):
    made, left = draft_several(by=clerk, wanted=condolences_for(quake, cities[1:]), on=date(2026, 5, 20))
    assert (made, [type(one.reason) for one in left]) == ([], [OccasionDoubted])
    assert "began long ago" in str(left[0].reason)


def test_too_many_are_refused_before_any_is_drafted(clerk, quake, cities, monkeypatch):
    monkeypatch.setattr(several, "MOST_DRAFTED", 1)
    with pytest.raises(WrongState, match="These are 2 letters, and 1 are drafted at once"):
        draft_several(by=clerk, wanted=condolences_for(quake, cities), on=ON)
    assert not Letter.objects.outgoing().exists()
