"""A language that no file has: from right to left, in Arabic letters, six plural forms, its own era, raised ordinals.

What it says is not a letter of any office; it goes all the way to the papers, so that such a language needs one file.
"""

import io
import re
from datetime import date
from decimal import Decimal

import pytest
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from pypdfium2 import PdfDocument

from correspondence.languages import LANGUAGES
from correspondence.languages.base import RIGHT_TO_LEFT, Language, PlaceForms, RankForms, Word
from correspondence.models import LetterTemplateText
from correspondence.paper.docx import write_docx
from correspondence.paper.html import Head, Marks, render_letters
from correspondence.paper.letter import print_letters
from correspondence.paper.press import has_family
from correspondence.texts.checking import check_source
from crm.dates import parse_partial_date
from crm.languages import languages_named_in
from crm.models import City, IssuingIdentity, ItemKind, ItemWord, Office, PersonName, PostTitle
from tests.correspondence.worlds import World

CODE = "xx"
MM = 72 / 25.4  # in points
ARABIC_FACES = ("Noto Naskh Arabic", "Noto Sans Arabic", "DejaVu Sans")
MASK = {"zero": "قناع٠", "one": "قناع", "two": "قناعان", "few": "أقنعة", "many": "قناعا", "other": "قناع"}
MASK["bare"] = MASK["few"]
TEXT = """heading: {our_city} – {their_city}

## thanks [one_from_them]
{received_on} تلقينا من {your_place} **{gifts_received}**، فشكرا [one_signs: مني|منا].

## list [several_from_them]
{gifts_received_list}

## wish
مع التمنيات إلى {your_people}.
"""


class FromTheRight(Language):
    """Made up for this test; its words are Arabic, its rules nobody's."""

    code = CODE
    named_as = "ar"
    html_code = babel = "ar"
    word_code = "ar-EG"
    direction = RIGHT_TO_LEFT
    scripts = ("ARABIC",)
    fonts = (*ARABIC_FACES, "Noto Serif")
    word_forms = ("bulk", "bare", "zero", "one", "two", "few", "many", "other")
    qualifiers = {"about": "نحو {}"}
    own_country = "الصين"
    place_line = "{city}، {region}، {country}"
    unofficial = "ترجمة غير رسمية"
    places = {"city": PlaceForms("مدينتكم", "أهل مدينتكم", people_named="أهل {name}")}
    money_unsaid = "مال"
    ranks = {"mayor": RankForms("رئيس البلدية")}

    def year_number(self, year):
        return str(year - 579)

    def ordinal(self, number):
        return f"{number}^م^"

    def on_day(self, day):
        return f"في اليوم {self.ordinal(day.day)} من {self.month(day)}"

    def salutation(self, addressee):
        return f"السيد {addressee.family}،" if addressee.family else "السادة:"

    def envelope(self, addressee):
        return [addressee.name, addressee.title or self.forms(addressee).title, addressee.organization]

    def closing(self, addressee):
        return "مع التحية"


@pytest.fixture
def rules(monkeypatch):
    """The language, known for this test only."""
    languages_named_in.cache_clear()
    monkeypatch.setitem(LANGUAGES, CODE, FromTheRight())
    yield LANGUAGES[CODE]
    languages_named_in.cache_clear()


@pytest.fixture
def letter(rules, texts):
    """A letter of thanks in it, with its Chinese twin."""
    check_source(TEXT, CODE)
    thanks = LetterTemplateText.objects.filter(template__kind="thanks").first().template
    LetterTemplateText.objects.create(template=thanks, language=CODE, source=TEXT)
    forms = {form: text for form, text in MASK.items() if form != "bulk"}
    ItemWord.objects.create(kind=ItemKind.objects.get(code="mask"), language=CODE, bulk="أقنعة", forms=forms)
    name_our_side()
    world = World(CODE, "EG")
    city = world.city("أسوان", "阿斯旺市", government=("بلدية أسوان", "阿斯旺市政府"))
    mayor = world.holder(city, "mayor", family="سالم", given="ليلى", chinese=("萨利姆", "莱拉"))
    return world.write("thanks", mayor, received=[world.gift(city, mask=3)])


def name_our_side() -> None:
    """Our city, government and mayor in the language, as an office would enter them."""
    city, identity = Office.get().city, IssuingIdentity.objects.get(code="government")
    city.names.create(language=CODE, text="هنغيانغ", region="هونان")
    identity.organization.names.create(language=CODE, text="حكومة هنغيانغ")
    for post in identity.organization.posts.all():
        PersonName.objects.create(person=post.person, form="other", language=CODE, family="تشن", given="مينغ")
        PostTitle.objects.create(post=post, language=CODE, text="رئيس هنغيانغ")


def test_it_is_known_for_one_test_only(letter):
    assert City.objects.get(names__language=CODE, names__text="أسوان").letter_language == CODE
    assert letter.foreign.language == CODE


def test_no_test_leaves_it_behind():
    assert CODE not in LANGUAGES


@pytest.mark.parametrize(
    ("quantity", "said"),
    [
        (0, "0 قناع٠"),
        (1, "1 قناع"),
        (2, "2 قناعان"),
        (3, "3 أقنعة"),
        (10, "10 أقنعة"),
        (11, "11 قناعا"),
        (99, "99 قناعا"),
        (100, "100 قناع"),
        (103, "103 أقنعة"),
        (3000, "3,000 قناع"),
    ],
)
def test_six_plural_forms(rules, quantity, said):
    assert rules.plural_forms == ("zero", "one", "two", "few", "many", "other")
    assert rules.count(Word(**MASK), Decimal(quantity)) == said.replace(" ", "\u00a0")


