"""Signing in and out, one's own password and sessions, and the interface language."""

import pytest
from django.contrib.sessions.models import Session
from django.urls import reverse
from django.utils import translation

from crm.models import SecurityEvent
from crm.sessions import sessions_of
from tests.factories import OfficeFactory, UserFactory

pytestmark = pytest.mark.django_db
ELSEWHERE = ["//evil.example", "https://evil.example", "/\\\\evil.example", "javascript:alert(1)", "evil", "logout"]


@pytest.mark.parametrize("target", ELSEWHERE)
def test_a_choice_of_language_leads_nowhere_else(target, client_of):
    response = client_of(None).post(reverse("interface-language"), {"language": "en", "next": target})
    assert (response.status_code, response.url) == (302, "/")


def test_a_choice_of_language_comes_back_to_its_page_and_is_remembered(client_of, clerk):
    response = client_of(clerk).post(reverse("interface-language"), {"language": "zh-hans", "next": "/people/?page=2"})
    clerk.refresh_from_db()
    assert (response.url, response.cookies["django_language"].value, clerk.language) == (
        "/people/?page=2",
        "zh-hans",
        "zh-hans",
    )


@pytest.mark.parametrize("target", ELSEWHERE[:4])
def test_signing_in_leads_nowhere_else(target, client_of):
    UserFactory(username="somebody")
    typed = {"username": "somebody", "password": "secret", "next": target}
    assert client_of(None).post(reverse("login"), typed).url == reverse("desk")


def test_signing_in_gives_a_session_of_its_own(client_of):
    UserFactory(username="somebody")
    client = client_of(None)
    client.cookies["sessionid"] = "known-to-somebody-else"
    client.post(reverse("login"), {"username": "somebody", "password": "secret"})
    assert client.cookies["sessionid"].value != "known-to-somebody-else"
    assert client.get(reverse("desk")).status_code == 200


def test_whoever_may_no_longer_sign_in_is_out_at_once(client_of, clerk):
    client = client_of(clerk)
    assert client.get(reverse("desk")).status_code == 200
    clerk.is_active = False
    clerk.save()
    assert client.get(reverse("desk")).status_code == 302


def password(new="quiet-harbour-7", old="secret", **changes):
    """What the form of a new password sends."""
    return {"old_password": old, "new_password1": new, "new_password2": new, **changes}


def test_ones_own_password_is_changed_and_one_stays_signed_in_here_only(client_of, clerk):
    clerk.set_password("secret")
    clerk.save()
    here, there = client_of(clerk), client_of(clerk)
    response = here.post(reverse("password-change"), password(), follow=True)
    assert "Your password is changed. Your other sessions have ended." in response.content.decode()
    clerk.refresh_from_db()
    assert clerk.check_password("quiet-harbour-7")
    assert [browser.get(reverse("desk")).status_code for browser in (here, there)] == [200, 302]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (password(old="wrong"), "Your old password was entered incorrectly"),
        (password(old=""), "This field is required."),
        (password(new_password2="another-harbour-8"), "didn’t match"),
        (password("11112222x"), "at least 10 characters"),
        (password("97531086420864"), "entirely numeric"),
        (password("password123"), "too common"),
        (password("wangxiaoming22"), "too similar to the full name"),
        (password("somebody-1-lima"), "too similar to the username"),
        (password("first-harbour-9", old="first-harbour-9"), "another, which nobody else knows"),
    ],
)
def test_a_password_that_is_no_good_changes_nothing(typed, said, client_of):
    user = UserFactory(username="somebody-1-lim", full_name="wangxiaoming2", must_change_password=True)
    if typed["old_password"] == "first-harbour-9":
        user.set_password("first-harbour-9")
        user.save()
    kept = user.password
    page = client_of(user).post(reverse("password-change"), typed).content.decode()
    user.refresh_from_db()
    assert said in page
    assert (user.password, user.must_change_password) == (kept, True)
    assert typed["new_password1"] not in page


def test_the_present_password_is_not_guessed_at_an_open_session(client_of):
    browser = client_of(UserFactory(username="somebody"))
    for _turn in range(5):
        browser.post(reverse("password-change"), password(old="wrong"))
    page = browser.post(reverse("password-change"), password()).content.decode()
    assert "Too many wrong sign-ins." in page


def test_whoever_has_a_first_password_chooses_one_and_then_everything_opens(client_of):
    UserFactory(username="somebody", must_change_password=True)
    browser = client_of(None)
    signed_in = browser.post(reverse("login"), {"username": "somebody", "password": "secret"}, follow=True)
    assert "Your password is a first one" in signed_in.content.decode()
    assert "Main" not in signed_in.content.decode()
    assert browser.post(reverse("password-change"), password()).url == reverse("desk")
    assert browser.get(reverse("desk")).status_code == 200


def test_the_account_shows_where_one_is_signed_in(client_of):
    user = UserFactory(username="somebody")
    agent = "Mozilla/5.0 (X11; Linux x86_64; rv:115.0) Gecko/20100101 Firefox/115.0"
    browser, other = client_of(None), client_of(user)
    typed = {"username": "somebody", "password": "secret"}
    browser.post(reverse("login"), typed, REMOTE_ADDR="10.0.0.7", headers={"User-Agent": agent})
    page = browser.get(reverse("account")).content.decode()
    assert "10.0.0.7" in page
    assert "Firefox 115 · Linux" in page
    assert (page.count("This one"), page.count('name="session"')) == (1, 1)
    assert [client.session.session_key in page for client in (browser, other)] == [False, False]


