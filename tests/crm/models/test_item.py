"""Kinds of things, and the words a language needs of them."""

import pytest

from crm.models import ItemKind, ItemWord
from tests.factories import ItemKindFactory

pytestmark = pytest.mark.django_db


def test_a_thing_is_called_in_the_readers_language_else_in_english_else_by_its_code():
    assert str(ItemKindFactory(code="mask", words={"en": "masks", "es": "mascarillas"})) == "masks"
    assert str(ItemKindFactory(code="gown", words={"es": "batas"})) == "gown"
    assert str(ItemKindFactory(is_money=True)) == "Money"


def test_a_language_without_words_is_named_but_not_for_money():
    masks, money = ItemKindFactory(words={"en": "masks"}), ItemKindFactory(is_money=True, words={})
    assert "en" not in masks.languages_lacking()
    assert "es" in masks.languages_lacking()
    assert money.languages_lacking() == []
    assert list(ItemKind.objects.lacking("es")) == [masks]
    assert list(ItemKind.objects.lacking("en")) == []


def test_forms_that_a_language_counts_with_are_named_where_they_are_missing():
    word = ItemWord(language="uk", bulk="масок", forms={"one": "маска", "few": "маски", "many": "масок"})
    missing = word.missing_forms()
    assert (word.form("bulk"), word.form("few"), word.form("dual")) == ("масок", "маски", "")
    assert missing
    assert all("after 1" not in form for form in missing)


def test_archived_kinds_are_offered_no_more():
    used = ItemKindFactory()
    ItemKindFactory(archived=True)
    money = ItemKindFactory(is_money=True)
    assert set(ItemKind.objects.active()) == {used, money}
    assert set(ItemKind.objects.goods()) == {used}


def test_a_kind_is_found_by_its_code_or_a_word_once():
    masks = ItemKindFactory(code="mask", words={"en": "masks", "es": "mascarillas"})
    assert list(ItemKind.objects.search("MASC")) == list(ItemKind.objects.search("mas")) == [masks]
