"""A form is saved once, however often and however simultaneously it is sent."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from crm.models import FormToken, LedgerEntry, Organization
from tests.factories import CityFactory
from tests.installation import HERE, PATIENCE, Installation, Server

SEND = """
import django; django.setup()
from datetime import date
from django.test import Client
from django.urls import reverse
from correspondence.recipients import recipient_key
from correspondence.texts.proposing import propose_brief
from crm.models import City, ItemKind, User
client = Client(SERVER_NAME="localhost")
client.force_login(User.objects.get(username="clerk"))
city = City.objects.get(slug="guadalajara-es")
rows = {"TOTAL_FORMS": 1, "INITIAL_FORMS": 0}
partners = {f"partners-{name}": value for name, value in {**rows, "0-city": city.pk}.items()}
lines = {f"lines-{name}": value for name, value in rows.items()}
line = {"item": ItemKind.objects.get(code="mask").pk, "quantity": 7, "qualifier": "exact", "unit": "piece"}
lines |= {f"lines-0-{name}": value for name, value in line.items()}
later = {f"{part}-{name}": 0 for part in ("consignments", "disposals") for name in rows}
brief = propose_brief(kind="thanks", on=date(2020, 4, 20), city=city)
letter = {
    "kind": "thanks", "language": "es", "day": "2020-04-20", "identity": brief.identity.pk,
    "recipient": recipient_key(brief.person, brief.post, brief.organization),
    "received": [gift.pk for gift in brief.received],
}
forms = {
    reverse("gift-add"): {
        "direction": "received", "state": "received", "day": "2020-03-05", **partners, **lines, **later,
    },
    reverse("courtesy-add"): {
        "direction": "received", "kind": "service", "day": "2020-03", "summary": "Once", **partners,
    },
    reverse("letter-write") + "?city=guadalajara-es": letter,
}
for address, typed in forms.items():
    print("ready", flush=True)
    input()
    print(client.post(address, typed | {"form_token": address[1:4]}).status_code, flush=True)
"""
COUNT = """
from crm.models import Gift, LedgerEntry
from correspondence.models import Letter
gifts = Gift.objects.filter(lines__quantity=7, day="2020-03-05")
letters = Letter.objects.outgoing().filter(kind="thanks", day="2020-04-20", state="draft")
print(gifts.count(), LedgerEntry.objects.filter(summary="Once").count(), letters.count())
"""


@pytest.fixture
def typed(db):
    """What the form of a courtesy sends, with its token."""
    rows = {"partners-TOTAL_FORMS": 1, "partners-INITIAL_FORMS": 0, "partners-0-city": CityFactory().pk}
    return {"direction": "given", "kind": "service", "day": "2020", "summary": "Aid", "form_token": "a1", **rows}


def test_a_form_sent_again_leads_to_what_became_of_it(browser, typed):
    first = browser.post(reverse("courtesy-add"), typed)
    again = browser.post(reverse("courtesy-add"), typed | {"summary": "Another"}, follow=True)
    assert again.redirect_chain == [(first.url, 302)]
    assert "This form was saved already; here is what became of it." in again.content.decode()
    assert [entry.summary for entry in LedgerEntry.objects.all()] == ["Aid"]


def test_another_user_s_form_of_the_same_token_is_another_form(browser, client_of, head, typed):
    browser.post(reverse("courtesy-add"), typed)
    client_of(head).post(reverse("courtesy-add"), typed)
    assert LedgerEntry.objects.count() == 2


def test_a_form_that_was_refused_can_be_sent_again(browser, typed):
    refused = browser.post(reverse("courtesy-add"), typed | {"day": "soon"})
    assert (refused.status_code, FormToken.objects.count()) == (200, 0)
    assert browser.post(reverse("courtesy-add"), typed).status_code == 302
    assert LedgerEntry.objects.count() == 1


@pytest.mark.parametrize("token", ["", "x" * 41, "中文", "\x00"])
def test_a_token_that_is_none_of_ours_does_not_stop_the_form(browser, typed, token):
    assert browser.post(reverse("courtesy-add"), typed | {"form_token": token}).status_code == 302


def test_a_form_whose_saving_fails_leaves_no_token(browser, typed, monkeypatch):
    def fail(**facts):
        Organization.objects.create(slug="half", country_id="ES")
        raise RuntimeError

    monkeypatch.setattr("crm.views.ledger.record_courtesy", fail)
    with pytest.raises(RuntimeError):
        browser.post(reverse("courtesy-add"), typed)
    assert (FormToken.objects.count(), Organization.objects.filter(slug="half").count()) == (0, 0)


def test_tokens_that_nobody_will_send_again_are_outdated(clerk):
    now = timezone.now()
    FormToken.objects.claim(clerk, "new")
    FormToken.objects.claim(clerk, "old")
    FormToken.objects.filter(token="old").update(claimed_at=now - timedelta(days=8))
    assert [row.token for row in FormToken.objects.outdated(now)] == ["old"]


@pytest.mark.slow
def test_eight_processes_that_send_one_form_save_it_once(tmp_path):
    server = Server()
    office = Installation(tmp_path / "var", server.new() if HERE == "postgresql" else "")
    office.must("migrate", "-v0")
    office.must("load_demo")
    before = [int(count) for count in office.must("shell", "-v0", "-c", COUNT).split()]
    office.environment["DJANGO_SETTINGS_MODULE"] = "crm.settings"
    with (tmp_path / "errors").open("w") as errors:  # a pipe that nobody reads would hold them up when it is full
        senders = [office.python("-c", SEND, stderr=errors) for _ in range(8)]
    answers = []
    for _form in range(3):
        answers.append([process.stdout.readline() for process in senders])
        for process in senders:
            process.stdin.write("\n")
            process.stdin.flush()
        answers.append([process.stdout.readline() for process in senders])
    for process in senders:
        process.communicate(timeout=PATIENCE)
    after = [int(count) for count in office.must("shell", "-v0", "-c", COUNT).split()]
    server.drop_all()
    assert answers == [["ready\n"] * 8, ["302\n"] * 8] * 3, (tmp_path / "errors").read_text()
    assert [new - old for new, old in zip(after, before, strict=True)] == [1, 1, 1]
