"""Kinds of letters as rows: named in both languages, known to an old history by the codes they had as words."""

from importlib import import_module

import pytest
from auditlog.models import LogEntry
from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.utils import translation

from correspondence.models import Letter, LetterKind
from crm.templatetags.history import readable_changes

pytestmark = pytest.mark.django_db


def test_the_shipped_kinds_are_there_by_their_codes():
    constants = (LetterKind.NOTIFICATION, LetterKind.CONDOLENCE, LetterKind.THANKS)
    constants += (LetterKind.RECIPROCAL_SUPPORT, LetterKind.CONGRATULATION, LetterKind.LETTER, LetterKind.REQUEST)
    constants += (LetterKind.INVITATION, LetterKind.GREETING, LetterKind.MESSAGE)
    assert tuple(LetterKind.objects.values_list("code", flat=True)) == constants


def test_a_new_kind_takes_a_code_of_its_own():
    LetterKind.objects.create(code="regatta", name_zh="赛艇邀请函", name_en="Regatta")
    assert LetterKind(name_en="Regatta").propose_code() == "regatta-2"
    assert LetterKind(name_en="邀请函").propose_code() == "yaoqinghan"


@pytest.mark.parametrize(("language", "old", "new"), [("en", "Thanks", "Condolence"), ("zh-hans", "感谢函", "慰问函")])
def test_a_history_from_before_kinds_were_rows_is_told_in_words(language, old, new):
    logged = LogEntry(
        content_type=ContentType.objects.get_for_model(Letter),
        object_pk="1",
        action=LogEntry.Action.UPDATE,
        changes={"kind": ["thanks", "condolence"]},
    )
    with translation.override(language):
        ((difference,),) = [change.differences for change in readable_changes([logged])]
    assert (difference.old, difference.new) == (old, new)


def test_a_kind_that_bears_its_old_shipped_name_gets_the_offices_one_and_no_other_does():
    LetterKind.objects.filter(code="reciprocal_support").update(name_zh="回馈支援函")
    LetterKind.objects.filter(code="congratulation").update(name_zh="祝贺信函")
    import_module("correspondence.migrations.0020_kinds_as_offices_say").name_kinds(apps, None)
    names = dict(LetterKind.objects.values_list("code", "name_zh"))
    assert (names["reciprocal_support"], names["congratulation"]) == ("捐赠函（回赠）", "祝贺信函")
    assert names["notification"] == "情况通报函"
