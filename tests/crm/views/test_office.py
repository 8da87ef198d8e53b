"""The office's page, identities, accounts and countries."""

import io
from datetime import timedelta

import openpyxl
import pytest
from django.contrib.sessions.models import Session
from django.urls import reverse
from django.utils import timezone

from crm.models import Country, IssuingIdentity, Letterhead, Office, Organization, Role, User
from crm.sessions import sessions_of
from tests.factories import IdentityFactory, OfficeFactory, OrganizationFactory, UserFactory

pytestmark = pytest.mark.django_db

HEAD_ONLY = ["office-edit", "identity-add", "user-list", "user-add", "security-log", "country-list"]
NEW = "quiet-harbour-7"


def account(**fields):
    """What the form of an account sends."""
    return {"username": "li", "full_name": "Li", "role": "clerk", "is_active": "on", **fields}


def rules(**changes):
    """What the form of the office sends of its rules."""
    bounds = {"idle_minutes": 120, "issue_days_back": 30, "issue_days_ahead": 90}
    return {**bounds, "no_secrets_zh": "不得存储。", "no_secrets_en": "No secrets.", **changes}


def letterheads(*rows):
    """The parts of an identity's form."""
    none = {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0}
    data = {f"{part}-{name}": count for part in ("letterheads", "signatories") for name, count in none.items()}
    data["letterheads-TOTAL_FORMS"] = len(rows)
    for number, (language, text) in enumerate(rows):
        data |= {f"letterheads-{number}-language": language, f"letterheads-{number}-text": text}
    return data


def test_everybody_reads_the_office_and_only_the_head_is_offered_changes(client_of, reader, head):
    identity = IdentityFactory(number_prefix="衡外函")
    Letterhead.objects.create(identity=identity, language="en", text="Hengyang FAO")
    read = client_of(reader).get(reverse("office")).content.decode()
    assert all(words in read for words in ("衡阳市人民政府外事办公室", "衡外函", "Hengyang FAO", "/office/texts/"))
    links = [reverse(name) for name in HEAD_ONLY] + [identity.get_absolute_url()]
    assert [link for link in links if f'"{link}"' in read] == []
    kept = client_of(head).get(reverse("office")).content.decode()
    assert [link for link in links if f'"{link}"' not in kept] == ["/office/accounts/add/"]


def test_without_an_office_the_page_says_so(client_of, head):
    page = client_of(head).get(reverse("office")).content.decode()
    assert "The office has not been set up yet." in page
    assert "Set up the office" in page


def test_a_clerk_is_refused_what_is_the_heads(client_of, clerk):
    identity = IdentityFactory()
    urls = [reverse(name) for name in HEAD_ONLY]
    urls += [identity.get_absolute_url(), clerk.get_absolute_url(), reverse("country-edit", args=["ES"])]
    assert [client_of(clerk).get(url).status_code for url in urls] == [403] * len(urls)


def test_the_head_changes_the_settings(client_of, head):
    office = OfficeFactory()
    data = {"name": "衡阳市外办", "city": office.city_id, "own_approval": "on", **rules()}
    response = client_of(head).post(reverse("office-edit"), data)
    office.refresh_from_db()
    assert (response.url, office.name, office.own_approval) == ("/office/", "衡阳市外办", True)
    assert (office.issue_days_back, office.issue_days_ahead) == (30, 90)
    assert office.scan_required is False  # its box was unticked
    page = client_of(head).get(reverse("office")).content.decode()
    assert "A letter may be issued without the signed slip's scan, and says so for good." in page


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"idle_minutes": 9}, "greater than or equal to 10"),
        ({"idle_minutes": 721}, "less than or equal to 720"),
        ({"no_secrets_zh": ""}, "This field is required."),
    ],
)
def test_a_rule_of_the_office_has_its_bounds(client_of, head, change, said):
    office = OfficeFactory()
    data = {"name": "衡阳市外办", "city": office.city_id, **rules(**change)}
    page = client_of(head).post(reverse("office-edit"), data).content.decode()
    assert said in page
    assert 'value="衡阳市外办"' in page
    assert Office.get().name != "衡阳市外办"


def test_an_idle_time_set_anew_holds_for_sessions_that_are_open(client_of, head, clerk):
    office, browser = OfficeFactory(), client_of(clerk)
    Session.objects.filter(pk=browser.session.session_key).update(expire_date=timezone.now() + timedelta(minutes=60))
    kept = {"name": office.name, "city": office.city_id}
    by_head = client_of(head)
    by_head.post(reverse("office-edit"), kept | rules(idle_minutes=180))
    assert browser.get(reverse("office")).status_code == 200
    Session.objects.filter(pk=browser.session.session_key).update(expire_date=timezone.now() + timedelta(minutes=60))
    by_head.post(reverse("office-edit"), kept | rules(idle_minutes=110))
    assert browser.get(reverse("office")).status_code == 302


