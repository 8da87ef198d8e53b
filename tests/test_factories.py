"""Every model has a factory that makes a row, or its rows are made with those of another."""

import pytest
from django.apps import apps
from factory.django import DjangoModelFactory

from tests import factories

FACTORIES = {
    name: made
    for name, made in vars(factories).items()
    if isinstance(made, type) and issubclass(made, DjangoModelFactory) and made._meta.model
}
# Rows that a factory of another model makes, or a migration.
MADE_WITH = {
    "CityName": "CityFactory(names=…)",
    "Country": "migration 0002_countries",
    "FormToken": "FormToken.objects.claim(user, token)",
    "GiftLine": "GiftFactory(item=…, quantity=…)",
    "GiftPartner": "GiftFactory(partner=…)",
    "ItemWord": "ItemKindFactory(words=…)",
    "LedgerLink": "crm.actions.ledger.link_entries, between two of CourtesyFactory",
    "LedgerPartner": "CourtesyFactory(partner=…)",
    "Letterhead": "identity.letterheads.create(language=…, text=…)",
    "LetterParagraph": "LetterFactory(texts=…)",
    "LetterText": "LetterFactory(texts=…)",
    "OccasionName": "OccasionFactory(names=…)",
    "OrganizationName": "OrganizationFactory(names=…)",
    "PartnershipStep": "PartnershipFactory(steps=…)",
    "PersonName": "PersonFactory(names=…)",
    "SearchEntry": "crm.search.writing.index, of any record that is found",
    "PostTitle": "PostFactory(titles=…)",
}


def test_every_model_has_a_factory():
    models = {model for app in ("crm", "correspondence") for model in apps.get_app_config(app).get_models()}
    without = models - {made._meta.model for made in FACTORIES.values()}
    assert {model.__name__ for model in without} == set(MADE_WITH)


# Whose partner has to be named.
OF_WHOM = {
    "ChannelFactory": {"person": factories.PersonFactory},
    "PostalAddressFactory": {"person": factories.PersonFactory},
    "FormOfAddressFactory": {"person": factories.PersonFactory},
}


@pytest.mark.parametrize("name", FACTORIES)
def test_every_factory_makes_a_row_that_is_found(name, db):
    row = FACTORIES[name](**{field: made() for field, made in OF_WHOM.get(name, {}).items()})
    assert type(row).objects.filter(pk=row.pk).exists()


@pytest.mark.parametrize("state", factories.WAY)
def test_a_letter_is_taken_to_its_state(state, db):
    letter = factories.LetterFactory(state=state)
    assert (letter.state, bool(letter.number)) == (state, state in ("issued", "sent", "closed"))
