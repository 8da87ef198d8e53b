"""What an archive holds of the database: every table but those that are of the moment."""

from django.apps import apps
from django.conf import settings
from django.db.migrations.loader import MigrationLoader

from crm.backup.rows import applied_leaves, in_backup, is_left_out, models_at
from crm.models import CityName

# Sign-ins, jobs, what is sent once and what is counted anew; each also says so: in settings, or on the model.
OF_THE_MOMENT = {"sessions.Session", "crm.FormToken", "crm.SearchEntry", "django_tasks_database.DBTaskResult"}
OF_THE_MOMENT |= {"correspondence.UnfinishedWords"}  # of its writer alone, until the words are saved
OF_THE_MOMENT |= {f"axes.Access{name}" for name in ("Attempt", "AttemptExpiration", "FailureLog", "Log")}


def tables_of_today() -> list:
    """The models of the last migrations, as a backup reads them."""
    return models_at(applied_leaves(set(MigrationLoader(None).graph.nodes)))


def test_everything_is_kept_but_what_is_of_the_moment():
    models = tables_of_today()
    left_out = {model._meta.label for model in models} - {model._meta.label for model in in_backup(models)}
    assert left_out == OF_THE_MOMENT
    assert len(models) > 50


def test_no_kept_row_hangs_on_one_that_is_left_out():
    hanging = [
        f"{model._meta.label}.{field.name}"
        for model in in_backup(tables_of_today())
        for field in model._meta.concrete_fields
        if field.is_relation and is_left_out(field.related_model)
    ]
    assert hanging == []


def test_a_model_may_say_that_it_is_left_out_and_its_join_tables_go_with_it(monkeypatch):
    models = {model._meta.label: model for model in tables_of_today()}
    monkeypatch.setattr(CityName, "in_backup", False, raising=False)
    assert is_left_out(models["crm.CityName"])  # the model of that day does not say so itself
    monkeypatch.setattr(apps.get_model("crm.Occasion"), "in_backup", False, raising=False)
    assert is_left_out(models["crm.Occasion_countries"])
    assert not is_left_out(models["crm.City"])


def test_an_app_may_be_left_out_whole(settings):
    settings.NOT_IN_BACKUP = [*settings.NOT_IN_BACKUP, "auditlog"]
    assert "auditlog.LogEntry" not in {model._meta.label for model in in_backup(tables_of_today())}


def test_what_is_left_out_of_others_is_named_in_settings():
    assert set(settings.NOT_IN_BACKUP) == {"sessions", "axes", "django_tasks_database"}
