"""The one-time page that opens an empty installation."""

import stat

import pytest
from django.urls import reverse

from crm.models import IssuingIdentity, Office, Role, User
from crm.welcome import key_file, make_key
from tests.factories import OfficeFactory, UserFactory

pytestmark = pytest.mark.django_db

TYPED = {
    "username": "wang",
    "full_name": "王主任",
    "password1": "quiet-harbour-7",
    "password2": "quiet-harbour-7",
    "office_name": "衡阳市外事办公室",
    "country": "CN",
    "city_zh": "衡阳市",
    "city_latin": "Hengyang",
    "number_prefix": "衡外函",
}


@pytest.fixture(autouse=True)
def own_data_dir(settings, tmp_path):
    """A data folder that is thrown away."""
    settings.DATA_DIR = tmp_path


def test_the_key_opens_the_page_and_another_does_not(client_of):
    key = make_key()
    page = client_of(None).get(reverse("welcome", args=[key])).content.decode()
    assert "Nobody has an account here yet." in page
    assert '<option value="CN" selected>China</option>' in page
    assert client_of(None).get(reverse("welcome", args=["guess"])).status_code == 404
    assert stat.S_IMODE(key_file().stat().st_mode) == 0o600


def test_asking_never_makes_a_key(client_of):
    assert client_of(None).get(reverse("welcome", args=["guess"])).status_code == 404
    assert not key_file().exists()


def test_the_office_its_city_and_its_head_are_made_once(client_of):
    url, browser = reverse("welcome", args=[make_key()]), client_of(None)
    assert browser.post(url, TYPED | {"latitude": "26.89", "longitude": "112.57"}).url == "/"
    office, user = Office.objects.get(name="衡阳市外事办公室"), User.objects.get()
    assert (office.city.latitude, office.city.longitude) == (26.89, 112.57)
    assert (office.city.slug, office.city.name_in("zh-hans")) == ("hengyang-cn", "衡阳市")
    assert (user.username, user.full_name, user.role) == ("wang", "王主任", Role.HEAD)
    assert "Welcome. The desk tells the next steps" in browser.get("/").content.decode()
    assert (browser.get(url).status_code, key_file().exists()) == (404, False)


def identities() -> list[tuple]:
    """The identities: names in Chinese and English, who gives the numbers, the prefix, seal and contact."""
    return [
        (
            one.organization.name_in("zh-hans"),
            one.organization.name_in("en"),
            one.numbering,
            one.number_prefix,
            one.seal_name,
            one.contact_line,
        )
        for one in IssuingIdentity.objects.all()
    ]


def test_the_government_and_the_office_itself_are_identities_with_the_right_numbers(client_of):
    client_of(None).post(reverse("welcome", args=[make_key()]), TYPED | {"contact": "0734-1234567"})
    government = "Hengyang Municipal People's Government"
    office = f"Foreign Affairs Office of the {government}"
    assert identities() == [
        ("衡阳市人民政府", government, "given", None, "衡阳市人民政府", ""),
        ("衡阳市外事办公室", office, "ours", "衡外函", "衡阳市外事办公室", "0734-1234567"),
    ]


@pytest.mark.parametrize(
    ("name", "name_en", "names"),
    [
        ("衡阳市外事办公室", "Hengyang Foreign Affairs", ("衡阳市外事办公室", "Hengyang Foreign Affairs")),
        ("友好城市协会", "", ("友好城市协会", "")),
        ("International Relations Section", "", ("", "International Relations Section")),
    ],
)
def test_the_office_is_called_as_it_says_and_by_proposal_only_where_its_name_tells(client_of, name, name_en, names):
    typed = TYPED | {"office_name": name, "office_name_en": name_en}
    client_of(None).post(reverse("welcome", args=[make_key()]), typed)
    assert identities()[1][:2] == names


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"password2": "another-harbour-8"}, "didn’t match"),
        ({"password1": "12345", "password2": "12345"}, "too short"),
        ({"number_prefix": "衡 外"}, "No spaces or brackets."),
        ({"full_name": ""}, "This field is required."),
        ({"latitude": "26.89"}, "Give both latitude and longitude, or neither."),
    ],
)
def test_what_is_wrong_is_said_and_nothing_typed_is_lost(client_of, change, said):
    page = client_of(None).post(reverse("welcome", args=[make_key()]), TYPED | change).content.decode()
    assert said in page
    assert 'value="Hengyang"' in page
    assert (User.objects.count(), Office.get()) == (0, None)


def test_with_an_account_there_is_no_such_page(client_of):
    url = reverse("welcome", args=[make_key()])
    UserFactory()
    assert client_of(None).get(url).status_code == 404


def test_an_office_on_record_without_accounts_asks_for_its_head_alone(client_of):
    office, url, browser = OfficeFactory(name="无锡市外办"), reverse("welcome", args=[make_key()]), client_of(None)
    page = browser.get(url).content.decode()
    assert "无锡市外办 is on record" in page
    assert "office_name" not in page
    account = {name: TYPED[name] for name in ("username", "full_name", "password1", "password2")}
    assert "didn’t match" in browser.post(url, account | {"password2": "another-harbour-8"}).content.decode()
    assert browser.post(url, account).url == "/"
    assert (User.objects.get().role, Office.objects.get()) == (Role.HEAD, office)
    assert (browser.get(url).status_code, key_file().exists()) == (404, False)


def test_our_city_is_looked_up_and_nothing_typed_is_lost_or_made(client_of):
    url, browser = reverse("welcome", args=[make_key()]), client_of(None)
    typed = TYPED | {"city_zh": "", "city_latin": "", "country": "JP", "number_prefix": "x"}
    page = browser.post(url, typed | {"look_up": "武漢", "step": "look_up"}).content.decode()
    assert "Wuhan 武汉市 · Hubei · China" in page
    page = browser.post(url, typed | {"place": "1791247", "step": "take"})
    form = page.context["form"]
    names = ("username", "office_name", "number_prefix", "country", "city_zh", "city_latin", "latitude", "longitude")
    kept = ["wang", "衡阳市外事办公室", "x"]
    assert [form[name].value() for name in names] == [*kept, "CN", "武汉市", "Wuhan", "30.58333", "114.26667"]
    assert (form.errors, User.objects.count(), Office.get()) == ({}, 0, None)
    assert TYPED["password1"] not in page.content.decode()
