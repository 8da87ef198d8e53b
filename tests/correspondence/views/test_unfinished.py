"""What is typed into a letter's words and not saved: kept for one user, printed, offered, gone on saving."""

import pytest
from auditlog.models import LogEntry
from django.urls import reverse

from correspondence.actions import lifecycle
from correspondence.models import Letter, UnfinishedWords
from tests.correspondence.views.test_words import typed
from tests.factories import IdentityFactory, LetterFactory, OfficeFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def letter():
    IdentityFactory(office=OfficeFactory())
    return LetterFactory()


@pytest.fixture
def type_in(browser, letter):
    """Sends the editor's boxes with changes, as the page does while one types."""

    def send(**changes) -> str:
        sent = typed(browser, letter, **changes)
        return browser.post(reverse("letter-typed", args=[letter.pk]), sent).content.decode()

    return send


def test_what_is_typed_is_a_row_of_ones_own_and_no_part_of_the_letter(letter, clerk, type_in):
    before = (letter.words_hash(), letter.versions.count(), LogEntry.objects.count())
    paragraph = letter.chinese_text.paragraphs.get(key="thanks")
    assert "not saved" in type_in(**{f"paragraph-{paragraph.pk}": "多谢。"})
    type_in(**{f"paragraph-{paragraph.pk}": "多谢贵市。"})
    kept = UnfinishedWords.objects.get(letter=letter)
    assert (kept.user, kept.data[f"paragraph-{paragraph.pk}"]) == (clerk, "多谢贵市。")
    assert "csrfmiddlewaretoken" not in kept.sent
    letter = Letter.objects.get(pk=letter.pk)
    assert (letter.words_hash(), letter.versions.count(), LogEntry.objects.count()) == before
    assert letter.pending_paragraphs() == []


def test_an_approval_holds_while_somebody_only_types(letter, clerk, head, browser, type_in):
    lifecycle.submit_letter(by=clerk, letter=letter)
    lifecycle.approve_letter(by=head, letter=letter, on=letter.day.first)
    type_in(**{"zh-hans-closing": "此致"})
    letter = Letter.objects.get(pk=letter.pk)
    assert (letter.state, bool(letter.valid_approval())) == ("approved", True)


def test_boxes_put_back_as_they_were_leave_nothing(letter, type_in):
    type_in(**{"zh-hans-closing": "此致"})
    assert UnfinishedWords.objects.count() == 1
    assert "not saved" not in type_in()
    assert UnfinishedWords.objects.count() == 0


def test_it_is_offered_to_its_writer_alone_and_put_back_without_saving(letter, browser, head, client_of, type_in):
    type_in(**{"zh-hans-closing": "此致"})
    address = reverse("letter-edit", args=[letter.pk])
    assert "without saving" in browser.get(address).content.decode()
    assert "without saving" not in client_of(head).get(address).content.decode()
    page = browser.get(f"{address}?unfinished")
    assert page.context["words_form"]["zh-hans-closing"].value() == "此致"
    assert Letter.objects.get(pk=letter.pk).chinese_text.closing == "C"


def test_saving_takes_it_away_and_so_does_giving_it_up(letter, browser, type_in):
    type_in(**{"zh-hans-closing": "此致"})
    browser.post(reverse("letter-edit", args=[letter.pk]), typed(browser, letter, **{"zh-hans-closing": "敬礼"}))
    assert UnfinishedWords.objects.count() == 0
    type_in(**{"zh-hans-closing": "此致"})
    browser.post(reverse("letter-typed", args=[letter.pk]), {"forget": "1"})
    assert UnfinishedWords.objects.count() == 0


def test_what_others_wrote_meanwhile_is_asked_when_it_is_put_back(letter, browser, type_in):
    type_in(**{"zh-hans-closing": "此致"})
    letter.texts.filter(language="zh-hans").update(closing="顺颂时祺")
    page = browser.get(f"{reverse('letter-edit', args=[letter.pk])}?unfinished")
    assert list(page.context["words_form"].errors) == ["zh-hans-closing"]
    assert "choice-zh-hans-closing" in page.context["words_form"].fields


def test_a_letter_that_has_gone_on_keeps_nothing(letter, browser, type_in):
    Letter.objects.filter(pk=letter.pk).update(state="cancelled")
    answer = browser.post(reverse("letter-typed", args=[letter.pk]), {"zh-hans-closing": "此致"})
    assert "that is not possible now" in answer.content.decode()
    assert UnfinishedWords.objects.count() == 0


def test_a_reader_types_nothing(letter, reader, client_of):
    assert client_of(reader).post(reverse("letter-typed", args=[letter.pk]), {}).status_code == 403


def test_a_character_without_a_font_names_its_row(letter, type_in):
    page = type_in(**{"zh-hans-closing": "此致\U000f1234"})
    assert f"{reverse('letter-edit', args=[letter.pk])}#row-closing" in page
    assert "a.sheet" not in page


def test_the_page_image_shows_what_was_typed(letter, browser, type_in):
    shown = browser.get(reverse("letter-page", args=[letter.pk, 1])).content
    page = type_in(**{"es-closing": "Con afecto y gratitud,"})
    address = page.split('href="')[1].split('"')[0]
    assert "/typed/page/1.png?" in address
    assert browser.get(address).content not in (shown, b"")
