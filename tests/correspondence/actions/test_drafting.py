"""Drafting: both texts, the facts they rest on, and what the letter commits to."""

from datetime import date

import pytest

from correspondence.actions import drafting
from correspondence.models import Commitment
from correspondence.texts.proposing import propose_brief

pytestmark = pytest.mark.usefixtures("demo")

ON = date(2020, 4, 20)


def test_draft_stores_both_texts_and_the_facts(guadalajara, clerk):
    letter = drafting.draft_letter(by=clerk, brief=propose_brief(kind="reciprocal_support", on=ON, city=guadalajara))
    assert sorted(text.language for text in letter.texts.all()) == ["es", "zh-hans"]
    assert [gift.direction for gift in letter.thanks_for.all()] == ["received"]
    assert [gift.direction for gift in letter.announces.all()] == ["given"]


def test_each_paragraph_keeps_the_values_that_it_used(guadalajara, clerk):
    letter = drafting.draft_letter(by=clerk, brief=propose_brief(kind="reciprocal_support", on=ON, city=guadalajara))
    support = letter.foreign_text.paragraphs.get(key="support")
    assert support.composed == support.body
    assert "30.000" in support.facts["gifts_given"]


def test_what_was_ticked_is_kept_and_said(guadalajara, clerk):
    ticked = propose_brief(kind="condolence", on=ON, city=guadalajara, commitments=[Commitment.OFFERS_HELP])
    letter = drafting.draft_letter(by=clerk, brief=ticked)
    assert letter.commitments == ["offers_help"]
    assert letter.foreign_text.paragraphs.filter(key="readiness").exists()
    plain = drafting.draft_letter(by=clerk, brief=propose_brief(kind="condolence", on=ON, city=guadalajara))
    assert (plain.commitments, plain.foreign_text.paragraphs.filter(key="readiness").exists()) == ([], False)
