"""Kinds of items: the list, and the form that asks each language for its forms."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from crm.models import ItemKind
from tests.factories import ItemKindFactory

LIST, ADD = reverse("item-kind-list"), reverse("item-kind-add")


@pytest.fixture
def browser(client_of, clerk):
    return client_of(clerk)


def queries(browser, url):
    """How many queries a page asks."""
    with CaptureQueriesContext(connection) as asked:
        browser.get(url)
    return len(asked)


def words(language, **forms):
    """What the form sends for a kind with the words of one language."""
    lines = {"code": "face_shield", "words-TOTAL_FORMS": 1, "words-INITIAL_FORMS": 0, "words-0-language": language}
    return lines | {f"words-0-{form}": text for form, text in forms.items()}


def test_list_asks_as_many_queries_for_three_as_for_one(browser):
    ItemKindFactory()
    browser.get(LIST)
    one = queries(browser, LIST)
    ItemKindFactory()
    ItemKindFactory()
    assert queries(browser, LIST) == one


def test_list_finds_kinds_that_lack_a_language(browser):
    ItemKindFactory(words={"en": "masks", "uk": "масок"})
    lacking = ItemKindFactory(words={"en": "gloves"})
    ItemKindFactory(code="money", is_money=True, words={})
    assert [row.record for row in browser.get(LIST, {"lacks": "uk"}).context["table"].rows] == [lacking]


def test_a_missing_form_is_named(browser):
    page = browser.post(ADD, words("uk", bulk="щитків", bare="щитки", one="щиток", many="щитків")).content.decode()
    assert "Ukrainian also needs this form: after 2, 3, 4, after other numbers." in page
    assert ItemKind.objects.count() == 0


def test_a_kind_is_saved_with_its_words(browser):
    browser.post(ADD, words("zh-hans", bulk="面罩", measure="个"))
    word = ItemKind.objects.get(code="face_shield").word_in("zh-hans")
    assert (word.bulk, word.forms) == ("面罩", {"measure": "个"})


def test_the_code_stays_once_given(browser):
    kind = ItemKindFactory(code="mask", words={})
    browser.post(reverse("item-kind-edit", args=["mask"]), words("ja", bulk="マスク", measure="枚") | {"code": "other"})
    kind.refresh_from_db()
    assert (kind.code, kind.word_in("ja").bulk) == ("mask", "マスク")
