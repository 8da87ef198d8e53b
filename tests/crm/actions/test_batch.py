"""What a bulk door writes: the same rows and the same history as saving one by one, in few queries."""

from decimal import Decimal

import pytest
from auditlog.diff import model_instance_diff
from auditlog.models import LogEntry
from django.db import connection
from django.test.utils import CaptureQueriesContext

from crm.actions.gifts import build_gifts, insert_gifts, record_gift
from crm.actions.people import build_people, insert_people, record_person
from crm.actions.places import (
    build_organizations,
    build_partnerships,
    insert_organizations,
    insert_partnerships,
    record_city,
)
from crm.models import Gift, LedgerEntry, Person, Post, Rank
from tests.factories import CityFactory, ItemKindFactory, OfficeFactory, OrganizationFactory, UserFactory

pytestmark = pytest.mark.django_db


def person_facts(organization, number: int = 0) -> dict:
    """A person with two names, two channels, a post and a title."""
    return {
        "gender": "f",
        "country_id": "ES",
        "names": [
            {"form": "own", "language": "es", "family": f"Ruiz {number}", "given": "Ana"},
            {"form": "chinese", "language": "zh-hans", "family": "鲁伊斯", "given": "安娜", "family_first": True},
        ],
        "channels": [{"kind": "email", "value": f"a{number}@example.org"}, {"kind": "phone", "value": "+34 1"}],
        "posts": [
            {
                "organization": organization,
                "rank": Rank.MAYOR,
                "start": "2019-06",
                "titles": [{"language": "es", "text": "Alcaldesa"}],
            }
        ],
    }


def everything(clerk) -> None:
    """One record of each noun that has a bulk door, through the door."""
    ours = OfficeFactory().city
    names = [{"language": "en", "text": "Ritto"}]
    city = record_city(by=clerk, country_id="JP", latitude=35.0, longitude=136.0, names=names)
    address = {"country_id": "JP", "street": "1-13-33 Anyoji", "town": "Ritto"}
    facts = {"kind": "school", "country_id": "JP", "city": city, "names": names, "addresses": [address]}
    (school,) = insert_organizations(by=clerk, built=build_organizations([{**facts, "liaison": clerk}]))
    person = record_person(by=clerk, **person_facts(school))
    facts = {"city": ours, "partner": city, "steps": [{"kind": "signed", "day": "1992-08"}]}
    insert_partnerships(by=clerk, built=build_partnerships([facts]))
    line = {"item": ItemKindFactory(), "quantity": Decimal("4000.000")}
    facts = {"direction": "received", "state": "received", "day": "2020-02-05", "lines": [line]}
    record_gift(by=clerk, partners=[{"city": city}, {"person": person}], **facts)


def test_history_is_what_auditlog_itself_would_have_written():
    clerk = UserFactory(email="clerk@example.org")
    LogEntry.objects.all().delete()
    everything(clerk)
    entries = list(LogEntry.objects.filter(actor=clerk).select_related("content_type"))
    kinds = {entry.content_type.model for entry in entries}
    for entry in entries:
        model = entry.content_type.model_class()
        row = model._base_manager.get(pk=entry.object_pk)
        expected = {name: list(values) for name, values in model_instance_diff(None, row).items()}
        assert entry.changes == expected, model
        assert (entry.object_id, entry.action, entry.actor_email) == (row.pk, LogEntry.Action.CREATE, clerk.email)
        assert entry.object_repr == str(row)
    nouns = {"city", "organization", "person", "partnership", "gift", "ledgerentry", "ledgerpartner"}
    parts = {"cityname", "organizationname", "personname", "channel", "postaladdress", "post", "posttitle"}
    assert kinds == nouns | parts | {"partnershipstep", "giftpartner", "giftline"}


def test_a_person_with_parts_costs_few_queries():
    organization, clerk = OrganizationFactory(), UserFactory()
    record_person(by=clerk, **person_facts(organization))  # content types are read once a process
    with CaptureQueriesContext(connection) as queries:
        record_person(by=clerk, **person_facts(organization, 1))
    assert len(queries) <= 15, [query["sql"][:80] for query in queries]


def test_many_people_cost_as_many_queries_as_one():
    organization = OrganizationFactory()
    insert_people(by=None, built=build_people([person_facts(organization)]))

    def queries_for(rows) -> int:
        with CaptureQueriesContext(connection) as queries:
            insert_people(by=None, built=build_people(rows))
        return len(queries)

    assert queries_for([person_facts(organization, 1)]) == queries_for(
        [person_facts(organization, number) for number in range(2, 40)]
    )


def test_people_of_a_bulk_door_are_found_sorted_and_in_office():
    organization = OrganizationFactory()
    people = insert_people(by=None, built=build_people([person_facts(organization, n) for n in (2, 1)]))
    assert [person.pk for person in Person.objects.search("luyisi ruiz")] == [people[1].pk, people[0].pk]
    assert Person.objects.get(pk=people[0].pk).sort_key == "ruiz 2 ana"
    assert {post.person for post in Post.objects.filter(titles__text="Alcaldesa")} == set(people)
    assert len({person.record_key for person in people}) == 2


def test_somebody_of_the_same_name_is_told_as_data():
    known = record_person(by=None, **person_facts(OrganizationFactory(), 7))
    built = build_people([person_facts(OrganizationFactory(), 8), person_facts(OrganizationFactory(), 7)])
    assert (1, known) in [(double.place, double.record) for double in built.doubles]


def test_keys_go_on_after_those_given_one_by_one_and_none_is_given_twice():
    first = Person.objects.create()
    made = insert_people(by=None, built=build_people([person_facts(OrganizationFactory(), n) for n in range(3)]))
    Person.objects.get(pk=made[-1].pk)
    last = Person.objects.create()
    assert len({first.pk, last.pk, *(person.pk for person in made)}) == 5
    assert last.pk > max(person.pk for person in made) > first.pk


def test_a_bulk_of_gifts_enters_those_that_have_left_and_says_what_they_answer():
    city, item = CityFactory(), ItemKindFactory()
    line = {"item": item, "quantity": 20}
    theirs = {"direction": "received", "state": "received", "day": "2020-02", "partners": [{"city": city}]}
    received = record_gift(by=None, lines=[line], **theirs)
    ours = {"direction": "given", "day": "2020-04", "partners": [{"city": city}], "lines": [line]}
    built = build_gifts([{**ours, "state": "planned"}, {**ours, "state": "sent", "answers": [received.entries.get()]}])
    planned, sent = insert_gifts(by=None, built=built)
    assert (planned.entries.count(), sent.entries.get().kind) == (0, "goods")
    assert sent.entries.get().links.get().target == received.entries.get()
    assert set(LedgerEntry.objects.of(city=city)) == {received.entries.get(), sent.entries.get()}
    again = build_gifts([{**theirs, "lines": [line]}])
    assert [double.record for double in again.doubles] == [received]
    assert Gift.objects.count() == 3
