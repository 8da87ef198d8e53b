from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from correspondence.languages import CODES
from correspondence.models import Letter, LetterTemplateText
from crm.models import City, Gift, ItemWord, LedgerEntry, Office, Person, User


def counts():
    return [model.objects.count() for model in (City, Person, Gift, LedgerEntry, Letter, LetterTemplateText, ItemWord)]


def test_load_again_doubles_nothing_and_keeps_edits(demo):
    from correspondence.demo import load_demo

    before = counts()
    text = LetterTemplateText.objects.get(template__kind="thanks", language="en")
    text.source = text.source.replace("thank", "thank and thank")
    text.save()
    call_command("load_letter_templates", verbosity=0)
    load_demo("other", timezone.localdate() + timedelta(days=40))
    assert counts() == before
    text.refresh_from_db()
    assert "thank and thank" in text.source


def test_the_demonstration_stays_out_of_a_real_office(demo):
    Office.objects.update(is_demo=False)
    User.objects.filter(username="reader").delete()
    with pytest.raises(CommandError, match="This is a real office"):
        call_command("load_demo", verbosity=0)
    assert not User.objects.filter(username="reader").exists()


def test_show_phrases_is_language_tab_phrase(texts, capsys):
    call_command("show_phrases", item="mask", quantity="20", qualifier="about", language="ro")
    assert capsys.readouterr().out == "ro\taproximativ 20\u00a0de\u00a0măști\n"


def test_show_phrases_has_a_line_a_language(texts, capsys):
    call_command("show_phrases", item="mask", quantity="1000000")
    lines = dict(line.split("\t") for line in capsys.readouterr().out.splitlines())
    assert list(lines) == list(CODES)
    assert (lines["es"], lines["zh-hans"]) == ("un millón de mascarillas", "口罩100万只")


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"item": "spoon"}, "no item kind"),
        ({"item": "mask", "quantity": "many"}, "no number"),
        ({"item": "mask", "quantity": "1,5"}, "no number"),
        ({"item": "mask", "quantity": "1e30"}, "at most eleven digits"),
        ({"item": "mask", "quantity": "0.0004"}, "three after it"),
        ({"item": "money"}, "needs"),
    ],
)
def test_show_phrases_refuses_in_a_sentence(texts, options, sentence):
    with pytest.raises(CommandError, match=sentence):
        call_command("show_phrases", **options)


def test_write_letter_writes_pdf_and_text_and_saves_nothing(demo, tmp_path, capsys):
    before = counts()
    pdf, text = tmp_path / "l.pdf", tmp_path / "l.txt"
    call_command(
        "write_letter", city="guadalajara-es", kind="reciprocal_support", on="2020-04-20", pdf=str(pdf), text=str(text)
    )
    assert pdf.read_bytes().startswith(b"%PDF")
    assert "30.000\u00a0mascarillas" in text.read_text()
    assert counts() == before


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"city": "nowhere-xx"}, "no city"),
        ({"city": ""}, "no city"),
        ({"city": "ritto-jp", "occasion": ""}, "no occasion"),
        ({"organization": "nothing"}, "no organization"),
        ({"person": "x"}, "no person"),
        ({"city": "ritto-jp", "on": "soon"}, "is no day"),
        ({"city": "ritto-jp", "gift": ["99999"]}, "no gift"),
        ({"city": "babruysk-by"}, "no city government"),
    ],
)
def test_write_letter_refuses_in_a_sentence(demo, options, sentence):
    with pytest.raises(CommandError, match=sentence):
        call_command("write_letter", kind="thanks", **options)


def test_country_whose_language_is_not_among_ours_gets_english(demo, capsys):
    call_command("write_letter", city="podolsk-ru", kind="condolence", on="2020-04-20")
    assert "Dear Mayor" in capsys.readouterr().out


@pytest.mark.slow
def test_bench_measures_and_leaves_nothing(db):
    said, before = StringIO(), City.objects.count()
    call_command("bench", repeat=1, people=3, stdout=said)
    measured = [line.split("  ")[0] for line in said.getvalue().splitlines()]
    assert measured[:3] == ["a bare page", "proposing", "composing, two languages"]
    assert "an edit" in " ".join(measured)
    assert (len(measured), City.objects.count()) == (20, before)
