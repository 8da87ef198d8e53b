"""Letters printed as one PDF: those a list shows, in its order, as each letter's own page prints them."""

from datetime import date

import pytest

from correspondence.actions import drafting
from correspondence.jobs import print_letters_together
from correspondence.models import Letter
from correspondence.paper.page_images import page_texts
from correspondence.texts.proposing import propose_brief
from crm.jobs.asking import ask, jobs_of
from crm.jobs.working import do_waiting
from crm.models import City

pytestmark = pytest.mark.usefixtures("demo", "data_folder")


def draft_to(slug: str, clerk, day: int) -> Letter:
    brief = propose_brief(kind="thanks", on=date(2020, 4, day), city=City.objects.get(slug=slug))
    return drafting.draft_letter(by=clerk, brief=brief)


def texts_of(job) -> str:
    return " ".join("".join(page_texts(job.file.read_bytes())).split())


def test_letters_of_a_list_come_as_one_pdf_in_its_order(browser, clerk):
    draft_to("guadalajara-es", clerk, 20)
    draft_to("ritto-jp", clerk, 21)
    assert browser.post("/letters/print/?direction=out&sort=day").url == "/jobs/"
    assert browser.post("/letters/print/?direction=out&sort=-day").url == "/jobs/"
    do_waiting()
    newest_first, oldest_first = jobs_of(clerk)
    words = texts_of(oldest_first)
    assert (oldest_first.progress.done, oldest_first.progress.notes) == (2, [])
    assert 0 < words.index("Guadalajara") < words.index("栗東")
    words = texts_of(newest_first)
    assert 0 < words.index("栗東") < words.index("Guadalajara")


def test_the_list_offers_what_its_filter_finds(browser, clerk):
    draft_to("guadalajara-es", clerk, 20)
    draft_to("ritto-jp", clerk, 21)
    page = browser.get("/letters/?country=ES&direction=out").content.decode()
    assert 'action="/letters/print/?country=ES&amp;direction=out"' in page
    browser.post("/letters/print/?country=ES&direction=out")
    do_waiting()
    assert "栗東" not in texts_of(jobs_of(clerk)[0])


def test_letters_that_cannot_be_printed_are_named_and_the_others_printed(clerk):
    good, odd = draft_to("guadalajara-es", clerk, 20), draft_to("ritto-jp", clerk, 21)
    odd.texts.first().paragraphs.update(body="A unicorn: \U0001f984")
    ask(print_letters_together, by=clerk, letters=[0, odd.pk, good.pk], on="2020-04-20")
    do_waiting()
    (job,) = jobs_of(clerk)
    gone, refused = job.progress.notes
    assert gone == "A letter is not on record any more."
    assert refused.startswith(f"{odd}: ")
    assert "U+1F984" in refused
    assert "Guadalajara" in texts_of(job)
    assert job.name == "Letters 2020-04-20.pdf"


def test_letters_received_are_none_to_print(browser):
    answer = browser.post("/letters/print/?direction=in", follow=True)
    assert "None of these letters was written here" in answer.content.decode()
    assert answer.request["QUERY_STRING"] == "direction=in"


def test_too_many_are_refused_with_the_way_out(browser, clerk, monkeypatch):
    monkeypatch.setattr("correspondence.views.letter.MOST_LETTERS", 1)
    for day in (20, 21):
        draft_to("guadalajara-es", clerk, day)
    answer = browser.post("/letters/print/?direction=out", follow=True)
    assert "These are 2 letters, and one PDF takes 1. Narrow the filters." in answer.content.decode()
    assert jobs_of(clerk) == []


def test_a_question_that_cannot_be_answered_prints_nothing(browser, clerk):
    draft_to("guadalajara-es", clerk, 20)
    browser.post("/letters/print/?kind=nothing")
    assert jobs_of(clerk) == []


def test_a_job_without_a_page_has_no_result(clerk):
    ask(print_letters_together, by=clerk, letters=[0], on="2020-04-20")
    do_waiting()
    (job,) = jobs_of(clerk)
    assert (job.state, job.name, job.file.exists()) == ("done", "", False)
