"""What is found, of which kinds, in which order; the same questions have the same answers on both databases."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from crm.actions.records import change_record
from crm.search.asking import search
from crm.search.writing import index
from tests.factories import (
    ChannelFactory,
    CityFactory,
    GiftFactory,
    IdentityFactory,
    LetterFactory,
    OccasionFactory,
    OfficeFactory,
    OrganizationFactory,
    PersonFactory,
    PostFactory,
    UserFactory,
)

TODAY = date(2026, 11, 26)


@pytest.fixture
def record(db):
    """An office's record, each thing by the name that the questions below have for it."""
    office = OfficeFactory()
    IdentityFactory(office=office)
    spain = CityFactory(names={"en": "Guadalajara", "zh-hans": "瓜达拉哈拉市"}, region="Castilla-La Mancha")
    mexico = CityFactory(country_id="MX", names={"en": "Guadalajara", "zh-hans": "瓜达拉哈拉市"})
    kept = {
        "hengyang": office.city,
        "spain": spain,
        "mexico": mexico,
        "ritto": CityFactory(country_id="JP", names={"ja": "栗東市", "zh-hans": "栗东市", "en": "Ritto"}),
        "gimhae": CityFactory(country_id="KR", names={"ko": "김해시", "en": "Gimhae"}),
        "kremenchuk": CityFactory(country_id="UA", names={"uk": "Кременчук", "en": "Kremenchuk"}),
        "aquila": CityFactory(country_id="IT", names={"it": "L’Aquila", "zh-hans": "拉奎拉"}),
        "lueliang": CityFactory(country_id="CN", names={"zh-hans": "吕梁市"}),
        "brasov": CityFactory(country_id="RO", names={"ro": "Brașov"}),
        "rare": CityFactory(country_id="CN", names={"zh-hans": "𬭚于县"}),
        "council": OrganizationFactory(
            city=spain, names={"es": "Ayuntamiento de Guadalajara", "zh-hans": "瓜达拉哈拉市政府"}
        ),
        "takahashi": PersonFactory(country_id="JP", names={"own": ("一郎", "髙橋"), "latin": ("Ichirō", "Takahashi")}),
        "kim": PersonFactory(country_id="KR", names={"own": ("영희", "김"), "latin": ("Young-hee", "Kim")}),
        "munoz": PersonFactory(names={"own": ("Javier", "Muñoz Ibáñez"), "chinese": ("哈维尔", "穆尼奥斯")}),
    }
    index(ChannelFactory(person=kept["munoz"], kind="mobile", value="+34 949 88 70 11").person)
    index(ChannelFactory(organization=kept["council"], person=None, kind="email", value="a@guada.es").organization)
    PostFactory(person=kept["munoz"], organization=kept["council"], titles={"es": "Alcalde", "zh-hans": "市长"})
    kept["floods"] = OccasionFactory(names={"zh-hans": "衡阳洪灾", "en": "Floods"})
    kept["gift"] = GiftFactory(partner=mexico, title="口罩一批")
    words = {"zh-hans": {"thanks": "来函收悉，承蒙捐赠防护服，谨致谢忱。"}, "es": {"thanks": "Gracias por los trajes."}}
    kept["issued"] = LetterFactory(organization=kept["council"], texts=words)
    kept["theirs"] = LetterFactory(organization=kept["council"], title="关于青少年夏令营的函")
    kept["issued"].number, kept["theirs"].their_number = "衡政函〔2020〕12号", "REF-77/2020"
    kept["issued"].state = "entered"  # elsewhere, with its true number
    for letter in (kept["issued"], kept["theirs"]):
        letter.save()
        index(letter)
    return kept


QUESTIONS = [
    # names in any script, however they are typed
    ("瓜达拉哈拉", "spain mexico munoz council gift issued theirs"),
    ("瓜達拉哈拉市", "spain mexico munoz council gift issued theirs"),
    ("达拉哈", "spain mexico munoz council gift issued theirs"),
    ("guadalajara", "spain mexico munoz council gift issued theirs"),
    ("GUADAL", "spain mexico munoz council gift issued theirs"),
    ("gdlhl", "spain mexico munoz council gift issued theirs"),
    ("guadalahala", "spain mexico munoz council gift issued theirs"),
    ("ayuntamiento guadalajara", "munoz council issued theirs"),
    ("Guadalajara Mancha", "spain"),
    ("栗東", "ritto"),
    ("栗东市", "ritto"),
    ("ldong", ""),
    ("lds", "ritto"),
    ("김해", "gimhae"),
    ("김ㅎ", "gimhae"),
    ("ㄱㅣㅁ", "gimhae kim"),
    ("김", "gimhae kim"),
    ("кременчук", "kremenchuk"),
    ("КРЕМЕН", "kremenchuk"),
    ("laquila", "aquila"),
    ("l'aquila", "aquila"),
    ("Aquila", "aquila"),
    ("lvliang", "lueliang"),
    ("luliang", "lueliang"),
    ("brasov", "brasov"),
    ("Braşov", "brasov"),
    ("𬭚", "rare"),
    ("高橋", "takahashi"),
    ("高桥一郎", "takahashi"),
    ("takahasi", "takahashi"),
    ("ichiro", "takahashi"),
    ("영희", "kim"),
    ("영희 김", "kim"),
    ("younghee", "kim"),
    ("hee kim", "kim"),
    ("munoz ibanez", "munoz"),
    ("穆尼奥斯 哈维尔", "munoz"),
    ("mnas", "munoz"),
    ("alcalde", "munoz"),
    ("guada.es", "council"),
    ("洪灾", "floods"),
    ("hyhz", "floods"),
    # telephones by their last digits
    ("8870", ""),
    ("7011", "munoz"),
    ("88 70 11", "munoz"),
    ("949-887011", "munoz"),
    ("+34 949 88 70 11", "munoz"),
    # letters by any part of either number, their titles and words
    ("衡政函12", "issued"),
    ("〔2020〕12", "issued"),
    ("[2020]12号", "issued"),
    ("2020 12", "issued"),
    ("77/2020", "theirs"),
    ("ref-77", "theirs"),
    ("夏令营", "theirs"),
    ("防护服", "issued"),
    ("trajes", "issued"),
    ("口罩", "gift"),
    # a letter wrong is forgiven where nothing else is found
    ("Guadelajara", "spain mexico council"),
    ("Kremnchuk", "kremenchuk"),
    ("Takahaishi", "takahashi"),
    ("Gmihae", "gimhae"),
    # nothing
    ("", ""),
    ("   ", ""),
    ("!?", ""),
    ("zzzz", ""),
    ("'; DROP TABLE", ""),
    ('"', ""),
    ("NEAR(a b)", ""),
    ("a AND b", ""),
]


