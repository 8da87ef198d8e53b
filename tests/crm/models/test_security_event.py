"""Rows of the security log: written once, readable by a person and by a machine."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from django.db.models import ForeignKey
from django.utils import translation

from crm.models import EventKind, SecurityEvent
from crm.models.append_only import AppendOnly, AppendOnlyError
from crm.models.security_event import FACTS
from tests.factories import SecurityEventFactory, UserFactory

pytestmark = pytest.mark.django_db
NOON = datetime(2020, 4, 20, 4, 0, 0, 7, tzinfo=UTC)


def test_a_row_is_never_changed_or_deleted():
    event = SecurityEventFactory()
    for way in (event.save, event.delete, SecurityEvent.objects.all().delete):
        with pytest.raises(AppendOnlyError):
            way()
    with pytest.raises(AppendOnlyError):
        SecurityEvent.objects.update(account="somebody else")
    assert issubclass(SecurityEvent, AppendOnly)
    assert SecurityEvent.objects.get().account == "clerk"


def test_a_row_points_at_no_other():
    assert [field.name for field in SecurityEvent._meta.get_fields() if isinstance(field, ForeignKey)] == []


def test_its_line_has_the_time_with_its_zone_and_every_fact():
    event = SecurityEventFactory(at=NOON, kind="download", name="王文", facts={"file": "扫描\n件.pdf", "bytes": 7})
    line = event.as_json()
    assert "\n" not in line
    assert json.loads(line) == {
        "time": "2020-04-20T12:00:00.000007+08:00",
        "event": "download",
        "account": "clerk",
        "name": "王文",
        "address": "192.0.2.7",
        "facts": {"file": "扫描\n件.pdf", "bytes": 7},
        "id": str(event.pk),
    }


def test_a_reader_is_told_in_words_what_happened():
    event = SecurityEventFactory.build(kind="issued", facts={"letter": 12, "number": "衡外函〔2020〕1号"})
    assert (event.kind_name, event.details) == ("Letter issued", "letter no.: 12 · letter's number: 衡外函〔2020〕1号")
    with translation.override("zh-hans"):
        assert (event.kind_name, event.details) == ("函件编号定稿", "函件编号：12 · 文号：衡外函〔2020〕1号")


def test_a_count_is_told_as_a_number_and_a_truth_in_words_and_a_page_once():
    event = SecurityEventFactory.build(
        facts={"x": 2, "rows": 1, "active": True, "path": "/cities/", "page": "city-list"}
    )
    assert event.details == "may sign in: Yes · address of the page: /cities/ · rows: 1 · x: 2"
    assert SecurityEventFactory.build(facts={"page": "approve_letter"}).details == "page: approve_letter"


def test_what_a_newer_program_wrote_is_shown_by_its_code():
    event = SecurityEventFactory.build(kind="teleported", facts={"to": "Mars"})
    assert (event.kind_name, event.details) == ("teleported", "to: Mars")


def test_kinds_fit_their_column_and_every_one_has_chinese_words():
    assert max(map(len, EventKind.values)) <= SecurityEvent._meta.get_field("kind").max_length
    for words in (*(kind.label for kind in EventKind), *FACTS.values()):
        with translation.override("zh-hans"):
            chinese = str(words)
        assert chinese != str(words) or chinese == "SHA-256"


def test_events_of_a_span_begin_with_it_and_end_before_its_end():
    first, second, third = (SecurityEventFactory(at=NOON + timedelta(hours=n)) for n in range(3))
    assert list(SecurityEvent.objects.between(first.at, third.at)) == [second, first]
    assert list(SecurityEvent.objects.between(None, second.at)) == [first]
    assert list(SecurityEvent.objects.between(second.at, None)) == [third, second]


def test_events_are_found_by_an_account_and_by_the_name_of_whoever_has_it():
    UserFactory(username="wang", full_name="王文")
    hers, gone = SecurityEventFactory(account="wang"), SecurityEventFactory(account="closed-long-ago")
    SecurityEventFactory(account="other")
    assert [list(SecurityEvent.objects.of(who)) for who in ("王", "wan", " wang ", "closed-long-ago", "closed")] == [
        [hers],
        [hers],
        [hers],
        [gone],
        [],
    ]