def test_an_identity_is_added_with_its_letterheads_and_a_code_of_its_own(client_of, head):
    organization = IdentityFactory(number_prefix="衡外函").organization
    data = {
        "organization": organization.pk,
        "numbering": "ours",
        "number_prefix": "衡友函",
        "order": 2,
        **letterheads(("en", "Friends of Hengyang")),
    }
    response = client_of(head).post(reverse("identity-add"), data)
    identity = IssuingIdentity.objects.get(number_prefix="衡友函")
    assert (response.url, identity.office, identity.code) == ("/office/", Office.get(), "hengyouhan")
    assert [head.text for head in identity.letterheads.all()] == ["Friends of Hengyang"]
    page = client_of(head).get(identity.get_absolute_url()).content.decode()
    assert "Friends of Hengyang" in page


def test_an_identity_is_recorded_with_its_organization_in_one_form(client_of, head):
    OfficeFactory()
    names = {"name_zh": "衡阳市人民对外友好协会", "name_en": "Hengyang Friendship Association"}
    data = {"numbering": "ours", "number_prefix": "衡友函", "order": 2, **names, **letterheads()}
    assert client_of(head).post(reverse("identity-add"), data).url == "/office/"
    organization = IssuingIdentity.objects.get().organization
    assert (organization.name_in("zh-hans"), organization.name_in("en")) == tuple(names.values())
    assert (organization.city, organization.kind) == (Office.get().city, "domestic_office")


@pytest.mark.parametrize("named", [{}, {"name_en": "Friends", "organization": True}])
def test_an_identity_is_either_an_organization_on_record_or_a_new_one(client_of, head, named):
    organization = OrganizationFactory(city=OfficeFactory().city)
    named = named | ({"organization": organization.pk} if named else {})
    data = {"numbering": "none", "order": 2, **named, **letterheads()}
    page = client_of(head).post(reverse("identity-add"), data).content.decode()
    assert "Choose an organization of ours, or write the names of a new one." in page
    assert (IssuingIdentity.objects.count(), Organization.objects.filter(names__text="Friends").count()) == (0, 0)


def test_an_identity_cannot_take_anothers_number_series(client_of, head):
    organization = IdentityFactory(number_prefix="衡外函").organization
    data = {
        "organization": organization.pk,
        "numbering": "ours",
        "number_prefix": "衡外函",
        "order": 2,
        **letterheads(),
    }
    page = client_of(head).post(reverse("identity-add"), data).content.decode()
    assert "Another identity counts its letters by this series." in page
    assert IssuingIdentity.objects.count() == 1


@pytest.mark.parametrize(("numbering", "kept"), [("ours", 0), ("given", 1), ("none", 1)])
def test_only_an_identity_that_counts_here_needs_a_number_series(client_of, head, numbering, kept):
    organization = OrganizationFactory(city=OfficeFactory().city)
    for _turn in range(kept + 1):
        data = {"organization": organization.pk, "numbering": numbering, "number_prefix": "", "order": 2}
        page = client_of(head).post(reverse("identity-add"), data | letterheads())
    assert ("need the word before the year" in page.content.decode()) is not bool(kept)
    assert IssuingIdentity.objects.filter(number_prefix__isnull=True).count() == 2 * kept


def test_an_account_is_added_and_can_sign_in(client_of, head):
    response = client_of(head).post(reverse("user-add"), account(password1=NEW, password2=NEW))
    assert (response.status_code, response.url) == (302, "/office/accounts/")
    assert User.objects.get(username="li").role == Role.CLERK
    li = User.objects.get(username="li")
    assert (li.check_password(NEW), li.must_change_password) == (True, True)


@pytest.mark.parametrize(
    ("passwords", "said"),
    [
        ({}, "This field is required."),
        ({"password1": NEW, "password2": "other-harbour-8"}, "didn’t match"),
        ({"password1": "12345", "password2": "12345"}, "too short"),
    ],
)
def test_a_new_account_needs_a_good_password_twice(client_of, head, passwords, said):
    page = client_of(head).post(reverse("user-add"), account(**passwords)).content.decode()
    assert said in page
    assert not User.objects.filter(username="li").exists()


def test_a_change_without_password_keeps_the_present_one(client_of, head):
    user = UserFactory(username="li")
    client_of(head).post(user.get_absolute_url(), account(role="reader"))
    user.refresh_from_db()
    assert (user.role, user.check_password("secret"), user.must_change_password) == (Role.READER, True, False)


def test_one_password_of_two_changes_nothing(client_of, head):
    user = UserFactory(username="li")
    page = client_of(head).post(user.get_absolute_url(), account(password2=NEW)).content.decode()
    assert "didn’t match" in page
    user.refresh_from_db()
    assert user.check_password("secret")


