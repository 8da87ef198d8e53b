"""Kinds of items: the list, and the form that asks each language for its forms."""

import json

import pytest
from auditlog.models import LogEntry
from django.urls import reverse

from crm.history import changes_of, changes_of_new
from crm.models import ItemKind
from crm.templatetags.history import Difference, readable_changes
from tests.factories import ItemKindFactory
from tests.pages import Filled
from tests.queries import queries

LIST, ADD = reverse("item-kind-list"), reverse("item-kind-add")


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


def fields_of(line) -> list[str]:
    """The names of a line's fields, in order, without those of every line of a form."""
    return [name for name in line.fields if name not in ("id", "kind", "DELETE")]


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("zh-hans", ["measure", "pair", "set"]),
        ("en", ["one", "other"]),
        ("es", ["one", "other", "gender"]),
        ("uk", ["bare", "one", "few", "many", "other", "gender"]),
        ("fil", ["bare", "measure"]),
    ],
)
def test_a_line_asks_for_the_forms_of_its_language(browser, language, forms):
    kind = ItemKindFactory(words={language: "x"})
    lines = browser.get(kind.get_absolute_url()).context["inlines"][0].forms
    assert fields_of(lines[0]) == ["language", "bulk", *forms, "reviewed_by", "opened"]


def test_a_line_without_a_language_has_every_form_and_tells_the_script_which_are_whose(browser):
    kind = ItemKindFactory(words={})
    (line,) = browser.get(kind.get_absolute_url()).context["inlines"][0].forms
    every = ["bare", "measure", "pair", "set", "one", "few", "many", "other", "gender"]
    assert fields_of(line) == ["language", "bulk", *every, "reviewed_by", "opened"]
    assert json.loads(line.fields["language"].widget.attrs["data-forms"])["fil"] == ["bare", "measure"]
    labels = [line.fields[name].label for name in every]
    assert labels[:3] == ["Alone, after “you sent us”", "Measure word", "Measure word of a pair"]


def test_a_form_that_its_language_does_not_need_stays_and_can_be_changed(browser):
    kind = ItemKindFactory(code="mask", words={})
    word = kind.words.create(language="en", bulk="masks", forms={"one": "mask", "other": "masks", "bare": "the masks"})
    (line, _empty) = browser.get(kind.get_absolute_url()).context["inlines"][0].forms
    assert {name: line.fields[name].initial for name in word.forms} == word.forms
    typed = words("en", bulk="masks", bare="masks of ours", one="mask", other="masks")
    typed |= {"words-INITIAL_FORMS": 1, "words-0-id": word.pk, "words-0-kind": kind.pk}
    assert browser.post(kind.get_absolute_url(), typed).status_code == 302
    word.refresh_from_db()
    assert word.forms == {"bare": "masks of ours", "one": "mask", "other": "masks"}


def test_what_was_typed_for_another_language_comes_back_with_the_refusal(browser):
    page = browser.post(ADD, words("uk", bulk="щитків", measure="x")).content.decode()
    assert Filled(page).data["words-0-measure"] == ["x"]


def test_forms_have_the_lengths_they_had(browser):
    page = browser.post(ADD, words("zh-hans", bulk="面罩", measure="个" * 21)).content.decode()
    assert "at most 20 characters" in page


def test_a_language_may_name_forms_that_others_lack(db):
    word = ItemKindFactory(words={}).words.create(language="ro", bulk="măşti", forms={"zero": "mască", "two": "măşti"})
    word.refresh_from_db()
    assert (word.form("two"), word.form("bulk"), word.form("many")) == ("măști", "măști", "")


def test_history_tells_each_form_by_its_name(browser, clerk):
    kind = ItemKindFactory(code="mask", words={})
    word = kind.words.create(language="en", bulk="masks", forms={"one": "mask", "other": "masks"})
    typed = words("en", bulk="masks", one="face mask", other="masks", bare="the masks")
    browser.post(
        kind.get_absolute_url(), typed | {"words-INITIAL_FORMS": 1, "words-0-id": word.pk, "words-0-kind": kind.pk}
    )
    (changed, added, *_others) = readable_changes(changes_of(kind))
    assert (changed.who, changed.what, set(changed.differences)) == (
        "clerk",
        "Word changed",
        {Difference("After 1", "mask", "face mask"), Difference("Alone, after “you sent us”", "—", "the masks")},
    )
    assert [(row.label, row.new) for row in added.differences if row.label.startswith("After")] == [
        ("After “a large quantity of”", "masks"),
        ("After 1", "mask"),
        ("After other numbers", "masks"),
    ]


def test_history_tells_what_was_logged_when_forms_were_columns(db):
    kind = ItemKindFactory(words={"en": "masks"})
    entry = changes_of(kind)[0]
    entry.changes, entry.action = {"few": ["маски", "масочки"]}, LogEntry.Action.UPDATE
    (change,) = readable_changes([entry])
    assert change.differences == [Difference("After 2, 3, 4", "маски", "масочки")]


def test_a_word_in_bulk_would_be_logged_as_one_by_itself(db):
    word = ItemKindFactory(words={}).words.create(language="en", bulk="masks", forms={"other": "masks", "one": "mask"})
    (entry,) = LogEntry.objects.filter(content_type__model="itemword", object_pk=str(word.pk))
    assert (
        changes_of_new(word)["forms"]
        == tuple(entry.changes["forms"])
        == ("None", json.dumps(word.forms, sort_keys=True))
    )