def test_a_session_is_ended_on_the_page_and_one_that_is_over_is_said_to_be(client_of, clerk):
    here, there = client_of(clerk), client_of(clerk)
    [name] = [session.name for session in sessions_of(clerk) if session.key == there.session.session_key]
    said = [here.post(reverse("session-end"), {"session": name}, follow=True).content.decode() for _turn in range(2)]
    assert ["The session has ended." in said[0], "This session has ended already." in said[1]] == [True, True]
    assert there.get(reverse("desk")).status_code == 302


def test_all_other_sessions_are_ended_on_the_page(client_of, clerk):
    here = client_of(clerk)
    [client_of(clerk) for _turn in range(2)]
    page = here.post(reverse("session-end"), {"others": "yes"}, follow=True).content.decode()
    assert "2 other sessions have ended." in page
    assert len(sessions_of(clerk)) == 1


def test_the_sign_in_page_says_the_offices_sentence_on_secrets(client_of):
    page = client_of(None).get(reverse("login")).content.decode()
    assert all(words in page for words in ("国家秘密", "工作秘密", "不得接入涉密网", "classified network"))
    OfficeFactory(no_secrets_zh="涉密信息不上网。", no_secrets_en="No secrets, of any kind.")
    assert "No secrets, of any kind." in client_of(None).get(reverse("login")).content.decode()
    chinese = client_of(None, "zh-CN").get(reverse("login")).content.decode()
    assert ["涉密信息不上网。" in chinese, "No secrets" in chinese] == [True, False]


def told() -> list[tuple]:
    """What the security log has, oldest first."""
    return list(SecurityEvent.objects.order_by("at").values_list("kind", "account", "address", "facts"))


def test_signing_in_and_out_is_on_the_security_log(client_of):
    UserFactory(username="somebody")
    client, here = client_of(None), "192.0.2.9"
    client.post(reverse("login"), {"username": "somebody", "password": "secret"}, REMOTE_ADDR=here)
    client.post(reverse("logout"), REMOTE_ADDR=here)
    client.post(reverse("logout"), REMOTE_ADDR=here)  # by a stranger now
    assert told() == [("sign_in", "somebody", here, {}), ("sign_out", "somebody", here, {})]


def test_a_sign_in_whose_row_cannot_be_written_is_none(client_of, monkeypatch):
    UserFactory(username="somebody")
    client = client_of(None)
    client.raise_request_exception = False
    with monkeypatch.context() as broken:
        broken.setattr(SecurityEvent.objects, "create", lambda **_: 1 / 0)
        answer = client.post(reverse("login"), {"username": "somebody", "password": "secret"})
    assert (answer.status_code, client.get(reverse("desk")).status_code) == (500, 302)
    assert not Session.objects.exists()


@pytest.mark.parametrize(
    ("language", "label", "refusal"),
    [("en", "Account name", "Account or password is wrong."), ("zh-hans", "账号", "账号或密码不正确")],
)
def test_signing_in_speaks_of_accounts_as_every_other_page_does(client_of, language, label, refusal):
    page = client_of(None).post(
        reverse("login"), {"username": "nobody", "password": "x"}, HTTP_ACCEPT_LANGUAGE=language
    )
    form = page.context["form"]
    with translation.override(language):
        assert form.fields["username"].label == label
        assert refusal in str(form.non_field_errors())


def test_a_wrong_password_is_on_the_security_log_and_what_was_typed_is_not(client_of):
    UserFactory(username="somebody")
    client = client_of(None)
    for name, password in (("somebody", "hunter2"), ("hunter2", "somebody"), ("", "hunter2")):
        client.post(reverse("login"), {"username": name, "password": password})
    assert told() == [
        ("sign_in_failed", "somebody", "127.0.0.1", {"page": "login"}),
        ("sign_in_failed", "", "127.0.0.1", {"page": "login", "why": "no such account"}),
    ]
    assert "hunter2" not in "".join(event.as_json() for event in SecurityEvent.objects.all())


def test_a_sign_in_that_is_locked_and_a_wrong_present_password_are_on_the_security_log(client_of, settings):
    UserFactory(username="somebody")
    client, wrong = client_of(None), {"username": "somebody", "password": "wrong"}
    for _again in range(settings.AXES_FAILURE_LIMIT + 2):
        client.post(reverse("login"), wrong)
    kinds = [kind for kind, *_more in told()]
    assert kinds == ["sign_in_failed"] * (settings.AXES_FAILURE_LIMIT - 1) + ["locked_out"]
    other = UserFactory(username="other")
    client_of(other).post(reverse("password-change"), password(old="wrong"))
    assert told()[-1] == ("sign_in_failed", "other", "127.0.0.1", {"page": "password-change"})


def test_a_new_password_of_ones_own_and_sessions_that_one_ends_are_on_the_security_log(client_of, clerk):
    clerk.set_password("secret")
    clerk.save()
    here, _there = client_of(clerk), client_of(clerk)
    there = next(session for session in sessions_of(clerk) if session.key != here.session.session_key)
    here.post(reverse("session-end"), {"session": there.name})
    client_of(clerk)
    here.post(reverse("session-end"), {"others": "1"})
    here.post(reverse("password-change"), password())
    assert [(kind, facts) for kind, _account, _address, facts in told()] == [
        ("session_ended", {}),
        ("session_ended", {"sessions": 1}),
        ("password_set", {"account": clerk.username}),
    ]