def test_each_question_finds_these_and_no_others(record):
    names = {one: name for name, one in record.items()}
    found = {asked: [hit.record for hit in search(asked, on=TODAY).hits] for asked, _answers in QUESTIONS}
    found = {asked: sorted(names.get(one, str(one)) for one in hits) for asked, hits in found.items()}
    wanted = {asked: sorted(answers.split()) for asked, answers in QUESTIONS}
    assert {asked: (found[asked], wanted[asked]) for asked in wanted if found[asked] != wanted[asked]} == {}


def test_whole_names_come_before_names_begun_and_these_before_texts(db):
    begun, whole = CityFactory(names={"en": "Leonberg"}), CityFactory(names={"en": "Leon"})
    told = CityFactory(names={"en": "Other"}, note="Near Leon.")
    assert [hit.record for hit in search("leon", on=TODAY).hits] == [whole, begun, told]


def test_letters_and_gifts_come_newest_first_and_what_is_out_of_use_last(db):
    city = CityFactory(names={"en": "Leon"})
    old, new, middle = (GiftFactory(partner=city, day=day) for day in ("2001", "2020-05", "2020-04-30"))
    corrected = GiftFactory(partner=city, day="2025", state="corrected")
    assert [hit.record for hit in search("leon", on=TODAY, kinds=["gift"]).hits] == [new, middle, old, corrected]


def test_of_each_kind_some_are_told_and_whether_there_are_more(db):
    cities = [CityFactory(names={"en": f"Leon {n}"}) for n in range(4)]
    OrganizationFactory(city=cities[0], names={"en": "Leon Trading"})
    groups = search("leon", on=TODAY, limit=3).groups
    assert [(group.kind.code, len(group.hits), group.more) for group in groups] == [
        ("city", 3, True),
        ("organization", 1, False),
    ]


def test_only_the_kinds_asked_for_are_looked_through(record):
    assert {hit.kind for hit in search("瓜达拉哈拉", on=TODAY, kinds=["gift", "letter", "nonsense"]).hits} == {
        "gift",
        "letter",
    }


def test_what_is_archived_is_last_or_left_out(db):
    archived, used = CityFactory(names={"en": "Leon"}, archived=True), CityFactory(names={"en": "Leon"})
    assert [hit.record for hit in search("leon", on=TODAY).hits] == [used, archived]
    assert [hit.record for hit in search("leon", on=TODAY, archived=False).hits] == [used]


def test_namesakes_are_told_apart(record):
    lines = [hit.line for hit in search("guadalajara", on=TODAY, kinds=["city"]).hits]
    assert sorted(lines) == ["Guadalajara · Mexico · City", "Guadalajara · Spain · Castilla-La Mancha · City"]


def test_what_was_merged_is_told_as_what_it_has_become(db):
    now = CityFactory(names={"en": "New"})
    old = CityFactory(names={"en": "Former"})
    old.merged_into = now
    change_record(by=UserFactory(), record=old)
    assert [hit.record for hit in search("former", on=TODAY).hits] == [now]


def test_that_a_letter_was_forgiven_is_said(record):
    assert [search(asked, on=TODAY).forgiven for asked in ("Ritto", "Rittto", "zzzzzz")] == [False, True, False]


def test_a_question_costs_as_many_queries_however_much_is_found(db):
    costs = [queries_of_a_question(n) for n in range(4)]
    assert costs[1] == costs[3] < 60


def queries_of_a_question(n: int) -> int:
    """Add a record of each kind; returns how many queries it takes to find all there are."""
    city = CityFactory(names={"en": f"Leon {n}"})
    person = PersonFactory(names={"own": ("Ana", f"Leon {n}")}, city=city)
    PostFactory(person=person, organization=OrganizationFactory(city=city, names={"en": f"Leon {n}"}))
    GiftFactory(partner=city)
    OccasionFactory(names={"en": f"Leon {n}"})
    LetterFactory(person=person)
    with CaptureQueriesContext(connection) as queries:
        groups = search("leon", on=TODAY).groups
    assert [len(group.hits) for group in groups] == [n + 1] * 6
    return len(queries)


def test_in_texts_whole_words_come_before_words_begun(db):
    whole, begun = (OccasionFactory(note=note) for note in ("a moren gift", "a morenita gift"))
    assert [hit.record for hit in search("moren", on=TODAY, kinds=["occasion"]).hits] == [whole, begun]
