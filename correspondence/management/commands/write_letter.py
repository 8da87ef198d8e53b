"""Drafts a letter from the record without saving anything: its words, its PDF."""

from datetime import date
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from correspondence.errors import LetterRefused
from correspondence.languages import CODES
from correspondence.models import LetterKind
from correspondence.paper.letter import print_letters
from correspondence.texts.composing import compose_pair
from correspondence.texts.doubts import warnings_about
from correspondence.texts.proposing import PROPOSED, propose_brief
from crm.languages import CHINESE
from crm.models import City, Gift, Occasion, Organization, Person

NONE = "none"


class Command(BaseCommand):
    """Refusals go to stderr, a line for each thing that is missing, with status 1; so do warnings, and it goes on."""

    help = __doc__

    def add_arguments(self, parser):
        partner = parser.add_mutually_exclusive_group(required=True)
        partner.add_argument("--city", metavar="SLUG")
        partner.add_argument("--organization", metavar="SLUG")
        partner.add_argument("--person", metavar="ID")
        parser.add_argument("--kind", required=True, metavar="CODE", help="thanks, condolence …")
        parser.add_argument(
            "--gift", metavar="ID", action="append", default=[], help="a gift it thanks for or announces"
        )
        parser.add_argument("--occasion", metavar="SLUG", help="what it speaks of; none for nothing")
        parser.add_argument(
            "--fact", metavar="TEXT", help="what the drafter writes by hand: in Chinese, |, in the other language"
        )
        parser.add_argument("--language", choices=CODES)
        parser.add_argument("--on", metavar="DATE", help="the letter's day, 2020-04-20; today where left out")
        parser.add_argument("--pdf", metavar="FILE")
        parser.add_argument("--text", metavar="FILE", help="the foreign text's words; - for standard output")

    def handle(self, **options):
        try:
            brief = self.draft(options)
            letters = compose_pair(brief)
            refuse_unfilled(letters)
            for warning in warnings_about(brief):
                self.stderr.write(f"warning: {warning}")
            if options["pdf"]:
                write(options["pdf"], print_letters(letters, brief.identity))
        except LetterRefused as refusal:
            raise CommandError(str(refusal)) from refusal
        if options["text"] and options["text"] != "-":
            write(options["text"], (letters[-1].words + "\n").encode())
        elif options["text"] or not options["pdf"]:
            self.stdout.write(letters[-1].words)

    def draft(self, options):
        """The LetterBrief the options ask for; raises CommandError where one names nothing on record."""
        on = read_day(options["on"])
        kind = find(LetterKind, "kind of letter", pk=options["kind"])
        gifts = [find(Gift, "gift", pk=key) for key in options["gift"]]
        received = [gift for gift in gifts if gift.direction == "received"]
        given = [gift for gift in gifts if gift.direction == "given"]
        return propose_brief(
            kind=kind.code,
            on=on,
            language=options["language"],
            city=find(City, "city", slug=options["city"]),
            organization=find(Organization, "organization", slug=options["organization"]),
            person=find(Person, "person", pk=options["person"]),
            occasion=read_occasion(options["occasion"]),
            received=received or None,
            given=given or None,
            facts=read_facts(options["fact"]),
        )


def refuse_unfilled(letters) -> None:
    """Raise CommandError where a paragraph is still to be written by hand."""
    if any(paragraph.to_fill for letter in letters for paragraph in letter.paragraphs):
        raise CommandError("What it is to tell is missing, in Chinese and in the recipient's language: --fact “…|…”.")


def read_occasion(slug: str | None):
    """The occasion named, None for "none", PROPOSED where none is named."""
    if slug == NONE:
        return None
    return find(Occasion, "occasion", slug=slug) or PROPOSED


def read_facts(text: str | None) -> dict[str, str]:
    """What the drafter writes by hand, by language: Chinese before the bar, every other language after it."""
    chinese, bar, foreign = (text or "").partition("|")
    others = foreign if bar else chinese
    return {CHINESE: chinese.strip(), **dict.fromkeys((code for code in CODES if code != CHINESE), others.strip())}


def find(model, noun: str, **key):
    """The record, None where none is asked for; raises CommandError in a sentence where there is no such one."""
    (value,) = key.values()
    if value is None:
        return None
    try:
        return model.objects.get(**key)
    except (model.DoesNotExist, ValueError) as error:
        raise CommandError(f"There is no {noun} “{value}”.") from error


def read_day(text: str | None) -> date:
    """The day typed, or today; raises CommandError."""
    if text is None:
        return timezone.localdate()
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise CommandError(f"“{text}” is no day; write 2020-04-20.") from error


def write(path: str, content: bytes) -> None:
    """Writes a file; raises CommandError where that is not possible."""
    try:
        Path(path).write_bytes(content)
    except OSError as error:
        raise CommandError(f"{path} cannot be written: {error.strerror}.") from error
