"""The commands in bin/: plain POSIX sh, and one sentence with status 2 where this machine does not do."""

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import time
import urllib.request
from pathlib import Path

import pytest

from correspondence.languages import CODES
from correspondence.languages.base import NO_BREAK
from tests.installation import PATIENCE, Installation

ROOT = Path(__file__).resolve().parent.parent
COMMANDS = ["run", "test", "manage", "bench"]


def run(*command, **environment):
    """Runs a command with these variables set besides; a bin/run that begins to serve is a failure."""
    return subprocess.run(
        list(map(str, command)), env={**os.environ, **environment}, capture_output=True, text=True, timeout=PATIENCE
    )


def refusal(*command, **environment) -> str:
    """The one sentence a command stops with."""
    done = run(*command, **environment)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    return done.stderr.strip()


@pytest.mark.parametrize("name", COMMANDS)
def test_commands_are_executable_posix_sh(name):
    path = ROOT / "bin" / name
    assert os.access(path, os.X_OK)
    assert path.read_text().startswith("#!/bin/sh\n")
    assert run("sh", "-n", path).returncode == 0


@pytest.mark.parametrize("name", [*(f"bin/{name}" for name in COMMANDS), "bin/_setup.sh", ".ci/run"])
def test_shellcheck_is_content(name):
    if not shutil.which("shellcheck"):
        pytest.skip("shellcheck is not installed")
    done = run("shellcheck", "--severity", "warning", ROOT / name)
    assert done.stdout == ""


def test_a_taken_port_is_named():
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        sentence = refusal(ROOT / "bin/run", PORT=str(port), WANGLAI_BIND="127.0.0.1")
    assert sentence == f"Port {port} on 127.0.0.1 is taken by another program; choose another: PORT={port + 1} bin/run"


def test_a_port_is_a_number():
    assert refusal(ROOT / "bin/run", PORT="http") == "PORT must be a number from 1 to 65535, not 'http'."


@pytest.fixture
def no_python(tmp_path):
    """A PATH with the shell's tools and no Python; tests put one into it."""
    tools = tmp_path / "tools"
    tools.mkdir()
    for name in ("sh", "dirname", "env"):
        (tools / name).symlink_to(shutil.which(name))
    return tools


def test_no_python_is_a_sentence(no_python):
    sentence = "Wanglai needs Python 3.11, 3.12 or 3.13, and there is no python3 here."
    assert refusal(ROOT / "bin/run", PATH=str(no_python)) == sentence


def test_an_old_python_is_a_sentence(no_python):
    (no_python / "python3").write_text("#!/bin/sh\necho 3.9\n")
    (no_python / "python3").chmod(0o755)
    sentence = "Wanglai needs Python 3.11, 3.12 or 3.13; python3 here is 3.9."
    assert refusal(ROOT / "bin/run", PATH=str(no_python)) == sentence


def test_a_data_folder_that_cannot_be_written_is_named(tmp_path):
    (tmp_path / "file").touch()
    data = tmp_path / "file" / "var"
    sentence = f"The data folder {data} is not writable; name another in WANGLAI_DATA_DIR."
    assert refusal(ROOT / "bin/manage", "check", WANGLAI_DATA_DIR=str(data)) == sentence


