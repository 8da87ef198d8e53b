"""Letter texts and the demonstration data, for tests of letters; loaded once a module, undone after it."""

from contextlib import contextmanager

import pytest
from django.core.management import call_command
from django.db import transaction
from django.utils import translation

from correspondence.demo import load_demo
from crm.models import City, Office, User


@contextmanager
def undone_after(blocker):
    """Opens the database in a transaction that is rolled back; each test's own nests in it."""
    with blocker.unblock(), transaction.atomic(), translation.override("en"):
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def _demo_rows(django_db_setup, django_db_blocker):
    with undone_after(django_db_blocker):
        call_command("load_letter_templates", verbosity=0)
        load_demo("demo")
        with django_db_blocker.block():
            yield


@pytest.fixture
def demo(_demo_rows, db):
    """The demonstration data, its letter texts and item words."""
    return Office.get()


@pytest.fixture
def texts(demo):
    """The shipped letter texts and item words."""


@pytest.fixture
def guadalajara(demo):
    """The partner of the walk in the README."""
    return City.objects.get(slug="guadalajara-es")


@pytest.fixture
def clerk(demo):
    """The demonstration's clerk."""
    return User.objects.get(username="clerk")


@pytest.fixture
def head(demo):
    """The demonstration's head."""
    return User.objects.get(username="head")


@pytest.fixture
def reader(demo):
    """The demonstration's reader."""
    return User.objects.get(username="reader")
