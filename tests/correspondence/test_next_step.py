"""What a letter's page says is to be done next."""

from datetime import date

import pytest

from correspondence.actions import outgoing
from correspondence.models import Letter
from correspondence.next_step import next_step_of
from crm.models import Gift
from tests.factories import CourtesyFactory, GiftFactory, LetterFactory, PersonFactory

pytestmark = pytest.mark.django_db
ON = date(2020, 4, 22)


def test_an_issued_letter_is_printed_sealed_and_posted(clerk):
    letter = LetterFactory(state="issued")
    assert next_step_of(letter, ON).name == "print"
    outgoing.record_seal_use(by=clerk, letter=letter, seal="市政府", allowed_by="陈明远", copies=2, on=ON)
    assert next_step_of(Letter.objects.get(pk=letter.pk), ON).name == "post"


@pytest.mark.parametrize(("state", "name"), [("draft", None), ("submitted", None), ("sent", "close"), ("closed", None)])
def test_other_states_have_their_own_next_step(state, name):
    step = next_step_of(LetterFactory(state=state), ON)
    assert (step and step.name) == name


def test_a_sent_letter_leads_to_the_departure_of_its_gift_with_the_help_it_answers(browser):
    person = PersonFactory()
    received = GiftFactory(direction="received", state="received", partner=person)
    entry = CourtesyFactory(direction="received", gift=received, partner=person)
    planned = GiftFactory(direction="given", state="planned", partner=person)
    letter = LetterFactory(state="sent", person=person, thanks_for=[received], announces=[planned])
    step = next_step_of(letter, ON)
    assert (step.name, step.address) == ("depart", f"/gifts/{planned.pk}/advance/?state=sent&answers={entry.pk}")
    form = browser.get(step.address).context["form"]
    assert (form["state"].value(), [str(one) for one in form["answers"].value()]) == ("sent", [str(entry.pk)])
    Gift.objects.filter(pk=planned.pk).update(state="sent")
    assert next_step_of(letter, ON).name == "close"
