"""Loads the shipped letter texts and item words; the office's own edits stay."""

import hashlib

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from correspondence.errors import UnreadableText
from correspondence.languages import CODES
from correspondence.models import LetterKind, LetterTemplate, LetterTemplateText
from correspondence.texts.checking import check_source
from correspondence.texts.shipped import item_kinds, read_words, text_files
from crm.actions.door import acting
from crm.models import ItemKind, ItemWord


class Command(BaseCommand):
    """Can be run again at any time: nothing doubles, nothing edited is overwritten."""

    help = __doc__

    @transaction.atomic
    @acting(None)
    def handle(self, **options):
        try:
            refuse_unknown_kinds()
            texts = sum(load_text(path) for path in text_files())
            words = sum(load_words(language) for language in CODES)
        except UnreadableText as error:
            raise CommandError(str(error)) from error
        ItemKind.objects.get_or_create(code="money", defaults={"is_money": True})
        if options["verbosity"]:
            self.stderr.write(f"{texts} letter texts and {words} item words loaded; edited ones left as they are.")


def refuse_unknown_kinds() -> None:
    """Raise UnreadableText where texts are shipped for a kind of letter that has no row."""
    shipped, known = {path.parent.name for path in text_files()}, LetterKind.objects.values_list("code", flat=True)
    if unknown := shipped - set(known):
        folders = ", ".join(f"fixtures/letter_templates/{code}/" for code in sorted(unknown))
        raise UnreadableText(f"{folders}: no kind of letter has this code; add its row by a migration.")


def load_text(path) -> bool:
    """Loads one text file unless the office has edited its copy; says whether anything was written."""
    source = path.read_text(encoding="utf-8")
    check_source(source, path.stem)
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
    """Adds the shipped words of a language that are not there yet; returns how many. Raises UnreadableText."""
    shipped, added = read_words(language), 0
    for code in item_kinds():
        kind, _made = ItemKind.objects.get_or_create(code=code)
        if code not in shipped:
            raise UnreadableText(f"fixtures/item_words/{language}.toml has no words for [{code}].")
        forms = dict(shipped[code])
        defaults = {"bulk": forms.pop("bulk", ""), "forms": forms}
        _word, made = ItemWord.objects.get_or_create(kind=kind, language=language, defaults=defaults)
        added += made
    return added
