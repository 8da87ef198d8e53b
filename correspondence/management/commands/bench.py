"""Measures what must stay quick, beside a bare page printed in the same run: machines differ, ratios hardly."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from html import unescape
from pathlib import Path
from resource import getpagesize
from statistics import median
from threading import Event, Lock, Thread
from time import perf_counter, process_time

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext, override_settings
from django.urls import reverse
from django.utils import timezone

from correspondence.actions.drafting import draft_letter
from correspondence.demo import load_demo
from correspondence.paper.letter import FOR_APPROVAL, allowed_families, html_of, marks_of, print_letters
from correspondence.paper.page_images import page_image
from correspondence.paper.press import LETTERS, print_afresh, print_html, sheet_of
from correspondence.texts.composing import compose_pair
from correspondence.texts.proposing import propose_brief
from crm.actions.people import build_people, insert_people, record_person
from crm.models import City, Organization, User

MOST_PRINTINGS = 3
FIRST_PAGE = re.compile('href="([^"]+/page/1[.]png[^"]*)"')
PAGES = ("desk", "city-list", "person-list", "letter-list", "gift-list", "ledger")
ON = date(2020, 4, 20)
UNGATHERED = {**settings.STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}


class Command(BaseCommand):
    """bin/bench [--repeat 20] [--people 1000]; works on demonstration data that are gone afterwards."""

    help = __doc__

    def add_arguments(self, parser):
        parser.add_argument("--repeat", type=int, default=20, help="how often each thing is done (20)")
        parser.add_argument("--people", type=int, default=1000, help="how many the bulk door records (1000)")

    def handle(self, *, repeat, people, **options):
        self.repeat, self.people = repeat, people
        with transaction.atomic(), override_settings(STORAGES=UNGATHERED):
            load_demo("bench", timezone.localdate())
            self.measure_letter()
            self.measure_pages()
            self.measure_doors()
            self.measure_others()
            transaction.set_rollback(True)

    def measure_letter(self):
        """A letter to Guadalajara in Spanish and Chinese: words, PDF, request, page image."""
        city = City.objects.get(slug="guadalajara-es")
        brief = propose_brief(kind="reciprocal_support", on=ON, city=city)
        letters = compose_pair(brief)
        pdf = print_letters(letters, brief.identity)
        clerk = User.objects.filter(role="clerk").first()
        letter = draft_letter(by=clerk, brief=brief)
        html = html_of(letters, brief.identity, marks_of(FOR_APPROVAL))
        self.sheet = sheet_of(html, allowed_families(letters))
        address = reverse("letter-pdf", args=[letter.pk])
        bare = '<html lang="en"><body>Hengyang</body></html>'
        self.bare = self.time("a bare page", lambda: print_html(bare, frozenset({"Noto Serif", "Noto Sans"})))
        self.time("proposing", lambda: propose_brief(kind="reciprocal_support", on=ON, city=city))
        self.time("composing, two languages", lambda: compose_pair(brief))
        printing = self.time("PDF, two pages", lambda: print_letters(letters, brief.identity))
        self.time("a request for the PDF", self.asking(address, clerk))
        self.time("a page image", lambda: page_image(pdf, 1))
        self.measure_edits(letter, clerk, printing)

    def measure_edits(self, letter, clerk, printing: float):
        """Ten edits of a letter's words, each until its first page is there, beside a printing of it in this run."""
        client = Client(headers={"host": "127.0.0.1"})
        client.force_login(clerk)
        box, seconds = f"{letter.language}-closing", []
        for turn in range(10):
            start = perf_counter()
            beside = client.post(reverse("letter-typed", args=[letter.pk]), {box: f"{turn}"}).content.decode()
            client.get(unescape(FIRST_PAGE.search(beside)[1]))
            seconds.append(perf_counter() - start)
        middle = median(seconds)
        verdict = "" if middle <= MOST_PRINTINGS * printing else f", over {MOST_PRINTINGS}"
        self.stdout.write(
            f"{'an edit, until it is shown':28} {middle * 1000:8.1f} ms {middle / printing:7.1f} printings{verdict}"
        )

    def measure_pages(self):
        """The lists and a city's page."""
        clerk = User.objects.filter(role="clerk").first()
        for name in PAGES:
            self.time(f"page: {name}", self.asking(reverse(name), clerk))
        self.time("page: city", self.asking(reverse("city", args=["guadalajara-es"]), clerk))

    def measure_doors(self):
        """A person recorded by the single door, and many by the two halves of the bulk door."""
        clerk = User.objects.filter(role="clerk").first()
        school = Organization.objects.prefetch_related("names").first()
        self.time("recording a person", lambda: record_person(by=clerk, **person_facts(school)))
        started = process_time()
        built = build_people([person_facts(school, number) for number in range(self.people)])
        halfway = process_time()
        insert_people(by=clerk, built=built)
        for what, seconds in (("building", halfway - started), ("inserting", process_time() - halfway)):
            each = 1000 * seconds / self.people
            self.stdout.write(f"{what} {self.people} people, CPU each {each:8.2f} ms")

    def measure_others(self):
        """Others' pages, and what this process holds in memory, while two print: outside it, then inside."""
        from correspondence.paper.pdf import write_pdf  # WeasyPrint inside, to compare with; it is no page's

        clerk, turn = User.objects.filter(role="clerk").first(), Lock()
        pages = [self.asking(reverse(name), clerk) for name in PAGES]

        def print_inside():
            with turn:  # WeasyPrint knows one thread at a time
                write_pdf(self.sheet)

        for where, act in (("alone", None), ("outside", lambda: LETTERS.print(self.sheet)), ("inside", print_inside)):
            with printing(act, 2 if act else 0) as printed:
                seconds = sorted(timed(page) for _turn in range(self.repeat) for page in pages)
            middle, slowest = 1000 * median(seconds), 1000 * seconds[-1]
            self.stdout.write(
                f"others' pages, printing {where:8} {middle:8.1f} ms, slowest {slowest:8.1f} ms, "
                f"{memory():4d} MB here, {len(printed):3d} letters printed"
            )

    def asking(self, address: str, user) -> Callable:
        """What asks for a page as a user."""
        client = Client(headers={"host": "127.0.0.1"})
        client.force_login(user)
        return lambda: client.get(address)

    def time(self, what: str, act: Callable) -> float:
        """Prints the median milliseconds, the ratio to a bare page and the number of queries; returns the seconds."""
        act()
        seconds = []
        for _turn in range(self.repeat):
            print_afresh.cache_clear()
            start = perf_counter()
            act()
            seconds.append(perf_counter() - start)
        with CaptureQueriesContext(connection) as queries:
            act()
        middle = median(seconds)
        ratio = middle / getattr(self, "bare", middle)
        self.stdout.write(f"{what:28} {middle * 1000:8.1f} ms {ratio:7.1f} ×  {len(queries):3d} queries")
        return middle


