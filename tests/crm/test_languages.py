"""The languages that choices offer, each named in the interface language."""

import pytest
from django.utils import translation

from crm.languages import CHINESE, html_language, language_name, letter_languages, name_languages, word_forms
from crm.models import CityName
from tests.factories import CityFactory

SHIPPED = "zh-hans en ja ko es uk nb ro fil"
ENGLISH = "Chinese English Japanese Korean Spanish Ukrainian Norwegian Romanian Filipino"
IN_CHINESE = "中文 英语 日语 韩语 西班牙语 乌克兰语 挪威语 罗马尼亚语 菲律宾语"


@pytest.mark.parametrize(("interface", "names"), [("en", ENGLISH), (CHINESE, IN_CHINESE)])
def test_letter_languages_are_named_for_the_reader(interface, names):
    with translation.override(interface):
        known = [(code, label) for code, label in letter_languages() if code in SHIPPED.split()]
    assert known == list(zip(SHIPPED.split(), names.split(), strict=True))


@pytest.mark.parametrize(
    ("interface", "first", "last"), [("en", "Abkhazian", "Zuni"), (CHINESE, "阿布哈西亚语", "祖尼语")]
)
def test_names_may_be_in_any_language_letters_first(interface, first, last):
    with translation.override(interface):
        offered, letters = name_languages(), letter_languages()
    assert offered[: len(letters)] == letters
    assert (offered[len(letters)][1], offered[-1][1]) == (first, last)
    assert {"ru", "fr", "de", "pt", "it", "vi", "th", "ar", "zh-hant", "mi", "qu"} <= dict(offered).keys()
    assert {"und", "mul", "zxx", "zh", "no", "en-gb"} & dict(offered).keys() == set()


def test_every_code_fits_its_column():
    assert max(len(code) for code, _name in name_languages()) <= CityName._meta.get_field("language").max_length


def test_a_code_of_no_language_stands_for_itself():
    assert (language_name("xx"), language_name("ar"), html_language("xx")) == ("xx", "Arabic", "xx")


def test_han_characters_are_marked_as_those_of_the_mainland():
    assert (html_language("zh-hans"), html_language("ja")) == ("zh-Hans", "ja")


def test_words_have_the_forms_that_their_language_names():
    assert (word_forms("uk"), word_forms("xx")) == (("bulk", "bare", "one", "few", "many", "other"), ())


def test_a_name_in_a_language_without_letters_is_called_by_it(client_of, clerk):
    city = CityFactory(names={"mi": "Tāmaki Makaurau"})
    (name,) = city.names.all()
    assert name.get_language_display() == "Māori"
    page = client_of(clerk).get(f"{city.get_absolute_url()}edit/").content.decode()
    assert page.count('<option value="mi" selected>Māori</option>') == 1
