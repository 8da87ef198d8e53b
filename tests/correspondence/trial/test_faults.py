"""Each check finds a fault that is planted, and says nothing of right words."""

from decimal import Decimal

import pytest

from correspondence.languages import LANGUAGES
from correspondence.texts.composing import ComposedLetter, Paragraph
from correspondence.trial import faults
from correspondence.trial.faults import OnRecord, faults_in, unlike_twins


def letter(language: str = "nb", body: str = "Vi takker.", **parts) -> ComposedLetter:
    said = {
        "place_and_date": "",
        "addressee": "",
        "heading": "",
        "salutation": "",
        "paragraphs": (Paragraph("thanks", body),),
        "closing": "",
        "signature": "",
        **parts,
    }
    return ComposedLetter(language, **said)


def found(check, language: str, body: str, **record) -> list[str]:
    return check(letter(language, body), OnRecord(language, **record))


@pytest.mark.parametrize(
    "body",
    [
        "Vi takker for {gifts_received}.",
        "Vi [one_signs: jeg|vi] takker.",
        "Vi takker for None.",
        "Vi takker not_to_city.",
        "Vi  takker.",
        "Vi takker (). Hilsen.",
        " Vi takker.",
        "",
    ],
)
def test_a_leftover_is_found(body):
    assert len(found(faults.find_leftovers, "nb", body)) >= 1


def test_right_words_leave_nothing_over():
    assert found(faults.find_leftovers, "nb", "Vi takker (også for brevet).\n\n- mars 2020: hansker") == []


@pytest.mark.parametrize(
    ("language", "body", "word"),
    [
        ("nb", "Vi takker 衡阳市.", "衡阳市"),
        ("nb", "Vi takker Київ.", "Київ"),
        ("nb", "Vi takker för hjälpen.", "för"),
        ("ro", "Vă mulţumim.", "mulţumim"),
        ("uk", "Дякуємо Hengyang.", "Hengyang"),
        ("uk", "Мы благодарим.", "Мы"),
        ("zh-hans", "感谢Hengyang。", "感谢Hengyang"),
        ("zh-hans", "感谢栗東市。", "感谢栗東市"),
        ("zh-hans", "感谢さくら市。", "感谢さくら市"),
        ("ja", "衡阳市に感謝します。", "衡阳市に感謝します"),
        ("ko", "衡陽市에 감사합니다.", "衡陽市에"),
    ],
)
def test_a_word_of_another_script_is_found(language, body, word):
    assert f"not of this language's script: “{word}”" in found(faults.find_strange_script, language, body)


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("nb", "Vi takker for hjelpen under covid-19-pandemien, Ålesund."),
        ("uk", "Дякуємо: COVID-19, SF International, Хенʼян."),
        ("zh-hans", "感谢COVID-19期间的帮助，由SF International承运。"),
        ("ja", "COVID-19に際し、マスクを賜り、御礼申し上げます。"),
    ],
)
def test_what_stands_in_every_language_is_no_strange_script(language, body):
    assert found(faults.find_strange_script, language, body) == []


def test_a_name_on_record_may_have_any_letters():
    assert found(faults.find_strange_script, "nb", "Vi takker Malmö.", names=frozenset(["Malmö"])) == []


@pytest.mark.parametrize(
    ("language", "body", "word"),
    [
        ("nb", "Vi takker for your hjelp.", "your"),
        ("ro", "Vă mulțumim for the măști.", "the"),
        ("fil", "Salamat and mabuhay.", "and"),
        ("en", "We thank you og wish you well.", "og"),
        ("es", "Agradecemos las mascarillas mga regalos.", "mga"),
    ],
)
def test_a_word_of_another_language_is_found(language, body, word):
    assert [fault[-len(word) - 1 : -1] for fault in found(faults.find_strange_words, language, body)] == [word]


def test_a_strange_word_in_a_name_on_record_is_right():
    record = {"names": frozenset(["Bank of Oslo"])}
    assert found(faults.find_strange_words, "nb", "Vi takker Bank of Oslo.", **record) == []


