"""Lets every table go on after the last key that the history names, be the row deleted since or not."""

from auditlog.models import LogEntry
from django.db import connection
from django.db.models import Max

from crm.sequences import continue_after, numbered


def continue_after_history() -> None:
    """Give each table of our apps the last number that the history names it by, where its own is lower.

    A deleted row's key given again would show the new row the old one's changes. Does nothing where the tables of the
    history, or today's models, are not all there.
    """
    models = numbered(auditlog.get_models())
    tables = set(connection.introspection.table_names())
    if not {LogEntry._meta.db_table, *(model._meta.db_table for model in models)} <= tables:
        return
    named = LogEntry.objects.order_by().values_list("content_type__app_label", "content_type__model")
    last = {(app, model): number for app, model, number in named.annotate(Max("object_id")) if number}
    continue_after(
        {model._meta.label: last.get((model._meta.app_label, model._meta.model_name), 0) for model in models}, models
    )
