"""My jobs: the page, the result for its asker alone, cancelling, asking again."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django_tasks_db.models import DBTaskResult

from crm.jobs.asking import ask, jobs_of
from crm.jobs.working import do_waiting
from tests.crm.jobs.works import count, count_for_heads, fail

pytestmark = pytest.mark.usefixtures("data_folder")


def words(response) -> str:
    return " ".join(response.content.decode().split())


def test_the_page_asks_again_while_a_job_is_open_also_without_scripts(browser, clerk):
    assert "You have asked for nothing that takes long." in words(browser.get("/jobs/"))
    ask(count, by=clerk, to=3)
    page = words(browser.get("/jobs/"))
    assert ('hx-trigger="every 2s"' in page, 'http-equiv="refresh"' in page, "Waiting" in page) == (True, True, True)
    do_waiting()
    page = words(browser.get("/jobs/"))
    assert ('hx-trigger="every 2s"' in page, 'http-equiv="refresh"' in page, "Done" in page) == (False, False, True)
    assert "1 is odd" in page


def test_the_result_is_its_askers_alone(browser, client_of, clerk, head):
    key = ask(count, by=clerk, to=3)
    do_waiting()
    address = reverse("job-result", args=[key])
    answer = browser.get(address)
    assert b"".join(answer.streaming_content) == b"3"
    assert answer["Content-Disposition"] == 'attachment; filename="Count.txt"'
    assert answer["Cache-Control"] == "private, no-store"
    assert client_of(head).get(address).status_code == 403
    assert client_of(None).get(address).status_code == 302


def test_whoever_lost_the_right_has_no_result(client_of, head):
    key = ask(count_for_heads, by=head)
    do_waiting()
    client = client_of(head)
    assert client.get(reverse("job-result", args=[key])).status_code == 200
    type(head).objects.filter(pk=head.pk).update(role="clerk")
    answer = client.get(reverse("job-result", args=[key]), follow=True)
    assert "The result is not here any more." in words(answer)


def test_a_result_goes_in_time_though_nobody_pruned_it(browser, clerk, settings):
    key = ask(count, by=clerk, to=3)
    do_waiting()
    row = DBTaskResult.objects.get()
    DBTaskResult.objects.update(finished_at=row.finished_at - timedelta(hours=settings.JOB_HOURS))
    answer = browser.get(reverse("job-result", args=[key]), follow=True)
    assert "The result is not here any more." in words(answer)
    assert answer.context["jobs"] == []


def test_a_job_is_cancelled_and_asked_again_by_its_asker(browser, client_of, clerk, head):
    key = ask(count, by=clerk, to=3)
    assert client_of(head).post(reverse("job-cancel", args=[key])).status_code == 403
    assert "Cancelled by you" in words(browser.post(reverse("job-cancel", args=[key]), follow=True))
    browser.post(reverse("job-again", args=[key]))
    do_waiting()
    assert [job.state for job in jobs_of(clerk)] == ["done", "cancelled"]


def test_an_open_job_is_not_asked_again(browser, clerk):
    key = ask(count, by=clerk, to=3)
    assert "has not ended yet" in words(browser.post(reverse("job-again", args=[key]), follow=True))
    assert len(jobs_of(clerk)) == 1


def test_a_failure_offers_to_start_again(browser, clerk):
    ask(fail, by=clerk)
    do_waiting()
    page = words(browser.get("/jobs/"))
    assert ("Failed" in page, "Start again" in page) == (True, True)


def test_a_job_that_is_not_there_is_not_found(browser):
    assert browser.get(reverse("job-result", args=["00000000-0000-0000-0000-000000000000"])).status_code == 404
