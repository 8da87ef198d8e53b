"""Channels and postal addresses."""

import pytest
from django.core.exceptions import ValidationError

from crm.models import Channel, Country, PostalAddress
from tests.factories import OrganizationFactory, PostalAddressFactory

WHO = "Addressee"


@pytest.mark.parametrize(("kind", "value", "right"), [("email", "a@b.org", 1), ("email", "a@", 0), ("fax", "x", 1)])
def test_only_an_email_address_has_a_form_to_keep(kind, value, right):
    channel = Channel(kind=kind, value=value)
    if right:
        assert channel.clean() is None
    else:
        with pytest.raises(ValidationError):
            channel.clean()


# Addresses as the country's post writes them: the parts, the inside of a letter, the envelope from China.
WRITTEN_OUT = [
    (
        {
            "country_id": "JP",
            "postcode": "520-3088",
            "region": "滋賀県",
            "town": "栗東市",
            "street": "安養寺一丁目13番33号",
        },
        ["〒520-3088", "滋賀県栗東市", "安養寺一丁目13番33号", WHO],
        ["〒520-3088", "滋賀県栗東市", "安養寺一丁目13番33号", WHO, "JAPAN 日本"],
    ),
    (
        {"country_id": "JP", "postcode": "520-3088", "region": "Shiga", "town": "Ritto", "street": "1-13-33 Anyoji"},
        [WHO, "1-13-33 Anyoji, Ritto, Shiga", "520-3088"],
        [WHO, "1-13-33 Anyoji, Ritto, SHIGA", "520-3088", "JAPAN 日本"],
    ),
    (
        {
            "country_id": "KR",
            "region": "경기도",
            "town": "성남시",
            "district": "중원구",
            "street": "성남대로 997",
            "postcode": "13437",
        },
        ["경기도 성남시 중원구", "성남대로 997", WHO, "13437"],
        ["경기도 성남시 중원구", "성남대로 997", WHO, "13437", "REPUBLIC OF KOREA 韩国"],
    ),
    (
        {"country_id": "KR", "region": "Seoul", "town": "Jung-gu", "street": "110 Sejong-daero", "postcode": "04524"},
        [WHO, "110 Sejong-daero", "Jung-gu", "Seoul", "04524"],
        [WHO, "110 Sejong-daero", "Jung-gu", "Seoul", "04524", "REPUBLIC OF KOREA 韩国"],
    ),
    (
        {
            "country_id": "CN",
            "region": "湖南省",
            "town": "衡阳市",
            "district": "蒸湘区",
            "street": "华新大道1号",
            "postcode": "421001",
        },
        ["421001", "湖南省衡阳市蒸湘区", "华新大道1号", WHO],
        ["421001", "湖南省衡阳市蒸湘区", "华新大道1号", WHO],
    ),
    (
        {
            "country_id": "CN",
            "region": "Hunan",
            "town": "Hengyang",
            "district": "Zhengxiang District",
            "street": "1 Huaxin Avenue",
            "postcode": "421001",
        },
        [WHO, "1 Huaxin Avenue", "Zhengxiang District", "Hengyang", "Hunan, 421001"],
        [WHO, "1 Huaxin Avenue", "Zhengxiang District", "Hengyang", "HUNAN, 421001"],
    ),
    (
        {
            "country_id": "UA",
            "region": "Київська обл.",
            "town": "м. Бровари",
            "street": "вул. Героїв України, 15",
            "postcode": "07400",
        },
        [WHO, "вул. Героїв України, 15", "м. Бровари", "Київська обл.", "07400"],
        [WHO, "вул. Героїв України, 15", "М. БРОВАРИ", "Київська обл.", "07400", "UKRAINE 乌克兰"],
    ),
    (
        {
            "country_id": "UA",
            "region": "Kyivska oblast",
            "town": "Brovary",
            "street": "15 Heroiv Ukrainy St.",
            "postcode": "07400",
        },
        [WHO, "15 Heroiv Ukrainy St.", "Brovary", "Kyivska oblast", "07400"],
        [WHO, "15 Heroiv Ukrainy St.", "BROVARY", "Kyivska oblast", "07400", "UKRAINE 乌克兰"],
    ),
    (
        {
            "country_id": "RO",
            "region": "Călărași",
            "town": "Călărași",
            "street": "Str. București nr. 140A",
            "postcode": "910058",
        },
        [WHO, "Str. București nr. 140A", "910058 Călărași"],
        [WHO, "STR. BUCUREȘTI NR. 140A", "910058 CĂLĂRAȘI", "ROMANIA 罗马尼亚"],
    ),
    (
        {
            "country_id": "RO",
            "writing": "latin",
            "region": "Ilfov",
            "town": "Voluntari",
            "street": "Bd. Voluntari nr. 74",
            "postcode": "077190",
        },
        [WHO, "Bd. Voluntari nr. 74", "077190 Ilfov Voluntari"],
        [WHO, "BD. VOLUNTARI NR. 74", "077190 Ilfov VOLUNTARI", "ROMANIA 罗马尼亚"],
    ),
    (
        {
            "country_id": "PH",
            "region": "Metro Manila",
            "town": "Lungsod ng Valenzuela",
            "district": "Karuhatan",
            "street": "MacArthur Highway",
            "postcode": "1441",
        },
        [WHO, "MacArthur Highway", "Karuhatan, Lungsod ng Valenzuela", "1441 Metro Manila"],
        [WHO, "MacArthur Highway", "Karuhatan, LUNGSOD NG VALENZUELA", "1441 Metro Manila", "PHILIPPINES 菲律宾"],
    ),
    (
        {
            "country_id": "PH",
            "writing": "latin",
            "region": "Metro Manila",
            "town": "Valenzuela City",
            "street": "City Hall, MacArthur Highway",
            "postcode": "1441",
        },
        [WHO, "City Hall, MacArthur Highway", "Valenzuela City", "1441 Metro Manila"],
        [WHO, "City Hall, MacArthur Highway", "VALENZUELA CITY", "1441 Metro Manila", "PHILIPPINES 菲律宾"],
    ),
    (
        {
            "country_id": "ES",
            "region": "Málaga",
            "town": "Fuengirola",
            "street": "Plaza de España, 1",
            "postcode": "29640",
        },
        [WHO, "Plaza de España, 1", "29640 Fuengirola Málaga"],
        [WHO, "Plaza de España, 1", "29640 FUENGIROLA MÁLAGA", "SPAIN 西班牙"],
    ),
    (
        {
            "country_id": "ES",
            "writing": "latin",
            "region": "Guadalajara",
            "town": "Guadalajara",
            "street": "Plaza Mayor, 1",
            "postcode": "19001",
        },
        [WHO, "Plaza Mayor, 1", "19001 Guadalajara"],
        [WHO, "Plaza Mayor, 1", "19001 GUADALAJARA", "SPAIN 西班牙"],
    ),
    (
        {"country_id": "NO", "town": "Tønsberg", "street": "Tollbodgata 22", "postcode": "3111"},
        [WHO, "Tollbodgata 22", "3111 Tønsberg"],
        [WHO, "Tollbodgata 22", "3111 TØNSBERG", "NORWAY 挪威"],
    ),
    (
        {"country_id": "NO", "writing": "latin", "town": "Toensberg", "street": "Tollbodgata 22", "postcode": "3111"},
        [WHO, "Tollbodgata 22", "3111 Toensberg"],
        [WHO, "Tollbodgata 22", "3111 TOENSBERG", "NORWAY 挪威"],
    ),
    (
        {"country_id": "TR", "region": "İzmir", "town": "Çiğli", "street": "8001 Sok. No: 1", "postcode": "35620"},
        [WHO, "8001 Sok. No: 1", "35620 Çiğli/İzmir"],
        [WHO, "8001 Sok. No: 1", "35620 ÇİĞLİ/İzmir", "TÜRKIYE 土耳其"],
    ),
    (
        {
            "country_id": "TR",
            "writing": "latin",
            "region": "Ankara",
            "town": "Cankaya",
            "street": "Ataturk Bulvari 1",
            "postcode": "06420",
        },
        [WHO, "Ataturk Bulvari 1", "06420 Cankaya/Ankara"],
        [WHO, "Ataturk Bulvari 1", "06420 CANKAYA/Ankara", "TÜRKIYE 土耳其"],
    ),
    (
        {
            "country_id": "VN",
            "region": "Thành phố Hồ Chí Minh",
            "town": "Phường Sài Gòn",
            "street": "86 Lê Thánh Tôn",
            "postcode": "71006",
        },
        [WHO, "86 Lê Thánh Tôn", "Phường Sài Gòn", "Thành phố Hồ Chí Minh 71006"],
        [WHO, "86 Lê Thánh Tôn", "PHƯỜNG SÀI GÒN", "Thành phố Hồ Chí Minh 71006", "VIET NAM 越南"],
    ),
    (
        {
            "country_id": "VN",
            "writing": "latin",
            "region": "Ho Chi Minh City",
            "town": "Sai Gon Ward",
            "street": "86 Le Thanh Ton",
            "postcode": "71006",
        },
        [WHO, "86 Le Thanh Ton", "Sai Gon Ward", "Ho Chi Minh City 71006"],
        [WHO, "86 Le Thanh Ton", "SAI GON WARD", "Ho Chi Minh City 71006", "VIET NAM 越南"],
    ),
]


