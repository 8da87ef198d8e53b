"""The organizations of a folder."""

import pytest

from correspondence.office_folder.organizations import GOVERNMENT, said_to_govern
from correspondence.office_folder.table import Table
from crm.models import Organization
from tests.factories import OrganizationFactory

HOME = '[wuxi-government-cn]\nkind = "city_government"\ncity = "wuxi-cn"\nnames = { zh-hans = "无锡市人民政府" }\n'


def organizations(text: str) -> dict:
    return {"organizations": HOME + text, "people": None}


def test_an_organization_has_what_is_written_of_it(load):
    load(
        **organizations("""
[bodo-kommune-no]
kind = "City-Government"
city = "bodo-no"
letter_language = "no"
note = "…"
address = { street = "Kongens gate 23", postcode = 8006, town = "Bodø" }
in_letter = { en = "the Municipality of Bodø" }
[bodo-kommune-no.names]
nb = "Bodø kommune"
en = "Municipality of Bodø"
zh-hans = ["博德市政府", ""]
uk = { text = "Муніципалітет Буде", genitive = "Муніципалітету Буде" }
ro = ["Primăria Bodø", "Primăria Bodø"]
""")
    )
    organization = Organization.objects.get(slug="bodo-kommune-no")
    assert (organization.kind, organization.city.slug, organization.country_id) == (GOVERNMENT, "bodo-no", "NO")
    assert (organization.letter_language, organization.note) == ("nb", "…")
    assert {name.language: (name.text, name.in_letter, name.cases) for name in organization.names.all()} == {
        "nb": ("Bodø kommune", "", {}),
        "en": ("Municipality of Bodø", "the Municipality of Bodø", {}),
        "zh-hans": ("博德市政府", "", {}),
        "uk": ("Муніципалітет Буде", "", {"genitive": "Муніципалітету Буде"}),
        "ro": ("Primăria Bodø", "Primăria Bodø", {}),
    }
    address = organization.addresses.get()
    assert (address.street, address.postcode, address.town, address.country_id) == (
        "Kongens gate 23",
        "8006",
        "Bodø",
        "NO",
    )


def test_an_organization_needs_neither_city_nor_kind(load):
    load(**organizations('[red-cross-no]\nnames = { nb = "Norges Røde Kors" }\n'))
    organization = Organization.objects.get(slug="red-cross-no")
    assert (organization.kind, organization.city, organization.country_id) == ("other", None, "NO")


def test_without_a_kind_it_is_the_government_of_its_city_where_no_other_is(load):
    load(
        **organizations("""
[a-no]
city = "bodo-no"
names = { nb = "A" }
[b-no]
city = "bodo-no"
names = { nb = "B" }
[c-jp]
city = "akashi-jp"
names = { ja = "甲" }
[d-jp]
kind = "city_government"
city = "akashi-jp"
names = { ja = "乙" }
""")
    )
    kinds = dict(Organization.objects.values_list("slug", "kind"))
    assert [kinds[slug] for slug in ("a-no", "b-no", "c-jp", "d-jp")] == [GOVERNMENT, "other", "other", GOVERNMENT]


def test_addresses_may_be_several_or_a_text(load):
    load(
        **organizations("""
[a-jp]
names = { ja = "甲" }
addresses = [{ as_written = "〒673-8686\\n明石市", writing = "local" }, { street = "1-5-1", country = "JP" }]
[b-jp]
names = { ja = "乙" }
address = "Nakasaki 1-5-1\\nAkashi"
""")
    )
    written = {
        slug: [address.text for address in Organization.objects.get(slug=slug).addresses.order_by("pk")]
        for slug in ("a-jp", "b-jp")
    }
    assert written["a-jp"] == ["〒673-8686\n明石市", "1-5-1"]
    assert written["b-jp"] == ["Nakasaki 1-5-1\nAkashi"]


def test_a_government_that_is_there_under_another_address_gets_the_names_that_it_lacks(load):
    load(organizations=HOME, people=None)
    city = Organization.objects.get().city
    Organization.objects.update(slug="made-by-hand")
    load(
        organizations=f'{HOME}[wuxi-government-cn.in_letter]\nzh-hans = "x"\n'.replace(
            '" }', '", nb = "Folkeregjeringen i Wuxi" }'
        ),
        people=None,
    )
    government = Organization.objects.get(city=city)
    assert (government.slug, government.name_in("nb")) == ("made-by-hand", "Folkeregjeringen i Wuxi")


def test_one_on_record_may_be_named(load):
    OrganizationFactory(slug="by-hand-no", kind="other", country_id="NO", city=None)
    load(courtesies='[[letter]]\norganization = "by-hand-no"\n')
    assert Organization.objects.get(slug="by-hand-no").letters.count() == 1


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        (
            '[a-no]\nnames = { nb = "A" }\nkind = "bank"',
            "[a-no].kind: “bank” is not known; write one of: city_government",
        ),
        (
            '[a-no]\nnames = { nb = "A" }\ncity = "oslo-no"',
            "[a-no].city: there is no city “oslo-no”; write one that cit",
        ),
        ('[a-no]\nnames = { nb = "A" }\nkind = "city_government"', "[a-no].city: Say which city it governs."),
        ('[a-no]\nnames = { nb = "A" }\ncity = "bodo-no"\ncountry = "SE"', "[a-no].city: Bodø is in another country"),
        ('[a]\nnames = { nb = "A" }', "[a].country: “a” is no country's code"),
        ('[a-no]\nnames = "A"', "[a-no].names: write it per language"),
        ('[a-no]\nnames = { nb = "A" }\nin_letter = { en = "the A" }', "[a-no].in_letter.en: there is no name in this"),
        ('[a-no]\nnames = { nb = "A" }\nletter_language = "xx"', "[a-no].letter_language: “xx” is no language's code"),
        ('[a-no]\nnames = { nb = "A" }\naddress = { steet = "x" }', "[a-no].address.steet: this key is not known here"),
        (
            '[a-no]\nnames = { nb = "A" }\naddress = { writing = "arial" }',
            "[a-no].address.writing: “arial” is not known",
        ),
        (
            '[a-jp]\nnames = { ja = "甲" }\naddress = { street = "中", writing = "latin" }',
            "[a-jp].address.writing: Not all",
        ),
        ('[a-no]\nnames = { nb = "A" }\nphone = "1"', "[a-no].phone: this key is not known here; known are: address"),
        (f'[a-no]\nnames = {{ nb = "{"A" * 201}" }}', "[a-no].names.nb.text: Ensure this value has at most 200 char"),
        (
            '[b-cn]\nkind = "city_government"\ncity = "wuxi-cn"\nnames = { zh-hans = "乙" }',
            "[b-cn].kind: “wuxi-government-cn”",
        ),
    ],
)
def test_a_mistake_names_the_key_and_what_to_write(refused, written, sentence):
    said = refused(**organizations(f"{written}\n"))
    assert said.startswith("organizations.toml: ")
    assert sentence in said
    assert not Organization.objects.exists()


def test_a_city_has_one_government_that_is_said_to_be_it():
    rows = {"a": {"kind": "city_government", "city": "x"}, "b": {"city": "x"}, "c": {"kind": "city_government"}}
    tables = [(slug, Table("organizations.toml", f"[{slug}]", data, None)) for slug, data in rows.items()]
    assert said_to_govern(tables) == {"x": "a"}
