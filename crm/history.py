"""Who changed what: every model is registered with django-auditlog, and a record shows its own."""

import json
from datetime import UTC
from functools import cache

from auditlog.models import LogEntry
from auditlog.registry import auditlog
from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import FieldDoesNotExist
from django.db.models import CASCADE, DateTimeField, F, JSONField, Q
from django.utils.encoding import smart_str
from django.utils.timezone import make_naive

from crm.fields import TextsField

HIDDEN = {
    "number_folded",
    "sort_key",
    "record_key",
    "last_login",
    "words_hash",
    "step",
    "sha256",
    "pdf_sha256",
    "shipped_sha256",
}
SECRET, MASK = {"password"}, "•••"
# What a model's fields were called when a change was logged; a log is never rewritten.
FORMER_FIELDS = {
    **{
        label: {"body": "organization"}
        for label in (
            *("crm.organizationname", "crm.channel", "crm.postaladdress", "crm.formofaddress", "crm.giftpartner"),
            *("crm.ledgerpartner", "crm.issuingidentity", "correspondence.letter", "correspondence.lettercopy"),
        )
    },
    "crm.post": {"body": "organization", "kind": "rank"},
    "crm.itemword": dict.fromkeys(("bare", "measure", "one", "few", "many", "other", "gender"), "forms"),
    "crm.partnershipstep": {"relation": "partnership"},
    "crm.city": {"bodies": "organizations", "relations": "partnerships", "relations_as_first": "partnerships_as_first"},
}

# Fields that are now another model's, whose words they keep: {model: {former field: (model, field)}}.
MOVED_FIELDS = {
    "crm.gift": {
        "use": ("crm.Disposal", "beneficiary"),
        "carrier": ("crm.Consignment", "carrier"),
        "tracking": ("crm.Consignment", "tracking"),
        "expected_on": ("crm.Consignment", "expected"),
    }
}


def register_models(app_config) -> None:
    """Registers every model of an app that a backup keeps, with its many-to-many fields and without derived ones.

    A model that is a log itself says so by ``in_history``.
    """
    for model in app_config.get_models():
        if model._meta.auto_created or not getattr(model, "in_backup", True) or not getattr(model, "in_history", True):
            continue
        fields = model._meta.fields
        auditlog.register(
            model,
            exclude_fields=[field.name for field in fields if field.name in HIDDEN or is_opaque(field)],
            mask_fields=[field.name for field in fields if field.name in SECRET],
            mask_callable="crm.history.mask",
            m2m_fields={field.name for field in model._meta.many_to_many},
        )


def is_opaque(field) -> bool:
    """Whether a field's JSON means nothing to a reader; texts by name are told one by one."""
    return isinstance(field, JSONField) and not isinstance(field, TextsField)


def changes_of_new(record) -> dict[str, tuple[str, str]]:
    """Return what auditlog logs of a new record, {field: ("None", value)}, without asking the database.

    auditlog's own differ looks at every field and relation of every row anew, which a bulk door has no time for.
    """
    changes = dict(constant_changes(type(record)))
    for name, attname, kind in logged_fields(type(record)):
        value = getattr(record, attname)
        if kind == "secret":
            changes[name] = (MASK, MASK)
            continue
        if kind == "moment" and value is not None:
            value = make_naive(value, UTC)
        if kind == "json":
            value = json.dumps(value, sort_keys=True)
        if value is not None or kind in ("moment", "relation"):  # auditlog takes None for a change of these
            changes[name] = ("None", smart_str(value))
    return changes


@cache
def logged_fields(model) -> list[tuple[str, str, str]]:
    """Return (name, attname, kind) of the columns that auditlog logs of a new row of a model."""
    rules = auditlog.get_model_fields(model)
    fields = [field for field in model._meta.concrete_fields if field.name not in rules["exclude_fields"]]
    return [(field.name, field.attname, kind_of(field, rules["mask_fields"])) for field in fields]


def kind_of(field, secrets) -> str:
    """How auditlog treats a field's value: secret, moment, relation, json or plain."""
    if field.name in secrets:
        return "secret"
    if isinstance(field, JSONField):
        return "json"
    return "moment" if isinstance(field, DateTimeField) else "relation" if field.is_relation else "plain"