@pytest.fixture
def bare_house(tmp_path, no_python):
    """The commands in a folder without .venv, on a machine where only python3 is and nothing can be installed."""
    shutil.copytree(ROOT / "bin", tmp_path / "house" / "bin", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("mkdir", "id", "cat", "sha256sum"):
        (no_python / name).symlink_to(shutil.which(name))
    script = "#!/bin/sh\ncase $* in *version_info*) echo 3.12 ;; *_port.py*) ;; *) exit 1 ;; esac\n"
    (no_python / "python3").write_text(script)
    (no_python / "python3").chmod(0o755)
    return tmp_path / "house"


@pytest.mark.parametrize("command", COMMANDS)
def test_everything_to_install_is_named_at_once(bare_house, no_python, command):
    done = run(bare_house / "bin" / command, PATH=str(no_python), WANGLAI_DATA_DIR="")
    assert (done.returncode, done.stdout) == (2, "")
    packages = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-noto-cjk fonts-noto-core python3-venv"
    assert done.stderr.splitlines()[-1] == f"  apt-get install --no-install-recommends {packages}"
    assert "python3-venv (makes .venv, where our Python packages go)" in done.stderr


@pytest.mark.parametrize(
    ("python", "usable"),
    [
        ("exit 0", True),
        ("exit 1", False),  # no such Python any more, or no pip in it: ensurepip comes last
        ("case $* in *'-m pip'*) exit 1 ;; esac", False),  # a pip that was broken off
    ],
)
def test_a_venv_whose_making_was_broken_off_is_made_again(bare_house, python, usable):
    venv = bare_house / ".venv" / "bin"
    venv.mkdir(parents=True)
    (bare_house / "requirements.txt").touch()
    (venv / "python").write_text(f"#!/bin/sh\n{python}\n")
    (venv / "python").chmod(0o755)
    asked = f". {bare_house}/bin/_setup.sh; has_venv requirements.txt"
    assert (run("sh", "-euc", asked, bare_house / "bin" / "run").returncode == 0) is usable


def test_half_a_catalogue_never_counts_as_compiled(bare_house):
    catalogue, venv = bare_house / "locale" / "zh" / "LC_MESSAGES", bare_house / ".venv" / "bin"
    catalogue.mkdir(parents=True)
    venv.mkdir(parents=True)
    (catalogue / "django.po").touch()
    (venv / "python").write_text('#!/bin/sh\nwhile [ "$1" != -o ]; do shift; done\necho half >"$2"\nkill -9 $$\n')
    (venv / "python").chmod(0o755)
    done = run("sh", "-euc", f". {bare_house}/bin/_setup.sh; compile_catalogues", bare_house / "bin" / "run")
    assert (done.returncode, (catalogue / "django.mo").exists()) == (2, False)
    assert "could not be compiled" in done.stderr


@pytest.mark.slow
def test_phrases_come_alone_on_stdout_in_a_fresh_clone(tmp_path):
    done = run(ROOT / "bin/manage", *"show_phrases --item mask --quantity 20".split(), **own(tmp_path))
    assert done.returncode == 0, done.stderr
    assert [line.split("\t")[0] for line in done.stdout.splitlines()] == list(CODES)
    assert "ro\t20 de măști" in done.stdout.replace(NO_BREAK, " ").splitlines()


def own(folder) -> dict:
    """Variables that keep a command to a data folder of its own."""
    return {"WANGLAI_DATA_DIR": str(folder), "WANGLAI_DEMO": "no", "DATABASE_URL": ""}


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("WANGLAI_HTTPS", "maybe", "WANGLAI_HTTPS must be yes or no, not 'maybe'."),
        ("WANGLAI_DEMO", "perhaps", "WANGLAI_DEMO must be yes or no, not 'perhaps'."),
        ("WANGLAI_HSTS", "yes", "WANGLAI_HSTS must be no, host or subdomains, not 'yes'."),
        (
            "DATABASE_URL",
            "nonsense",
            "DATABASE_URL must read like postgres://user:password@host:5432/name or sqlite:////folder/name.sqlite3.",
        ),
    ],
)
def test_a_bad_setting_is_a_sentence(tmp_path, free_port, name, value, sentence):
    assert refusal(ROOT / "bin/run", **{**own(tmp_path), "PORT": free_port, name: value}) == sentence


@pytest.mark.slow
def test_files_without_their_database_are_not_mixed_with_another(tmp_path, free_port):
    scan = tmp_path / "files" / "letters" / "scan.pdf"
    scan.parent.mkdir(parents=True)
    scan.touch()
    said = refusal(ROOT / "bin/run", **{**own(tmp_path), "PORT": free_port})
    assert said.startswith(f"{tmp_path}/files holds the files of letters, and the database is empty")


@pytest.fixture
def free_port():
    with socket.create_server(("127.0.0.1", 0)) as server:
        return str(server.getsockname()[1])


@contextlib.contextmanager
def serving(folder, port):
    """bin/run in a process group of its own, as a terminal makes one, and what it prints once it serves."""
    environment = {**os.environ, **own(folder), "PORT": port, "WANGLAI_BIND": "127.0.0.1"}
    command = subprocess.Popen(
        [ROOT / "bin/run"], env=environment, stdout=subprocess.PIPE, text=True, process_group=0, cwd=folder
    )
    try:
        yield command, [command.stdout.readline().rstrip() for _ in range(2)]
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(command.pid, signal.SIGKILL)
        command.wait()
        command.stdout.close()


