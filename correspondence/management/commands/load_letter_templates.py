"""Loads the shipped letter texts and item words; the office's own edits stay."""

import hashlib
import tomllib

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from correspondence.languages import CODES
from correspondence.models import LetterKind, LetterTemplate, LetterTemplateText
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
    template, _made = LetterTemplate.objects.get_or_create(kind=LetterKind(path.parent.name))
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
    shipped, added = read_words(language), 0
    for code in ITEM_KINDS:
        kind, _made = ItemKind.objects.get_or_create(code=code)
        if code not in shipped:
            raise CommandError(f"fixtures/item_words/{language}.toml has no words for [{code}].")
        forms = dict(shipped[code])
        defaults = {"bulk": forms.pop("bulk", ""), "forms": forms}
        _word, made = ItemWord.objects.get_or_create(kind=kind, language=language, defaults=defaults)
        added += made
    return added


def read_words(language: str) -> dict[str, dict[str, str]]:
    """The shipped words of a language, {kind's code: {form: text}}; raises CommandError where they cannot be read."""
    path = settings.FIXTURES_DIR / "item_words" / f"{language}.toml"
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise CommandError(
            f"The words of things in {language} are missing: write fixtures/item_words/{path.name} like en.toml there."
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CommandError(f"fixtures/item_words/{path.name} cannot be read: {error}.") from error
