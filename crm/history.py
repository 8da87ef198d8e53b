"""Who changed what: every model is registered with django-auditlog, and a record shows its own."""

from auditlog.models import LogEntry
from auditlog.registry import auditlog
from django.contrib.contenttypes.models import ContentType
from django.db.models import CASCADE, JSONField, Q

HIDDEN = {"search_text", "sort_key", "password", "last_login", "words_hash", "sha256", "pdf_sha256", "shipped_sha256"}


def register_models(app_config) -> None:
    """Registers every model of an app, with its many-to-many fields and without derived ones."""
    for model in app_config.get_models():
        if model._meta.auto_created:
            continue
        hidden = [field.name for field in model._meta.fields if field.name in HIDDEN or isinstance(field, JSONField)]
        auditlog.register(model, exclude_fields=hidden, m2m_fields={field.name for field in model._meta.many_to_many})


def changes_of(*records, most: int = 50) -> list[LogEntry]:
    """The latest changes of the records and of their parts (rows that would fall with them), newest first."""
    wanted = Q(pk__in=[])
    for model in {type(record) for record in records}:
        keys = [record.pk for record in records if type(record) is model]
        wanted |= Q(content_type=ContentType.objects.get_for_model(model), object_pk__in=list(map(str, keys)))
        for relation in model._meta.related_objects:
            if relation.on_delete is CASCADE and not relation.many_to_many:
                wanted |= changes_of_parts(relation, keys)
    entries = LogEntry.objects.filter(wanted).select_related("actor", "content_type")
    return list(entries.order_by("-timestamp", "-pk")[:most])


def changes_of_parts(relation, keys) -> Q:
    """The log entries of the rows hanging on some records, and of those that were taken away."""
    part, field = relation.related_model, relation.field.name
    rows = part._base_manager.filter(**{f"{field}__in": keys}).values_list("pk", flat=True)
    there = Q(object_pk__in=list(map(str, rows)))
    gone = Q(action=LogEntry.Action.DELETE, **{f"changes__{field}__0__in": list(map(str, keys))})
    return Q(there | gone, content_type=ContentType.objects.get_for_model(part))
