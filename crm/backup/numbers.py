"""Lets every table go on after the last key that the history names, be the row deleted since or not."""

from auditlog.models import LogEntry
from auditlog.registry import auditlog
from django.db import connection
from django.db.models import Max

from crm.sequences import continue_after, numbered


def continue_after_history() -> None:
    """Give each table with a history the last number that the history names it by, where its own is lower.

    A deleted row's key given again would show the new row the old one's changes. Does nothing where the tables of
    today's models are not all there.
    """
    models = numbered(auditlog.get_models())
    tables = set(connection.introspection.table_names())
    if not {model._meta.db_table for model in (LogEntry, *models)} <= tables:
        return
    named = LogEntry.objects.order_by().values_list("content_type__app_label", "content_type__model")
    highest = {f"{app}.{model}": number or 0 for app, model, number in named.annotate(Max("object_id"))}
    continue_after({model._meta.label: highest.get(model._meta.label_lower, 0) for model in models}, models)
