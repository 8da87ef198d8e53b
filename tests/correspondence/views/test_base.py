"""What several pages of letters share."""

from types import SimpleNamespace

from correspondence.actions.gates import HeldBack
from correspondence.views.base import with_places
from crm.actions.errors import WrongState

LETTER = SimpleNamespace(pk=5)


def test_a_refusal_leads_to_each_row_of_the_editor_once():
    rows = [("row-support", "Paragraph <4>"), ("row-closing", "Closing"), ("row-support", "Paragraph <4>")]
    assert with_places(HeldBack("Clear them first.", LETTER, rows)) == (
        'Clear them first. <a href="/letters/5/edit/#row-support">Paragraph &lt;4&gt;</a>, '
        '<a href="/letters/5/edit/#row-closing">Closing</a>'
    )


def test_a_refusal_without_places_is_its_sentence_and_its_addresses_are_links():
    assert with_places(HeldBack("No.", LETTER, [])) == "No."
    assert with_places(WrongState("See /cities/add/")) == 'See <a href="/cities/add/">/cities/add/</a>'
