"""Shows log entries as a reader understands them: who, when, what, and each field's old and new value."""

from dataclasses import dataclass
from datetime import datetime

from auditlog.models import LogEntry
from django import template
from django.db.models import CASCADE, ForeignKey
from django.utils.translation import gettext as _

from crm.fields import LanguageField, TextsField
from crm.history import MASK, field_named, former_fields
from crm.languages import language_name
from crm.models.common import Named

register = template.Library()
NOTHING = "—"
LONGEST = 200


@dataclass(frozen=True)
class Difference:
    """One field's value before and after; ``old`` is empty where the record was added."""

    label: str
    old: str
    new: str


@dataclass(frozen=True)
class Change:
    """One row of a record's history."""

    when: datetime
    who: str
    what: str
    differences: list[Difference]


@register.simple_tag
def readable_changes(entries: list[LogEntry]) -> list[Change]:
    """The entries in words; the records they point at are read in one query a model."""
    names = named_rows(entries)
    return [
        Change(
            when=entry.timestamp,
            who=str(entry.actor or _("the system")),
            what=headline(entry),
            differences=list(differences(entry, names)),
        )
        for entry in entries
    ]


def headline(entry: LogEntry) -> str:
    """What was done to what, without the record's name: "Name added", "Person changed"."""
    model = entry.content_type.model_class()
    what = model._meta.verbose_name if model else entry.content_type.model
    done = {LogEntry.Action.CREATE: _("%(what)s added"), LogEntry.Action.DELETE: _("%(what)s removed")}.get(
        entry.action, _("%(what)s changed")
    )
    words = done % {"what": what}
    return words[:1].upper() + words[1:]


def differences(entry: LogEntry, names: dict):
    """The fields that changed, in the model's order; of a new row, those that are neither empty nor as always."""
    model = entry.content_type.model_class()
    for field, label, values in told_changes(model, entry.changes or {}):
        if not is_news(field):
            continue
        label = label[:1].upper() + label[1:]
        if isinstance(values, dict):
            sign = "+" if values.get("operation") == "add" else "−"
            yield Difference(label, "", f"{sign} {', '.join(values.get('objects', []))}")
            continue
        old, new = (value_in_words(field, value, names) for value in values)
        added = entry.action == LogEntry.Action.CREATE
        if (old != new or new == MASK) and not (added and values[1] == default_of(field)):
            yield Difference(label, "" if added else old, new)


def told_changes(model, changes: dict):
    """Field, label and values of each change; of texts by name, those of each text that is another now."""
    for name, values in in_field_order(model, changes):
        field = field_named(model, name)
        if not isinstance(field, TextsField):
            yield field, str(getattr(field, "verbose_name", name)), values
        elif name != field.name:  # logged when it was a field of its own
            yield field, str(field.label_of(name)), values
        else:
            old, new = (field.parts_of(value) for value in values)
            for part in {**old, **new}:
                if old.get(part) != new.get(part):
                    yield field, str(field.label_of(part)), [old.get(part), new.get(part)]


def in_field_order(model, changes: dict) -> list[tuple]:
    """The changes in the order of the model's fields, for PostgreSQL keeps the keys of JSON in an order of its own."""
    fields = [*model._meta.fields, *model._meta.many_to_many] if model else []
    places = {field.name: place for place, field in enumerate(fields)}
    names = former_fields(model)
    return sorted(changes.items(), key=lambda change: places.get(names.get(change[0], change[0]), len(places)))


def is_news(field) -> bool:
    """Whether a reader wants to know: a field we have words for, and not the record that the row is a part of."""
    if field is None:
        return True
    owner = isinstance(field, ForeignKey) and field.remote_field.on_delete is CASCADE
    has_words = not isinstance(getattr(field, "verbose_name", ""), str)  # Django names a field in English by itself
    return field.editable and not field.auto_created and not owner and has_words


def default_of(field) -> str | None:
    """What is logged for a field that was left as it always is."""
    return str(field.default) if field is not None and field.has_default() else None


def value_in_words(field, value, names: dict) -> str:
    """A logged value as the pages show it."""
    if value in (None, "", "None"):
        return NOTHING
    if isinstance(field, ForeignKey):
        return names.get(field.related_model, {}).get(str(value), str(value))
    if isinstance(field, LanguageField):  # whose choices are hundreds
        return language_name(value)
    if field is not None and field.choices:
        return str(dict(field.flatchoices).get(value, value))
    if value in ("True", "False"):
        return _("Yes") if value == "True" else _("No")
    return value if len(value) <= LONGEST else value[:LONGEST] + "…"


def named_rows(entries: list[LogEntry]) -> dict:
    """The words for every row the entries point at, by model and key."""
    wanted = {}
    for entry in entries:
        model = entry.content_type.model_class()
        for name, values in (entry.changes or {}).items():
            field = field_named(model, name)
            if isinstance(field, ForeignKey) and is_news(field):
                keys = wanted.setdefault(field.related_model, set())
                keys.update(str(value) for value in values if value not in (None, "", "None"))
    return {model: words_of_rows(model, keys) for model, keys in wanted.items()}


def words_of_rows(model, keys: set[str]) -> dict[str, str]:
    """The rows' words by key, in one query, or two where they have names."""
    rows = model._base_manager.filter(pk__in=keys)
    if issubclass(model, Named):
        rows = rows.prefetch_related("names")
    return {str(row.pk): str(row) for row in rows}
