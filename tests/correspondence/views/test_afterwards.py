"""The pages for letters sent earlier, number series and kinds of letters."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from correspondence.actions import drafting, lifecycle
from correspondence.models import Letter, LetterKind, LetterTemplateText
from correspondence.texts.proposing import propose_brief
from crm.models import Gift, IssuingIdentity, LedgerEntry

ON = date(2020, 4, 20)
ENTER = reverse("letter-enter-sent")


@pytest.fixture
def browser(client_of, clerk):
    return client_of(clerk)


@pytest.fixture
def identity(demo):
    return IssuingIdentity.objects.get(code="government")


def typed(guadalajara, identity, **changes) -> dict:
    said = {"organization": guadalajara.organizations.governments().get().pk, "identity": identity.pk}
    said |= {"number": "衡政函〔2019〕8号", "kind": "thanks", "day": "2019-05", "sent_on": "2019-05-20"}
    return said | {"means": "letter", "language": "es", "words": "Gracias."} | changes


def test_the_list_leads_to_the_page_and_proposes_the_recipient(browser, guadalajara):
    assert f'href="{ENTER}"' in browser.get(reverse("letter-list")).content.decode()
    proposed = browser.get(ENTER, {"city": "guadalajara-es"}).context["form"].initial
    assert proposed["organization"] == guadalajara.organizations.governments().get().pk


def test_a_letter_sent_earlier_is_entered_and_shown_without_papers(browser, guadalajara, identity):
    page = browser.post(ENTER, typed(guadalajara, identity, title="致谢函"), follow=True)
    letter = Letter.objects.get(state="entered")
    assert page.redirect_chain[0][0] == letter.get_absolute_url()
    words = page.content.decode()
    for said in ("致谢函", "衡政函〔2019〕8号", "2019-05-20 Letter", "Gracias.", "Entered afterwards"):
        assert said in words
    for paper in ("letter-pdf", "letter-docx", "letter-slip"):
        assert reverse(paper, args=[letter.pk]) not in words
        assert browser.get(reverse(paper, args=[letter.pk])).status_code == 404


@pytest.mark.parametrize(
    ("change", "field", "said"),
    [
        ({"sent_on": "2019-04-20"}, "sent_on", "cannot have been sent before"),
        ({"organization": ""}, "__all__", "Name the recipient"),
        ({"words": ""}, "__all__", "Give its words or a scan."),
        ({"number": "衡政函[2019] 9 號"}, "__all__", "bears the number"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_typed_is_lost(browser, guadalajara, identity, change, field, said):
    browser.post(ENTER, typed(guadalajara, identity, number="衡政函〔2019〕9号"))
    page = browser.post(ENTER, typed(guadalajara, identity, reference="EE 77") | change)
    assert said in page.context["form"].errors[field][0]
    assert "EE 77" in page.content.decode()
    assert Letter.objects.filter(state="entered").count() == 1


def test_a_letter_entered_afterwards_is_put_right_with_the_reason(browser, guadalajara, identity):
    browser.post(ENTER, typed(guadalajara, identity))
    letter = Letter.objects.get(state="entered")
    old, address = letter.entry, reverse("letter-correct-sent", args=[letter.pk])
    assert address in browser.get(letter.get_absolute_url()).content.decode()
    form = browser.get(address).context["form"]
    sent = {name: form[name].value() for name in form.fields if form[name].value()}
    assert list(browser.post(address, sent).context["form"].errors) == ["reason"]
    browser.post(address, sent | {"number": "衡政函〔2019〕18号", "reason": "misread"})
    letter.refresh_from_db()
    assert (letter.number, letter.state, str(letter.dispatches.get().day)) == (
        "衡政函〔2019〕18号",
        "entered",
        "2019-05-20",
    )
    assert LedgerEntry.objects.get(reverses=old).reason == "misread"


def test_only_letters_entered_afterwards_are_corrected_there(browser, clerk, guadalajara):
    letter = drafting.draft_letter(by=clerk, brief=propose_brief(kind="thanks", on=ON, city=guadalajara))
    assert browser.get(reverse("letter-correct-sent", args=[letter.pk])).status_code == 404


def test_the_head_sets_the_last_number_and_sees_the_next(client_of, head, identity):
    address, client = reverse("number-series", args=[identity.code]), client_of(head)
    assert address in client.get(reverse("office")).content.decode()
    page = client.post(address, {"year": "2020", "last": "57"}, follow=True).content.decode()
    assert "The next letter is 衡政函〔2020〕58号." in page
    assert "Last number:" in page  # in the history


def test_an_identity_that_counts_nothing_has_no_series_page(client_of, head, identity):
    IssuingIdentity.objects.update(numbering="none")
    assert client_of(head).get(reverse("number-series", args=[identity.code])).status_code == 404


def test_the_number_given_elsewhere_is_asked_for_at_issue(client_of, clerk, head, guadalajara, identity):
    IssuingIdentity.objects.update(numbering="given")
    letter = drafting.draft_letter(by=clerk, brief=propose_brief(kind="thanks", on=ON, city=guadalajara))
    lifecycle.submit_letter(by=clerk, letter=letter)
    lifecycle.approve_letter(by=head, letter=letter, on=ON)
    client, address = client_of(clerk), reverse("letter-issue", args=[letter.pk])
    said = {"day": timezone.localdate().isoformat(), "read_by": "王译"}
    assert list(client.post(address, said).context["issue_form"].errors) == ["number"]
    page = client.post(address, said | {"number": "衡政〔2020〕3号"}, follow=True).content.decode()
    assert "Issued as 衡政〔2020〕3号." in page


def test_a_title_is_proposed_and_kept_only_where_somebody_wrote_another(browser, clerk, guadalajara):
    letter = drafting.draft_letter(by=clerk, brief=propose_brief(kind="thanks", on=ON, city=guadalajara))
    address = reverse("letter-edit", args=[letter.pk])
    page = browser.get(address)
    proposed = page.context["slip_form"]["title"].value()
    assert proposed == f"Thanks – {letter.person}"
    said = {"seen": letter.words_hash(), "urgency": "ordinary", "openness": "on_request", "copies_printed": 2}
    for title, kept in ((proposed, ""), ("关于感谢捐赠的函", "关于感谢捐赠的函")):
        browser.post(address, said | {"title": title})
        letter.refresh_from_db()
        assert letter.title == kept
    assert "关于感谢捐赠的函" in browser.get(reverse("letter-list")).content.decode()
    assert "关于感谢捐赠的函" in browser.get(reverse("desk")).content.decode()


def test_the_office_adds_a_kind_and_writes_a_letter_of_it(browser, clerk, guadalajara):
    said = {"name_zh": "贺年函", "name_en": "Season’s greetings", "order": 9}
    assert browser.post(reverse("letter-kind-add"), said).url == reverse("letter-texts")
    kind = LetterKind.objects.get(name_zh="贺年函")
    assert (kind.code, str(kind)) == ("seasons-greetings", "Season’s greetings")
    for language, words in (("zh-hans", "恭贺新禧。"), ("es", "Feliz año nuevo.")):
        text = {"source": f"## greeting\n{words}\n"}
        address = reverse("letter-text-edit", args=[kind.code, language])
        assert browser.post(address, text).status_code == 302
    page = browser.get(f"{reverse('letter-write')}?city=guadalajara-es&kind={kind.code}")
    assert (kind.code, str(kind)) in page.context["form"].fields["kind"].choices
    brief = propose_brief(kind=kind.code, on=ON, city=guadalajara)
    assert (brief.received, brief.given, brief.letter_received) == ((), (), None)
    letter = drafting.draft_letter(by=clerk, brief=brief)
    assert letter.foreign_text.paragraphs.get().body == "Feliz año nuevo."
    assert str(letter) == f"Season’s greetings – {letter.person}"


def test_an_archived_kind_is_offered_for_no_new_letter(browser, guadalajara):
    LetterKind.objects.filter(code="thanks").update(archived=True)
    offered = browser.get(f"{reverse('letter-write')}?city=guadalajara-es").context["form"].fields["kind"].choices
    written = LetterTemplateText.objects.filter(language="zh-hans").values_list("template__kind", flat=True)
    assert {code for code, _name in offered} == {*written} - {"thanks"}


def test_shipped_kinds_are_named_in_both_languages(client_of, clerk):
    for language, name in (("en", "Reciprocal support"), ("zh-hans", "捐赠函（回赠）")):
        assert name in client_of(clerk, language).get(reverse("letter-texts")).content.decode()


@pytest.mark.parametrize("page", ["letter-receive", "letter-enter-sent"])
def test_nothing_is_asked_that_has_no_answer(browser, demo, page):
    assert "courtesies" not in browser.get(reverse("letter-enter-sent")).context["form"].fields  # we received none
    assert "thanks_for" in browser.get(reverse(page)).context["form"].fields
    Gift.objects.update(direction="received" if page == "letter-receive" else "given")
    assert "thanks_for" not in browser.get(reverse(page)).context["form"].fields
