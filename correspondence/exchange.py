"""What leaves of letters in a file."""

from django.utils.translation import gettext_lazy as _

from correspondence.models import Letter
from crm.exchange.columns import Columns, Noun

LETTERS = Noun(
    Columns(
        _("Letters"),
        Letter,
        (
            "title",
            "direction",
            "kind",
            "state",
            "day",
            "received_on",
            "number",
            "their_number",
            "person",
            "organization",
            "language",
            "occasion",
            "copies_printed",
            "pages",
            "means",
            "drafter",
            "assigned_to",
            "words",
        ),
        kept=("title",),
    )
)
NOUNS = (LETTERS,)
