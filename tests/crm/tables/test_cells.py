"""Cells as lists write them: a column's words, its link, its default, and what django-tables2 itself would write."""

import django_tables2 as tables
import pytest
from django.utils import timezone

from crm.models import Gift
from crm.tables.base import RecordTable
from crm.tables.gift import GiftTable
from tests.factories import GiftFactory

pytestmark = pytest.mark.django_db


class Notes(RecordTable):
    """A column of each sort: of a closed list, with a link, empty, of a template, and one that reads the table."""

    title = tables.Column(linkify=True)
    note = tables.Column(default="nothing", linkify=lambda record: f"/{record.pk}")
    received_on = tables.Column(empty_values=())
    source = tables.TemplateColumn("{{ record.title }} in row {{ row_counter }}")

    class Meta(RecordTable.Meta):
        model = Gift
        fields = ("direction", "title", "note", "received_on", "source")

    def render_received_on(self, value, table):
        return f"{value} of {len(table.rows)}"


def test_cells_say_what_the_column_says_with_its_link_and_escaped():
    gift = GiftFactory(title="<Spring>", note="", direction="received", received_on=None)
    body = Notes(Gift.objects.all()).body()
    for said in (
        ">Received</td>",
        f'><a href="/gifts/{gift.pk}/">&lt;Spring&gt;</a></td>',
        ">nothing</td>",
        ">None of 1</td>",
        ">&lt;Spring&gt; in row 0</td>",
    ):
        assert said in body
    Gift.objects.update(note="fragile")
    assert f'><a href="/{gift.pk}">fragile</a></td>' in Notes(Gift.objects.all()).body()


def test_cells_are_those_of_django_tables2():
    GiftFactory(), GiftFactory(direction="given", title="A scroll")
    table = GiftTable(Gift.objects.with_details().with_standing(timezone.localdate()))
    for row in table.rows:
        for cell in row:
            assert f">{cell}</td>" in table.body()
