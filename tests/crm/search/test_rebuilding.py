"""The index is made anew from the record, and what is wrong in it is named."""

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from crm.folding import FOLDING
from crm.models import City
from crm.models.search_entry import WORDS, SearchEntry, column
from crm.search.kind import all_kinds
from crm.search.rebuilding import check, rebuild, renew
from tests.factories import CityFactory, PersonFactory


@pytest.fixture
def city(db):
    return CityFactory(names={"en": "Leon"})


def wrong() -> list[str]:
    return list(map(str, check()))


def test_what_is_missing_old_or_without_a_record_is_named_and_mended(city):
    other = PersonFactory()
    City.objects.filter(pk=city.pk).update(note="changed")
    SearchEntry.objects.filter(kind="person", record=other.pk).delete()
    SearchEntry.objects.create(place=1, kind="gift", record=77, weight=1, title="", digest="", folding=0)
    assert wrong() == [
        f"city {city.pk} is not as the record is",
        f"person {other.pk} is not in the index",
        "gift 77 has no record",
    ]
    rebuild()
    assert wrong() == []


def test_words_that_were_changed_behind_its_back_are_noticed(city):
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE {WORDS} SET words = 'x' WHERE {column()} = %s", [SearchEntry.objects.get().place])
    assert wrong() == [f"city {city.pk} is not as the record is"]
    rebuild()
    assert wrong() == []


def test_words_of_no_row_go(city):
    SearchEntry.objects.all().delete()
    rebuild()
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT COUNT(*) FROM {WORDS}")
        assert cursor.fetchone() == (1,)


def test_what_was_folded_otherwise_is_written_anew_once(city):
    SearchEntry.objects.update(folding=1)
    assert (renew(), renew()) == (1, 0)


def test_an_empty_index_of_a_record_is_filled(city):
    SearchEntry.objects.all().delete()
    assert (renew(), renew(), wrong()) == (1, 0, [])


def test_a_kind_that_is_filled_only_in_part_is_filled_and_no_other(city):
    PersonFactory()
    second = CityFactory()
    SearchEntry.objects.filter(kind="city", record=second.pk).delete()  # as where a rebuilding was broken off
    assert (renew(), renew(), wrong()) == (2, 0, [])


def test_a_kind_whose_rows_are_too_many_is_written_anew(city):
    SearchEntry.objects.create(place=1, kind="gift", record=77, weight=1, title="", digest="", folding=FOLDING)
    assert (wrong(), renew(), wrong()) == (["gift 77 has no record"], 0, [])


def test_the_command_says_how_many_of_each_kind_and_what_is_wrong(city, capsys):
    call_command("reindex", skip_checks=False)  # as from a shell
    assert capsys.readouterr().out.split() == [
        word for kind in all_kinds() for word in (kind, str(int(kind == "city")))
    ]
    call_command("reindex", check=True)
    assert capsys.readouterr().out == "The index is as the record is.\n"
    SearchEntry.objects.all().delete()
    with pytest.raises(CommandError, match=r"not as the record is \(1\): run bin/manage reindex"):
        call_command("reindex", check=True)
    assert capsys.readouterr().out == f"city {city.pk} is not in the index\n"


def test_a_record_is_found_by_command(city, capsys):
    call_command("find", "leo")
    assert capsys.readouterr().out == f"city {city.pk} Leon\n"
    with pytest.raises(CommandError, match="Nothing is found"):
        call_command("find", "leo", kind=["gift"])
