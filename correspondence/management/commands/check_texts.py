"""Drafts trial letters of every kind in every language and names what is wrong with them, a line each."""

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone, translation

from correspondence.errors import UnreadableText
from correspondence.languages import CODES
from correspondence.trial.database import throwaway_office
from correspondence.trial.drafting import try_texts
from correspondence.trial.situations import KINDS

SAMPLE = 12  # situations of each kind


class Command(BaseCommand):
    """Works in a database of its own that is gone afterwards; ends with status 1 if anything is wrong."""

    help = __doc__

    def add_arguments(self, parser):
        parser.add_argument("--all", action="store_true", help=f"every situation, not {SAMPLE} of each kind")
        parser.add_argument("--language", choices=CODES, help="one language only")
        parser.add_argument("--kind", choices=KINDS, help="one kind of letter only")
        parser.add_argument("--show", action="store_true", help="print the letters too, for native readers")

    def handle(self, **options):
        self.drafted = self.faults = 0
        languages = [options["language"]] if options["language"] else CODES
        kinds = [options["kind"]] if options["kind"] else KINDS
        with throwaway_office(timezone.localdate()), translation.override("en"):
            for code in languages:
                self.try_language(code, kinds, sample=0 if options["all"] else SAMPLE, show=options["show"])
        said = f"{self.drafted} letters tried, each with its Chinese text, in languages: {', '.join(languages)}"
        if self.faults:
            raise CommandError(f"{said}. Faults: {self.faults}, each in a line of its own.", returncode=1)
        self.stdout.write(f"{said}. No fault.")

    def try_language(self, code, kinds, *, sample, show):
        """Prints the faults of a language's letters and, to ``show``, the letters; counts both."""
        try:
            for situation, drafted in try_texts(code, kinds, sample):
                if show:
                    self.show(code, situation, drafted)
                for fault in drafted.faults:
                    self.stdout.write(f"{code} {situation.kind} {situation}: {fault}")
                self.drafted, self.faults = self.drafted + 1, self.faults + len(drafted.faults)
        except UnreadableText as error:
            raise CommandError(str(error)) from error

    def show(self, code, situation, drafted):
        """Prints a letter's two texts, or why it is refused."""
        self.stdout.write(f"\n== {code} {situation.kind} {situation} ==\n")
        for letter in dict.fromkeys(drafted.pair or ()):
            self.stdout.write(f"{letter.words}\n")
        if drafted.refusal:
            self.stdout.write(f"Refused: {drafted.refusal}")