def test_a_name_of_another_language_is_found_and_that_of_the_language_is_not():
    record = {"names": frozenset(["Tromsø", "Director executiv"]), "borrowed": frozenset(["Tromso", "Director"])}
    assert found(faults.find_borrowed_names, "nb", "Vi takker Tromso.", **record) == [
        "a name of another language: “Tromso”"
    ]
    assert found(faults.find_borrowed_names, "nb", "Vi takker Tromsø, Director.", **record) == []


@pytest.mark.parametrize(
    "body",
    [
        "20,000 masks",
        "20 000 munnbind",
        "20\u00a0000 munnbind",
        "20.000 de măști",
        "口罩2万只",
        "口罩26.5万只",
        "마스크 26만 5,000장",
        "마스크 26만\u00a05000장",
        "マスク265,000枚",
        "5.000,50 euro",
        "5 000,50 euro",
        "5,000.50 euro",
        "2 millones de mascarillas",
        "1,5 tonn",
        "2020年2月5日",
    ],
)
def test_a_number_on_record_is_known_however_it_is_grouped(body):
    numbers = frozenset(map(Decimal, ("20000", "265000", "5000.5", "2000000", "1.5", "2020", "2", "5")))
    assert found(faults.find_unknown_numbers, "nb", body, numbers=numbers) == []


@pytest.mark.parametrize(
    ("body", "number"),
    [
        ("2,000 masks", "2,000"),
        ("200\u00a0000 munnbind", "200\u00a0000"),
        ("口罩20万只", "20万"),
        ("마스크 26만 4,000장", "26만 4,000"),
        ("20.001 de măști", "20.001"),
        ("i 2019", "2019"),
        ("tre munnbind", "tre"),
    ],
)
def test_a_number_that_is_not_on_record_is_found(body, number):
    record = {"numbers": frozenset(map(Decimal, ("20000", "265000", "2020"))), "number_words": {"3": "tre"}}
    assert found(faults.find_unknown_numbers, "nb", body, **record) == [f"a number that is not on record: “{number}”"]


def test_a_number_in_words_that_is_on_record_is_right():
    record = {"numbers": frozenset([Decimal(3)]), "number_words": {"3": "tre", "4": "fire"}}
    assert found(faults.find_unknown_numbers, "nb", "tre munnbind", **record) == []


@pytest.mark.parametrize(
    ("language", "body", "word"),
    [
        ("nb", "Vi takker for for hjelpen.", "for"),
        ("nb", "For\u00a0for hjelpen.", "For"),
        ("uk", "Дякуємо за за допомогу.", "за"),
        ("zh-hans", "感谢贵市的的帮助。", "的的"),
        ("zh-hans", "衡阳市衡阳市感谢。", "衡阳市衡阳市"),
        ("ja", "貴市貴市に感謝します。", "貴市貴市"),
        ("ko", "진심으로 진심으로 감사합니다.", "진심으로"),
    ],
)
def test_a_doubled_word_is_found(language, body, word):
    assert found(faults.find_doubled_words, language, body) == [f"a doubled word: “{word}”"]


@pytest.mark.parametrize(
    ("language", "body", "may"),
    [
        ("nb", "Vi takker for hjelpen, hjelpen som kom.", ""),
        ("fil", "Araw-araw, iba iba ang dumarating.", "iba"),
        ("ja", "一つ一つの品に、友好とともに。", "一つ一つ"),
        ("zh-hans", "渐渐好转，深深感谢。", ""),
        ("en", "We thank that that came.", "had that"),
    ],
)
def test_a_word_that_a_language_says_twice_is_right(language, body, may):
    assert found(faults.find_doubled_words, language, body, said_twice=may) == []


@pytest.mark.parametrize(
    "body",
    [
        "Vi takker,, og hilser.",
        "Vi takker..",
        "Vi takker. .",
        "Vi takker ,og hilser.",
        "感谢。。",
        "感谢，。",
        "Kaga AS.,.",
    ],
)
def test_double_punctuation_is_found(body):
    assert len(found(faults.find_double_marks, "nb", body)) >= 1


@pytest.mark.parametrize(
    "body",
    [
        "Vi takker Kaga Co., og hilser.",
        "Chargé d’affaires a.i., Oslo.",
        "Den 5. mars, kl. 12, hilser vi.",
        "«Vi takker», sa hun.",
        "5.000,50 euro; 3,5 tonn.",
        "感谢（口罩20只）。",
    ],
)
def test_marks_that_may_stand_side_by_side_are_right(body):
    assert found(faults.find_double_marks, "nb", body) == []


