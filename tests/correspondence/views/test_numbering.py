"""A head says that the last numbers are right; nobody else can."""

import pytest
from django.urls import reverse

from crm.backup.restored import mark_restore, restore_mark


@pytest.mark.parametrize(("role", "status", "marked"), [("clerk", 403, True), ("head", 302, False)])
def test_only_a_head_lets_letters_be_numbered_again(
    role, status, marked, request, client_of, settings, tmp_path, django_capture_on_commit_callbacks
):
    settings.DATA_DIR = tmp_path
    mark_restore("2020-04-01T00:00:00+00:00", {})
    with django_capture_on_commit_callbacks(execute=True):
        answer = client_of(request.getfixturevalue(role)).post(reverse("numbers-confirm"))
    assert (answer.status_code, restore_mark() is not None) == (status, marked)
