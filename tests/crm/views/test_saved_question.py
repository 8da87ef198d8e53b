"""Ready and saved questions above a list."""

import pytest
from django.urls import reverse

from crm.actions.questions import keep_questions
from crm.models import SavedQuestion
from tests.factories import CityFactory, LetterFactory, ReceivedLetterFactory

pytestmark = pytest.mark.django_db
ADD, CITIES, LETTERS = reverse("saved-question-add"), reverse("city-list"), reverse("letter-list")


@pytest.fixture
def browser(client_of, clerk):
    return client_of(clerk)


def keep(browser, **sent):
    """Keeps questions as the page's form does."""
    return browser.post(ADD, {"page": "city-list", "query": "country=JP&page=2&_export=xlsx", **sent}, follow=True)


def test_what_was_asked_is_kept_without_its_place_and_stands_above_the_list(browser):
    CityFactory(country_id="JP", names={"en": "Ritto"})
    answer = keep(browser, name="Japan")
    assert answer.redirect_chain == [(f"{CITIES}?country=JP", 302)]
    (question,) = [question for question in answer.context["questions"] if question.kept]
    assert (question.name, question.query, question.is_asked) == ("Japan", "country=JP", True)
    other = browser.get(CITIES).context["questions"]
    assert [question.is_asked for question in other if question.kept] == [False]


def test_everybodys_questions_are_offered_to_others(browser, client_of, reader):
    keep(browser, name="mine")
    keep(browser, name="ours", everybody="on")
    seen = client_of(reader).get(CITIES).context["questions"]
    assert [question.name for question in seen if question.kept] == ["ours"]


def test_a_name_that_is_taken_is_said(browser):
    keep(browser, name="Japan")
    assert "There are questions of this name already." in keep(browser, name="Japan").content.decode()


@pytest.mark.parametrize("page", ["desk", "nowhere", "", "person"])
def test_questions_belong_to_a_list(browser, page):
    assert browser.post(ADD, {"page": page, "name": "x", "query": ""}).status_code == 400


def test_questions_are_removed(browser, clerk, client_of, reader):
    kept = keep_questions(by=clerk, page="city-list", query="", name="all", everybodys=True)
    address = reverse("saved-question-remove", args=[kept.pk])
    assert "whoever kept them" in client_of(reader).post(address, follow=True).content.decode()
    browser.post(address)
    assert not SavedQuestion.objects.exists()


def test_ready_questions_of_letters(browser, clerk):
    mine, other = LetterFactory(drafter=clerk), LetterFactory()
    waiting = ReceivedLetterFactory()
    ready = {question.name: question.query for question in browser.get(LETTERS).context["questions"]}
    assert list(ready)[:2] == ["Mine", "Not answered"]

    def found(name):
        return {row.record for row in browser.get(f"{LETTERS}?{ready[name]}").context["table"].page.object_list}

    assert found("Mine") == {mine}
    assert found("Not answered") == {waiting}
    assert other not in found("Mine")


@pytest.mark.parametrize(
    "page", ["letter-list", "gift-list", "ledger", "city-list", "person-list", "organization-list"]
)
def test_every_ready_question_is_one_that_the_list_understands(browser, page):
    for question in browser.get(reverse(page)).context["questions"]:
        answer = browser.get(f"{reverse(page)}?{question.query}")
        filterset = answer.context["filter"]
        assert filterset.is_valid()
        assert len(filterset.asked) == len(question.query.split("&"))
