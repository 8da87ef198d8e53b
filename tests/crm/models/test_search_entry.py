"""Places and words as the two databases keep them."""

from datetime import date

import pytest

from crm.models import City, search_entry
from crm.models.search_entry import (
    MOST_NAMED,
    drop_words,
    keys_named,
    on_sqlite,
    place_of,
    places_found,
    places_of,
    put_words,
    words_as_stored,
    written,
)
from crm.search.kind import all_kinds
from crm.tokens import ask_names, cut
from tests.factories import CityFactory


def test_places_go_by_kind_then_weight_then_key():
    places = [place_of(1, 0, 9), place_of(1, 1, 2), place_of(1, 737_000, 1), place_of(2, 0, 1)]
    assert places == sorted(places)
    first, last = places_of(1)
    assert [first <= place <= last for place in places] == [True, True, True, False]
    assert not places_of(1, archived=False)[0] <= places[0]
    assert place_of(2, 0, 0) > place_of(1, date.max.toordinal(), 2**31 - 1)


def test_no_places_lie_so_far_apart_that_fts5_loses_its_way():
    first, last = min(all_kinds().values(), key=number), max(all_kinds().values(), key=number)
    assert places_of(last.number)[1] - places_of(first.number)[0] < 2**56
    assert last.number == 6  # PostgreSQL has an index for each of so many: crm.0033


def number(kind) -> int:
    return kind.number


@pytest.mark.django_db
@pytest.mark.parametrize("first", [0, 150, 200])
def test_nothing_is_lost_among_thousands_of_several_kinds(first):
    places = [place_of(kind, 700_000 + n // 7, n) for kind in (1, 2, 4) for n in range(first, 9_000)]
    rare = [place for place in places if not place % 100]
    put_words([(place, ["common", *["rare"][: not place % 100]]) for place in places])
    found = places_found(ask_names("rare common"), {places_of(kind): 1000 for kind in (1, 2, 4)})
    assert sorted(found) == rare


@pytest.mark.django_db
def test_words_are_found_in_their_order_only_and_gone_when_dropped():
    place = place_of(1, 1, 5)
    put_words([(place, list(cut("衡阳市")))])
    kinds = {places_of(1): 10}
    found = [places_found(ask_names(asked), kinds) for asked in ("衡阳市", "阳市", "市阳", "衡")]
    assert found == [[place], [place], [], [place]]
    drop_words([place])
    assert places_found(ask_names("衡阳"), kinds) == []


@pytest.mark.django_db
@pytest.mark.parametrize("number", [1, MOST_NAMED, MOST_NAMED + 1])
def test_what_begins_as_asked_is_found_however_many_words_begin_so(number):
    words = [f"leon{'abcdefghij'[n % 10] * (1 + n // 10)}" for n in range(number)]
    put_words([(place_of(1, 1, n), [word, "leo", "leq"]) for n, word in enumerate(words)])
    assert len(places_found(ask_names("leon"), {places_of(1): 1000})) == number
    assert places_found(ask_names("leor"), {places_of(1): 1000}) == []


@pytest.mark.django_db
@pytest.mark.parametrize("held", [(), (1,), (3,), (1, 3), (1, 2, 3), (2, 2, 2, 2, 3), (1, 1, 1, 1, 1), (4, 1, 1, 1)])
@pytest.mark.parametrize("wanted", [(1, 2, 3), (1, 3), (2,)])
@pytest.mark.parametrize("at_once", [1, 3, 300])
def test_of_each_kind_the_newest_come_first_whatever_the_others_have(held, wanted, at_once, monkeypatch):
    monkeypatch.setattr(search_entry, "AT_ONCE", at_once)
    places = sorted((place_of(number, 1, key) for key, number in enumerate(held)), reverse=True)
    put_words([(place, ["leon"]) for place in places])
    put_words([(place_of(number, 1, 99), ["other"]) for number in (1, 2, 3)])
    found = places_found(ask_names("leon"), {places_of(number): 2 for number in wanted})
    of_kinds = {n: [p for p in places if places_of(n)[0] <= p <= places_of(n)[1]][:2] for n in wanted}
    assert {n: [p for p in found if places_of(n)[0] <= p <= places_of(n)[1]] for n in wanted} == of_kinds
    assert len(found) == sum(map(len, of_kinds.values()))


@pytest.mark.django_db
def test_nothing_asked_finds_nothing_and_everything_of_no_kind_neither():
    CityFactory(names={"en": "Leon"})
    assert (places_found([], {places_of(1): 5}), places_found(ask_names("leon"), {})) == ([], [])
    assert City.objects.filter(pk__in=keys_named(1, "!")).count() == 0
    assert City.objects.filter(pk__in=keys_named(1, "leon")).count() == 1


@pytest.mark.django_db
def test_a_question_and_words_are_written_as_the_database_reads_them():
    said, kept = written(ask_names("桥 ab")), words_as_stored(["a", "b", "a"])
    if on_sqlite():
        assert (said, kept) == ('("桥" *) AND ("ab" *)', "a b a")
    else:
        assert (said, kept) == ("(('桥':*)) & (('ab':*))", "'a':1,3 'b':2")
