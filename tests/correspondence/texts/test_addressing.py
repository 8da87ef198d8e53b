"""Which address a letter and its envelope bear: by the letter's language and by where the post goes."""

import re

import pytest

from correspondence.texts.addressing import envelope_lines, letter_lines
from correspondence.texts.composing import compose_pair
from correspondence.texts.proposing import propose_brief
from crm.models import Country, FormOfAddress, Office, Organization, Person
from tests.correspondence.texts.letters import ON, city
from tests.factories import PersonFactory, PostalAddressFactory

WHO = ["Addressee"]
JAPANESE = {"country_id": "JP", "postcode": "520-3088", "region": "滋賀県", "town": "栗東市", "street": "安養寺1-13-33"}
ROMAJI = {"country_id": "JP", "postcode": "520-3088", "region": "Shiga", "town": "Ritto", "street": "1-13-33 Anyoji"}
VIETNAMESE = {"country_id": "VN", "town": "Hải Phòng", "street": "18 Hoàng Diệu", "postcode": ""}
PLAIN = {"country_id": "VN", "town": "Hai Phong", "street": "18 Hoang Dieu", "postcode": "", "writing": "latin"}
UKRAINIAN = {"country_id": "UA", "town": "Бровари", "street": "вул. Гагаріна, 15", "postcode": "07400"}
CYRILLIC_LATIN = {"country_id": "UA", "town": "Brovary", "street": "15 Haharina St.", "postcode": "07400"}
HONG_KONG = {"country_id": "HK", "region": "香港島", "town": "中環", "street": "添美道2號", "postcode": ""}
HONG_KONG_LATIN = {"country_id": "HK", "region": "Hong Kong Island", "town": "Central", "street": "2 Tim Mei Avenue"}
HUNAN = {"country_id": "CN", "region": "湖南省", "town": "长沙市", "street": "五一大道1号", "postcode": "410011"}
HUNAN_LATIN = {"country_id": "CN", "region": "Hunan", "town": "Changsha", "street": "1 Wuyi Road", "postcode": "410011"}
IN_JAPANESE = ["〒520-3088", "滋賀県栗東市", "安養寺1-13-33", *WHO]
IN_ROMAJI = [*WHO, "1-13-33 Anyoji, Ritto, Shiga", "520-3088"]


@pytest.fixture
def brief(demo):
    """Gives a letter to a person who has the addresses given."""

    def write_to(*addresses):
        person = PersonFactory(country_id="ES")
        for facts in addresses:
            PostalAddressFactory(person=person, **facts)
        return propose_brief(kind="letter", on=ON, person=Person.objects.get(pk=person.pk))

    return write_to


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize(
    ("language", "pair", "lines"),
    [
        ("ja", (JAPANESE, ROMAJI), IN_JAPANESE),
        ("en", (JAPANESE, ROMAJI), IN_ROMAJI),
        ("uk", (JAPANESE, ROMAJI), IN_ROMAJI),
        ("uk", (UKRAINIAN, CYRILLIC_LATIN), [*WHO, "вул. Гагаріна, 15", "Бровари", "07400"]),
        ("es", (UKRAINIAN, CYRILLIC_LATIN), [*WHO, "15 Haharina St.", "Brovary", "07400"]),
        ("en", (VIETNAMESE, PLAIN), [*WHO, "18 Hoang Dieu", "Hai Phong"]),
        ("zh-hans", (HONG_KONG, {**HONG_KONG_LATIN, "postcode": ""}), ["香港島", "中環", "添美道2號", *WHO]),
        (
            "en",
            (HONG_KONG, {**HONG_KONG_LATIN, "postcode": ""}),
            [*WHO, "2 Tim Mei Avenue", "Central", "Hong Kong Island"],
        ),
    ],
)
def test_a_letter_bears_the_writing_its_readers_read(brief, language, pair, lines, turned):
    letter = brief(*(reversed(pair) if turned else pair))
    assert letter_lines(letter, language, WHO) == lines


def test_the_only_address_stands_whatever_the_language(brief):
    assert letter_lines(brief(JAPANESE), "es", WHO) == IN_JAPANESE
    assert letter_lines(brief(ROMAJI), "ja", WHO) == IN_ROMAJI
    assert envelope_lines(brief(JAPANESE), WHO) == [*IN_JAPANESE, "JAPAN 日本"]


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize(
    ("pair", "lines"),
    [
        ((JAPANESE, ROMAJI), [*WHO, "1-13-33 Anyoji, Ritto, SHIGA", "520-3088", "JAPAN 日本"]),
        ((VIETNAMESE, PLAIN), [*WHO, "18 Hoang Dieu", "HAI PHONG", "VIET NAM 越南"]),
        (
            (HONG_KONG, {**HONG_KONG_LATIN, "postcode": ""}),
            ["香港島", "中環", "添美道2號", *WHO, "HONG KONG, CHINA 中国香港"],
        ),
        ((HUNAN, HUNAN_LATIN), ["410011", "湖南省长沙市", "五一大道1号", *WHO]),
    ],
)
def test_post_abroad_goes_in_latin_letters_and_post_at_home_in_chinese(brief, pair, lines, turned):
    assert envelope_lines(brief(*(reversed(pair) if turned else pair)), WHO) == lines


def test_what_is_home_is_the_offices_country(brief):
    home = Office.get().city
    home.country = Country.objects.get(pk="JP")
    home.save()
    assert envelope_lines(brief(JAPANESE, ROMAJI), WHO) == IN_JAPANESE


def test_an_address_of_which_only_the_country_is_known_gives_way(brief):
    bare = {"country_id": "JP", "street": "", "town": "", "postcode": " "}
    assert letter_lines(brief(bare, ROMAJI), "ja", WHO) == IN_ROMAJI
    assert letter_lines(brief(bare), "ja", WHO) == envelope_lines(brief(bare), WHO) == WHO


def test_a_letters_inside_has_all_parts_of_the_address_and_neither_country_nor_capitals(demo):
    guadalajara = Organization.objects.get(slug="ayuntamiento-guadalajara-es")
    guadalajara.addresses.update(region="Castilla-La Mancha")
    FormOfAddress.objects.all().delete()
    _chinese, spanish = compose_pair(propose_brief(kind="letter", on=ON, city=city("guadalajara-es")))
    assert spanish.addressee.splitlines()[-2:] == ["Plaza Mayor, 1", "19001 Guadalajara Castilla-La Mancha"]
    assert not {"SPAIN", "西班牙", "GUADALAJARA"} & {*spanish.addressee.split()}


def test_kept_lines_of_the_demonstration_name_no_country_either(demo):
    for slug in ("guadalajara-es", "brovary-ua"):
        letter = compose_pair(propose_brief(kind="letter", on=ON, city=city(slug)))[-1]
        assert not re.search("SPAIN|UKRAINE|西班牙|乌克兰", letter.addressee)


def test_a_japanese_letter_begins_with_the_address_and_ends_with_the_addressee(demo):
    ritto = Organization.objects.get(slug="city-government-ritto-jp")
    PostalAddressFactory(organization=ritto, **JAPANESE)
    _chinese, japanese = compose_pair(propose_brief(kind="letter", on=ON, city=city("ritto-jp")))
    lines = japanese.addressee.splitlines()
    assert lines[:3] == IN_JAPANESE[:3]
    assert len(lines) > 3
