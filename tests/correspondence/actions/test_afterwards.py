"""Letters of ours entered after they went out, and the numbers they bear."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction

from correspondence.actions.afterwards import correct_sent_letter, enter_sent_letter
from correspondence.actions.incoming import receive_letter
from correspondence.actions.numbering import set_last_number
from correspondence.models import Letter, NumberSeries
from crm.actions.errors import WrongState
from crm.actions.ledger import record_courtesy
from crm.dates import PartialDate, parse_partial_date
from crm.models import LedgerEntry
from tests.factories import GiftFactory, IdentityFactory, OrganizationFactory, UserFactory

ON = date(2020, 4, 20)


@pytest.fixture
def clerk(db):
    return UserFactory(username="an-entering-clerk")


@pytest.fixture
def identity(db):
    return IdentityFactory(number_prefix="衡外函")


def enter(clerk, identity, number="衡外函〔2020〕57号", **facts) -> Letter:
    said = {
        "kind": "thanks",
        "day": PartialDate(ON),
        "sent_on": PartialDate(ON),
        "means": "letter",
        "language": "es",
        "words": "Gracias.",
        "organization": facts.get("organization") or OrganizationFactory(),
    }
    return enter_sent_letter(by=clerk, identity=identity, number=number, **said | facts)


def test_it_keeps_its_number_and_has_no_approval_and_no_pdf(clerk, identity):
    letter = Letter.objects.get(pk=enter(clerk, identity).pk)
    assert (letter.state, letter.direction, letter.number) == ("entered", "out", "衡外函〔2020〕57号")
    assert (letter.pdf_sha256, letter.issued_at, letter.number_serial) == ("", None, None)
    assert not letter.approvals.exists()
    assert list(Letter.objects.sent()) == [letter]


def test_its_ledger_entry_stands_on_the_day_it_was_sent_as_precisely_as_known(clerk, identity):
    letter = enter(clerk, identity, day=parse_partial_date("2019"), sent_on=parse_partial_date("2019-05"))
    entry = LedgerEntry.objects.get(pk=letter.entry_id)
    assert (entry.kind, entry.direction, str(entry.day)) == ("letter", "given", "2019-05")
    assert str(letter.dispatches.get().day) == "2019-05"


def test_it_thanks_accompanies_and_replies_as_a_sent_letter_does(clerk, identity):
    theirs = OrganizationFactory()
    received = receive_letter(
        by=clerk,
        kind="notification",
        day=PartialDate(ON),
        received_on=PartialDate(ON),
        means="letter",
        language="es",
        organization=theirs,
    )
    gift = GiftFactory(direction="given", state="sent", partner=theirs)
    help_of_ours = record_courtesy(
        by=clerk, direction="given", kind="goods", day=PartialDate(ON), partners=[theirs], gift=gift
    )
    letter = enter(clerk, identity, organization=theirs, replies_to=received, announces=[gift])
    assert {(link.kind, link.target) for link in letter.entry.links.all()} == {
        ("replies", received.entry),
        ("accompanies", help_of_ours),
    }
    received.refresh_from_db()
    assert received.state == "answered"


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"words": ""}, "Give its words or a scan."),
        ({"sent_on": PartialDate(date(2020, 4, 19))}, "before its day, 2020-04-20"),
        ({"number": "衡外函[2020] 57 號"}, "bears the number 衡外函"),
    ],
)
def test_what_is_wrong_is_refused_in_a_sentence(clerk, identity, wrong, said):
    enter(clerk, identity)
    with pytest.raises(WrongState, match=said):
        enter(clerk, identity, **{"number": "衡外函〔2020〕58号"} | wrong)
    assert Letter.objects.count() == 1


def test_a_scan_stands_for_its_words(clerk, identity):
    scan = SimpleUploadedFile("scan.pdf", b"%PDF-1.4", content_type="application/pdf")
    assert enter(clerk, identity, words="", files=[scan]).enclosures.get().name == "scan.pdf"


def test_the_database_too_keeps_a_number_of_ours_once(clerk, identity):
    first, second = enter(clerk, identity), enter(clerk, identity, number="")
    with pytest.raises(IntegrityError), transaction.atomic():
        Letter.objects.filter(pk=second.pk).update(number_folded=first.number_folded)


def test_letters_that_bear_no_number_do_not_meet(clerk, identity):
    assert [enter(clerk, identity, number="").number for _turn in range(2)] == ["", ""]


def test_it_is_put_right_with_the_reason(clerk, identity):
    letter = enter(clerk, identity)
    old = letter.entry
    said = {"kind": "condolence", "day": PartialDate(ON), "means": "fax", "language": "es", "words": "Gracias."}
    corrected = correct_sent_letter(
        by=clerk,
        letter=letter,
        reason="misread",
        number="衡外函〔2020〕51号",
        sent_on=PartialDate(date(2020, 4, 22)),
        identity=identity,
        organization=letter.organization,
        **said,
    )
    assert (corrected.number, corrected.kind_id, str(corrected.entry.day)) == (
        "衡外函〔2020〕51号",
        "condolence",
        "2020-04-22",
    )
    assert LedgerEntry.objects.get(reverses=old).reason == "misread"
    assert (corrected.dispatches.get().means, corrected.dispatches.count()) == ("fax", 1)


def test_counting_passes_over_numbers_entered_afterwards_and_is_not_moved_by_them(clerk, identity):
    for serial in (1, 2, 4):
        enter(clerk, identity, number=f"衡外函[2020]{serial}號")
    assert not NumberSeries.objects.exists()
    assert NumberSeries.take(identity, ON) == (3, "衡外函〔2020〕3号")
    assert NumberSeries.take(identity, ON) == (5, "衡外函〔2020〕5号")
    assert NumberSeries.take(identity, date(2021, 1, 4)) == (1, "衡外函〔2021〕1号")


def test_counting_goes_on_above_the_last_number_that_a_head_sets(clerk, identity):
    head = UserFactory(username="a-setting-head", role="head")
    enter(clerk, identity, number="衡外函〔2020〕58号")
    set_last_number(by=head, identity=identity, year=2020, last=57)
    assert NumberSeries.take(identity, ON) == (59, "衡外函〔2020〕59号")


def test_only_a_head_sets_the_last_number(clerk, identity):
    with pytest.raises(WrongState, match="Only the head"):
        set_last_number(by=clerk, identity=identity, year=2020, last=57)


def test_a_renamed_prefix_rewrites_no_number(clerk, identity):
    letter = enter(clerk, identity)
    identity.number_prefix = "衡外办函"
    identity.save()
    assert Letter.objects.get(pk=letter.pk).number == "衡外函〔2020〕57号"
