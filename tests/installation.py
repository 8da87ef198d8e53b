"""A whole installation for tests: a data folder with a database of its own, worked as an office works it."""

import hashlib
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
URL = os.environ.get("DATABASE_URL", "")
PATIENCE = 900  # seconds a process may take before it counts as hung, on however busy a machine
HERE = "postgresql" if URL.startswith("postgres") else "sqlite"
# For tests that write a backup in this very process: PostgreSQL gives no snapshot inside a test's transaction.
reads_a_snapshot = pytest.mark.django_db(transaction=HERE == "postgresql")


class Installation:
    """A data folder with its database, worked through manage.py as an office does."""

    def __init__(self, folder: Path, database_url: str = ""):
        self.folder = folder
        kept = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
        self.environment = {**kept, "WANGLAI_DATA_DIR": str(folder), "WANGLAI_DEMO_PASSWORD": "demo-pass-1"}
        if database_url:
            self.environment["DATABASE_URL"] = database_url

    def python(self, *arguments, stderr=subprocess.PIPE) -> subprocess.Popen:
        command = [sys.executable, *map(str, arguments)]
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": stderr}
        return subprocess.Popen(command, cwd=ROOT, env=self.environment, text=True, **pipes)

    def manage(self, *arguments) -> subprocess.CompletedProcess:
        process = self.python("manage.py", *arguments)
        stdout, stderr = process.communicate(timeout=PATIENCE)
        return subprocess.CompletedProcess(process.args, process.returncode, stdout, stderr)

    def must(self, *arguments) -> str:
        done = self.manage(*arguments)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def refused(self, *arguments) -> str:
        done = self.manage(*arguments)
        assert (done.returncode, done.stdout) == (1, ""), done.stderr
        assert done.stderr.count("\n") == 1, done.stderr
        return done.stderr.removeprefix("CommandError: ").strip()

    def file_hashes(self) -> dict[str, str]:
        """Every file's SHA-256, but the database's and marks; those of a restore that is not tidied up too."""
        left_out = ("wanglai.sql", ".files_checked", ".restored")
        files = [path for path in self.folder.rglob("*") if path.is_file() and not path.name.startswith(left_out)]
        return {str(path.relative_to(self.folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}

    def everything(self, archive: Path | None = None) -> dict:
        """Files, rows and the last number of each table; a backup is made to read them from."""
        archive = archive or self.folder.parent / "everything.zip"
        archive.unlink(missing_ok=True)
        self.must("backup", archive)
        return {"files": self.file_hashes(), **rows_and_numbers(archive)}


OF_EVERY_BACKUP = "rows/crm.SecurityEvent.jsonl"  # which has a row more with each


def rows_and_numbers(archive: Path) -> dict:
    """Every table's rows in an archive; as data, for PostgreSQL keeps the keys of JSON in an order of its own."""
    with zipfile.ZipFile(archive) as opened:
        names = [name for name in opened.namelist() if name.startswith("rows/") and name != OF_EVERY_BACKUP]
        rows = {name: [json.loads(line) for line in opened.read(name).splitlines()] for name in names}
        return {"rows": rows, "numbers": json.loads(opened.read("manifest.json"))["sequences"]}


class Server:
    """The PostgreSQL that DATABASE_URL names, where databases are made and thrown away."""

    def __init__(self):
        self.made = []

    def run(self, statement: str) -> None:
        import psycopg

        with psycopg.connect(URL, autocommit=True) as connection:
            connection.execute(statement)

    def new(self, template: str = "template1") -> str:
        """A new database's address."""
        name = f"wanglai_test_{os.getpid()}_{id(self)}_{len(self.made)}"
        self.run(f"CREATE DATABASE {name} TEMPLATE {template}")
        self.made.append(name)
        return f"{URL.rpartition('/')[0]}/{name}"

    def drop_all(self) -> None:
        """Throws away what was made."""
        for name in self.made:
            self.run(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
