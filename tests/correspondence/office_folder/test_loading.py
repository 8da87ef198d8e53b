"""A folder is loaded as a whole or not at all, and once."""

from uuid import uuid4

import pytest
from django.apps import apps
from django.db import IntegrityError

from correspondence.models import Letter
from correspondence.office_folder import Mistake
from correspondence.office_folder.checking import refusing
from correspondence.office_folder.table import Table
from crm.actions.errors import WrongState
from crm.models import City, Gift, Office, Organization, Person

GIFT = '[[gift]]\nkey = "a"\npartner = { city = "bodo-no" }\nlines = [{ item = "mask", quantity = 3 }]\n'
LETTER = '[[letter]]\nperson = "mayor"\n'


def rows() -> dict[str, int]:
    """How many rows every table of ours has."""
    return {model.__name__: model.objects.count() for app in ("crm", "correspondence") for model in models_of(app)}


def models_of(app: str):
    return [model for model in apps.get_app_config(app).get_models() if model.__name__ != "SecurityEvent"]


def test_a_mistake_in_the_last_row_of_the_last_file_loads_nothing_of_the_first(refused, few_things):
    before = rows()
    said = refused(courtesies=f'{GIFT}{LETTER}kind = "love"\n')
    assert said.startswith("courtesies.toml: [[letter]] 1.kind: “love” is not known")
    assert rows() == before


def test_a_second_load_writes_nothing(load):
    load(courtesies=GIFT + LETTER)
    before = rows()
    assert (before["Gift"], before["Letter"], before["Person"]) == (1, 1, 2)
    load(courtesies=GIFT + LETTER)
    assert rows() == before


def test_what_was_on_record_before_rows_had_keys_of_their_own_is_known_by_what_it_says(load):
    load(courtesies=GIFT + LETTER)
    before = rows()
    for model in (Gift, Letter, Person):
        for row in model.objects.all():
            model.objects.filter(pk=row.pk).update(record_key=uuid4())
    load(courtesies=GIFT + LETTER)
    assert rows() == before


def test_two_files_of_names_alone_are_enough(load):
    office = load(
        office=None,
        people=None,
        cities='[wuxi-cn]\nnames = { zh-hans = "无锡市" }\n[bodo-no]\nnames = { nb = "Bodø" }\n',
        organizations='[a-no]\nnames = { nb = "A" }\n',
    )
    assert (office.city.slug, City.objects.count(), Organization.objects.count()) == ("wuxi-cn", 2, 1)


def test_all_that_is_written_has_its_history(load):
    load()
    entries = apps.get_model("auditlog.LogEntry").objects
    for model in (City, Organization, Person, Office):
        known = entries.get_for_model(model).values_list("object_pk", flat=True)
        assert {str(key) for key in model.objects.values_list("pk", flat=True)} == set(known)


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (WrongState("Not now."), "people.toml: [[person]] 1: Not now."),
        (IntegrityError("twice"), "people.toml: [[person]] 1: the database does not take it (twice); compare it with"),
    ],
)
def test_what_a_door_or_the_database_refuses_names_the_row(error, sentence):
    with pytest.raises(Mistake) as mistake, refusing(Table("people.toml", "[[person]] 1", {}, None)):
        raise error
    assert str(mistake.value).startswith(sentence)