OFFICES = [
    ("nb", "Kjære ordfører Kari Dahl,", "Varaordfører Kari Dahl\nX kommune", "Ordfører Kari Dahl\nX kommune"),
    ("en", "Dear President Wood,", "The Honorable Mary Wood\nMayor", "Mary Wood\nPresident of the City Council"),
    (
        "es",
        "Estimada Sra. Presidenta:",
        "Sra. D.ª E O\nDirectora",
        "Sra. D.ª E O\nPresidenta de la Diputación de Cádiz",
    ),
    ("ro", "Stimată doamnă primar,", "Doamnei Ana Pop\nViceprimar", "Doamnei Ana Pop\nPrimar al Municipiului X"),
    (
        "ro",
        "Stimate domnule președinte,",
        "Domnului I P\nPrefect",
        "Domnului I P\nPreședinte al Consiliului Județean X",
    ),
    (
        "fil",
        "Kagalang-galang na Punong Lungsod Cruz:",
        "Kgg. L Cruz\nPangalawang Punong Lungsod",
        "Kgg. L Cruz\nPunong Lungsod",
    ),
    ("uk", "Вельмишановний пане міський голово!", "Рада\nЗаступнику міського голови", "Рада\nМіському голові"),
    ("zh-hans", "尊敬的王雷市长：", "某市政府\n副市长 王雷先生", "某市政府\n市长 王雷先生"),
    ("zh-hans", "尊敬的王雷部长：", "处长 王雷先生", "卫生部部长 王雷先生"),
    ("ko", "존경하는 김지은 시장님께", "춘천시 부시장 김지은 귀하", "춘천시장 김지은 귀하"),
    ("ja", "市長 様", "鳥取市副市長　渡邊　恵　様", "鳥取市長　渡邊　恵　様"),
]


@pytest.mark.parametrize(("language", "salutation", "another", "same"), OFFICES)
def test_a_salutation_that_names_another_office_is_found(language, salutation, another, same):
    record = OnRecord(language, organization="Рада")
    wrong, right = (letter(language, addressee=address, salutation=salutation) for address in (another, same))
    assert len(faults.find_another_office(wrong, record)) == 1
    assert faults.find_another_office(right, record) == []


@pytest.mark.parametrize(
    ("language", "salutation", "address"),
    [
        ("nb", "Kjære Kari Dahl,", "Ordfører Kari Dahl"),
        ("zh-hans", "尊敬的王雷市长：", "王雷先生\n中国驻挪威大使馆"),
        ("nb", "", "X kommune"),
    ],
)
def test_where_one_of_both_names_no_office_there_is_nothing_to_compare(language, salutation, address):
    assert (
        faults.find_another_office(letter(language, addressee=address, salutation=salutation), OnRecord(language)) == []
    )


def test_the_noun_of_a_partnership_wants_one_that_stands():
    said = ("nb", "Hengyang og Bergen er vennskapsbyer.")
    assert found(faults.find_formal_noun, *said, formal="vennskapsby") == [
        "the noun of a partnership that does not stand: “vennskapsbyer”"
    ]
    assert found(faults.find_formal_noun, *said, formal="vennskapsby", tie_stands=True) == []


def test_paragraphs_that_only_one_text_has_are_found():
    one, other = letter("zh-hans"), letter("nb", paragraphs=(Paragraph("thanks", "A."), Paragraph("wish", "B.")))
    assert len(list(unlike_twins(one, other))) == 1
    assert list(unlike_twins(one, letter("nb"))) == []


def test_a_letter_is_looked_at_by_every_check():
    wrong = letter("nb", "Vi takker for for hjelpen,, {gift} i 2019.")
    assert [fault.split(":")[0] for fault in faults_in(wrong, OnRecord("nb"))] == [
        "a leftover",
        "a leftover",
        "a number that is not on record",
        "a doubled word",
        "double punctuation",
    ]


def test_the_data_of_the_checks_is_of_languages_that_there_are():
    tables = (faults.FOREIGN_LETTERS, faults.CHARSETS, faults.GRAMMAR, faults.SHORTENED, faults.OFFICES)
    assert {code for table in tables for code in table} <= set(LANGUAGES)
