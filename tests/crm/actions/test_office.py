"""Opening the office, and its accounts."""

import pytest

from crm.actions.errors import WrongState
from crm.actions.office import open_office, save_account, save_office
from crm.models import City, Office, Role, SecurityEvent, User
from tests.factories import OfficeFactory, UserFactory

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


def told() -> list[tuple]:
    """What the security log has of accounts and rules, oldest first, without the machine's user."""
    rows = SecurityEvent.objects.order_by("at").values_list("kind", "account", "facts")
    return [(kind, who, {n: v for n, v in facts.items() if n != "system_user"}) for kind, who, facts in rows]


def test_new_and_changed_accounts_and_passwords_are_on_the_security_log():
    head, account = UserFactory(role=Role.HEAD, username="li"), User(username="wang", role=Role.CLERK)
    save_account(by=head, account=account, password="quiet-harbour-7")
    account.full_name = "王文"
    save_account(by=head, account=account)
    account.role, account.is_active = Role.READER, False
    save_account(by=head, account=account)
    save_account(by=head, account=account, password="quiet-harbour-8")
    now = {"account": "wang", "role": "reader", "active": False}
    assert told() == [
        ("account_added", "li", {"account": "wang", "role": "clerk", "active": True}),
        ("password_set", "li", {"account": "wang"}),
        ("account_changed", "li", {**now, "was": "role clerk, active True"}),
        ("password_set", "li", {"account": "wang"}),
    ]
    assert "quiet-harbour" not in "".join(event.as_json() for event in SecurityEvent.objects.all())


def test_a_changed_rule_of_the_office_is_on_the_security_log_and_another_setting_is_not():
    head, office = UserFactory(role=Role.HEAD, username="li"), OfficeFactory()
    office.name = "衡阳市外办"
    save_office(by=head, office=office)
    assert told() == []
    office.scan_required, office.idle_minutes = False, 60
    save_office(by=head, office=office)
    assert told() == [("rules_changed", "li", {"scan_required": False, "idle_minutes": 60})]
    assert Office.objects.get().scan_required is False
