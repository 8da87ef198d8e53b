"""Letters that were not drafted here, entered many at once as one by one."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from correspondence.actions.afterwards import build_sent_letters, enter_sent_letter, insert_sent_letters
from correspondence.actions.entering import set_facts
from correspondence.actions.incoming import build_received_letters, insert_received_letters, receive_letter
from correspondence.models import Letter
from crm.actions.errors import WrongState
from crm.dates import parse_partial_date
from crm.models import LedgerEntry, LinkKind
from tests.factories import IdentityFactory, OrganizationFactory, UserFactory

pytestmark = pytest.mark.django_db
DAY, LATER = parse_partial_date("2020-04-20"), parse_partial_date("2020-04-25")


@pytest.fixture
def organization():
    return OrganizationFactory()


def received(organization, number: int = 0) -> dict:
    """A letter of theirs."""
    facts = {"kind": "thanks", "day": DAY, "received_on": LATER, "means": "email", "language": "es"}
    return {**facts, "organization": organization, "words": f"Gracias {number}"}


def sent(organization, identity, number: str, **more) -> dict:
    """A letter of ours that went out earlier."""
    facts = {"kind": "thanks", "day": DAY, "sent_on": LATER, "means": "letter", "language": "es", "words": "谢谢"}
    return {**facts, "organization": organization, "identity": identity, "number": number, **more}


def test_many_received_letters_stand_in_the_ledger_each_once(organization):
    clerk = UserFactory()
    letters = insert_received_letters(
        by=clerk, built=build_received_letters([received(organization, n) for n in range(3)])
    )
    assert {letter.state for letter in letters} == {"received"}
    entries = {letter.entry for letter in Letter.objects.incoming()}
    assert set(LedgerEntry.objects.of(organization=organization)) == entries
    assert {(entry.kind, entry.direction, entry.recorded_by) for entry in entries} == {("letter", "received", clerk)}


def test_many_letters_cost_hardly_more_queries_than_one(organization):
    insert_received_letters(by=None, built=build_received_letters([received(organization)]))

    def queries_for(count: int) -> int:
        built = build_received_letters([received(organization, n) for n in range(count)])
        with CaptureQueriesContext(connection) as queries:
            insert_received_letters(by=None, built=built)
        return len(queries)

    assert queries_for(1) == queries_for(20)


def test_letters_sent_earlier_keep_their_numbers_and_what_they_answer(organization):
    identity, theirs = IdentityFactory(), receive_letter(by=None, **received(organization))
    numbers = ["衡外函〔2019〕7号", "衡外函[2019]8號"]
    rows = [sent(organization, identity, numbers[0], replies_to=theirs), sent(organization, identity, numbers[1])]
    first, second = insert_sent_letters(by=None, built=build_sent_letters(rows))
    assert [Letter.objects.get(pk=letter.pk).number for letter in (first, second)] == numbers
    assert (first.state, first.dispatches.get().day, first.pdf_sha256) == ("entered", LATER, "")
    assert first.entry.links.get(kind=LinkKind.REPLIES).target == theirs.entry
    assert Letter.objects.get(pk=theirs.pk).state == "answered"


def test_a_number_is_borne_once_whether_on_record_or_in_the_same_batch(organization):
    identity = IdentityFactory()
    enter_sent_letter(by=None, **sent(organization, identity, "衡外函〔2019〕7号"))
    with pytest.raises(WrongState, match="already"):
        build_sent_letters([sent(organization, identity, "衡外函(2019)7號")])
    with pytest.raises(WrongState, match="Two letters"):
        build_sent_letters([sent(organization, identity, "A〔2019〕8号"), sent(organization, identity, "A[2019]8號")])
    late = build_sent_letters([sent(organization, identity, "A〔2019〕9号")])
    enter_sent_letter(by=None, **sent(organization, identity, "A〔2019〕9号"))
    with pytest.raises(WrongState, match="already"):
        insert_sent_letters(by=None, built=late)
    assert Letter.objects.count() == 2


def test_a_letters_place_follows_from_whom_it_is_of(organization):
    letter = Letter(direction="in")
    set_facts(letter, LATER, kind="thanks", organization=organization)
    assert (letter.kind_id, letter.city, letter.country, letter.group) == (
        "thanks",
        organization.city,
        organization.country,
        organization.country_id,
    )
