"""The list of a hand-over 移交清单."""

import pypdfium2
import pytest

from correspondence.paper.hand_over import list_of, print_list
from tests.factories import HandOverFactory, HandOverItemFactory, OfficeFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def done():
    done = HandOverFactory(
        giver=UserFactory(full_name="陈明"), taker=UserFactory(full_name="李娜"), note="印章登记簿一册"
    )
    HandOverItemFactory(hand_over=done, relation="crm.City.liaison", text="瓜达拉哈拉市", detail="西班牙")
    HandOverItemFactory(
        hand_over=done, relation="correspondence.Letter.drafter", text="致李市长的感谢信", detail="草稿"
    )
    return done


def text_of(pdf: bytes) -> str:
    """The words of a PDF without its spaces."""
    return "".join("".join(page.get_textpage().get_text_bounded().split()) for page in pypdfium2.PdfDocument(pdf))


def test_letters_come_before_partners_and_all_is_counted(done):
    said = list_of(done)
    assert [part["title"] for part in said["parts"]] == ["一、在办函件", "二、负责联络的城市"]
    assert (said["giver"], said["taker"], said["day"], said["count"]) == ("陈明", "李娜", "2020年4月20日", 2)


def test_printed_list_has_room_for_three_to_sign(done):
    text = text_of(print_list(done, OfficeFactory.build(city=None)))
    assert "移交清单" in text
    for role in ("移交人（签字）：", "接交人（签字）：", "监交人（签字）："):
        assert text.count(role) == 1
    assert text.count("年月日") == 3
    for words in ("陈明", "李娜", "2020年4月20日", "瓜达拉哈拉市", "致李市长的感谢信", "印章登记簿一册", "以上共2项"):
        assert words in text
    assert "衡阳市人民政府外事办公室" in text
    assert "SPECIMEN" not in text


def test_demonstrations_list_is_a_specimen(done):
    assert "SPECIMEN" in text_of(print_list(done, OfficeFactory.build(city=None, is_demo=True)))


def test_a_long_list_names_its_pages(done):
    for number in range(60):
        HandOverItemFactory(hand_over=done, relation="crm.Person.liaison", key=number + 1, text=f"联系人{number}")
    text = text_of(print_list(done, None))
    assert "第1页共4页" in text
    assert "联系人59" in text
