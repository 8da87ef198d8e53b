"""Actions about accounts, the first office and a city's government."""

from datetime import date

import pytest
from django.urls import reverse

from crm.actions.errors import WrongState
from crm.actions.gifts import advance_gift, correct_gift, enter_gift
from crm.actions.ledger import link_entries
from crm.actions.office import open_office, save_account
from crm.history import changes_of
from crm.models import City, Gift, GiftState, LedgerEntry, LinkKind, Organization, Role, User
from tests.factories import CityFactory, GiftFactory, UserFactory

pytestmark = pytest.mark.django_db


def test_a_new_city_gets_its_government_and_an_old_one_none(client_of, clerk):
    part = {"names-TOTAL_FORMS": 1, "names-INITIAL_FORMS": 0, "names-0-language": "en", "names-0-text": "Ritto"}
    client_of(clerk).post(reverse("city-add"), {"country": "JP", **part})
    assert Organization.objects.get().city == City.objects.get(slug="ritto-jp")
    old = CityFactory()
    part |= {"names-0-id": old.names.get().pk, "names-INITIAL_FORMS": 1, "names-0-text": "Old"}
    client_of(clerk).post(reverse("city-edit", args=[old.slug]), {"country": "ES", **part})
    assert (old.names.get().text, Organization.objects.count()) == ("Old", 1)


def test_an_office_is_opened_once():
    UserFactory()
    city = {"country_id": "CN", "names": [{"language": "zh-hans", "text": "衡阳市"}]}
    with pytest.raises(WrongState, match="open already"):
        open_office(head=User(username="b"), password="x", name="外办", number_prefix="衡外函", city=city)
    assert City.objects.count() == 0


def test_the_last_head_stays():
    head, clerk = UserFactory(role=Role.HEAD), UserFactory()
    head.role = Role.CLERK
    with pytest.raises(WrongState, match="needs a head"):
        save_account(by=clerk, account=head)
    assert User.objects.get(pk=head.pk).role == Role.HEAD


def test_a_head_who_cannot_sign_in_does_not_count():
    head, by = UserFactory(role=Role.HEAD), UserFactory()
    UserFactory(role=Role.HEAD, is_active=False)
    head.is_active = False
    with pytest.raises(WrongState, match="needs a head"):
        save_account(by=by, account=head)


def gift_entered(**facts):
    """A gift with its ledger entry."""
    gift = GiftFactory(**facts)
    return gift, enter_gift(by=None, gift=gift)


@pytest.mark.parametrize(("state", "entries"), [("planned", 0), ("announced", 0), ("sent", 1), ("received", 1)])
def test_a_gift_counts_once_it_has_left_its_giver(state, entries):
    gift, _entry = gift_entered(state=state)
    enter_gift(by=None, gift=gift)
    assert gift.entries.count() == entries


def test_a_gift_does_not_go_back():
    gift, _entry = gift_entered(state="received")
    with pytest.raises(WrongState, match="cannot become"):
        advance_gift(by=None, gift=gift, state=GiftState.SENT)


def test_a_gift_that_has_not_left_is_simply_edited():
    gift, _entry = gift_entered(state="planned")
    with pytest.raises(WrongState, match="simply be edited"):
        correct_gift(by=None, gift=gift, reason="x")


def test_a_corrected_gift_that_was_answered_stays_answered():
    gift, entry = gift_entered()
    link_entries(by=None, source=gift_entered(direction="given")[1], target=entry, kind=LinkKind.ANSWERS)
    copy = correct_gift(by=None, gift=gift, reason="400, not 4,000")
    copy = advance_gift(by=None, gift=copy, state=GiftState.RECEIVED)
    assert [str(line) for line in copy.lines.all()] == [str(line) for line in gift.lines.all()]
    assert set(LedgerEntry.objects.unanswered(date(2020, 6, 1))) == set()


def test_the_gift_that_was_corrected_says_so_in_its_history():
    gift = GiftFactory()
    enter_gift(by=None, gift=gift)
    correct_gift(by=None, gift=gift, reason="4,500, not 4,000")
    assert changes_of(Gift.objects.get(pk=gift.pk))[0].changes["state"] == ["received", "corrected"]
