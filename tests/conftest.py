"""What all tests share: the database, cheap settings, English pages, one user of each role, the demonstration."""

import gc
from datetime import date
from random import Random

import pytest
from django.db import connection
from django.test import Client
from django.utils import translation
from pytest_django.plugin import blocking_manager_key

from correspondence.actions import drafting
from correspondence.texts.proposing import propose_brief
from crm.models import City, IssuingIdentity, Occasion, Office, Person, Role, User
from tests import database
from tests.factories import GiftFactory, UserFactory

FOLDER = pytest.StashKey()  # where the workers keep their databases


def pytest_addoption(parser):
    """``bin/test --thorough`` runs every case of the tests marked ``sampled``, which takes long."""
    parser.addoption("--thorough", action="store_true", help="run every case of the tests that are sampled otherwise")
    parser.addoption("--fuzz", type=int, default=2000, help="how many inputs tests/test_requests.py sends")


def pytest_generate_tests(metafunc):
    """Gives ``sampled`` tests their cases, and every test the rows it wants."""
    for mark in metafunc.definition.iter_markers("sampled"):
        metafunc.parametrize(mark.args[0], chosen(metafunc.config.getoption("thorough"), *mark.args[1:]), ids=str)
    want_rows(metafunc)


def chosen(thorough: bool, cases, count: int) -> list:
    """All cases, or the same ``count`` of them each time."""
    cases = list(cases)
    return cases if thorough else Random(len(cases)).sample(cases, count)


def want_rows(metafunc) -> None:
    """Tells pytest which tests want the demonstration's rows, so that it changes ``_rows`` between them."""
    wanted = "demonstration" if "demo" in metafunc.fixturenames else "none"
    metafunc.parametrize("_rows", [wanted], ids=[pytest.HIDDEN_PARAM], indirect=True, scope="session")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    """Tests of the demonstration come first, so that a worker loads it once and before tables are emptied."""
    items.sort(key=lambda item: "demo" not in item.fixturenames)


def pytest_collection_finish():
    """Spares the garbage collector what stays to the end, and most of its rounds: a tenth of the suite's time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 50, 50)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item):
    """Gives the next test the rows of migrations again after one whose transactions are real, and which Django flushes.

    No order helps: the workers take tests from each other.
    """
    yield
    mark = item.get_closest_marker("django_db")
    if FOLDER not in item.config.stash:  # it was the last test, and the database is gone
        return
    if {"transactional_db", "live_server"} & set(item.fixturenames) or (mark and mark.kwargs.get("transaction")):
        with item.config.stash[blocking_manager_key].unblock():
            database.renew_copy(item.config.stash[FOLDER])


@pytest.fixture(scope="session")
def django_db_setup(request, django_test_environment, django_db_blocker, tmp_path_factory):
    """A database of this worker's own."""
    folder = tmp_path_factory.getbasetemp()
    folder = request.config.stash[FOLDER] = folder if database.WORKER == "only" else folder.parent
    with django_db_blocker.unblock():
        name = connection.settings_dict["NAME"]
        database.name_database(folder)
        database.open_copy(folder)
    yield
    with django_db_blocker.unblock():
        database.drop_copy(folder, name)
    del request.config.stash[FOLDER]


@pytest.fixture(scope="session", autouse=True)
def _rows(request, django_db_blocker):
    """The rows that are there before a test's own: the demonstration's for one that asks for ``demo``."""
    if request.param == "none":
        yield
        return
    request.getfixturevalue("django_db_setup")
    with django_db_blocker.unblock(), database.demonstration(), django_db_blocker.block():
        yield


@pytest.fixture
def demo(_rows, db):
    """The demonstration data, its letter texts and item words."""
    return Office.get()


@pytest.fixture
def guadalajara(demo):
    """The partner of the walk in the README."""
    return City.objects.get(slug="guadalajara-es")


@pytest.fixture(autouse=True)
def cheap_settings(settings, tmp_path):
    """Fast passwords, static files as they lie, and a folder for files that is thrown away."""
    settings.PASSWORD_HASHERS = database.CHEAP_HASHERS
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    settings.MEDIA_ROOT = tmp_path / "files"


@pytest.fixture
def data_folder(settings, tmp_path, monkeypatch):
    """A data folder of the test's own, for jobs and their worker, which closes no connection in mid-transaction."""
    for worker in ("django_tasks_db.management.commands.db_worker", "crm.jobs.working"):
        monkeypatch.setattr(f"{worker}.close_old_connections", lambda: None)
    settings.DATA_DIR = tmp_path / "data"
    settings.DATA_DIR.mkdir()
    return settings.DATA_DIR


@pytest.fixture(autouse=True)
def english():
    """Tests read the English words; a test of the Chinese ones overrides the language itself."""
    with translation.override("en"):
        yield


def account(role: Role) -> User:
    """The demonstration's account of a role where it is loaded, else a new one."""
    return User.objects.filter(username=role).first() or UserFactory(username=role, role=role)


@pytest.fixture
def reader(db):
    """A user with the reader role, who sees."""
    return account(Role.READER)


@pytest.fixture
def clerk(db):
    """A user with the clerk role, who records, drafts, issues and sends."""
    return account(Role.CLERK)


@pytest.fixture
def head(db):
    """A user with the head role, who also approves, and keeps settings and accounts."""
    return account(Role.HEAD)


@pytest.fixture
def client_of():
    """A browser in which a user has signed in: ``client_of(clerk)``, ``client_of(None)`` for a stranger."""

    def sign_in(user, language: str = "en") -> Client:
        client = Client(headers={"Accept-Language": language})
        if user:
            client.force_login(user)
        return client

    return sign_in


@pytest.fixture
def browser(client_of, clerk):
    """A browser in which a clerk has signed in."""
    return client_of(clerk)


@pytest.fixture
def filled(demo, guadalajara, clerk):
    """What the addresses are filled in with."""
    brief = propose_brief(kind="reciprocal_support", on=date(2020, 4, 20), city=guadalajara)
    letter = drafting.draft_letter(by=clerk, brief=brief)
    holder = Person.objects.filter(posts__isnull=False).first()
    planned = GiftFactory(direction="given", state="planned", partner=guadalajara)
    return {
        "organization": guadalajara.organizations.first().slug,
        "person": holder.pk,
        "post": holder.posts.first().pk,
        "occasion": Occasion.objects.first().slug,
        "gift": planned.pk,
        "identity": IssuingIdentity.objects.first().code,
        "reader": User.objects.get(username="reader").pk,
        "letter": letter.pk,
        "paragraph": letter.foreign_text.paragraphs.first().pk,
    }
