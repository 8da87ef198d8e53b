"""The start refuses a filter that a list would show and not ask."""

import gc

import pytest
from django.core.management import CommandError, call_command
from django_filters import BooleanFilter, CharFilter, ChoiceFilter

from crm.checks import check_filters
from crm.filters.base import NamedFilter, RecordFilter, name_filter
from crm.filters.city import CityFilter
from crm.models import City, Person


@pytest.fixture(autouse=True)
def _scratch_classes_go():
    """A FilterSet declared in a test is no longer a subclass after it."""
    yield
    gc.collect()


def refusals():
    return [(error.id, error.msg) for error in check_filters(None)]


def test_every_filter_of_the_house_is_asked():
    assert refusals() == []


def test_loop_of_its_own_is_refused_by_name():
    class Deaf(NamedFilter):
        class Meta(NamedFilter.Meta):
            model = City

        def filter_queryset(self, queryset):
            return queryset

    assert refusals() == [
        (
            "crm.E003",
            f"{Deaf.__qualname__} overrides filter_queryset: filters declared in it would be shown and ignored.",
        )
    ]


@pytest.mark.parametrize(
    ("declared", "number", "words"),
    [
        (BooleanFilter(method="with_email"), "crm.E004", "names the method with_email, which is not there."),
        (CharFilter(), "crm.E005", "names wrong, which is no field of City."),
        (CharFilter(field_name="country__nickname"), "crm.E005", "names country__nickname, which is no field of City."),
        (
            CharFilter(field_name="note", lookup_expr="sounds_like"),
            "crm.E006",
            "asks note by “sounds_like”, which it does not know.",
        ),
    ],
)
def test_filter_without_its_method_field_or_lookup_is_refused_by_name(declared, number, words):
    class Wrong(CityFilter):
        wrong = declared

    assert refusals() == [(number, f"The filter “wrong” of {Wrong.__qualname__} {words}")]


def test_filter_by_a_field_of_no_model_is_refused():
    class Nobodys(RecordFilter):
        note = CharFilter()

    assert refusals() == [
        ("crm.E005", f"The filter “note” of {Nobodys.__qualname__} names a field, but its Meta names no model.")
    ]


def test_filters_by_field_relation_lookup_method_and_function_are_let_through():
    class Right(NamedFilter):
        gender = ChoiceFilter(choices=[("f", "f")])
        posts = CharFilter(field_name="posts")
        there = CharFilter(field_name="posts__organization__country", lookup_expr="isnull")
        since = CharFilter(field_name="posts__start", lookup_expr="gte")
        odd = CharFilter(method=lambda queryset, name, value: queryset)
        name = name_filter()

        class Meta(NamedFilter.Meta):
            model = Person

    assert Right.base_filters.keys() == {"gender", "posts", "there", "since", "odd", "name"}
    assert refusals() == []


def test_start_is_refused_with_the_filters_name():
    class Deaf(CityFilter):
        lost = BooleanFilter(method="nowhere")

    with pytest.raises(CommandError, match=f"“lost” of {Deaf.__qualname__} names the method nowhere"):
        call_command("check")