@pytest.mark.parametrize(("facts", "inside", "envelope"), WRITTEN_OUT)
def test_an_address_stands_as_its_post_writes_it_in_the_letter_and_on_the_envelope(db, facts, inside, envelope):
    address = PostalAddress(**facts)
    assert address.lines([WHO]) == inside
    assert address.mail_lines([WHO], sent_from="CN") == envelope


def test_an_address_as_written_stands_as_it_is_with_the_addressee_where_the_country_has_it(db):
    typed = PostalAddress(as_written=" 〒520-3088 \n\n 滋賀県、栗東市安養寺1-13-33,", country_id="JP", town="京都市")
    lines = ["〒520-3088", "滋賀県、栗東市安養寺1-13-33,"]
    assert (typed.lines(), typed.lines([WHO])) == (lines, [*lines, WHO])
    assert typed.mail_lines() == [*lines, "JAPAN 日本"]
    typed = PostalAddress(as_written="1-13-33 Anyoji\nRitto 520-3088", country_id="JP")
    assert typed.lines([WHO]) == [WHO, "1-13-33 Anyoji", "Ritto 520-3088"]


def test_an_organization_of_which_only_the_parts_are_known_has_all_of_them_on_record(db):
    organization = OrganizationFactory(names={"ja": "栗東市役所"}, country_id="JP")
    parts = {"street": "安養寺1-13-33", "town": "栗東市", "region": "滋賀県", "postcode": "520-3088"}
    PostalAddressFactory(organization=organization, country_id="JP", **parts)
    assert str(organization.addresses.get()) == "〒520-3088, 滋賀県栗東市, 安養寺1-13-33"


