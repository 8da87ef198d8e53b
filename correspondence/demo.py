"""Loads the demonstration: its accounts, and fixtures/demo as any office's folder is loaded."""

from datetime import date

from django.conf import settings

from correspondence.office_folder import OfficeFolder, load_folder
from crm import models as crm
from crm.actions.office import save_account

ACCOUNTS = (
    ("clerk", crm.Role.CLERK, "演示承办人"),
    ("head", crm.Role.HEAD, "演示办领导"),
    ("reader", crm.Role.READER, "演示查阅人"),
)


def load_demo(password: str, on: date) -> None:
    """Load the accounts and the folder on a day, from which the days of its small present are counted."""
    by = load_accounts(password)
    load_folder(demo_folder(on), by=by, is_demo=True)


def demo_folder(on: date) -> OfficeFolder:
    """The demonstration's folder, as it is on a day."""
    return OfficeFolder(settings.FIXTURES_DIR / "demo", on)


def load_accounts(password: str) -> crm.User:
    """Load the demo accounts and return the clerk; an account that exists keeps its password."""
    for username, role, full_name in sorted(ACCOUNTS, key=lambda row: row[1] != crm.Role.HEAD):  # a head comes first
        if not crm.User.objects.filter(username=username).exists():
            account = crm.User(username=username, role=role, full_name=full_name)
            save_account(by=None, account=account, password=password)
    return crm.User.objects.get(username="clerk")
