"""Letters are composed at the door."""

import unicodedata
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import QueryDict
from django.test import RequestFactory
from django.urls import reverse

from crm.composed_letters import ComposedLetters, composed
from crm.models import Channel, NameForm, Person, PostTitle
from crm.search.writing import index
from tests.factories import OrganizationFactory, PersonFactory, PostFactory


def nfd(text: str) -> str:
    """As macOS sends it."""
    return unicodedata.normalize("NFD", text)


def empty_parts(**more):
    """The management lines of a person's form whose parts are empty, with ``more`` on top."""
    counts = {f"{part}-TOTAL_FORMS": 0 for part in ("names", "posts", "channels", "addresses", "forms_of_address")}
    return counts | {key.replace("TOTAL", "INITIAL"): 0 for key in counts} | more


def test_a_name_typed_decomposed_is_kept_composed_and_spaced_right(browser):
    name = {"names-0-form": "own", "names-0-language": "ko", "names-0-family": nfd("김"), "names-0-given": nfd("영희")}
    channel = {"channels-0-kind": "phone", "channels-0-value": "1", "channels-0-note": nfd("José")}
    counts = {"names-TOTAL_FORMS": 1, "channels-TOTAL_FORMS": 1, "note": nfd("é")}
    browser.post(reverse("person-add"), empty_parts() | name | channel | counts)
    person = Person.objects.get()
    assert (person.names.get().full, person.note, Channel.objects.get().note) == ("김영희", "é", "José")


def test_a_title_typed_decomposed_is_kept_composed(browser):
    post = PostFactory(person=PersonFactory(), organization=OrganizationFactory())
    typed = {"organization": post.organization.pk, "rank": "mayor", "titles-TOTAL_FORMS": 1, "titles-INITIAL_FORMS": 0}
    title = {"titles-0-language": "ko", "titles-0-text": nfd("시장")}
    browser.post(reverse("post-edit", args=[post.pk]), typed | title)
    assert PostTitle.objects.get().text == "시장"


@pytest.mark.parametrize("asked", ["김영희", nfd("김영희")])
def test_a_question_finds_either_way(browser, asked):
    person = PersonFactory(names={NameForm.OWN: ("영희", "김")})
    person.names.update(family_first=True)
    index(person)
    page = browser.get(reverse("person-list"), {"name": asked})
    assert len(page.context["table"].rows) == 1


def test_names_of_files_are_composed_and_passwords_stay_as_typed():
    sent = {"file": SimpleUploadedFile(nfd("é.pdf"), b""), "new_password1": nfd("é"), "note": nfd("é")}
    request = RequestFactory().post("/", sent)
    ComposedLetters(None).process_view(request, None, (), {})
    assert request.FILES["file"].name == "é.pdf"
    assert (request.POST["new_password1"], request.POST["note"]) == (nfd("é"), "é")


def test_what_is_composed_already_is_not_copied():
    sent = QueryDict("a=1&a=é&b=")
    assert composed(sent) is sent
    assert composed(QueryDict(f"a=1&a={nfd('é')}")).getlist("a") == ["1", "é"]


def test_a_page_that_is_asked_for_reads_no_body():
    request = RequestFactory().get("/", {"q": nfd("é")})
    request._stream = BytesIO(b"x")
    ComposedLetters(None).process_view(request, None, (), {})
    assert (request.GET["q"], request._stream.read()) == ("é", b"x")
