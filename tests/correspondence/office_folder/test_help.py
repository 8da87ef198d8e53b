"""Which help answers which, whatever the order in which it is written."""

import pytest

from crm.models import Gift, LedgerEntry, LedgerLink

GIVEN = '[[gift]]\nkey = "given"\ndirection = "given"\nday = "2020-03"\npartner = "bodo-no"\n'
RECEIVED = '[[gift]]\nkey = "received"\nday = "2020-02"\npartner = "bodo-no"\n'
EXPERIENCE = '[[experience]]\nkey = "shared"\ndirection = "received"\nday = "2020-02"\npartner = "bodo-no"\n'


def links() -> list[tuple]:
    """(day of what answers, day and kind of what is answered) of each link."""
    rows = LedgerLink.objects.filter(kind="answers")
    return sorted((str(link.source.day), str(link.target.day), link.target.kind) for link in rows)


@pytest.mark.parametrize("answers", ['["received"]', '"received"'])
@pytest.mark.parametrize("is_above", [True, False])
def test_a_gift_answers_one_above_or_below_it(load, answers, is_above):
    given = f"{GIVEN}answers = {answers}\n"
    load(courtesies=RECEIVED + given if is_above else given + RECEIVED)
    assert links() == [("2020-03", "2020-02", "goods")]


def test_experience_is_answered_and_answers_too(load):
    load(courtesies=f'{EXPERIENCE}{GIVEN}answers = ["shared", "received"]\n{RECEIVED}')
    assert links() == [("2020-03", "2020-02", "experience"), ("2020-03", "2020-02", "goods")]
    load(courtesies=f'{RECEIVED}[[experience]]\nday = "2020-04"\npartner = "bodo-no"\nanswers = "received"\n')
    assert ("2020-04", "2020-02", "goods") in links()


def test_a_later_row_answers_what_was_loaded_before(load):
    load(courtesies=RECEIVED)
    load(courtesies=f'{RECEIVED}{GIVEN}answers = "received"\n')
    load(courtesies=f'{RECEIVED}{GIVEN}answers = "received"\n')
    assert (links(), Gift.objects.count()) == ([("2020-03", "2020-02", "goods")], 2)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            f'{GIVEN}answers = "x"\n{RECEIVED}',
            "[[gift]] 1 (given).answers: no gift has the key “x”; write one of: given, rec",
        ),
        (
            f'{RECEIVED}answers = "given"\n{GIVEN}answers = "received"\n',
            "[[gift]] 1 (received).answers: these answer each other in a circle",
        ),
        (
            f'{RECEIVED}state = "announced"\n{GIVEN}answers = "received"\n',
            "[[gift]] 2 (given).answers: “received” has not left its giver, so nothing can answer it yet.",
        ),
        (
            RECEIVED.replace("bodo-no", "akashi-jp") + f'{GIVEN}answers = "received"\n',
            "[[gift]] 2 (given): “2020-02 Received: contents not on record” came from others than this goes to",
        ),
        (
            f'{RECEIVED}{GIVEN}direction = "received"\n'.replace('direction = "given"\n', "")
            + 'answers = "received"\n',
            "[[gift]] 2 (given): Help is answered by the other side",
        ),
        (
            f"{RECEIVED}{EXPERIENCE}".replace('"shared"', '"received"'),
            "(received).key: “received” is the key of two rows",
        ),
    ],
)
def test_what_cannot_be_answered_is_refused(refused, text, sentence):
    assert sentence in refused(courtesies=text)
    assert not LedgerEntry.objects.exists()
