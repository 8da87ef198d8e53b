"""What a language lacks is told a line each; the shipped ones lack nothing."""

import pytest
from django.core.management import CommandError, call_command

from correspondence.gaps import missing_in
from correspondence.languages import CODES, LANGUAGES
from correspondence.languages.base import Language, RankForms
from correspondence.texts.shipped import text_files
from crm.languages import languages_named_in


class Unwritten(Language):
    """A language of which next to nothing is written yet."""

    code = "xx"


class HalfEsperanto(Language):
    """Esperanto as a newcomer leaves it at noon."""

    code = babel = "eo"
    word_code = "eo"
    word_forms = ("bulk", "one", "two", "other")
    measures = {"kilogram": "mass-kilogram"}
    occasions = dict.fromkeys(("epidemic", "earthquake", "flood", "storm", "fire"), "x")
    partnership_nouns = {"sister": "ĝemela urbo", "friendly": "amika urbo"}
    money_unsaid = where_in_country = where_else = "x"
    fonts = ("Nowhere Serif",)
    ranks = {"mayor": RankForms("Urbestro"), "president": RankForms("Prezidanto")}


@pytest.fixture
def add_language(monkeypatch):
    """Adds a language to those found, for one test."""

    def add(rules):
        monkeypatch.setitem(LANGUAGES, rules.code, rules)
        languages_named_in.cache_clear()

    yield add
    monkeypatch.undo()
    languages_named_in.cache_clear()


@pytest.mark.parametrize("code", CODES)
def test_every_language_is_complete(code, capsys):
    call_command("check_language", code)
    assert capsys.readouterr().out == "complete\n"


def test_each_gap_is_a_line_and_the_status_is_1(add_language, capsys):
    add_language(HalfEsperanto())
    with pytest.raises(CommandError) as refusal:
        call_command("check_language", "eo")
    lines = capsys.readouterr().out.splitlines()
    assert (refusal.value.returncode, str(refusal.value)) == (
        1,
        f"eo lacks {len(lines)} things; each stands in a line of its own.",
    )
    assert lines == [
        "code is “eo”, and the file is test_gaps.py.",
        "occasions has no word for accident.",
        "partnership_nouns has no word for prospective.",
        "word_forms has two, which CLDR does not count with.",
        *(
            f"units or measures has nothing for the unit {unit}."
            for unit in ("pair", "set", "bottle", "pack", "batch", "carton", "box", "tonne", "litre")
        ),
        *(
            f"ranks has no title for {rank}."
            for rank in ("deputy_mayor", "council_president", "ambassador", "consul_general", "consul")
        ),
        "ranks has “president”, which is no rank.",
        *(f"{name}() is not written." for name in ("salutation", "envelope", "closing")),
        "fixtures/item_words/eo.toml is missing; write it like en.toml beside it.",
        *(
            f"fixtures/letter_templates/{kind}/eo.md is missing."
            for kind in sorted({path.parent.name for path in text_files()})
        ),
        "The font “Nowhere Serif” is not installed; name its Debian package in PAPER_PACKAGES, bin/_setup.sh.",
    ]


def test_a_language_of_no_locale_is_told_too(add_language):
    add_language(Unwritten())
    assert "babel is “”, which is no locale of CLDR." in list(missing_in("xx"))


def test_a_form_and_a_kind_that_the_words_lack_are_named(settings, tmp_path):
    settings.FIXTURES_DIR = tmp_path
    (tmp_path / "item_words").mkdir()
    (tmp_path / "item_words" / "zh-hans.toml").write_text('[mask]\nbulk = "口罩"\n[goggles]\nbulk = "护目镜"\n')
    (tmp_path / "item_words" / "en.toml").write_text('[mask]\nbulk = "masks"\none = "mask"\n[spoon]\n')
    lines = [line for line in missing_in("en") if "item_words" in line]
    assert lines == [
        "fixtures/item_words/en.toml has [spoon], which the Chinese file has not.",
        "fixtures/item_words/en.toml: [mask] has no other.",
        "fixtures/item_words/en.toml has no [goggles].",
    ]


def test_an_unknown_language_is_refused_with_the_file_it_would_stand_in():
    with pytest.raises(CommandError) as refusal:
        call_command("check_language", "pt-br")
    assert str(refusal.value).startswith(
        "There is no language “pt-br”: correspondence/languages/pt_br.py is missing. Known: zh-hans, en, "
    )


def test_a_new_language_makes_no_migration(add_language, db):
    add_language(HalfEsperanto())
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_words_that_are_missing_are_a_sentence(settings, tmp_path, db):
    settings.FIXTURES_DIR = tmp_path
    with pytest.raises(CommandError, match=r"^fixtures/item_words/zh-hans.toml is missing; write it like en.toml"):
        call_command("load_letter_templates", verbosity=0)
