"""Which letters are wanted: condolences to cities, thanks to whoever helped, any kind to people."""

from datetime import date

import pytest

from correspondence.actions.several import draft_several
from correspondence.actions.wanted import condolences_for, drafted_before, letters_for, thanks_for
from correspondence.errors import DraftedAlready
from crm.actions.ledger import record_courtesy
from crm.dates import parse_partial_date
from crm.models import City, LedgerEntry, Person
from tests.correspondence.received import received
from tests.factories import OccasionFactory

pytestmark = pytest.mark.usefixtures("demo")

ON = date(2024, 5, 20)


def test_help_of_one_partner_is_thanked_for_in_one_letter(clerk, guadalajara):
    gifts = [received(guadalajara, day) for day in ("2024-03", "2024-04")]
    other = received(City.objects.get(slug="ritto-jp"), "2024-03")
    entries = LedgerEntry.objects.filter(gift__in=[*gifts, other]).with_details().order_by("day", "pk")
    wanted = thanks_for(entries)
    assert [one.partner.slug for one in wanted] == ["guadalajara-es", "ritto-jp"]
    assert drafted_before(wanted) == [None, None]
    made, left = draft_several(by=clerk, wanted=wanted, on=ON)
    assert ([set(letter.thanks_for.all()) for letter in made], left) == ([set(gifts), {other}], [])
    assert drafted_before(wanted) == made
    made, left = draft_several(by=clerk, wanted=wanted, on=ON)
    assert (made, {type(one.reason) for one in left}) == ([], {DraftedAlready})


def test_people_are_written_to_on_the_occasion_named_or_proposed():
    quake = OccasionFactory(kind="earthquake")
    person = Person.objects.first()
    assert [one.address for one in letters_for([person], "condolence", quake)] == [
        f"/letters/write/?person={person.pk}&kind=condolence&occasion={quake.slug}"
    ]
    assert [one.address for one in letters_for([person], "letter", None)] == [
        f"/letters/write/?person={person.pk}&kind=letter"
    ]


def test_help_without_a_gift_is_thanked_for_too(clerk, guadalajara):
    facts = {"direction": "received", "kind": "experience", "day": parse_partial_date("2024-03")}
    entry = record_courtesy(by=None, partners=[guadalajara], summary="Advice", **facts)
    (wanted,) = thanks_for([entry])
    assert (wanted.facts["received"], wanted.facts["courtesies"]) == ([], [entry])
    (letter,), left = draft_several(by=clerk, wanted=[wanted], on=ON)
    assert (list(letter.courtesies.all()), letter.occasion, left) == ([entry], None, [])
    assert drafted_before([wanted]) == [letter]


def test_condolences_look_for_those_on_record_but_where_another_is_asked_for(guadalajara):
    quake = OccasionFactory(kind="earthquake")
    asked, again = condolences_for(quake, [guadalajara]), condolences_for(quake, [guadalajara], [guadalajara.pk])
    assert [one.same is None for one in (*asked, *again)] == [False, True]
