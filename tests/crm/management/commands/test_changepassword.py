"""A password set on the command line."""

from io import StringIO

from django.core.management import call_command

from crm.management.commands.changepassword import Command
from crm.models import SecurityEvent
from tests.factories import UserFactory


def test_it_is_on_the_security_log(db, monkeypatch):
    account = UserFactory(username="li")
    monkeypatch.setattr(Command, "_get_pass", lambda *_, **__: "quiet-harbour-7")
    call_command("changepassword", "li", stdout=StringIO())
    account.refresh_from_db()
    assert account.check_password("quiet-harbour-7")
    event = SecurityEvent.objects.get()
    assert (event.kind, event.address, event.facts["account"]) == ("password_set", "command", "li")
