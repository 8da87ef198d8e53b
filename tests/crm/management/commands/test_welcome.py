"""manage.py welcome"""

import io

import pytest
from django.core.management import call_command

from tests.factories import UserFactory


def words(**options) -> str:
    """What the command prints."""
    out = io.StringIO()
    call_command("welcome", stdout=out, **options)
    return out.getvalue().strip()


@pytest.mark.django_db
def test_prints_the_same_address_until_there_is_an_account(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    first = words()
    assert first == f"/welcome/{(tmp_path / 'welcome_key').read_text()}/"
    assert words() == first
    UserFactory()
    assert words() == "There is an account already: please sign in."