@pytest.mark.slow
def test_run_serves_an_empty_house_and_stops_on_ctrl_c(tmp_path, free_port):
    with serving(tmp_path, free_port) as (command, (first, second)):
        address = f"http://127.0.0.1:{free_port}/"
        assert first == f"Wanglai serves at {address}  (Ctrl-C stops it)"
        assert second.startswith(f"Make the first account at {address}welcome/")
        with urllib.request.urlopen(address + "healthz") as answer:
            assert answer.read() == b"ok\n"
        with urllib.request.urlopen(second.removeprefix("Make the first account at ")) as answer:
            assert b'name="username"' in answer.read()
        os.killpg(command.pid, signal.SIGINT)
        assert command.wait(timeout=PATIENCE) == 0
        assert command.stdout.read() == ""
    assert (tmp_path / "secret_key").stat().st_mode & 0o777 == 0o600


HALF = b"GET /login/ HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Half:"
SLOW = b"POST /login/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1000\r\n\r\nusername="
ENDLESS = b"POST /login/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 3000000000\r\n\r\n"


@pytest.mark.slow
def test_half_sent_requests_do_not_stop_the_server_and_an_endless_one_is_cut_off(tmp_path, free_port):
    where = ("127.0.0.1", int(free_port))
    with serving(tmp_path, free_port) as (command, _words), contextlib.ExitStack() as half:
        for sent in [HALF] * 40 + [SLOW] * 10:
            half.enter_context(socket.create_connection(where, PATIENCE)).sendall(sent)
        with urllib.request.urlopen(f"http://127.0.0.1:{free_port}/healthz") as answer:
            assert answer.read() == b"ok\n"
        with socket.create_connection(where, PATIENCE) as endless:
            endless.sendall(ENDLESS)
            assert endless.recv(12) == b"HTTP/1.1 413"
        os.killpg(command.pid, signal.SIGTERM)  # with all of them still there
        assert command.wait(timeout=PATIENCE) == 0


SESSIONS = """
from datetime import timedelta
from django.contrib.sessions.models import Session
from django.utils.timezone import now
for key, hours in (("over", -1), ("open", 1)):
    Session.objects.create(session_key=key, session_data="", expire_date=now() + timedelta(hours=hours))
"""
KEYS = "from django.contrib.sessions.models import Session\nprint(*Session.objects.values_list('pk', flat=True))"


@pytest.mark.slow
def test_a_start_clears_away_sessions_that_are_over(tmp_path):
    office = Installation(tmp_path)
    office.environment["WANGLAI_DEMO"] = "no"
    office.must("migrate", "--verbosity", "0")
    office.must("shell", "--no-imports", "--command", SESSIONS)
    start = office.python(ROOT / "bin" / "_prepare.py")
    assert (start.communicate(timeout=PATIENCE)[0] != "", start.returncode) == (True, 0)
    assert office.must("shell", "--no-imports", "--command", KEYS).split() == ["open"]


def of_group(group: int) -> dict[int, str]:
    """The living processes of a process group, by their number, with their command lines."""
    found = {}
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            state, _parent, its_group = (folder / "stat").read_text().rpartition(")")[2].split()[:3]
            if int(its_group) == group and state != "Z":
                found[int(folder.name)] = (folder / "cmdline").read_text().replace("\0", " ")
    return found


def wait_for(look):
    """What ``look`` sees once it sees something."""
    until = time.monotonic() + PATIENCE
    while not (seen := look()):
        assert time.monotonic() < until
        time.sleep(0.1)
    return seen


@pytest.mark.slow
def test_run_starts_a_worker_starts_it_again_when_it_dies_and_leaves_nothing_behind(tmp_path, free_port):
    with serving(tmp_path, free_port) as (command, _said):
        workers = lambda: {pid for pid, line in of_group(command.pid).items() if line.endswith("work_jobs ")}  # noqa: E731
        (first,) = wait_for(workers)
        os.kill(first, signal.SIGKILL)
        (second,) = wait_for(lambda: workers() - {first})
        assert second != first
        os.killpg(command.pid, signal.SIGINT)
        assert command.wait(timeout=PATIENCE) == 0
        wait_for(lambda: not of_group(command.pid))


@pytest.mark.slow
def test_a_server_that_was_killed_takes_its_worker_along(tmp_path, free_port):
    with serving(tmp_path, free_port) as (command, _said):
        wait_for(lambda: any(line.endswith("work_jobs ") for line in of_group(command.pid).values()))
        command.kill()
        wait_for(lambda: not of_group(command.pid))
