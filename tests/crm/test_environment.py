"""Settings read from the environment: what is empty is the default, what is wrong is one sentence."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from crm.environment import env_bool, env_database, env_number, env_time_zone

NAME = "WANGLAI_TRIAL"


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
