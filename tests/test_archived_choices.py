"""What a record has stays with it when it is archived: every form shows it, marks it, and saves it untouched."""

import pytest
from django.forms import ModelChoiceField

from correspondence.models import Letter
from crm.models import Gift, IssuingIdentity, Office, User
from tests.factories import (
    CityFactory,
    GiftFactory,
    ItemKindFactory,
    OccasionFactory,
    OrganizationFactory,
    PersonFactory,
    PostFactory,
    UserFactory,
)
from tests.pages import Filled, edit_forms


def planned(**facts) -> Gift:
    """A gift that can still be changed."""
    return GiftFactory(direction="given", state="planned", **facts)


def of_a_letter(name: str):
    """A received letter's form, and what the letter has under that name."""
    letter = Letter.objects.incoming().filter(**{f"{name}__isnull": False}).first()
    return f"/letters/{letter.pk}/correct/", name, getattr(letter, name)


# Each makes a record that has something, and returns the form's address, the field and what it has.
CASES = {
    "a city's liaison": lambda: ("/cities/{0.slug}/edit/", "liaison", CityFactory(liaison=UserFactory())),
    "a city that it is part of": lambda: ("/cities/{0.slug}/edit/", "part_of", CityFactory(part_of=CityFactory())),
    "an organization's city": lambda: ("/organizations/{0.slug}/edit/", "city", OrganizationFactory()),
    "an organization's liaison": lambda: (
        "/organizations/{0.slug}/edit/",
        "liaison",
        OrganizationFactory(liaison=UserFactory()),
    ),
    "a person's city": lambda: ("/people/{0.pk}/edit/", "city", PersonFactory(city=CityFactory())),
    "a person's liaison": lambda: ("/people/{0.pk}/edit/", "liaison", PersonFactory(liaison=UserFactory())),
    "a post's organization": lambda: ("/posts/{0.pk}/", "organization", PostFactory()),
    "a gift's occasion": lambda: ("/gifts/{0.pk}/edit/", "occasion", planned(occasion=OccasionFactory())),
    "a gift's item": lambda: ("/gifts/{0.pk}/edit/", "lines-0-item", planned()),
    "a gift's city": lambda: ("/gifts/{0.pk}/edit/", "partners-0-city", planned()),
    "a gift's organization": lambda: (
        "/gifts/{0.pk}/edit/",
        "partners-0-organization",
        planned(partner=OrganizationFactory()),
    ),
    "a gift's person": lambda: ("/gifts/{0.pk}/edit/", "partners-0-person", planned(partner=PersonFactory())),
    "an identity's organization": lambda: (
        "/office/identities/{0.code}/",
        "organization",
        IssuingIdentity.objects.first(),
    ),
    "the office's city": lambda: ("/office/edit/", "city", Office.get()),
    "a received letter's kind": lambda: of_a_letter("kind"),
    "a received letter's occasion": lambda: of_a_letter("occasion"),
    "a received letter's organization": lambda: of_a_letter("organization"),
    "a received letter's person": lambda: of_a_letter("person"),
}


def held(field: str, record):
    """What a record has in a field of its form or of a line of it."""
    if not field[-1:].isalpha() or "-" not in field:
        return getattr(record, field) if not isinstance(record, Letter) else record
    related, _number, name = field.split("-")
    return getattr(getattr(record, related).first(), name)


def archive(chosen) -> None:
    """Put away what was chosen."""
    chosen = type(chosen).objects.get(pk=chosen.pk)
    flag, value = ("is_active", False) if isinstance(chosen, User) else ("archived", True)
    setattr(chosen, flag, value)
    chosen.save()


@pytest.mark.parametrize("case", CASES)
def test_an_archived_choice_is_shown_marked_and_stays(case, demo, head, client_of):
    address, field, record = CASES[case]()
    of_letter = case.startswith("a received letter")
    chosen = record if of_letter else held(field, record)
    address, client = address.format(record), client_of(head)
    before = Filled(client.get(address).content.decode()).data
    archive(chosen)
    page = client.get(address).content.decode()
    assert Filled(page).data[field] == before[field] == [str(chosen.pk)]
    mark = "may not sign in any more" if isinstance(chosen, User) else "archived"
    assert f"{mark})" in page.split(f'value="{chosen.pk}" selected>')[1].split("<")[0]
    sent = Filled(page).data | ({"reason": ["Typing error"]} if of_letter else {})
    answer = client.post(address, sent)
    assert answer.status_code == 302
    after = Filled(client.get(answer.url + "correct/" if of_letter else address).content.decode()).data
    assert after[field] == [str(chosen.pk)]


def test_an_occasion_keeps_an_archived_city(demo, head, client_of):
    city, occasion = CityFactory(), OccasionFactory()
    occasion.cities.set([city])
    archive(city)
    client, address = client_of(head), f"/occasions/{occasion.slug}/edit/"
    page = client.get(address).content.decode()
    assert "(archived)" in page
    assert client.post(address, Filled(page).data).status_code == 302
    assert list(occasion.cities.all()) == [city]


@pytest.mark.parametrize("path", ["/gifts/add/", "/people/add/", "/organizations/add/", "/cities/add/", "/ledger/add/"])
def test_nothing_archived_is_offered_to_a_new_record(path, demo, head, client_of):
    for record in (CityFactory(), OrganizationFactory(), PersonFactory(), OccasionFactory(), ItemKindFactory()):
        archive(record)
    assert "(archived)" not in client_of(head).get(path).content.decode()


def test_the_cases_above_are_all_there_are(demo):
    """A form that chooses another model with an archive wants a case."""
    fields = [field for form in edit_forms() for field in form.base_fields.values()]
    chosen = {
        field.queryset.model for field in fields if isinstance(field, ModelChoiceField) and field.queryset is not None
    }
    archivable = {model.__name__ for model in chosen if hasattr(model, "archived") or model is User}
    assert archivable == {"City", "ItemKind", "Occasion", "Organization", "Person", "User"}
