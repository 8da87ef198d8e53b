from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from correspondence.actions import drafting, lifecycle, outgoing
from correspondence.models import Letter
from correspondence.texts.composing import compose_pair
from correspondence.texts.proposing import propose_brief
from crm.actions.ledger import record_courtesy
from crm.dates import parse_partial_date
from crm.models import LedgerEntry, Person
from tests.correspondence.texts.letters import KINDS

pytestmark = pytest.mark.usefixtures("demo")

WRITE = reverse("letter-write")
ON = date(2020, 4, 20)


def proposed(browser, **query) -> dict:
    """What the page proposes, as the browser would send it."""
    form = browser.get(WRITE, query).context["form"]
    values = {name: form[name].value() for name in form.fields}
    return {name: getattr(value, "pk", value) for name, value in values.items() if value}


def test_everything_is_proposed_from_the_record(browser, guadalajara):
    said = proposed(browser, city="guadalajara-es")
    mayor = guadalajara.organizations.get().posts.get(rank="mayor", end=None)
    assert (said["recipient"], said["language"], said["kind"]) == (f"post:{mayor.pk}", "es", "reciprocal_support")
    assert [len(said[name]) for name in ("received", "given")] == [1, 1]
    assert Letter.objects.get(pk=said["replies_to"]).city == guadalajara


def test_what_is_proposed_is_drafted(browser):
    page = browser.post(f"{WRITE}?city=guadalajara-es", proposed(browser, city="guadalajara-es"))
    letter = Letter.objects.outgoing().get()
    assert page.url == reverse("letter-edit", args=[letter.pk])
    assert (letter.thanks_for.count(), letter.announces.count()) == (1, 1)
    assert letter.replies_to.direction == "in"


def test_another_kind_asks_the_record_again(browser):
    said = proposed(browser, city="guadalajara-es", kind="notification")
    assert {"replies_to", "received", "given"}.isdisjoint(said)
    page = browser.get(WRITE, {"city": "guadalajara-es", "kind": "notification"})
    assert "needs" in page.context["form"].fields
    assert "needs" not in browser.get(WRITE, {"city": "guadalajara-es"}).context["form"].fields
    assert 'hx-get="/letters/write/?city=guadalajara-es&amp;kind=notification"' in page.content.decode()


def test_another_recipient_brings_the_language_along(browser):
    person = Person.objects.get(names__family="Robledo", names__form="own")
    person.letter_language = "en"
    person.save()
    said = proposed(browser, city="guadalajara-es", recipient=f"post:{person.posts.get().pk}")
    assert (said["recipient"], said["language"]) == (f"post:{person.posts.get().pk}", "en")
    assert proposed(browser, city="guadalajara-es", recipient="post:99999")["language"] == "es"


def test_a_letter_that_is_not_answered_stays_so(browser, guadalajara):
    said = proposed(browser, city="guadalajara-es") | {"replies_to": ""}
    browser.post(f"{WRITE}?city=guadalajara-es", said)
    assert Letter.objects.outgoing().get().replies_to is None


def test_experience_thanked_by_a_letter_is_thanked(demo, guadalajara, clerk, head):
    shared = record_courtesy(
        by=clerk, direction="received", kind="experience", day=parse_partial_date("2020-02-10"), partners=[guadalajara]
    )
    brief = propose_brief(kind="thanks", on=ON, city=guadalajara)
    assert shared in brief.courtesies
    assert "experiencia" in compose_pair(brief)[-1].words
    letter = drafting.draft_letter(by=clerk, brief=brief)
    lifecycle.submit_letter(by=clerk, letter=letter)
    lifecycle.approve_letter(by=head, letter=letter, on=ON)
    outgoing.issue_letter(by=clerk, letter=letter, on=ON, read_by="王译")
    outgoing.send_letter(by=clerk, letter=letter, means="letter", on=ON, without_seal=True)
    assert not LedgerEntry.objects.unthanked(ON).of(city=guadalajara).exists()


