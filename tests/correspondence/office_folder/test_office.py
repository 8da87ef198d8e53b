"""The office of a folder and its identities."""

import pytest

from correspondence.office_folder.office import load_office
from correspondence.office_folder.reading import OfficeFolder
from correspondence.office_folder.records import Records
from crm.models import IssuingIdentity, Office
from tests.factories import CityFactory, OfficeFactory

ASSOCIATION = '[association-cn]\nkind = "association"\ncity = "wuxi-cn"\nnames = { zh-hans = "无锡市友协" }\n'
GOVERNMENT = (
    '[wuxi-government-cn]\nkind = "city_government"\ncity = "wuxi-cn"\nnames = { zh-hans = "无锡市人民政府" }\n'
)
BOTH = {"organizations": GOVERNMENT + ASSOCIATION, "people": None}


def identities() -> list[tuple]:
    """(code, organization, number series, numbering) of each, in the office's order."""
    rows = IssuingIdentity.objects.values_list("code", "organization__slug", "number_prefix", "numbering")
    return list(rows)


def test_the_office_has_its_name_and_city_and_is_no_demonstration(load):
    office = load(office='name = "无锡市外办"\ncity = "wuxi-cn"\n')
    assert (office.name, office.city.slug, office.is_demo) == ("无锡市外办", "wuxi-cn", False)


@pytest.mark.parametrize(
    "written",
    [
        '[[identity]]\norganization = "wuxi-government-cn"\nnumber_prefix = "锡政函"\ncode = "government"\n',
        '[[identities]]\nbody = "wuxi-government-cn"\nnumber_prefix = "锡政函"\ncode = "government"\n',
        '[identity]\norganization = "wuxi-government-cn"\nnumber_prefix = "锡政函"\ncode = "government"\n',
        '[identities.government]\norganization = "wuxi-government-cn"\nnumber_prefix = "锡政函"\n',
        '[office]\n[[office.identity]]\nbody = "wuxi-government-cn"\nnumber_prefix = "锡政函"\ncode = "government"\n',
    ],
)
def test_an_identity_is_read_however_it_is_written(load, written):
    load(office=written, **BOTH)
    assert identities() == [("government", "wuxi-government-cn", "锡政函", "ours")]


def test_identities_may_be_named_alone_and_stand_with_their_organizations(load):
    organizations = (
        f'{GOVERNMENT}identity = {{ code = "government", number_prefix = "锡政函", seal_name = "印" }}\n'
        f"{ASSOCIATION}identity = true\n"
    )
    load(office='identities = ["association-cn", "wuxi-government-cn"]\n', organizations=organizations, people=None)
    assert identities() == [
        ("wuxishiyouxie", "association-cn", None, "none"),
        ("government", "wuxi-government-cn", "锡政函", "ours"),
    ]
    assert IssuingIdentity.objects.get(code="government").seal_name == "印"


def test_the_office_may_say_more_of_an_identity_than_its_organization(load):
    organizations = f'{GOVERNMENT}identity = {{ number_prefix = "锡政函", code = "government" }}\n'
    written = '[[identity]]\norganization = "wuxi-government-cn"\nnumbering = "given"\ncontact = "0510"\n'
    load(office=written, organizations=organizations, people=None)
    assert identities() == [("government", "wuxi-government-cn", "锡政函", "given")]
    assert IssuingIdentity.objects.get().contact_line == "0510"


def test_contact_and_letterhead_may_be_said_per_language(load):
    written = (
        '[[identity]]\norganization = "wuxi-government-cn"\n'
        'contact = { zh-hans = "电话0510", nb = "telefon 0510" }\nletterhead = { nb = "WUXI" }\n'
    )
    load(office=written, **BOTH)
    identity = IssuingIdentity.objects.get()
    assert [identity.contact_in(code) for code in ("zh-hans", "nb", "en")] == ["电话0510", "telefon 0510", ""]
    assert identity.letterheads.get(language="nb").text == "WUXI"


def test_without_any_our_government_issues_letters_without_numbers(load):
    load(office=None, **BOTH)
    assert identities() == [("government", "wuxi-government-cn", None, "none")]


def test_without_a_file_the_city_is_the_only_one_at_home(load):
    office = load(office=None)
    assert (office.city.slug, office.name) == ("wuxi-cn", "无锡市")


def test_without_a_city_it_is_that_of_the_first_identity(load):
    cities = '[wuxi-cn]\nnames = { zh-hans = "无锡市" }\n[yuxi-cn]\nnames = { zh-hans = "玉溪市" }\n'
    office = load(office='identities = ["wuxi-government-cn"]\n', cities=cities, **BOTH)
    assert (office.city.slug, office.name) == ("wuxi-cn", "无锡市人民政府")


