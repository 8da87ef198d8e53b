"""The office, and the identities it issues letters under."""

import pytest
from django.db import IntegrityError

from crm.models import IssuingIdentity, Office
from tests.factories import IdentityFactory, OfficeFactory


def test_there_is_one_office(db):
    assert Office.get() is None
    office = OfficeFactory()
    assert Office.get() == office
    with pytest.raises(IntegrityError):
        Office.objects.create(name="second", city=office.city)


def test_a_letterhead_gives_its_own_contact_or_the_identitys(db):
    identity = IdentityFactory(contact_line="+86 1")
    identity.letterheads.create(language="en", contact="+86 2")
    identity.letterheads.create(language="es", text="Oficina")
    assert [identity.contact_in(language) for language in ("en", "es", "ja")] == ["+86 2", "+86 1", "+86 1"]


def test_a_code_is_proposed_from_the_number_series_and_numbered_where_taken(db):
    identity = IdentityFactory(number_prefix="衡外函")
    assert identity.propose_code() == "hengwaihan"
    office = identity.office
    IdentityFactory(office=office, code="hengwaihan", number_prefix="衡政函")
    assert identity.propose_code() == "hengwaihan-2"


def test_archived_identities_issue_nothing_more(db):
    identity = IdentityFactory(archived=True)
    used = IdentityFactory(office=identity.office)
    assert list(IssuingIdentity.objects.in_use()) == [used]


def test_who_counts_has_a_prefix(db):
    with pytest.raises(IntegrityError):
        IdentityFactory(number_prefix=None)
