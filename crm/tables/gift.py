"""The list of gifts, column by column."""

import django_tables2 as tables
from django.utils.html import format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from crm.models import Direction, Gift
from crm.phrases import said_of_answer, said_of_thanks
from crm.tables.base import RecordTable, ShortColumn
from crm.tables.partner import ContentsColumn, PartnersColumn


class GiftTable(RecordTable):
    """Gifts in both directions."""

    day = ShortColumn(linkify=True)
    partners = PartnersColumn()
    contents = ContentsColumn()
    occasion = tables.Column(linkify=True, orderable=False)
    replied = tables.Column(verbose_name=gettext_lazy("Thanked, answered"), empty_values=(), orderable=False)

    class Meta(RecordTable.Meta):
        model = Gift
        fields = ("day", "direction", "partners", "contents", "occasion", "state", "replied")
        order_by = "-day"

    def render_replied(self, record):
        words = ((("owed" if owed else ""), text) for owed, text in self.replies_to(record))
        return format_html_join(_(", "), '<span class="{}">{}</span>', words) or "—"

    def value_replied(self, record):
        return _(", ").join(text for _owed, text in self.replies_to(record))

    def replies_to(self, gift) -> list[tuple[bool, str]]:
        """Whether a gift received was thanked and answered, or need not be; of what others owe us nothing is said."""
        if gift.direction == Direction.GIVEN:
            return []
        return [
            said
            for entry in gift.standing
            for said in (
                (entry.owes_thanks, said_of_thanks(entry.owes_thanks, entry.no_thanks_due)),
                (entry.owes_answer, said_of_answer(entry.owes_answer, entry.no_answer_due)),
            )
        ]
