"""Loads the shipped letter texts and item words; the office's own edits stay."""

import hashlib
import tomllib

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import transaction

from correspondence.languages import CODES
from correspondence.models import LetterTemplate, LetterTemplateText
from correspondence.texts.checking import check_source
from crm.models import ItemKind, ItemWord

ITEM_KINDS = (
    "mask",
    "protective_suit",
    "goggles",
    "gloves",
    "thermometer",
    "ventilator",
    "disinfectant",
    "book",
    "protective_supplies",
)


class Command(BaseCommand):
    """Can be run again at any time: nothing doubles, nothing edited is overwritten."""

    help = __doc__

    @transaction.atomic
    def handle(self, **options):
        texts = sum(load_text(path) for path in sorted((settings.FIXTURES_DIR / "letter_templates").glob("*/*.md")))
        words = sum(load_words(language) for language in CODES)
        ItemKind.objects.get_or_create(code="money", defaults={"is_money": True})
        if options["verbosity"]:
            self.stderr.write(f"{texts} letter texts and {words} item words loaded; edited ones left as they are.")


def load_text(path) -> bool:
    """Loads one text file unless the office has edited its copy; says whether anything was written."""
    source = path.read_text(encoding="utf-8")
    check_source(source)
    template, _made = LetterTemplate.objects.get_or_create(kind_id=path.parent.name)
    digest = hashlib.sha256(source.encode()).hexdigest()
    text = LetterTemplateText.objects.filter(template=template, language=path.stem).first()
    if text is None:
        text = LetterTemplateText(template=template, language=path.stem)
    elif text.is_edited or text.shipped_sha256 == digest:
        return False
    text.source, text.shipped_sha256, text.reviewed_by, text.reviewed_on = source, digest, "", None
    text.save()
    return True


def load_words(language: str) -> int:
    """Adds the shipped words of a language that are not there yet; returns how many."""
    path = settings.FIXTURES_DIR / "item_words" / f"{language}.toml"
    shipped = tomllib.loads(path.read_text(encoding="utf-8"))
    added = 0
    for code in ITEM_KINDS:
        kind, _made = ItemKind.objects.get_or_create(code=code)
        _word, made = ItemWord.objects.get_or_create(kind=kind, language=language, defaults=shipped[code])
        added += made
    return added
