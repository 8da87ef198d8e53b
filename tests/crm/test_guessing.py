"""Guessing passwords: slowed by account and address, by account everywhere and by address, and no office shut out."""

from datetime import timedelta

import pytest
from axes.models import AccessAttempt
from django.contrib.auth.backends import ModelBackend
from django.core.management import call_command
from django.db.models import F
from django.test import Client
from django.urls import reverse
from django.utils.timezone import now

from crm.actions.office import save_account
from crm.guessing import MOST_PER_ACCOUNT, MOST_PER_ADDRESS, client_address, known_browser, turn_of
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db

LIMIT = 5
OFFICE, ELSEWHERE = "10.0.0.7", "2001:db8::7"


@pytest.fixture
def li():
    """An account whose password is ``secret``."""
    return UserFactory(username="li")


def browser_at(address: str = OFFICE) -> Client:
    """A browser that nobody has signed in in yet."""
    return Client(REMOTE_ADDR=address, headers={"Accept-Language": "en"})


def type_in(browser: Client, name: str = "li", password: str = "wrong") -> int:
    """Type a name and a password; the answer's status: 302 signed in, 200 wrong, 429 too many."""
    return browser.post(reverse("login"), {"username": name, "password": password}).status_code


def guess(times: int, address: str = OFFICE, name: str = "li") -> list[int]:
    """Type wrong passwords in a browser of that address."""
    browser = browser_at(address)
    return [type_in(browser, name) for _turn in range(times)]


def spread(times: int, name: str = "li") -> None:
    """Wrong passwords for one account, each from another address."""
    for number in range(times):
        guess(1, f"198.51.100.{number}", name)


def pass_time(minutes: int) -> None:
    """Have so much time gone by since the failures that are counted."""
    AccessAttempt.objects.update(attempt_time=F("attempt_time") - timedelta(minutes=minutes))


def test_the_right_password_does_not_help_after_too_many_wrong_ones(li):
    assert guess(60) == [200] * (LIMIT - 1) + [429] * (60 - LIMIT + 1)
    assert type_in(browser_at(), password="secret") == 429


def test_what_is_said_keeps_the_name_and_not_the_password(li):
    guess(LIMIT)
    response = browser_at().post(reverse("login"), {"username": "li", "password": "my-secret-words"})
    page = response.content.decode()
    assert "Please wait 15 minutes and try again." in page
    assert 'value="li"' in page
    assert "my-secret-words" not in page
    chinese = Client(REMOTE_ADDR=OFFICE, headers={"Accept-Language": "zh-CN"})
    assert "请在15分钟后再试" in chinese.post(reverse("login"), {"username": "li", "password": "x"}).content.decode()


def test_guesses_sent_at_one_instant_are_checked_one_after_the_other(li, monkeypatch):
    seen = []
    check = ModelBackend.authenticate

    def authenticate(self, *args, **kwargs):
        seen.append(turn_of("li").locked())
        return check(self, *args, **kwargs)

    monkeypatch.setattr(ModelBackend, "authenticate", authenticate)
    guess(1)
    assert seen == [True]
    assert not turn_of("li").locked()


def test_an_account_that_there_is_not_is_answered_alike():
    assert guess(LIMIT + 1, name="nobody") == [200] * (LIMIT - 1) + [429] * 2


def test_nobody_is_locked_out_for_good_though_guessing_goes_on(li):
    guess(LIMIT)
    pass_time(14)
    assert guess(3) == [429] * 3
    pass_time(1)
    assert type_in(browser_at(), password="secret") == 302


def test_from_another_address_the_account_stays_open(li):
    guess(LIMIT)
    assert type_in(browser_at(ELSEWHERE), password="secret") == 302


def test_another_account_of_the_same_address_stays_open(li):
    UserFactory(username="wang")
    guess(LIMIT)
    assert type_in(browser_at(), "wang", "secret") == 302


def test_another_user_agent_is_no_other_guesser(li):
    for number in range(LIMIT):
        Client(REMOTE_ADDR=OFFICE, headers={"User-Agent": f"{number}"}).post(
            reverse("login"), {"username": "li", "password": "wrong"}
        )
    assert type_in(browser_at(), password="secret") == 429


def test_a_guesser_spread_over_many_addresses_is_slowed_too(li):
    spread(MOST_PER_ACCOUNT)
    assert type_in(browser_at(), password="secret") == 429
    pass_time(15)
    assert type_in(browser_at(), password="secret") == 302