@contextmanager
def printing(act: Callable | None, people: int) -> Iterator[list]:
    """Lets some people print without a pause, each in a thread, and counts what they print."""
    stop, printed = Event(), []

    def go_on():
        while not stop.is_set():
            act()
            printed.append(1)

    threads = [Thread(target=go_on) for _person in range(people)]
    for thread in threads:
        thread.start()
    try:
        yield printed
    finally:
        stop.set()
        for thread in threads:
            thread.join()


def timed(act: Callable) -> float:
    """How many seconds it takes."""
    start = perf_counter()
    act()
    return perf_counter() - start


def memory() -> int:
    """The megabytes that this process holds."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * getpagesize() >> 20


def person_facts(organization: Organization, number: int = 0) -> dict:
    """A person as a door takes it: two names, two channels, a post with a title."""
    names = [
        {"form": "own", "language": "es", "family": f"Ruiz {number}", "given": "Ana"},
        {"form": "chinese", "language": "zh-hans", "family": "鲁伊斯", "given": "安娜", "family_first": True},
    ]
    channels = [{"kind": "email", "value": f"office{number}@example.org"}, {"kind": "phone", "value": "+34 949 1"}]
    post = {"organization": organization, "rank": "director", "titles": [{"language": "es", "text": "Directora"}]}
    return {"gender": "f", "country_id": "ES", "names": names, "channels": channels, "posts": [post]}