def test_a_country_is_named_on_envelopes_by_its_official_name_which_the_office_may_change(db):
    korea = Country.objects.get(pk="KR")
    assert korea.mail_name == "REPUBLIC OF KOREA 韩国"
    korea.official_name = ""
    assert korea.mail_name == "SOUTH KOREA 韩国"


@pytest.mark.parametrize(
    ("country", "writing", "town", "latin", "local"),
    [
        ("JP", "", "栗東市", 2, 1),
        ("JP", "", "Ritto", 1, 2),
        ("JP", "latin", "Ritto", 0, 2),
        ("JP", "local", "東京タワー", 2, 0),
        ("VN", "", "Hà Nội", 1, 1),
        ("VN", "local", "Hà Nội", 2, 0),
        ("VN", "latin", "Hanoi", 0, 2),
    ],
)
def test_an_address_is_in_the_writing_that_is_said_else_in_that_of_its_letters(country, writing, town, latin, local):
    address = PostalAddress(country_id=country, writing=writing, town=town)
    assert (address.distance(latin=True), address.distance(latin=False)) == (latin, local)


def test_an_address_called_latin_has_latin_letters():
    PostalAddress(country_id="VN", writing="latin", town="Hà Nội", postcode="１０").clean()
    PostalAddress(country_id="JP", writing="local", town="Ritto").clean()
    with pytest.raises(ValidationError, match="栗東市"):
        PostalAddress(country_id="JP", writing="latin", street="1-13-33", town="栗東市").clean()
