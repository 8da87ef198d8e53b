"""Signing in and out, and the interface language."""

import pytest
from django.urls import reverse

from tests.factories import UserFactory

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
