"""What a letter is called that has no title."""

import pytest
from django.utils.translation import override

from tests.factories import LetterFactory, OccasionFactory, OrganizationFactory, PostFactory, ReceivedLetterFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def mayor():
    """The mayor of Guadalajara."""
    government = OrganizationFactory(names={"zh-hans": "瓜达拉哈拉市政府", "en": "City of Guadalajara"})
    return PostFactory(organization=government, titles={"zh-hans": "市长"})


def test_chinese_titles_name_whom_about_what_and_the_kind(mayor):
    occasion = OccasionFactory(names={"zh-hans": "新冠疫情", "en": "COVID-19"})
    to_mayor = LetterFactory(person=mayor.person, post=mayor, organization=None)
    about = LetterFactory(person=mayor.person, post=mayor, organization=None, occasion=occasion, kind_id="condolence")
    plain = LetterFactory(organization=mayor.organization, kind_id="letter")
    with override("zh-hans"):
        assert [str(letter) for letter in (to_mayor, about, plain)] == [
            "致瓜达拉哈拉市政府市长的感谢函",
            "致瓜达拉哈拉市政府市长关于新冠疫情的慰问函",
            "致瓜达拉哈拉市政府的函",
        ]


def test_letters_received_say_whose_they_are(mayor):
    thanks = ReceivedLetterFactory(organization=mayor.organization)
    message = ReceivedLetterFactory(organization=mayor.organization, kind_id="message")
    with override("zh-hans"):
        assert [str(thanks), str(message)] == ["瓜达拉哈拉市政府的感谢函", "瓜达拉哈拉市政府的来函"]
    assert str(thanks) == "Thanks – City of Guadalajara"


def test_the_title_is_kept_at_issue_and_found(mayor, clerk):
    letter = LetterFactory(organization=mayor.organization, state="issued")
    assert letter.title == "致瓜达拉哈拉市政府的感谢函"
    assert LetterFactory(organization=mayor.organization, title="关于口罩的函", state="issued").title == "关于口罩的函"
