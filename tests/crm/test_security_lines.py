"""Where the security log's lines go: to a file, to syslog, or nowhere; a target that cannot be is refused."""

import logging
import socket

import pytest
from django.core.exceptions import ImproperlyConfigured

from crm.security_lines import NOWHERE, LineFile, LineSyslog, line_handler


def record(text: str) -> logging.LogRecord:
    return logging.LogRecord("wanglai.security", logging.INFO, "", 0, text, None, None)


def test_without_a_target_lines_go_nowhere():
    assert line_handler("LOG", "  ") == NOWHERE


def test_a_file_in_a_folder_that_is_there_is_taken(tmp_path):
    file = tmp_path / "security.jsonl"
    assert line_handler("LOG", f" {file} ") == {"class": "crm.security_lines.LineFile", "filename": str(file)}


def test_a_syslog_at_a_host_is_taken_with_its_port_or_the_usual_one():
    assert line_handler("LOG", "syslog://192.0.2.1:1514")["address"] == ("192.0.2.1", 1514)
    assert line_handler("LOG", "syslog://[2001:db8::1]")["address"] == ("2001:db8::1", 514)


@pytest.mark.parametrize(
    "target", ["security.jsonl", "/", "/no/such/folder/x", "syslog://", "syslog://host:port", "x:"]
)
def test_another_target_is_refused_in_a_sentence(target):
    with pytest.raises(ImproperlyConfigured, match=r"^LOG must be a file such as .*, not|is not there\."):
        line_handler("LOG", target)


def test_lines_are_appended_to_a_file_for_its_owner_alone_and_go_on_in_a_new_one(tmp_path):
    file = tmp_path / "security.jsonl"
    handler = LineFile(str(file))
    assert not file.exists()
    handler.emit(record('{"name": "王文"}'))
    assert (file.read_text(encoding="utf-8"), file.stat().st_mode & 0o777) == ('{"name": "王文"}\n', 0o600)
    file.rename(tmp_path / "security.1")  # as logrotate does
    handler.emit(record("{}"))
    assert file.read_text() == "{}\n"
    handler.close()


@pytest.mark.parametrize("target", ["/dev/full", "gone"])
def test_a_line_that_cannot_be_written_is_told_in_a_sentence(target, tmp_path, caplog):
    folder = tmp_path / "gone"
    handler = LineFile(target if target != "gone" else str(folder / "x"))
    handler.emit(record("{}"))
    (said,) = caplog.messages
    assert said.startswith("A line of the security log could not be written (")
    assert said.endswith("); its row is in the database.")
    handler.stream = None  # what could not be flushed cannot be closed either
    handler.close()


def test_syslog_gets_a_line_under_our_name():
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as listening:
        listening.bind(("127.0.0.1", 0))
        listening.settimeout(10)
        handler = LineSyslog(address=listening.getsockname(), facility=10)
        handler.emit(record('{"event": "sign_in"}'))
        handler.close()
        assert listening.recv(2000) == b'<86>wanglai: {"event": "sign_in"}\x00'


def test_a_syslog_that_is_away_stops_no_start(caplog):
    handler = LineSyslog(address="/no/such/socket", facility=10)
    handler.emit(record("{}"))
    assert len(caplog.messages) == 1
    handler.close()
