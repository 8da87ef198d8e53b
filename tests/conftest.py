"""What all tests share: cheap settings, English pages, one user of each role."""

import pytest
from django.db import connections
from django.test import Client
from django.utils import translation

from crm.models import Role
from tests.factories import UserFactory


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix, tmp_path_factory):
    """SQLite in a file, as an installation has it.

    In memory, the threads of the live server would share one connection, on which Python 3.13 mixes up their answers.
    """
    database = connections["default"].settings_dict
    if database["ENGINE"] == "django.db.backends.sqlite3":
        database["TEST"]["NAME"] = str(tmp_path_factory.mktemp("database") / "test.sqlite3")


@pytest.fixture(autouse=True)
def cheap_settings(settings, tmp_path):
    """Fast passwords, static files as they lie, and a folder for files that is thrown away."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    settings.MEDIA_ROOT = tmp_path / "files"


@pytest.fixture(autouse=True)
def english():
    """Tests read the English words; a test of the Chinese ones overrides the language itself."""
    with translation.override("en"):
        yield


@pytest.fixture
def reader(db):
    """Sees."""
    return UserFactory(username="reader", role=Role.READER)


@pytest.fixture
def clerk(db):
    """Records, drafts, issues and sends."""
    return UserFactory(username="clerk", role=Role.CLERK)


@pytest.fixture
def head(db):
    """Also approves, and keeps settings and accounts."""
    return UserFactory(username="head", role=Role.HEAD)


@pytest.fixture
def client_of():
    """A browser in which a user has signed in: ``client_of(clerk)``, ``client_of(None)`` for a stranger."""

    def sign_in(user, language: str = "en") -> Client:
        client = Client(headers={"Accept-Language": language})
        if user:
            client.force_login(user)
        return client

    return sign_in
