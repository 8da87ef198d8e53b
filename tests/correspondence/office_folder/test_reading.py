"""The files of a folder: those that may be missing, and what is no folder of an office."""

from datetime import date

import pytest

from correspondence.office_folder import Mistake, OfficeFolder

ON = date(2026, 3, 16)


def write(folder, **files) -> None:
    for name, text in ({"cities": "", "organizations": ""} | files).items():
        content = text if isinstance(text, bytes) else text.encode()
        (folder / f"{name}.toml").write_bytes(content)


def refusal(folder) -> str:
    with pytest.raises(Mistake) as mistake:
        OfficeFolder(folder, ON)
    return str(mistake.value)


def test_all_files_but_two_may_be_missing(tmp_path):
    write(tmp_path)
    folder = OfficeFolder(tmp_path, ON)
    assert folder.files == {"office": {}, "cities": {}, "organizations": {}, "people": {}, "courtesies": {}}


@pytest.mark.parametrize("name", ["cities", "organizations"])
def test_those_two_are_asked_for_by_name(tmp_path, name):
    write(tmp_path)
    (tmp_path / f"{name}.toml").unlink()
    assert refusal(tmp_path) == f"{name}.toml is missing in {tmp_path}; write it as docs/office-folder.md says."


def test_what_is_no_folder_is_refused(tmp_path):
    missing = tmp_path / "nowhere"
    said = f"{missing} is no folder; name the one that holds cities.toml and organizations.toml."
    assert refusal(missing) == said


def test_a_byte_order_mark_is_passed_over(tmp_path):
    write(tmp_path, cities="\ufeff[wuxi-cn]\n")
    assert list(OfficeFolder(tmp_path, ON).files["cities"]) == ["wuxi-cn"]


@pytest.mark.parametrize(
    ("files", "sentence"),
    [
        ({"people": "[[person]]\nkey = mayor\n"}, "people.toml is no TOML: Invalid value (at line 2, column 7)"),
        ({"people": "key = 'a'\nkey = 'b'\n"}, "people.toml is no TOML: Cannot overwrite a value (at line 2"),
        ({"cities": "[wuxi-cn]\nnames = { zh-hans = '无锡市' }".encode("gbk")}, "cities.toml is not in UTF-8; save it"),
        ({"gifts": ""}, "gifts.toml: no file of this name is read; known are: office.toml, cities.toml"),
        ({"people": "[[persons]]\n"}, "people.toml: persons: this is not known here; known are: person."),
        (
            {"courtesies": "[[gifts]]\n"},
            "courtesies.toml: gifts: this is not known here; known are: occasion, item, gift",
        ),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_file(tmp_path, files, sentence):
    write(tmp_path, **files)
    assert refusal(tmp_path).startswith(sentence)


def test_a_file_that_may_not_be_opened_is_refused(tmp_path):
    write(tmp_path)
    (tmp_path / "people.toml").mkdir()
    assert refusal(tmp_path) == "people.toml cannot be read: Is a directory."


def test_a_single_table_counts_as_a_list_of_one(tmp_path):
    write(tmp_path, courtesies='[experience]\nsummary = "a"\n[[gift]]\nkey = "x"\n[[gift]]\n')
    folder = OfficeFolder(tmp_path, ON)
    assert [table.name for table in folder.listed("courtesies", "experience")] == ["[[experience]] 1"]
    assert [table.name for table in folder.listed("courtesies", "gift")] == ["[[gift]] 1 (x)", "[[gift]] 2"]


@pytest.mark.parametrize(
    "text", ['[occasion.flood]\nkind = "flood"\n', '[[occasion]]\nslug = "flood"\n', '[[occasion]]\nkey = "flood"\n']
)
def test_an_occasion_is_named_by_its_table_or_in_a_list(tmp_path, text):
    write(tmp_path, courtesies=text)
    (named,) = OfficeFolder(tmp_path, ON).named_or_listed("courtesies", "occasion", "slug", "key")
    assert named[0] == "flood"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('[[occasion]]\nkind = "flood"\n', "[[occasion]] 1.slug: give it a name: slug = “…”."),
        ('[[occasion]]\nslug = "a"\n[[occasion]]\nslug = "a"\n', "[[occasion]] 2.slug: two have this name"),
    ],
)
def test_an_occasion_of_a_list_has_a_name_of_its_own(tmp_path, text, sentence):
    write(tmp_path, courtesies=text)
    with pytest.raises(Mistake) as mistake:
        OfficeFolder(tmp_path, ON).named_or_listed("courtesies", "occasion", "slug", "key")
    assert sentence in str(mistake.value)


def test_the_office_may_stand_below_its_own_name(tmp_path):
    write(tmp_path, office='[office]\nname = "外办"\n[[identity]]\ncode = "a"\n')
    assert OfficeFolder(tmp_path, ON).whole("office").data == {"name": "外办", "identity": [{"code": "a"}]}
