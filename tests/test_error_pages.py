"""What an answer that is no page says and carries: in the user's language, and under the same protection as any."""

import pytest
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import translation
from django.views.defaults import bad_request, server_error

HEADERS = {"Content-Security-Policy", "Referrer-Policy", "X-Content-Type-Options"}
HEADINGS = {
    "404": ("There is no such page", "没有这个页面"),
    "403": ("Your account may not do this", "您的账号无此权限"),
    "csrf": ("The form was not taken", "表单未被接受"),
    "400": ("This could not be read", "无法读取该请求"),
    "500": ("Something went wrong here", "系统出错"),
}


def answer(name: str, reader, client_of, language: str):
    """The answer to a request that goes wrong."""
    client = client_of(reader, language)
    if name == "404":
        return client.get("/no-such-page/")
    if name == "403":
        return client.get(reverse("city-add"))
    if name == "csrf":
        checking = Client(enforce_csrf_checks=True, headers={"Accept-Language": language})
        return checking.post(reverse("login"), {"username": "reader"})
    broken = RequestFactory().get("/")
    with translation.override(language):
        return bad_request(broken, None) if name == "400" else server_error(broken)


@pytest.mark.parametrize("name", HEADINGS)
def test_it_speaks_the_users_language(name, reader, client_of):
    english, chinese = (answer(name, reader, client_of, language) for language in ("en", "zh-hans"))
    assert english.status_code == chinese.status_code == int(name.replace("csrf", "403"))
    assert f"<h1>{HEADINGS[name][0]}</h1>" in english.content.decode()
    assert f"<h1>{HEADINGS[name][1]}</h1>" in chinese.content.decode()
    assert f'href="{reverse("desk")}"' in english.content.decode()


def test_a_fault_is_told_without_a_database():
    assert server_error(RequestFactory().get("/")).status_code == 500  # pytest-django would refuse a query


def test_every_answer_is_protected(reader, client_of, settings, tmp_path, monkeypatch):
    settings.STATIC_ROOT = tmp_path
    (tmp_path / "some.css").write_text("p {}")
    client, stranger = client_of(reader), client_of(None)
    client.raise_request_exception = False
    monkeypatch.setattr("correspondence.views.desk.queue_of", lambda *_: 1 / 0)
    answers = {
        "page": (client.get(reverse("city-list")), 200),
        "fault": (client.get(reverse("desk")), 500),
        "refusal": (client.get(reverse("city-add")), 403),
        "no page": (client.get("/no-such-page/"), 404),
        "sign in": (stranger.get(reverse("city-list")), 302),
        "static file": (client.get("/static/some.css"), 200),
        "health": (stranger.get("/healthz"), 200),
        "other host": (stranger.get("/login/", headers={"Host": "evil.example"}), 400),
    }
    settings.SECURE_SSL_REDIRECT = True
    answers["to https"] = (client_of(None).get(reverse("login")), 301)
    found = {name: (response.status_code, HEADERS - set(response.headers)) for name, (response, _) in answers.items()}
    assert found == {name: (status, set()) for name, (_, status) in answers.items()}
