"""What becomes of a situation: letters, a refusal, and the faults of both."""

import pytest

from correspondence.trial.drafting import Trial, try_texts
from correspondence.trial.readers import Reader
from correspondence.trial.situations import Situation
from crm.models import City, Gift, Occasion
from tests.correspondence.trial.planting import say

MAYOR = Reader("mayor f", "municipality", "mayor", "f")


@pytest.fixture
def nb(texts):
    """Trial letters in Norwegian."""
    return Trial("nb")


def test_a_trial_leaves_nothing_on_record(texts):
    before = [model.objects.count() for model in (City, Gift, Occasion)]
    assert len(list(try_texts("nb", ["letter"], 2))) == 2
    assert [model.objects.count() for model in (City, Gift, Occasion)] == before


@pytest.mark.parametrize(
    ("of", "words", "fault"),
    [
        ("Vi vil aldri glemme den.", "Vi vil vil aldri glemme den.", "a doubled word: “vil”"),
        ("Vi vil aldri glemme den.", "Vi vil aldri glemme den..", "double punctuation: “den..”"),
        ("Vi vil aldri glemme den.", "Vi vil aldri glemme 2019.", "a number that is not on record: “2019”"),
        ("Vi vil aldri glemme den.", "Vi vil aldri glemme the den.", "a word of another language (en): “the”"),
        ("Vi vil aldri glemme den.", "Vi vil aldri glemme 衡阳.", "not of this language's script: “衡阳”"),
        (
            "Vi vil aldri glemme den.",
            "Vi er vennskapsbyer.",
            "the noun of a partnership that does not stand: “vennskapsbyer”",
        ),
    ],
)
def test_a_fault_planted_in_a_text_is_named(nb, of, words, fault):
    say("thanks", of, words)
    assert nb.draft(Situation("thanks", MAYOR, received="20,000 masks")).faults == (fault,)


def test_a_fault_in_the_chinese_text_is_told_apart(nb):
    say("thanks", "我们将永远铭记在心。", "我们将永远永远铭记在心。。", "zh-hans")
    assert nb.draft(Situation("thanks", MAYOR, received="20,000 masks")).faults == (
        "in the Chinese text, a doubled word: “永远永远”",
        "in the Chinese text, double punctuation: “这份情谊，衡阳市人民十分珍视，我们将永远永远铭记在心。。”",
    )


def test_a_paragraph_that_only_one_text_has_is_named(nb):
    say("thanks", "## wish\n", "## wish [not_to_city]\n")
    (fault,) = nb.draft(Situation("thanks", MAYOR, received="20,000 masks")).faults
    assert fault.startswith("the paragraphs are not those of the Chinese text: thanks, meaning instead of")


def test_a_borrowed_name_and_another_office_are_named(nb, monkeypatch):
    monkeypatch.setattr("correspondence.texts.naming.declined", lambda row, text, *said, **also: "Alesund")
    monkeypatch.setattr("correspondence.languages.nb.Norwegian.called", lambda *said: "varaordfører")
    faults = nb.draft(Situation("thanks", MAYOR, received="20,000 masks", standing="sister cities")).faults
    assert "a name of another language: “Alesund”" in faults
    assert "the salutation names another office (deputy_mayor) than the address (mayor)" in faults


@pytest.mark.parametrize(
    "situation",
    [
        Situation("thanks", MAYOR),
        Situation("condolence", MAYOR),
        Situation("condolence", MAYOR, occasion="a visit"),
        Situation("notification", MAYOR, occasion="a storm to come"),
        Situation("reciprocal_support", MAYOR, given="nobody counted"),
        Situation("letter", Reader("x", "municipality", "mayor", "f", title="Glassblåser", refused=True)),
    ],
    ids=str,
)
def test_a_refusal_that_the_table_asks_for_is_no_fault(nb, situation):
    drafted = nb.draft(situation)
    assert (drafted.pair, drafted.faults) == (None, ())
    assert drafted.refusal


def test_a_refusal_that_the_table_does_not_ask_for_is_a_fault(nb):
    unknown = Reader("x", "municipality", "mayor", "f", title="Glassblåser")
    (fault,) = nb.draft(Situation("letter", unknown)).faults
    assert fault.startswith("refused: How is “Glassblåser” addressed in Norwegian")


def test_a_letter_where_the_table_asks_for_a_refusal_is_a_fault(nb):
    drafted = nb.draft(Situation("letter", Reader("x", "municipality", "mayor", "f", refused=True)))
    assert drafted.faults == ("a letter was written that should have been refused",)


def test_a_text_that_breaks_the_program_is_a_fault_and_the_next_is_tried(nb, monkeypatch):
    monkeypatch.setattr("correspondence.languages.nb.Norwegian.closing", lambda *said: 1 / 0)
    drafted = nb.draft(Situation("letter", MAYOR))
    assert drafted.faults == ("broken off: ZeroDivisionError: division by zero",)