def test_a_form_that_is_not_kept_is_the_last_one(rules):
    assert rules.count(Word(other="قناع"), Decimal(2)) == "2\u00a0قناع"


def test_years_are_those_of_its_own_era_in_days_months_and_years(rules):
    when = [parse_partial_date(text) for text in ("2020-03-05", "2020-03", "2020")]
    assert [rules.plain_date(time) for time in when] == ["5\u00a0مارس 1441", "مارس 1441", "1441"]
    assert rules.place_and_date("هنغيانغ", date(2020, 3, 5)) == "هنغيانغ, 5\u00a0مارس 1441"


def test_a_letter_is_composed_from_the_record(letter):
    foreign, chinese = letter.foreign, letter.chinese
    assert foreign.words.split("\n\n") == [
        "هنغيانغ, 20\u00a0أبريل 1441",
        "ليلى سالم\nرئيس البلدية\nبلدية أسوان",
        "هنغيانغ – أسوان",
        "السيد سالم،",
        "في اليوم 5م من فبراير 1441 تلقينا من مدينتكم 3\u00a0أقنعة، فشكرا مني.",
        "مع التمنيات إلى أهل مدينتكم.",
        "مع التحية",
        "تشن مينغ\nرئيس هنغيانغ\nحكومة هنغيانغ",
    ]
    assert foreign.translation
    assert "口罩3只" in chinese.part("body")


def test_its_page_runs_from_right_to_left_and_the_chinese_one_does_not(letter):
    heads = {CODE: Head("حكومة هنغيانغ", place="هنغيانغ، هونان، الصين"), "zh-hans": Head("衡阳市人民政府")}
    html = render_letters(list(letter), heads, Marks(seal_room=True), title="t")
    articles = [" ".join(tag.split()) for tag in re.findall(r"<article[^>]*>", html)]
    assert articles == ['<article class="xx" lang="ar" dir="rtl" >', '<article class="zh-hans" lang="zh-Hans" >']
    assert "5<sup>م</sup>" in html
    assert "<b>3\u00a0أقنعة</b>" in html
    assert "ترجمة غير رسمية" in html


@pytest.fixture
def identity():
    """Who prints it, where a face with Arabic letters is installed."""
    if not any(map(has_family, ARABIC_FACES)):
        pytest.skip(f"none of the faces {', '.join(ARABIC_FACES)} is installed")
    return IssuingIdentity.objects.get(code="government")


def sides(page, words: str) -> tuple[float, float]:
    """The left and right edge of words on a page, in points."""
    text = page.get_textpage()
    index, count = text.search(words).get_next()
    boxes = [text.get_charbox(place) for place in range(index, index + count)]
    return min(box[0] for box in boxes), max(box[2] for box in boxes)


def test_it_is_printed_from_right_to_left(letter, identity):
    foreign, chinese = PdfDocument(print_letters(list(letter), identity))
    left, right = 28 * MM, foreign.get_width() - 26 * MM
    assert sides(foreign, "بلدية أسوان")[1] == pytest.approx(right, abs=3)  # an addressee's line begins at the right
    assert sides(foreign, "هنغيانغ, 20")[0] > left
    assert sides(foreign, "1441")[0] == pytest.approx(left, abs=3)  # the date ends at the left
    assert sides(chinese, "尊敬的")[0] == pytest.approx(left, abs=3)


def test_the_room_for_the_seal_and_the_signature_change_sides(letter, identity, monkeypatch):
    from_right = PdfDocument(print_letters([letter.foreign], identity))[0]
    monkeypatch.setattr(FromTheRight, "direction", "ltr")
    from_left = PdfDocument(print_letters([letter.foreign], identity))[0]
    middle = from_left.get_width() / 2
    seals = [sum(sides(page, "印章位置")) / 2 for page in (from_right, from_left)]
    assert seals[0] < middle < seals[1]


def test_word_runs_it_from_right_to_left_in_faces_that_join_letters(letter):
    heads = {CODE: Head("حكومة هنغيانغ"), "zh-hans": Head("衡阳市人民政府")}
    file = write_docx(list(letter), heads, Marks(), "t")
    paragraphs = [paragraph for paragraph in Document(io.BytesIO(file)).paragraphs if paragraph.text.strip()]
    foreign = [paragraph for paragraph in paragraphs if re.search("[\u0600-\u06ff]", paragraph.text)]
    chinese = [paragraph for paragraph in paragraphs if paragraph not in foreign]
    assert all(paragraph._element.pPr.find(qn("w:bidi")) is not None for paragraph in foreign)
    assert all(not paragraph._element.xpath(".//w:bidi | .//w:rtl") for paragraph in chinese)
    runs = [run for paragraph in foreign for run in paragraph.runs]
    assert all(run.font.rtl for run in runs)
    assert {run._element.rPr.rFonts.get(qn("w:cs")) for run in runs} == {"Noto Naskh Arabic"}
    for run in runs:
        sizes = [run._element.rPr.find(qn(f"w:{name}")).get(qn("w:val")) for name in ("sz", "szCs")]
        assert sizes[0] == sizes[1]
    assert [run.text for run in runs if run.font.superscript] == ["م"]
    assert [run.text for run in runs if run.font.cs_bold] == ["3\u00a0أقنعة"]
    ends = [paragraph.text for paragraph in foreign if paragraph.alignment == WD_ALIGN_PARAGRAPH.RIGHT]
    assert ends == ["هنغيانغ, 20\u00a0أبريل 1441", "تشن مينغ\nرئيس هنغيانغ\nحكومة هنغيانغ"]
