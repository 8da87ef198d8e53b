"""What of the record a paragraph rests on."""

import pytest

from correspondence.texts.evidence import evidence_for
from correspondence.texts.pairing import pairs_of
from tests.factories import GiftFactory, LetterFactory

pytestmark = pytest.mark.django_db


def test_a_row_tells_the_facts_it_says_once_with_their_records_and_what_they_are_now():
    gift = GiftFactory(direction="received", state="received")
    letter = LetterFactory(thanks_for=[gift])
    for text in letter.texts.all():
        said = {"received_when": f"2020-02 {text.language}", "?received": True, "facts": "by hand"}
        text.paragraphs.filter(key="thanks").update(facts=said)
    pair = next(pair for pair in pairs_of(letter) if pair.key == "thanks")
    (fact,) = evidence_for(pair, letter, {("es", "thanks"): {"received_when": "2020-03 es"}})
    assert (fact.said, fact.now, fact.records) == (["2020-02 zh-hans", "2020-02 es"], ["2020-03 es"], [gift])
