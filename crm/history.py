"""Who changed what: every model is registered with django-auditlog, and a record shows its own."""

from auditlog.models import LogEntry
from auditlog.registry import auditlog
from django.contrib.contenttypes.models import ContentType
from django.db.models import CASCADE, Q

HIDDEN = {"search_text", "sort_key", "password", "last_login"}


def register_models(app_config) -> None:
    """Registers every model of an app, with its many-to-many fields and without derived ones."""
    for model in app_config.get_models():
        if model._meta.auto_created:
            continue
        hidden = [field.name for field in model._meta.fields if field.name in HIDDEN]
        auditlog.register(model, exclude_fields=hidden, m2m_fields={field.name for field in model._meta.many_to_many})


def changes_of(record, most: int = 50) -> list[LogEntry]:
    """The latest changes of a record and of its parts (rows that would fall with it), newest first."""
    wanted = Q(content_type=ContentType.objects.get_for_model(record), object_id=record.pk)
    for relation in record._meta.related_objects:
        if relation.on_delete is not CASCADE or relation.many_to_many:
            continue
        parts = relation.related_model._base_manager.filter(**{relation.field.name: record}).values_list(
            "pk", flat=True
        )
        wanted |= Q(content_type=ContentType.objects.get_for_model(relation.related_model), object_id__in=list(parts))
    return list(
        LogEntry.objects.filter(wanted).select_related("actor", "content_type").order_by("-timestamp", "-pk")[:most]
    )