def test_composing_reads_the_record_once(guadalajara, django_assert_num_queries):
    brief = propose_brief(kind="reciprocal_support", on=ON, city=guadalajara)
    with django_assert_num_queries(4):  # a text a language, what was merged into the city, whether we condoled
        compose_pair(brief)


def test_letter_of_nobody_is_refused_in_a_sentence(browser):
    assert browser.get(WRITE).url == reverse("city-list")
    assert browser.post(WRITE).status_code == 404


def test_gender_missing_is_said_on_the_form_and_nothing_typed_is_lost(browser, guadalajara):
    Person.objects.update(gender="")
    yesterday = (timezone.localdate() - timedelta(days=1)).isoformat()
    said = proposed(browser, city="guadalajara-es") | {"day": yesterday}
    page = browser.post(f"{WRITE}?city=guadalajara-es", said)
    (sentence,) = page.context["form"].non_field_errors()
    assert "woman or a man" in sentence
    assert f'value="{yesterday}"' in page.content.decode()


# Several ---------------------------------------------------------------------------------------------


MANY = reverse("letter-write-many")


def test_several_get_a_draft_each_and_who_cannot_is_named(browser):
    people = Person.objects.filter(posts__rank="mayor", posts__organization__country__in=["JP", "RO"])
    Person.objects.filter(posts__organization__country="RO").update(gender="")
    address = f"{MANY}?{'&'.join(f'person={person.pk}' for person in people)}"
    page = browser.post(address, {"kind": "condolence", "day": "2020-04-20"}, follow=True)
    assert page.redirect_chain[0][0] == reverse("letter-review")
    assert [(letter.language, letter.kind_id) for letter in page.context["letters"]] == [("ja", "condolence")]
    (left,) = page.context["left"]
    assert "woman or a man" in left.reason
    assert left.address.startswith(f"{WRITE}?person=")


def test_nobody_ticked_is_said(browser):
    for address in (MANY, f"{MANY}?person=²&person={'9' * 30}"):
        assert browser.get(address).url == reverse("person-list")


def test_a_kind_that_does_not_exist_is_refused(browser):
    person = Person.objects.first()
    page = browser.post(f"{MANY}?person={person.pk}", {"kind": "greeting", "day": "2020-04-20"})
    assert list(page.context["form"].errors) == ["kind"]


def test_only_kinds_with_a_text_are_offered(browser):
    form = browser.get(WRITE, {"city": "guadalajara-es"}).context["form"]
    assert [kind for kind, _label in form.fields["kind"].choices] == [*KINDS, "letter"]


@pytest.mark.parametrize("query", ["city=ritto-jp&gift=²", f"city=ritto-jp&gift={'9' * 30}", "person=²"])
def test_addresses_that_name_nothing_are_borne(browser, query):
    assert browser.get(f"{WRITE}?{query}").status_code in (200, 302)


def test_a_form_sent_again_is_not_saved_again(browser):
    said = proposed(browser, city="guadalajara-es") | {"form_token": "once"}
    first = browser.post(f"{WRITE}?city=guadalajara-es", said)
    again = browser.post(f"{WRITE}?city=guadalajara-es", said)
    assert (first.url, Letter.objects.outgoing().count()) == (again.url, 1)


def test_the_form_asks_in_the_order_of_thought(browser):
    form = browser.get(WRITE, {"city": "guadalajara-es"}).context["form"]
    asked = [box.name for box in form.sections["first"].fields]
    assert asked[:4] == ["recipient", "language", "kind", "occasion"]
    assert [box.name for box in form.sections["folded"].fields] == ["copies"]


def test_the_first_page_is_shown_as_the_form_stands_and_nothing_is_kept(browser):
    said = proposed(browser, city="guadalajara-es")
    address = f"{reverse('letter-preview')}?city=guadalajara-es"
    assert "data:image/png;base64," in browser.post(address, said).content.decode()
    assert "once nothing is missing" in browser.post(address, {**said, "day": ""}).content.decode()
    assert not Letter.objects.outgoing().exists()