def test_a_name_per_language_is_the_chinese_one(load):
    assert load(office='name = { en = "FAO", zh = "外办" }\n').name == "外办"


def test_loading_again_adds_no_identity_and_changes_none(load):
    load(office='[[identity]]\norganization = "wuxi-government-cn"\nnumber_prefix = "锡政函"\n', **BOTH)
    IssuingIdentity.objects.update(seal_name="mine")
    load(office='[[identity]]\norganization = "wuxi-government-cn"\nnumber_prefix = "他函"\n', **BOTH)
    assert IssuingIdentity.objects.get().seal_name == "mine"
    assert Office.objects.count() == 1


def test_an_office_that_is_there_is_taken(few_things, load, tmp_path):
    office = OfficeFactory(name="mine", city=CityFactory(slug="wuxi-cn", country_id="CN"))
    assert load(office='name = "other"\n') == office
    records = Records(OfficeFolder(tmp_path, load.__defaults__[0]))
    load_office(records)
    assert records.office.name == "mine"


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ('city = "oslo-no"', "city: there is no city “oslo-no”; write one that cities.toml has: akashi-jp, bodo-no, w"),
        ('motto = "x"', "motto: this key is not known here; known are: city, identities, identity, name."),
        (f'name = "{"外" * 121}"', "name: Ensure this value has at most 120 characters"),
        ("name = true", "name: “True” is no text; put it in quotation marks."),
        ('identities = ["nobody-cn"]', "identities[1].organization: there is no organization “nobody-cn”"),
        ("[[identity]]", "identity[1].organization: the organization is not said; write one that"),
        (
            '[[identity]]\norganization = "wuxi-government-cn"\nnumber_prefix = "锡 函"',
            "identity[1].number_prefix: No spaces",
        ),
        (
            '[[identity]]\norganization = "wuxi-government-cn"\nnumbering = "ours"',
            "identity[1].number_prefix: letters that",
        ),
        (
            '[[identity]]\norganization = "wuxi-government-cn"\nnumbering = "many"',
            "identity[1].numbering: “many” is not kn",
        ),
        ('[[identity]]\norganization = "wuxi-government-cn"\ncode = "政府"', "identity[1].code: Enter a valid “slug”"),
        (
            '[[identity]]\norganization = "wuxi-government-cn"\nletterhead = "x"',
            "identity[1].letterhead: write it per langu",
        ),
        (
            '[[identity]]\norganization = "wuxi-government-cn"\nseal = "x"',
            "identity[1].seal: this key is not known here",
        ),
        (
            '[[identity]]\nbody = "wuxi-government-cn"\ncode = "a"\n[[identity]]\nbody = "rode-kors-no"\ncode = "a"',
            "identity[2].code: another identity has “a”",
        ),
        (
            '[[identity]]\norganization = "wuxi-government-cn"\nnumber_prefix = "甲"\n'
            '[[identity]]\norganization = "rode-kors-no"\nnumber_prefix = "甲"',
            "identity[2].number_prefix: another identity has “甲”",
        ),
    ],
)
def test_a_mistake_names_the_key_and_what_to_write(refused, written, sentence):
    said = refused(office=f"{written}\n")
    assert said.startswith(f"office.toml: {sentence}")
    assert not Office.objects.exists()


def test_two_cities_at_home_and_no_word_which_is_ours_is_refused(refused):
    cities = '[wuxi-cn]\nnames = { zh-hans = "无锡市" }\n[yuxi-cn]\nnames = { zh-hans = "玉溪市" }\n'
    said = refused(office=None, cities=cities, **BOTH)
    assert said == "office.toml: city: say which city is ours, by its name in cities.toml."


@pytest.mark.parametrize("office", ['city = "wuxi-cn"\n', None, 'identities = ["wuxi-government-cn"]\n'])
def test_the_folder_of_another_office_is_refused(refused, office):
    OfficeFactory(city=CityFactory(slug="hengyang-cn", country_id="CN"))
    assert "office.toml: city: this installation is the office of" in refused(office=office)


def test_more_partners_of_an_office_may_come_in_a_folder_without_it(load):
    load()
    cities = '[oslo-no]\nnames = { nb = "Oslo" }\npartnership = {}\n'
    office = load(office=None, people=None, cities=cities, organizations='[a-no]\nnames = { nb = "A" }\n')
    assert [row.partner.slug for row in office.city.partnerships_as_first.all()] == ["oslo-no"]