def test_a_forgotten_password_is_replaced_by_a_first_one_and_ends_the_sessions(client_of, head):
    user = UserFactory(username="li")
    browser = client_of(user)
    client_of(head).post(user.get_absolute_url(), account(password1=NEW, password2=NEW))
    user.refresh_from_db()
    assert (user.check_password(NEW), user.must_change_password) == (True, True)
    assert sessions_of(user) == []
    assert browser.get(reverse("office")).status_code == 302


def test_a_head_gives_no_first_password_to_himself(client_of, head):
    browser = client_of(head)
    assert "password1" not in browser.get(head.get_absolute_url()).content.decode()
    typed = account(username="head", role="head", password1=NEW)
    assert browser.post(head.get_absolute_url(), typed).url == reverse("user-list")
    head.refresh_from_db()
    assert (head.full_name, head.check_password(NEW), head.must_change_password) == ("Li", False, False)
    assert browser.get(reverse("user-list")).status_code == 200


@pytest.mark.parametrize("change", [{"role": "clerk"}, {"role": "head", "is_active": ""}])
def test_a_head_cannot_lock_himself_out(client_of, head, change):
    UserFactory(role=Role.HEAD)
    page = client_of(head).post(head.get_absolute_url(), account(username="head", full_name="Typed", **change))
    head.refresh_from_db()
    assert (head.role, head.is_active, head.full_name) == (Role.HEAD, True, "")
    assert "You cannot lock yourself out" in page.content.decode()
    assert 'value="Typed"' in page.content.decode()


def test_another_head_can_be_demoted_while_one_remains(client_of, head):
    other = UserFactory(username="li", role=Role.HEAD)
    client_of(head).post(other.get_absolute_url(), account(role="reader"))
    other.refresh_from_db()
    assert other.role == Role.READER


def test_who_may_no_longer_sign_in_is_out_at_once(client_of, head, clerk):
    browser = client_of(clerk)
    client_of(head).post(clerk.get_absolute_url(), account(username="clerk", is_active=""))
    assert sessions_of(clerk) == []
    assert browser.get(reverse("office")).status_code == 302


def test_accounts_are_found_by_role_and_name(client_of, head, clerk):
    UserFactory(username="li", full_name="Li Ming")
    UserFactory(full_name="Ming", is_active=False)
    asked = {"role": "clerk", "name": "ming", "is_active": "True"}
    page = client_of(head).get(reverse("user-list"), asked).content.decode()
    assert [
        name for name in ("li", "clerk", "head") if f"/office/accounts/{User.objects.get(username=name).pk}/" in page
    ] == ["li"]


def test_accounts_are_listed_with_the_same_number_of_queries(client_of, head, django_assert_num_queries):
    browser = client_of(head)
    for _turn in range(2):
        with django_assert_num_queries(7):
            browser.get(reverse("user-list"))
        UserFactory.create_batch(2)


def test_countries_are_found_by_name_and_exported(client_of, head):
    page = client_of(head).get(reverse("country-list"), {"name": "西班牙"}).content.decode()
    assert [code for code in ("ES", "JP") if f"/office/countries/{code}/" in page] == ["ES"]
    file = client_of(head).get(reverse("country-list"), {"name": "西班牙", "_export": "xlsx"}).content
    rows = [[cell.value for cell in row] for row in openpyxl.load_workbook(io.BytesIO(file)).active]
    assert rows == [
        ["Code", "Chinese name", "English name", "Language of letters", "National day", "Filed apart"],
        ["ES", "西班牙", "Spain", "Spanish", "10-12", "No"],
    ]


def test_countries_are_listed_with_the_same_number_of_queries(client_of, head, django_assert_num_queries):
    browser = client_of(head)
    for name in ("西班牙", "a"):
        with django_assert_num_queries(7):
            browser.get(reverse("country-list"), {"name": name})


def test_a_country_is_named_and_written_to_as_the_head_says(client_of, head):
    data = {"name_zh": "西班牙", "name_en": "Kingdom of Spain", "letter_language": "en", "national_day": "6月24日"}
    response = client_of(head).post(reverse("country-edit", args=["ES"]), data)
    spain = Country.objects.get(pk="ES")
    assert (response.url, spain.name_en, spain.language) == ("/office/countries/", "Kingdom of Spain", "en")
    assert spain.national_day == "06-24"
    page = client_of(head).get(reverse("country-edit", args=["ES"])).content.decode()
    assert "Kingdom of Spain" in page


def test_the_page_says_which_days_a_letter_may_bear(client_of, clerk):
    OfficeFactory(issue_days_back=30, issue_days_ahead=90)
    page = client_of(clerk).get(reverse("office")).content.decode()
    assert "At most 30 days back; congratulations and kinds marked so at most 90 days ahead." in page
