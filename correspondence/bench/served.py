"""Databases of a bench, each with a process of its own that fills it and answers what is asked of it."""

import json
import os
import subprocess
import sys
from pathlib import Path

from django.conf import settings
from django.core.management.base import CommandError


class Refused(Exception):
    """A database answered with no page."""


class Served:
    """A process that fills a database of its own and answers what its pages and questions cost."""

    def __init__(self, size: str, divide: int):
        command = [sys.executable, "manage.py", "bench_served", size, f"--divide={divide}"]
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
        self.size = size
        self.process = subprocess.Popen(command, cwd=settings.BASE_DIR, env=surroundings(size), **pipes)

    def wait(self) -> float:
        """Wait until it is filled; returns how many seconds that took."""
        return self.read()["filled"]

    def ask(self, page: str, *, count: bool = False) -> dict:
        """Ask what a page costs."""
        return self.answer_to({"page": page, "count": count})

    def find(self, question: str) -> dict:
        """Ask what a question costs, and how much it finds."""
        return self.answer_to({"question": question})

    def answer_to(self, asked: dict) -> dict:
        """Write what is asked and read the answer."""
        self.process.stdin.write(json.dumps(asked) + "\n")
        self.process.stdin.flush()
        return self.read()

    def read(self) -> dict:
        """Read one answer; raises Refused where it is no page, and CommandError where the process has ended."""
        line = self.process.stdout.readline()
        if not line:
            raise CommandError(f"{self.size}: it ended")
        answer = json.loads(line)
        if "refused" in answer:
            raise Refused(f"{self.size}: {answer['refused']}")
        return answer

    def end(self) -> None:
        """End the process."""
        self.process.stdin.close()
        self.process.wait()


def surroundings(size: str) -> dict:
    """The environment of a database of its own: a folder, and in PostgreSQL's cluster a database."""
    folder = Path(settings.DATA_DIR) / size
    (folder / "static").mkdir(parents=True, exist_ok=True)
    surroundings = {**os.environ, "WANGLAI_DATA_DIR": str(folder)}
    if settings.DATABASES["default"]["ENGINE"].endswith("postgresql"):
        subprocess.run(["createdb", size], check=True)
        surroundings["DATABASE_URL"] = f"{os.environ['DATABASE_URL'].rpartition('/')[0]}/{size}"
    return surroundings
