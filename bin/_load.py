"""For bin/bench --users: many people at work and two who print, beside one person alone in the same run.

Ends with 1 where anything failed or p95 is more than four times that of one alone.
"""

import argparse
import subprocess
import sys
import threading
import time
from statistics import median

from _served import PAGES, ROOT, House, Visitor, p95, walk_together

ALONE = 120  # pages asked by one alone, before and after: 200 samples at least
DRAFTS = """
from datetime import date, timedelta
from correspondence.actions.drafting import draft_letter
from correspondence.texts.proposing import propose_brief
from crm.models import City, User
clerk, city = User.objects.get(username="clerk"), City.objects.get(slug="guadalajara-es")
for number in range({count}):
    on = date(2020, 4, 20) + timedelta(days=number)
    print("draft", draft_letter(by=clerk, brief=propose_brief(kind="reciprocal_support", on=on, city=city)).pk)
"""


def draft_letters(count: int) -> list[str]:
    """The addresses of so many letters, each of another day, so that none is printed from memory."""
    command = [sys.executable, "manage.py", "shell", "-v0", "-c", DRAFTS.format(count=count)]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [f"letters/{line.split()[1]}/pdf/" for line in said.splitlines() if line.startswith("draft ")]


def walk_alone(house: House, pages: list[str]) -> Visitor:
    """One person, page after page with half a second between, and nobody else."""
    visitor = Visitor(house).sign_in()
    for number in range(ALONE):
        visitor.time(pages[number % len(pages)])
        time.sleep(0.5)
    return visitor


def print_letters(visitor: Visitor, letters: list[str], seconds: float) -> None:
    """One person who prints a letter every five seconds."""
    visitor.walk(letters, 5, time.monotonic() + seconds)


def tell(what: str, visitors: list[Visitor]) -> tuple[float, int]:
    """Prints a line and returns p95 and the number of faults."""
    seconds = [second for visitor in visitors for second in visitor.seconds]
    faults = [fault for visitor in visitors for fault in visitor.faults]
    figures = f"{median(seconds):7.3f} {p95(seconds):7.3f} {max(seconds):7.3f}" if seconds else "nothing answered"
    print(f"{what:28} {len(seconds):6} {figures} {len(faults):7}", *sorted(set(faults))[:3], flush=True)
    return p95(seconds), len(faults)


def work_and_print(users: list[Visitor], printers: list[Visitor], pages: list, letters: list, seconds: float) -> None:
    """Lets all work for so many seconds, the users a page every five seconds, the printers a letter."""
    printing = [
        threading.Thread(target=print_letters, args=(printer, letters[number :: len(printers)], seconds))
        for number, printer in enumerate(printers)
    ]
    for thread in printing:
        thread.start()
    walk_together(users, pages, 5, seconds)
    for thread in printing:
        thread.join()


def measure(house: House, people: int, seconds: float) -> bool:
    """Prints how one alone, many and two who print fared; whether all held."""
    letters = draft_letters(2 * int(seconds / 5 + 2))
    pages = [*PAGES, letters[0].removesuffix("pdf/")]
    users, printers = ([Visitor(house).sign_in() for _number in range(count)] for count in (people, 2))
    walk_together([Visitor(house).sign_in()], pages, 0.1, 10)  # nobody's first page is measured
    print(f"memory {house.memory()} MB at the start")
    print(f"{'':28} {'pages':>6} {'median':>7} {'p95':>7} {'slowest':>7} {'faults':>7}", flush=True)
    before = walk_alone(house, pages)
    used = house.seconds()
    work_and_print(users, printers, pages, letters, seconds)
    memory, used = house.memory(), house.seconds() - used
    alone, lost = tell("one alone, before and after", [before, walk_alone(house, pages)])
    many, failed = tell(f"{people} users", users)
    _printed, refused = tell("two who print", printers)
    print(f"p95 {many / alone:.1f} times that of one alone (at most 4); memory {memory} MB at the end")
    print(f"the processor worked {used:.0f} of {seconds:.0f} seconds for the users and printers")
    return many <= 4 * alone and not lost + failed + refused


def main() -> bool:
    """Whether all held."""
    words = argparse.ArgumentParser(prog="bin/bench")
    words.add_argument("--users", type=int, default=25, help="how many ask a page every five seconds")
    words.add_argument("--seconds", type=float, default=120)
    words.add_argument("--serve", default="bin/run", help="what serves on $PORT, to compare servers")
    asked = words.parse_args()
    with House(asked.serve) as house:
        return measure(house, asked.users, asked.seconds)


if __name__ == "__main__":
    sys.exit(not main())
