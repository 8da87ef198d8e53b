"""Every edit form joins what two people change at once, and asks about what both changed."""

import pytest
from django.forms import Form

from crm.forms.joining import JoinedForm
from crm.models import City, Person, PersonName
from tests.pages import FORMS, Filled, edit_forms, values

NO_EDITS = {"gift's state", "post's end", "account's password"}  # steps, and what nobody reads back
EDITS = {name: form[:2] for name, form in FORMS.items() if name not in NO_EDITS}


def of(name: str, filled: dict) -> tuple[str, dict]:
    """The address of an edit form and what is typed there."""
    address, typed = EDITS[name]
    typed = {key.format(**filled): value if isinstance(value, list) else [value] for key, value in typed.items()}
    return address.format(**filled), typed


@pytest.mark.parametrize("name", EDITS)
def test_what_another_changed_meanwhile_stays(name, filled, head, client_of):
    first, second, (address, typed) = client_of(head), client_of(head), of(name, filled)
    opened = values(second, address)
    assert first.post(address, opened | typed).status_code == 302
    page = second.post(address, opened, follow=True)
    assert page.redirect_chain != [], page.content.decode()
    now = values(first, address)
    assert {key: now.get(key) for key in typed} == typed


# Fields of one line that take any text; a choice is tried by the form of a person below, and new lines both stay.
WORDS = [name for name in EDITS if list(EDITS[name][1].values()) == ["x"] and name != "gift's carrier"]


@pytest.mark.parametrize("name", WORDS)
@pytest.mark.parametrize(("stays", "left"), [("mine", "z"), ("theirs", "x")])
def test_what_both_changed_is_asked_with_both_values(name, stays, left, filled, head, client_of):
    first, second, (address, typed) = client_of(head), client_of(head), of(name, filled)
    opened, (box,) = values(second, address), typed
    assert first.post(address, opened | typed).status_code == 302
    page = second.post(address, opened | {box: ["z"]})
    assert page.status_code == 200
    asked = Filled(page.content.decode()).data
    question = next(name for name in named(page) if "choice-" in name)
    assert [value in page.content.decode() for value in (">x<", ">z<")] == [True, True]
    unanswered = second.post(address, asked)
    assert unanswered.status_code == 200
    assert second.post(address, asked | {question: [stays]}).status_code == 302
    assert values(first, address)[box] == [left]


def named(page) -> list[str]:
    """The names of a page's inputs."""
    return [part.split('"')[0] for part in page.content.decode().split('name="')[1:]]


def test_every_form_that_edits_a_record_joins():
    assert len(edit_forms()) > 25
    assert [form.__qualname__ for form in edit_forms() if not issubclass(form, JoinedForm)] == []


def test_what_is_joined_is_checked_as_joined(two, city):
    first, second, address, opened = two
    first.post(address, opened | {"latitude": [""], "longitude": [""]})
    page = second.post(address, opened | {"latitude": ["41"]})
    assert page.status_code == 200
    assert City.objects.get(pk=city.pk).latitude is None


def test_a_third_change_is_asked_about_again(two, city):
    first, second, address, opened = two
    first.post(address, opened | {"note": ["one"]})
    asked = Filled(second.post(address, opened | {"note": ["mine"]}).content.decode()).data
    first.post(address, values(first, address) | {"note": ["two"]})
    page = second.post(address, asked | {"choice-note": ["mine"]})
    assert page.status_code == 200
    assert ">two<" in page.content.decode()
    assert City.objects.get(pk=city.pk).note == "two"


def test_choices_are_shown_by_what_they_say(filled, head, client_of):
    first, second, address = client_of(head), client_of(head), f"/people/{filled['person']}/edit/"
    opened = values(first, address)
    first.post(address, opened | {"letter_language": ["en"]})
    form = second.post(address, opened | {"letter_language": ["ja"]}).context["form"]
    assert [str(label) for _key, label in form.fields["choice-letter_language"].choices] == [
        '<b>On record now</b> <span class="value">English</span>',
        '<b>Typed here</b> <span class="value">Japanese</span>',
    ]


def test_a_form_sent_without_hashes_is_saved_as_it_is(filled, head, client_of):
    """A page from before an update of the program has none."""
    client, address = client_of(head), f"/people/{filled['person']}/edit/"
    old = {name: value for name, value in values(client, address).items() if not name.endswith("opened")}
    assert client.post(address, old | {"note": ["kept"]}).status_code == 302
    assert Person.objects.get(pk=filled["person"]).note == "kept"


@pytest.mark.parametrize("sent", ["[]", "{", '{"note": 5}', '{"?": ["nothing", 7]}', "null"])
def test_hashes_that_are_none_of_ours_stop_nothing(filled, head, client_of, sent):
    client, address = client_of(head), f"/people/{filled['person']}/edit/"
    assert client.post(address, values(client, address) | {"opened": [sent]}).status_code in (200, 302)
    assert PersonName.objects.filter(person=filled["person"]).count() > 0


def test_a_form_of_plain_fields_tells_what_is_untouched():
    class Plain(JoinedForm, Form):
        pass

    assert Plain({}).is_valid()
