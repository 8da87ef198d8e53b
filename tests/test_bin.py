"""The commands in bin/: plain POSIX sh, and one sentence with status 2 where this machine does not do."""

import os
import shutil
import socket
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
COMMANDS = ["run", "test", "manage", "bench"]


def run(*command, **environment):
    """Runs a command with these variables set besides; a bin/run that begins to serve is a failure."""
    return subprocess.run(
        list(map(str, command)), env={**os.environ, **environment}, capture_output=True, text=True, timeout=60
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
