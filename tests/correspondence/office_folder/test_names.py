"""Names per language, in each of the ways in which they may be written."""

from datetime import date

import pytest

from correspondence.office_folder.names import add_missing_names, names_of
from correspondence.office_folder.table import Mistake, Table
from crm.models import CityName, OccasionName, OrganizationName, PostTitle
from tests.factories import CityFactory


def table(**data) -> Table:
    return Table("organizations.toml", "[a-no]", data, date(2026, 3, 16))


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Kommune", {"text": "Kommune", "in_letter": ""}),
        (["Kommune"], {"text": "Kommune", "in_letter": ""}),
        (["Kommune", "kommunen"], {"text": "Kommune", "in_letter": "kommunen"}),
        ({"text": "Kommune", "in_letter": "kommunen"}, {"text": "Kommune", "in_letter": "kommunen"}),
    ],
)
def test_a_name_is_a_text_a_pair_or_a_table(written, name):
    expected = [{"language": "nb", **name}]
    assert names_of(table(names={"nb": written}), OrganizationName) == expected
    assert names_of(table(names={"nb": written}), OccasionName) == expected


def test_forms_in_sentences_are_kept_as_seen():
    (name,) = names_of(table(names={"uk": {"text": "Усі", "genitive": "Усі", "vocative": "Усі"}}), CityName)
    assert (name["cases"], name["cases_seen"]) == ({"genitive": "Усі", "vocative": "Усі"}, True)


def test_titles_may_be_missing_and_names_may_not():
    assert names_of(table(), PostTitle, "titles", needed=False) == []
    with pytest.raises(Mistake, match=r"^organizations.toml: \[a-no\].names: a record has at least one name"):
        names_of(table(), CityName)


def test_only_names_in_languages_without_one_are_added(db):
    city = CityFactory()
    before = {name.language: name.text for name in city.names.all()}
    add_missing_names(None, city, [{"language": code, "text": "new"} for code in (*before, "ko")])
    assert {name.language: name.text for name in city.names.all()} == before | {"ko": "new"}
