"""What all tests share: cheap settings, English pages, one user of each role."""

import pytest
from django.test import Client
from django.utils import translation

from crm.models import Role
from tests.factories import UserFactory


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
