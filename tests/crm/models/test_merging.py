"""Records that were merged into another, and what follows from it."""

from itertools import pairwise

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from crm.models import City, Organization, Person
from tests.factories import CityFactory, OrganizationFactory, PersonFactory

pytestmark = pytest.mark.django_db
MERGEABLE = pytest.mark.parametrize("factory", [CityFactory, OrganizationFactory, PersonFactory])


def chain(factory, length=3):
    """Records of which each was merged into the next; the last remains."""
    records = [factory() for _ in range(length)]
    for record, into in pairwise(records):
        type(record).objects.filter(pk=record.pk).update(merged_into=into)
    return [type(record).objects.get(pk=record.pk) for record in records]


@MERGEABLE
def test_each_of_a_chain_has_become_the_last(factory):
    first, second, last = chain(factory)
    assert [record.current for record in (first, second, last)] == [last, last, last]


@MERGEABLE
def test_a_record_has_the_keys_of_all_that_were_merged_into_it(factory):
    first, second, last = chain(factory)
    other = factory()
    type(other).objects.filter(pk=other.pk).update(merged_into=last)
    assert last.identities() == [last.pk, second.pk, other.pk, first.pk]
    assert second.identities() == [second.pk, first.pk]
    assert first.identities() == [first.pk]


def test_a_ring_of_merges_ends():
    first, second, last = chain(PersonFactory)
    Person.objects.filter(pk=last.pk).update(merged_into=first)
    first = Person.objects.get(pk=first.pk)
    assert first.current == first
    assert sorted(first.identities()) == sorted([first.pk, second.pk, last.pk])


@MERGEABLE
def test_nothing_is_merged_into_itself(factory):
    record = factory()
    with pytest.raises(IntegrityError), transaction.atomic():
        type(record).objects.filter(pk=record.pk).update(merged_into=record)


@MERGEABLE
def test_what_was_merged_is_neither_active_nor_found(factory):
    first, second, last = chain(factory)
    archived = factory(archived=True)
    records = type(first).objects
    asked = records.filter(pk__in=[record.pk for record in (first, second, last, archived)])
    assert {*asked.current()} == {last, archived}
    assert {*asked.active()} == {last}
    assert [*records.search(first.display_name)] == []
    assert [*records.search(last.display_name)] == [last]


@MERGEABLE
def test_a_merged_record_is_changed_where_it_went(factory):
    first, _second, last = chain(factory)
    with pytest.raises(ValidationError) as refusal:
        first.clean()
    assert refusal.value.messages == [f"This was merged into {last}: change it there."]


def test_a_city_into_which_another_was_merged_has_one_government():
    first, second = chain(CityFactory, 2)
    old, new = OrganizationFactory(city=first), OrganizationFactory(city=second)
    Organization.objects.filter(pk=old.pk).update(merged_into=new)
    Organization.objects.filter(pk=old.pk).update(city=second)
    assert [*Organization.objects.governments().filter(city=second)] == [new]
    new.clean()


def test_merging_is_asked_in_as_many_queries_for_three_as_for_one(django_assert_num_queries):
    last = CityFactory()
    for _ in range(3):
        City.objects.filter(pk=CityFactory().pk).update(merged_into=last)
    with django_assert_num_queries(2):
        assert len(last.identities()) == 4
