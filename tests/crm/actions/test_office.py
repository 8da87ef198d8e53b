"""Opening the office, and its accounts."""

import pytest

from crm.actions.errors import WrongState
from crm.actions.office import open_office, save_account
from crm.models import City, Role, User
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


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
