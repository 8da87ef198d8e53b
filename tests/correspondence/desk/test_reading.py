"""The records of the queue's rows are read by their keys, all of a kind at once."""

from datetime import date

import pytest

from correspondence.desk.queue import queue_of
from correspondence.desk.reading import countries_of, read_records
from correspondence.models import Letter
from tests.factories import CityFactory, CourtesyFactory, LetterFactory, ReceivedLetterFactory

pytestmark = pytest.mark.django_db
ON = date(2020, 6, 1)


def test_each_row_gets_its_record_in_order_and_what_is_gone_meanwhile_is_left_out(clerk):
    letter, gone = ReceivedLetterFactory(), ReceivedLetterFactory()
    entries = [CourtesyFactory(), CourtesyFactory(day="2020-03")]
    queue = queue_of(clerk, ON)
    found = queue[0 : len(queue)]
    Letter.objects.filter(pk=gone.pk).delete()
    assert [record for *_row, record in read_records(found)] == [letter, *entries]


def test_a_letter_says_when_it_was_submitted_and_approved(clerk):
    letter = LetterFactory(drafter=clerk, state="approved")
    [(_run, _key, read)] = read_records(queue_of(clerk, ON)[0:1])
    assert read.approved_on == letter.approvals.get().day
    assert read.submitted_at == letter.versions.get(step="submitted").made_at


def test_names_are_read_of_all_partners_at_once(clerk, django_assert_num_queries):
    for code in ("JP", "NO"):
        CourtesyFactory(partner=CityFactory(country_id=code))
    records = [record for *_row, record in read_records(queue_of(clerk, ON)[0:2])]
    with django_assert_num_queries(1):
        assert sorted(countries_of(records)) == ["JP", "NO"]
    with django_assert_num_queries(0):
        assert [str(row.partner)[:5] for record in records for row in record.partners.all()] == ["City "] * 2
