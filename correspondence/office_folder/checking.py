"""Turns what the models and doors refuse into a sentence that names file, key and remedy."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import DataError, IntegrityError
from django.utils import translation

from correspondence.office_folder.table import Mistake, Table
from crm.actions.errors import WrongState

UNIQUE_OR_OTHERWISE_WRONG = "the database does not take it ({error}); compare it with docs/office-folder.md."


def check_fields(table: Table, model, facts: dict, *, called: dict | None = None, clean: bool = False) -> dict:
    """Return a row's facts; raise Mistake where one of them is too long, out of bounds or otherwise wrong.

    ``called`` says under which key of the file a field was written, where it is another; with ``clean`` the row is
    also asked whether its facts fit together.
    """
    fields = {field.name: field for field in model._meta.concrete_fields}
    said = {name for name in facts if name in fields and not fields[name].is_relation and facts[name] is not None}
    row = model(**facts)
    try:
        row.clean_fields(exclude=fields.keys() - said)
        if clean:
            row.clean()
    except ValidationError as error:
        raise refusal(table, error, called) from error
    return facts


@contextmanager
def refusing(table: Table, *, called: dict | None = None) -> Iterator[None]:
    """Turn what a door refuses into a Mistake about a table."""
    try:
        yield
    except ValidationError as error:
        raise refusal(table, error, called) from error
    except WrongState as error:
        raise table.wrong("", str(error)) from error
    except (IntegrityError, DataError) as error:
        raise table.wrong("", UNIQUE_OR_OTHERWISE_WRONG.format(error=error)) from error


def refusal(table: Table, error: ValidationError, called: dict | None = None) -> Mistake:
    """The first thing that a validation found wrong, in English as all that the commands say."""
    with translation.override("en"):
        if not hasattr(error, "error_dict"):
            return table.wrong("", error.messages[0])
        name, messages = next(iter(error.message_dict.items()))
    key = "" if name == NON_FIELD_ERRORS else (called or {}).get(name, name)
    return table.wrong(key, messages[0])
