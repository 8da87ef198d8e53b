"""What finds a choice in memory, how a typed text is read, and what stands in the page."""

import pytest
from django import forms
from django.http import QueryDict
from django.utils.translation import override

from crm.fields import EVERY_LANGUAGE, LanguageChoice, LanguageSelect
from crm.languages import name_languages
from crm.picking import FEW, Listed, ListedField, Option, Typed, found_among, read_typed_choice

CITIES = [
    Option("1", "Guadalajara · Spain", ("瓜达拉哈拉市",)),
    Option("2", "Guadalajara · Mexico"),
    Option("3", "Ritto"),
]


@pytest.mark.parametrize(
    ("text", "found"),
    [("guada mex", ["2"]), ("gdlhls", ["1"]), ("GUADALÁJARA", ["1", "2"]), ("栗", []), ("", ["1", "2", "3"])],
)
def test_every_word_is_found_in_any_name(text, found):
    assert [option.value for option in found_among(CITIES, text).options] == found


def test_a_name_comes_before_what_only_contains_it():
    options = [Option("KH", "Cambodia", ("柬埔寨",)), Option("JP", "Japan", ("JP",))]
    assert [option.value for option in found_among(options, "jp").options] == ["JP", "KH"]


def test_more_than_are_shown_are_told():
    found = found_among([Option(str(number), f"Town {number}") for number in range(13)], "town")
    assert (len(found.options), found.more) == (12, True)


@pytest.mark.parametrize(("text", "value"), [("ritto", "3"), ("Guadalajara · Mexico", "2"), ("瓜达拉哈拉市", "1")])
def test_the_one_that_bears_the_name_typed_is_taken(text, value):
    listed = Listed("cities", {}, [])
    listed.options = CITIES
    assert read_typed_choice(listed, Typed(text)) == value


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("guadalajara", "Choose which one is meant by “guadalajara”."),
        ("ritt", "Choose which one is meant by “ritt”."),
        ("nowhere", "Nothing is found for “nowhere”."),
    ],
)
def test_of_several_or_of_a_part_it_is_asked_which_is_meant(text, sentence):
    listed = Listed("cities", {}, [])
    listed.options = CITIES
    with pytest.raises(forms.ValidationError) as refusal:
        read_typed_choice(listed, Typed(text))
    assert refusal.value.messages == [sentence]


def language_form(sent: str):
    """A form that asks for a language, with what was sent."""
    field = LanguageChoice(choices=name_languages, widget=LanguageSelect)
    return type("Form", (forms.Form,), {"language": field})(QueryDict(sent))


@pytest.mark.parametrize("sent", ["language=ja", "language-find=Japanese", "language=&language-find=日语"])
def test_a_language_is_read_by_its_code_or_by_its_name(sent):
    form = language_form(sent)
    assert form.is_valid()
    assert form.cleaned_data["language"] == "ja"


def test_what_was_typed_comes_back_as_choices_and_a_choice_settles_it():
    form = language_form("language=es&language-find=Norw")
    assert form.errors["language"] == ["Choose which one is meant by “Norw”."]
    page = str(form["language"])
    assert 'value="es" checked' in page.replace("\n", " ").replace("  ", " ") or 'value="es"' in page
    assert 'name="language-found" value="Norw"' in page
    assert page.count('type="radio"') == len(EVERY_LANGUAGE.find("Norw").options) + 2  # the one chosen before, and none
    settled = language_form("language=nb&language-find=Norw&language-found=Norw")
    assert settled.is_valid()
    assert settled.cleaned_data["language"] == "nb"
    assert not language_form("language=nb&language-find=Norwe&language-found=Norw").is_valid()
    assert not language_form("language-find=Norw&language-found=Norw").is_valid()


def test_only_what_is_chosen_stands_in_the_page():
    page = str(language_form("language=ja")["language"])
    assert page.count("<option") == 2
    assert '<option value="ja" selected>Japanese</option>' in page
    assert 'data-picker="/choices/language/"' in page


def test_few_are_a_plain_list():
    field = ListedField()
    field.offer(Listed("few", {}, [(str(number), f"Town {number}") for number in range(FEW)]))
    page = str(type("Form", (forms.Form,), {"town": field})()["town"])
    assert page.count("<option") == FEW + 1
    assert "data-picker" not in page


def test_languages_are_named_for_the_reader():
    with override("zh-hans"):
        assert EVERY_LANGUAGE.labels(["ja"]) == {"ja": "日语"}
    assert EVERY_LANGUAGE.labels(["ja"]) == {"ja": "Japanese"}
