"""The order in which a record's form asks."""

import pytest
from django.template.loader import render_to_string

from crm.forms.base import RecordModelForm
from crm.forms.inline import inline
from crm.forms.sections import fold
from crm.models import City, CityName
from tests.factories import CityFactory

pytestmark = pytest.mark.django_db


class NoteFolded(RecordModelForm):
    """A form with an order of its own."""

    first, folded = ("country",), ("website", "note", "names")

    class Meta:
        model = City
        fields = ["website", "country", "latitude", "note"]


Names = inline(City, CityName, ["text"], title="Names")


class NoteFoldedOnly(NoteFolded):
    """The same with its names in sight."""

    folded = ("website", "note")


def names(form, section: str) -> list[str]:
    return [box.name for box in form.sections[section].fields]


def test_fields_stand_in_their_sections():
    form = NoteFolded(instance=CityFactory())
    assert (names(form, "first"), names(form, "folded")) == (["country"], ["website", "note"])
    assert names(form, "rest") == ["latitude", "opened"]


def test_a_form_without_an_order_asks_all_before_the_rows():
    class Plain(RecordModelForm):
        class Meta:
            model = City
            fields = ["website", "note"]

    assert names(Plain(instance=CityFactory()), "first") == ["website", "note", "opened"]
    assert fold(Plain(instance=CityFactory())) is None


def test_what_is_folded_says_what_it_asks_and_opens_at_a_fault():
    city = CityFactory()
    folded = fold(NoteFolded(instance=city), [Names(instance=city)])
    assert (folded.labels, folded.is_open) == ("Website, Note, Names", False)
    assert fold(NoteFolded({"website": "no address"}, instance=city)).is_open


def test_the_question_about_a_field_that_two_changed_stands_beside_it_and_open():
    city = CityFactory()
    page = NoteFolded(instance=city)
    opened = page["opened"].value()
    city.note = "theirs"
    city.save()
    form = NoteFolded({"opened": opened, "note": "mine", "country": city.country_id}, instance=city)
    assert not form.is_valid()
    assert names(form, "folded") == ["website", "note", "choice-note"]
    assert fold(form).is_open


def test_the_page_asks_in_that_order():
    city = CityFactory()
    form, rows = NoteFoldedOnly(instance=city), Names(instance=city)
    page = render_to_string("generic/_sections.html", {"form": form, "inlines": [rows]})
    places = [page.index(f'name="{name}"') for name in ("country", "names-0-text", "latitude", "website")]
    assert places == sorted(places)
    assert page.index("<details") < places[-1]
    assert "Website, Note" in page
