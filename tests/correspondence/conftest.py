"""Letter texts and the demonstration data, for tests of letters."""

import pytest
from django.core.management import call_command

from correspondence.demo import load_demo
from crm.models import City, Office


@pytest.fixture
def texts(db):
    """The shipped letter texts and item words."""
    call_command("load_letter_templates", verbosity=0)


@pytest.fixture
def demo(texts):
    """The demonstration data."""
    load_demo("demo")
    return Office.get()


@pytest.fixture
def guadalajara(demo):
    """The partner of the walk in the README."""
    return City.objects.get(slug="guadalajara-es")