@cache
def constant_changes(model) -> dict[str, tuple[str, str]]:
    """Return what auditlog logs of every new row of a model alike: the names of the relations that lead to it."""
    relations = (field for field in model._meta.get_fields() if field.one_to_many and field.related_name)
    return {field.name: ("None", f"{field.related_model._meta.label}.None") for field in relations}


def mask(_value: str) -> str:
    """Stands for a secret: that it was changed is on record, not what to."""
    return MASK


def changes_of(*records, most: int = 50) -> list[LogEntry]:
    """The latest changes of the records and of their parts (rows that would fall with them), newest first."""
    wanted = set()
    for model in {type(record) for record in records}:
        wanted |= rows_of(model, {str(record.pk) for record in records if type(record) is model})
    # By keys alone: asked for the kind too, SQLite reads all that was ever logged of that kind.
    logged = LogEntry.objects.filter(object_pk__in={key for _kind, key in wanted}).order_by()
    found = logged.values_list("timestamp", "pk", "content_type", "object_pk")
    latest = [pk for _at, pk, *row in sorted(found, reverse=True) if tuple(row) in wanted][:most]
    entries = LogEntry.objects.select_related("actor", "content_type").in_bulk(latest)
    return [entries[pk] for pk in latest]


def changes_asked(request, *records) -> list[LogEntry] | None:
    """The latest changes of records where a page is asked for them by ?changes=, else None: few want to see them."""
    return changes_of(*records) if "changes" in request.GET else None


def last_actor(record) -> str:
    """Who changed a record or its parts last, in words; "" where it was the system or nobody yet."""
    latest = changes_of(record, most=1)
    return str(latest[0].actor) if latest and latest[0].actor else ""


def rows_of(model, keys: set[str]) -> set[tuple[int, str]]:
    """Some rows, their parts and the parts' parts, each by the key of its kind and its own."""
    found = {(kind_key(model), key) for key in keys}
    parts = [relation for relation in model._meta.related_objects if is_part(relation)] if keys else []
    gone = parts_removed(parts, keys) if parts else set()
    for relation in parts:
        part = relation.related_model
        there = part._base_manager.filter(**{f"{relation.field.name}__in": keys}).order_by()
        removed = {key for kind, key in gone if kind == kind_key(part)}
        found |= rows_of(part, {*map(str, there.values_list("pk", flat=True)), *removed})
    return found


def kind_key(model) -> int:
    """By which key the log calls a model."""
    return ContentType.objects.get_for_model(model).pk


def is_part(relation) -> bool:
    """Whether the rows of a relation fall with the record that they hang on."""
    return relation.on_delete is CASCADE and not relation.many_to_many


def parts_removed(relations: list, keys: set[str]) -> set[tuple[int, str]]:
    """The rows that hung on some records and were taken away, each by the key of its kind and its own."""
    named = Q(pk__in=[])
    for relation in relations:
        part, field = relation.related_model, relation.field.name
        for name in (field, *(old for old, new in former_fields(part).items() if new == field)):
            named |= Q(**{f"changes__{name}__0__in": list(keys)}, kind=kind_key(part))
    deletions = LogEntry.objects.filter(action=LogEntry.Action.DELETE)  # few
    reckoned = deletions.annotate(kind=F("content_type") + 0)  # which no index has: else SQLite reads all of that kind
    return set(reckoned.filter(named).order_by().values_list("kind", "object_pk"))


def former_fields(model) -> dict[str, str]:
    """The model's fields by the names they had, {former: present}; {} where none was renamed."""
    return FORMER_FIELDS.get(model._meta.label_lower, {}) if model else {}


def field_named(model, name: str):
    """The model's field that a log calls by that name, wherever it stands now; None where it is no more."""
    if model is None:
        return None
    label, field = MOVED_FIELDS.get(model._meta.label_lower, {}).get(name, (model._meta.label, name))
    try:
        return apps.get_model(label)._meta.get_field(former_fields(model).get(field, field))
    except FieldDoesNotExist:
        return None
