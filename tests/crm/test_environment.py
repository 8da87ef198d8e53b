"""Settings read from the environment: what is empty is the default, what is wrong is one sentence."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from crm.environment import env_bool, env_choice, env_database, env_number, env_time_zone, origins_of, without_port

NAME = "WANGLAI_TRIAL"
ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("read", "default", "text", "value"),
    [
        (env_bool, True, "", True),
        (env_bool, True, "Off", False),
        (env_bool, False, " yes ", True),
        (env_number, 20, "", 20),
        (env_number, 20, "5", 5),
        (env_time_zone, "Asia/Shanghai", "", "Asia/Shanghai"),
        (env_time_zone, "Asia/Shanghai", "Europe/Madrid", "Europe/Madrid"),
    ],
)
def test_reads(monkeypatch, read, default, text, value):
    monkeypatch.setenv(NAME, text)
    assert read(NAME, default) == value
    monkeypatch.delenv(NAME)
    assert read(NAME, default) == default


@pytest.mark.parametrize(
    ("read", "default", "text", "sentence"),
    [
        (env_bool, True, "perhaps", "WANGLAI_TRIAL must be yes or no, not 'perhaps'."),
        (env_number, 20, "0", "WANGLAI_TRIAL must be a whole number, not '0'."),
        (env_number, 20, "-3", "WANGLAI_TRIAL must be a whole number, not '-3'."),
        (env_time_zone, "Asia/Shanghai", "Mars/Base", "must be a time zone such as Asia/Shanghai, not 'Mars/Base'."),
        (env_time_zone, "Asia/Shanghai", "../etc", "must be a time zone such as Asia/Shanghai, not '../etc'."),
        (env_time_zone, "Asia/Shanghai", "Asia", "must be a time zone such as Asia/Shanghai, not 'Asia'."),
    ],
)
def test_refuses(monkeypatch, read, default, text, sentence):
    monkeypatch.setenv(NAME, text)
    with pytest.raises(ImproperlyConfigured) as refused:
        read(NAME, default)
    assert str(refused.value).endswith(sentence)


def test_a_database_is_postgresql_or_sqlite(monkeypatch):
    monkeypatch.setenv(NAME, "postgres://office:secret@db/wanglai")
    assert env_database(NAME, "")["NAME"] == "wanglai"
    monkeypatch.setenv(NAME, "")
    assert env_database(NAME, "sqlite:////data/wanglai.sqlite3")["NAME"] == "/data/wanglai.sqlite3"


@pytest.mark.parametrize("url", ["nonsense", "mysql://office:secret@db/wanglai", "postgres://office:secret@db:1e9/w"])
def test_a_bad_database_is_refused_without_its_password(monkeypatch, url):
    monkeypatch.setenv(NAME, url)
    with pytest.raises(ImproperlyConfigured) as refused:
        env_database(NAME, "")
    assert str(refused.value).startswith("WANGLAI_TRIAL must read like postgres://")
    assert "secret" not in str(refused.value)


def test_a_choice_is_one_of_its_words(monkeypatch):
    monkeypatch.setenv(NAME, "")
    assert env_choice(NAME, "no", "host", "subdomains") == "no"
    monkeypatch.setenv(NAME, " Host")
    assert env_choice(NAME, "no", "host", "subdomains") == "host"
    monkeypatch.setenv(NAME, "yes")
    with pytest.raises(ImproperlyConfigured, match=r"^WANGLAI_TRIAL must be no, host or subdomains, not 'yes'\.$"):
        env_choice(NAME, "no", "host", "subdomains")


def test_a_host_may_have_a_port():
    hosts = ["wanglai.example:8443", "[::1]:8443", "[::1]", ".city.example", "*"]
    assert [without_port(host) for host in hosts] == ["wanglai.example", "[::1]", "[::1]", ".city.example", "*"]
    origins = ["https://wanglai.example:8443", "https://[::1]:8443", "https://[::1]", "https://*.city.example"]
    assert origins_of(hosts, "https") == origins


SHOW = """
from crm import settings
hsts = [settings.SECURE_HSTS_SECONDS // 86400, settings.SECURE_HSTS_INCLUDE_SUBDOMAINS, settings.SECURE_HSTS_PRELOAD]
print(settings.PROXY, *hsts, *settings.CSRF_TRUSTED_ORIGINS)
"""


@pytest.mark.parametrize(
    ("variables", "shown"),
    [
        ({}, " 0 False False http://a.example:8443"),
        ({"WANGLAI_HSTS": "host"}, " 0 False False http://a.example:8443"),
        ({"WANGLAI_HTTPS": "yes"}, "127.0.0.1 0 False False https://a.example:8443"),
        ({"WANGLAI_HTTPS": "yes", "WANGLAI_HSTS": "host"}, "127.0.0.1 365 False False https://a.example:8443"),
        (
            {"WANGLAI_HTTPS": "yes", "WANGLAI_HSTS": "subdomains", "WANGLAI_PROXY": "192.0.2.9"},
            "192.0.2.9 365 True True https://a.example:8443",
        ),
    ],
)
def test_https_brings_a_proxy_and_hsts_only_where_it_is_asked_for(variables, shown):
    environment = {**os.environ, "WANGLAI_HOSTS": "a.example:8443", **variables}
    done = subprocess.run(
        [sys.executable, "-c", SHOW], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout == f"{shown}\n"
