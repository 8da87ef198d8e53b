"""Who changed what: every model is registered with django-auditlog, and a record shows its own."""

from auditlog.models import LogEntry
from auditlog.registry import auditlog
from django.contrib.contenttypes.models import ContentType
from django.db.models import CASCADE, JSONField, Q

HIDDEN = {"search_text", "sort_key", "last_login", "words_hash", "step", "sha256", "pdf_sha256", "shipped_sha256"}
SECRET, MASK = {"password"}, "•••"


def register_models(app_config) -> None:
    """Registers every model of an app, with its many-to-many fields and without derived ones."""
    for model in app_config.get_models():
        if model._meta.auto_created:
            continue
        fields = model._meta.fields
        auditlog.register(
            model,
            exclude_fields=[field.name for field in fields if field.name in HIDDEN or isinstance(field, JSONField)],
            mask_fields=[field.name for field in fields if field.name in SECRET],
            mask_callable="crm.history.mask",
            m2m_fields={field.name for field in model._meta.many_to_many},
        )


def mask(_value: str) -> str:
    """Stands for a secret: that it was changed is on record, not what to."""
    return MASK


def changes_of(*records, most: int = 50) -> list[LogEntry]:
    """The latest changes of the records and of their parts (rows that would fall with them), newest first."""
    wanted = Q(pk__in=[])
    for model in {type(record) for record in records}:
        wanted |= entries_of(model, {str(record.pk) for record in records if type(record) is model})
    entries = LogEntry.objects.filter(wanted).select_related("actor", "content_type")
    return list(entries.order_by("-timestamp", "-pk")[:most])


def entries_of(model, keys: set[str]) -> Q:
    """The log entries of some rows, of their parts and of the parts' parts."""
    wanted = Q(content_type=ContentType.objects.get_for_model(model), object_pk__in=keys)
    for relation in model._meta.related_objects if keys else ():
        if relation.on_delete is CASCADE and not relation.many_to_many:
            wanted |= entries_of(relation.related_model, keys_of_parts(relation, keys))
    return wanted


def keys_of_parts(relation, keys: set[str]) -> set[str]:
    """The keys of the rows hanging on some records, and of those that were taken away."""
    part, field = relation.related_model, relation.field.name
    there = part._base_manager.filter(**{f"{field}__in": keys}).values_list("pk", flat=True)
    gone = LogEntry.objects.filter(
        content_type=ContentType.objects.get_for_model(part),
        action=LogEntry.Action.DELETE,
        **{f"changes__{field}__0__in": list(keys)},
    )
    return {*map(str, there), *gone.values_list("object_pk", flat=True)}
