from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from correspondence.models import Letter
from crm.models import City, Gift, LedgerEntry, Office, Person
from tests.factories import LetterFactory

pytestmark = pytest.mark.usefixtures("demo")

RECEIVE = reverse("letter-receive")
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 64


@pytest.fixture
def mayor(guadalajara):
    return Person.objects.get(posts__organization__city=guadalajara, posts__rank="mayor", posts__end=None)


def typed(mayor, **changes) -> dict:
    said = {"person": mayor.pk, "kind": "thanks", "day": "2020-05", "received_on": "2020-05-20"}
    return said | {"means": "letter", "language": "pt", "words": "Obrigado."} | changes


def test_a_letter_is_entered_with_what_it_thanks_for(browser, mayor, guadalajara):
    gift = Gift.objects.get(direction="given", partners__city__slug="ritto-jp")
    page = browser.post(RECEIVE, typed(mayor, thanks_for=[gift.pk]))
    letter = Letter.objects.incoming().latest("pk")
    assert page.url == letter.get_absolute_url()
    assert (letter.city, letter.post.rank, letter.language, str(letter.day)) == (guadalajara, "mayor", "pt", "2020-05")
    assert [link.target.gift for link in letter.entry.links.all()] == [gift]


def test_whoever_signs_for_the_proposed_organization_is_the_sender(browser, mayor, guadalajara):
    proposed = browser.get(RECEIVE, {"city": "guadalajara-es"}).context["form"].initial
    assert proposed["organization"] == guadalajara.organizations.governments().get().pk
    browser.post(RECEIVE, typed(mayor, organization=proposed["organization"]))
    letter = Letter.objects.incoming().latest("pk")
    assert (letter.person, letter.organization) == (mayor, None)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"received_on": "2020-04-01"}, "received_on"),
        ({"received_on": "2020-13-45"}, "received_on"),
        ({"received_on": (timezone.localdate() + timedelta(days=2)).isoformat()}, "received_on"),
        ({"kind": ""}, "kind"),
        ({"person": ""}, "__all__"),
        ({"words": ""}, "__all__"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_typed_is_lost(browser, mayor, change, field):
    before = Letter.objects.count()
    page = browser.post(RECEIVE, typed(mayor, their_number="Nº 7", **change))
    assert list(page.context["form"].errors) == [field]
    assert "Nº 7" in page.content.decode()
    assert Letter.objects.count() == before


@pytest.mark.parametrize(("name", "content", "fits"), [("a.pdf", PNG, True), ("b.pdf", b"MZ\x90\0" * 20, False)])
def test_what_a_scan_is_is_decided_by_its_content(browser, mayor, name, content, fits):
    page = browser.post(RECEIVE, typed(mayor, words="", scan=SimpleUploadedFile(name, content)))
    assert (page.status_code == 302) is fits
    if fits:
        kept = Letter.objects.incoming().latest("pk").enclosures.get()
        shown = browser.get(reverse("letter-enclosure", args=[kept.letter_id, kept.pk]))
        assert shown["Content-Type"] == "image/png"


def test_the_offices_sentence_on_secrets_stands_where_a_scan_is_uploaded(browser, client_of, clerk):
    assert "TIFF or WebP. This system is not for classified material" in browser.get(RECEIVE).content.decode()
    Office.objects.update(no_secrets_en="No secrets, of any kind.", no_secrets_zh="涉密信息不上网。")
    slip = browser.get(LetterFactory(state="submitted").get_absolute_url()).content.decode()
    chinese = client_of(clerk, "zh-CN").get(RECEIVE).content.decode()
    assert "WebP. No secrets, of any kind." in slip
    assert "WebP格式。涉密信息不上网。" in chinese


def test_a_scan_that_is_too_large_is_refused(browser, mayor, settings):
    settings.UPLOAD_MEGABYTES = 1
    page = browser.post(RECEIVE, typed(mayor, scan=SimpleUploadedFile("a.png", PNG + bytes(1 << 20))))
    assert "larger than 1 MB" in page.context["form"].errors["scan"][0]


def test_a_received_letter_is_put_right_with_the_reason(browser, guadalajara):
    letter = Letter.objects.incoming().get(city=guadalajara, day__startswith="2020")
    old, address = letter.entry, reverse("letter-correct", args=[letter.pk])
    assert address in browser.get(letter.get_absolute_url()).content.decode()
    form = browser.get(address).context["form"]
    sent = {name: form[name].value() for name in form.fields if form[name].value()}
    assert list(browser.post(address, sent).context["form"].errors) == ["reason"]
    sent |= {"received_on": "2020-02-20", "reason": "the stamp says the 20th"}
    assert browser.post(address, sent).url == letter.get_absolute_url()
    letter.refresh_from_db()
    assert (str(letter.received_on), str(letter.entry.day)) == ("2020-02-20", "2020-02-20")
    assert LedgerEntry.objects.get(reverses=old).reason == "the stamp says the 20th"
    assert (
        LedgerEntry.objects.of(city=guadalajara)
        .in_force(timezone.localdate())
        .get(kind="letter", day__startswith="2020")
        == letter.entry
    )


def test_a_letter_needs_no_answer_and_then_one_after_all(browser):
    letter = Letter.objects.incoming().filter(city=City.objects.get(slug="ritto-jp")).get()
    for step, state in (
        ("letter-no-answer", "no_answer"),
        ("letter-reopen", "received"),
        ("letter-assign", "assigned"),
    ):
        browser.post(reverse(step, args=[letter.pk]))
        letter.refresh_from_db()
        assert letter.state == state
