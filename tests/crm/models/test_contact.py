"""Channels and postal addresses."""

import pytest
from django.core.exceptions import ValidationError

from crm.models import Channel
from tests.factories import PersonFactory, PostalAddressFactory

PARTS = {"street": "Plaza Mayor 1", "town": "Guadalajara", "postcode": "19001"}


@pytest.mark.parametrize(("kind", "value", "right"), [("email", "a@b.org", 1), ("email", "a@", 0), ("fax", "x", 1)])
def test_only_an_email_address_has_a_form_to_keep(kind, value, right):
    channel = Channel(kind=kind, value=value)
    if right:
        assert channel.clean() is None
    else:
        with pytest.raises(ValidationError):
            channel.clean()


@pytest.mark.parametrize(
    ("country", "lines"),
    [("ES", ["Plaza Mayor 1", "19001 GUADALAJARA"]), ("US", ["Plaza Mayor 1", "GUADALAJARA,  19001"])],
)
def test_an_address_stands_in_its_countrys_order(db, country, lines):
    address = PostalAddressFactory(person=PersonFactory(), country_id=country, **PARTS)
    assert address.lines() == lines


def test_an_address_as_written_stands_as_it_is_above_the_country_for_mail_from_china(db):
    address = PostalAddressFactory(
        person=PersonFactory(), as_written=" 〒520-3088 \n\n 栗東市安養寺1-13-33", country_id="JP"
    )
    assert address.lines() == ["〒520-3088", "栗東市安養寺1-13-33"]
    assert address.mail_lines() == [*address.lines(), "JAPAN 日本"]
