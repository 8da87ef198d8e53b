"""At saving, kept forms of address that may no longer fit are named, with where they are compared."""

import pytest
from django.urls import reverse

from crm.models import FormOfAddress
from crm.views.outdated import SHOWN
from tests.factories import FormOfAddressFactory, OrganizationFactory, PersonFactory, PostFactory


@pytest.fixture
def kept(db):
    """A salutation kept for Ana Gloag, a mayor."""
    post = PostFactory(person=PersonFactory(names={"latin": ("Ana", "Gloag")}), titles={"en": "Mayor"})
    return FormOfAddressFactory(person=post.person, language="en", salutation="Dear Mayor Gloag,")


def lines(prefix, *rows, known=()):
    """What a form sends of the rows of a part, of which the ``known`` are on record."""
    sent = {f"{prefix}-TOTAL_FORMS": len(rows), f"{prefix}-INITIAL_FORMS": len(known)}
    for place, row in enumerate(rows):
        sent |= {f"{prefix}-{place}-{name}": value for name, value in row.items()}
    for place, record in enumerate(known):
        sent[f"{prefix}-{place}-id"] = record.pk
    return sent


def warnings(page) -> list[str]:
    """What a page warns of."""
    return [str(message) for message in page.context["messages"] if message.level_tag == "warning"]


def save_person(browser, kept, family, salutation):
    """Save the person's page with a family name and the kept salutation."""
    name = {"form": "latin", "family": family, "given": "Ana", "family_first": "False"}
    form = {"language": "en", "salutation": salutation}
    sent = lines("names", name, known=kept.person.names.all()) | lines("forms_of_address", form, known=[kept])
    sent |= lines("channels") | lines("addresses")
    return browser.post(reverse("person-edit", args=[kept.person_id]), sent, follow=True)


def test_a_corrected_name_is_said_to_outdate_the_kept_salutation_which_stays(browser, kept):
    page = save_person(browser, kept, "Gloaguen", kept.salutation)
    assert warnings(page) == [
        "“Dear Mayor Gloag,”, kept for letters in English, may no longer fit (name: Ana Gloag → Ana Gloaguen). "
        f"Compare it at /forms-of-address/{kept.pk}/."
    ]
    words = page.content.decode()
    assert f'<a href="/forms-of-address/{kept.pk}/">' in words
    assert "It may no longer fit the record." in words
    assert FormOfAddress.objects.get().salutation == "Dear Mayor Gloag,"


def test_nothing_is_said_where_nothing_it_rests_on_changed_or_both_were_put_right(browser, kept):
    assert warnings(save_person(browser, kept, "Gloag", kept.salutation)) == []
    assert warnings(save_person(browser, kept, "Gloaguen", "Dear Mayor Gloaguen,")) == []


def test_a_changed_title_and_an_ended_post_are_said(browser, kept):
    post = kept.person.posts.get()
    facts = {"organization": post.organization_id, "rank": "mayor", "precedence": 1}
    title = lines("titles", {"language": "en", "text": "Lord Mayor"}, known=post.titles.all())
    page = browser.post(reverse("post-edit", args=[post.pk]), facts | title, follow=True)
    assert "title: Mayor → Lord Mayor" in warnings(page)[0]
    page = browser.post(reverse("post-end", args=[post.pk]), {"end": "2024"}, follow=True)
    assert "rank: Mayor → —" in warnings(page)[0]


def test_an_organizations_new_name_is_said_for_it_and_its_people(browser):
    organization = OrganizationFactory(names={"en": "City Hall"}, city=None, kind="other")
    person = PostFactory(organization=organization, rank="official").person
    for place in range(SHOWN):
        FormOfAddressFactory(person=person, post=PostFactory(person=person, organization=organization), envelope=place)
    FormOfAddressFactory(organization=organization, language="en", salutation="Dear City Hall,")
    name = lines("names", {"language": "en", "text": "Town Hall"}, known=organization.names.all())
    facts = {"kind": "other", "country": "ES"} | lines("channels") | lines("addresses")
    form = {"language": "en", "salutation": "Dear City Hall,"}
    forms = lines("forms_of_address", form, known=organization.forms_of_address.all())
    page = browser.post(reverse("organization-edit", args=[organization.slug]), facts | name | forms, follow=True)
    assert len(warnings(page)) == SHOWN + 1
    assert warnings(page)[-1] == "And 1 more form of address."
