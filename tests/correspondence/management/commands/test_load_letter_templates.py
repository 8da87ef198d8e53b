"""Loading the shipped texts and words, again and again."""

import pytest
from auditlog.models import LogEntry
from django.core.management import CommandError, call_command

from correspondence.management.commands.load_letter_templates import load_text, load_words
from correspondence.models import LetterTemplateText
from correspondence.texts.shipped import text_files
from crm.models import ItemWord

pytestmark = pytest.mark.django_db


def test_a_text_that_the_office_edited_stays_and_one_it_left_alone_is_renewed():
    path = next(iter(text_files()))
    assert (load_text(path), load_text(path)) == (True, False)
    text = LetterTemplateText.objects.get()
    LetterTemplateText.objects.update(source="## greeting\nOurs.", shipped_sha256=text.shipped_sha256)
    assert (load_text(path), LetterTemplateText.objects.get().source) == (False, "## greeting\nOurs.")


def test_words_are_added_where_they_lack_and_never_overwritten():
    added = load_words("es")
    assert added == ItemWord.objects.filter(language="es").count() > 5
    word = ItemWord.objects.filter(language="es").first()
    ItemWord.objects.filter(pk=word.pk).update(bulk="ours")
    ItemWord.objects.exclude(pk=word.pk).first().delete()
    assert (load_words("es"), ItemWord.objects.get(pk=word.pk).bulk) == (1, "ours")


def test_one_run_is_one_deed_in_the_history():
    call_command("load_letter_templates", verbosity=0)
    assert len(set(LogEntry.objects.values_list("actor", "cid"))) == 1
    assert LogEntry.objects.exclude(cid=None).count() == LogEntry.objects.count() > 100


def test_texts_of_a_kind_that_has_no_row_are_refused_in_a_sentence(settings, tmp_path):
    settings.FIXTURES_DIR = tmp_path
    folder = tmp_path / "letter_templates" / "ode"
    folder.mkdir(parents=True)
    (folder / "en.md").write_text("## purpose\nSing.\n")
    with pytest.raises(CommandError, match=r"^fixtures/letter_templates/ode/: no kind of letter has this code"):
        call_command("load_letter_templates")
