"""Drafting: both texts, the facts they rest on, and what the letter commits to."""

from datetime import date

import pytest

from correspondence.actions import drafting
from correspondence.models import Commitment, Letter
from correspondence.texts.composing import compose_pair
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


def test_many_letters_are_written_as_one_is(guadalajara, clerk):
    brief = propose_brief(kind="reciprocal_support", on=ON, city=guadalajara)
    one = drafting.draft_letter(by=clerk, brief=brief)
    row = {"brief": brief, "composed": compose_pair(brief), "copies": [guadalajara.organizations.first()]}
    letters = drafting.insert_drafts(by=clerk, built=drafting.build_drafts([row] * 3))
    for letter in Letter.objects.filter(pk__in=[letter.pk for letter in letters]):
        assert (letter.words_in_order(), letter.drafter) == (one.words_in_order(), clerk)
        assert (letter.copies.count(), set(letter.announces.all())) == (1, set(one.announces.all()))
        version = letter.versions.get()
        assert (version.number, version.step, version.made_by, version.words_hash) == (
            1,
            "draft",
            clerk,
            one.words_hash(),
        )
    assert len({letter.record_key for letter in letters}) == 3


def test_twenty_letters_ask_little_more_than_one(guadalajara, clerk, django_assert_max_num_queries):
    brief = propose_brief(kind="condolence", on=ON, city=guadalajara)
    row = {"brief": brief, "composed": compose_pair(brief)}
    drafting.insert_drafts(by=clerk, built=drafting.build_drafts([row]))
    with django_assert_max_num_queries(60):
        drafting.insert_drafts(by=clerk, built=drafting.build_drafts([row] * 20))
