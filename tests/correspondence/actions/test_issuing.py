"""Issuing under a number counted here, given elsewhere or none, and the use of the seal before sending."""

from datetime import date

import pytest
from auditlog.models import LogEntry

from correspondence.actions import drafting, lifecycle, outgoing
from correspondence.actions.numbering import set_last_number
from correspondence.models import Letter, NumberSeries
from correspondence.texts.proposing import propose_brief
from crm.actions.errors import WrongState

ON = date(2020, 4, 20)


@pytest.fixture
def approved(guadalajara, clerk, head):
    """Makes an approved letter whose identity numbers as told."""

    def make(numbering="ours", prefix="衡政函"):
        brief = propose_brief(kind="thanks", on=ON, city=guadalajara)
        brief.identity.numbering, brief.identity.number_prefix = numbering, prefix
        brief.identity.save()
        letter = drafting.draft_letter(by=clerk, brief=brief)
        lifecycle.submit_letter(by=clerk, letter=letter)
        return lifecycle.approve_letter(by=head, letter=letter, on=ON)

    return make


def issue(letter, by, **said):
    return outgoing.issue_letter(by=by, letter=letter, on=ON, read_by="王译", **said)


def test_a_number_given_elsewhere_is_kept_as_it_was_typed(approved, clerk):
    letter = approved("given", None)
    with pytest.raises(WrongState, match="Type the number"):
        issue(letter, clerk)
    issued = issue(letter, clerk, number=" 衡政办函[2020] 7 號 ")
    assert (issued.number, issued.number_serial) == ("衡政办函[2020] 7 號", None)
    with pytest.raises(WrongState, match="bears the number"):
        issue(approved("given", None), clerk, number="衡政办函〔2020〕7号")
    assert not NumberSeries.objects.exists()


def test_a_letter_of_an_identity_without_numbers_bears_none(approved, clerk):
    for _turn in range(2):
        issued = issue(approved("none", None), clerk)
        assert (issued.state, issued.number, bool(issued.pdf_sha256)) == ("issued", "", True)


def test_the_last_number_is_logged_and_never_below_one_that_was_given(approved, clerk, head):
    issued = issue(approved(), clerk)
    set_last_number(by=head, identity=issued.identity, year=2020, last=57)
    assert issue(approved(), clerk).number == "衡政函〔2020〕58号"
    with pytest.raises(WrongState, match="up to 58 in 2020"):
        set_last_number(by=head, identity=issued.identity, year=2020, last=57)
    logged = LogEntry.objects.get_for_objects(NumberSeries.objects.all()).filter(changes__has_key="last")
    assert [entry.changes["last"] for entry in logged.order_by("pk")][-1] == ["1", "57"]


def test_a_letter_leaves_without_a_use_of_the_seal_only_where_somebody_says_so(approved, clerk):
    letter = issue(approved(), clerk)
    with pytest.raises(outgoing.NoSealUse, match="No use of the seal"):
        outgoing.send_letter(by=clerk, letter=letter, means="email", on=ON)
    sent = outgoing.send_letter(by=clerk, letter=letter, means="email", on=ON, without_seal=True)
    assert sent.state == "sent"
    outgoing.send_letter(by=clerk, letter=letter, means="letter", on=ON)  # asked once
    assert letter.dispatches.count() == 2


def test_a_use_of_the_seal_is_a_row_and_moves_nothing(approved, clerk):
    letter = issue(approved(), clerk)
    said = {"seal": "衡阳市人民政府", "allowed_by": "市长 陈明远", "copies": 2}
    with pytest.raises(WrongState, match="before its day"):
        outgoing.record_seal_use(by=clerk, letter=letter, on=date(2020, 4, 19), **said)
    with pytest.raises(WrongState, match="who allowed it"):
        outgoing.record_seal_use(by=clerk, letter=letter, on=ON, **said | {"allowed_by": " "})
    use = outgoing.record_seal_use(by=clerk, letter=letter, on=ON, **said)
    assert (use.seal, use.allowed_by, use.copies, use.day, use.recorded_by) == (*said.values(), ON, clerk)
    assert Letter.objects.get(pk=letter.pk).state == "issued"
    assert outgoing.send_letter(by=clerk, letter=letter, means="letter", on=ON).state == "sent"


def test_a_draft_is_not_sealed(guadalajara, clerk):
    letter = drafting.draft_letter(by=clerk, brief=propose_brief(kind="thanks", on=ON, city=guadalajara))
    with pytest.raises(WrongState, match="not possible now"):
        outgoing.record_seal_use(by=clerk, letter=letter, on=ON, seal="x", allowed_by="x", copies=1)