def test_a_guesser_of_many_names_is_slowed_too(li):
    for number in range(MOST_PER_ADDRESS):
        guess(1, name=f"name{number}")
    assert type_in(browser_at(), password="secret") == 429
    assert type_in(browser_at(ELSEWHERE), password="secret") == 302


def test_a_browser_the_account_has_signed_in_in_stays_open_whatever_is_guessed_elsewhere(li):
    """All of an office sits behind one address, and the guesser with it."""
    desk = browser_at()
    type_in(desk, password="secret")
    desk.post(reverse("logout"))
    guess(LIMIT)
    spread(MOST_PER_ACCOUNT)
    for number in range(MOST_PER_ADDRESS):
        guess(1, name=f"name{number}")
    assert type_in(browser_at(), password="secret") == 429
    assert type_in(desk, password="secret") == 302


def test_a_known_browser_has_its_own_limit_wherever_it_is(li):
    desk = browser_at()
    type_in(desk, password="secret")
    desk.post(reverse("logout"))
    assert [type_in(desk) for _turn in range(LIMIT)] == [200] * (LIMIT - 1) + [429]
    desk.defaults["REMOTE_ADDR"] = ELSEWHERE
    assert type_in(desk, password="secret") == 429
    spread(MOST_PER_ACCOUNT - LIMIT)
    assert type_in(browser_at(), password="secret") == 302


def test_a_browser_is_known_to_the_account_that_signed_in_only(li):
    UserFactory(username="wang")
    desk = browser_at()
    type_in(desk, "wang", "secret")
    desk.post(reverse("logout"))
    guess(LIMIT)
    assert type_in(desk, password="secret") == 429


def test_a_cookie_made_up_makes_no_known_browser(li, rf):
    desk = browser_at()
    type_in(desk, password="secret")
    [(name, kept)] = [(name, cookie) for name, cookie in desk.cookies.items() if name.startswith("browser_")]
    assert (kept["httponly"], kept["samesite"], "li" in name.removeprefix("browser_")) == (True, "Lax", False)
    request = rf.get("/")
    request.COOKIES[name] = kept.value
    assert len(known_browser(request, "li")) == 32
    request.COOKIES[name] = "x" * 32 + kept.value[32:]
    assert known_browser(request, "li") == ""


def test_signing_in_clears_its_own_count_only(li):
    UserFactory(username="wang")
    guess(LIMIT - 1)
    guess(LIMIT - 1, ELSEWHERE)
    guess(LIMIT - 1, name="wang")
    assert type_in(browser_at(), password="secret") == 302
    left = AccessAttempt.objects.values_list("username", "ip_address", "failures_since_start")
    assert sorted(left) == [("li", ELSEWHERE, LIMIT - 1), ("wang", OFFICE, LIMIT - 1)]


def test_whoever_keeps_the_server_lets_everybody_try_again(li):
    guess(LIMIT)
    call_command("axes_reset", verbosity=0)
    assert type_in(browser_at(), password="secret") == 302


def test_a_new_first_password_lets_its_owner_try_at_once(li, head):
    guess(LIMIT)
    guess(LIMIT, name="wang")
    save_account(by=head, account=li, password="first-harbour-9")
    assert type_in(browser_at(), password="first-harbour-9") == 302
    assert type_in(browser_at(), "wang") == 429


def test_a_password_is_changed_in_a_known_browser_whatever_is_guessed_elsewhere(li):
    desk = browser_at()
    type_in(desk, password="secret")
    guess(LIMIT)
    new = {"old_password": "secret", "new_password1": "quiet-harbour-7", "new_password2": "quiet-harbour-7"}
    assert desk.post(reverse("password-change"), new).status_code == 302


def test_no_password_is_kept_with_a_failure(li):
    browser_at().post(reverse("login") + "?password=in-address", {"username": "li", "password": "typed-words"})
    attempt = AccessAttempt.objects.get()
    assert not any(words in attempt.get_data + attempt.post_data for words in ("in-address", "typed-words"))
    assert attempt.attempt_time <= now()


@pytest.mark.parametrize(
    ("given", "address"),
    [
        ("10.0.0.7", "10.0.0.7"),
        ("2001:DB8::7", "2001:db8::7"),
        ("fe80::1%eth0", "fe80::1"),
        ("", None),
        ("unix:", None),
        ("10.0.0.7\x00", None),
    ],
)
def test_an_address_is_one_that_a_database_takes(given, address, rf, li):
    assert client_address(rf.get("/", REMOTE_ADDR=given)) == address
    assert type_in(browser_at(given)) == 200
