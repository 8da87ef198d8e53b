"""Letters as they are composed: every text holds with whatever is on record."""

import re
from datetime import date

import pytest

from correspondence.errors import GenderMissing, LetterRefused, MissingWord
from correspondence.languages import CODES, LANGUAGES
from correspondence.models import Letter, LetterTemplateText
from correspondence.texts.composing import compose, compose_pair
from correspondence.texts.proposing import propose_brief
from crm.models import Occasion, Organization, Partnership, Person, StepKind
from tests.correspondence.texts.letters import FORMAL, KINDS, ON, PARTNERS, city, put_exchange, words


def test_every_kind_in_every_language_from_demo_data(demo):
    put_exchange()
    for kind in KINDS:
        for language, slug in PARTNERS.items():
            chinese, foreign = compose_pair(propose_brief(kind=kind, on=ON, city=city(slug)))
            assert (chinese.language, foreign.language) == ("zh-hans", language)
            for letter in (chinese, foreign):
                assert letter.paragraphs, (kind, language)
                assert not re.search(r"[{}\[\]]|None|  ", letter.words), (kind, language, letter.words)


def test_kinds_have_the_same_keys_in_the_same_order_in_every_language(texts):
    from correspondence.texts.checking import check_source

    for kind in KINDS:
        orders = {}
        for text in LetterTemplateText.objects.filter(template__kind=kind):
            keys = list(dict.fromkeys(block.key for block in check_source(text.source).blocks))
            orders[text.language] = keys
        assert set(orders) == set(CODES)
        assert len({tuple(keys) for keys in orders.values()}) == 1, (kind, orders)


def digits(text: str) -> set[int]:
    """All whole numbers in a text, however grouped, 万 multiplied out."""
    found = set()
    for number, wan in re.findall(r"(\d[\d., \u00a0\u202f]*\d|\d)((?:\u2060| |\u00a0)*[万만]?)", text):
        if wan.strip():
            found.add(round(float(number) * 10_000))
        else:
            found.add(int(re.sub(r"\D", "", number)))
    return found


def test_numbers_in_the_letter_equal_the_record(demo):
    put_exchange()
    for slug in PARTNERS.values():
        brief = propose_brief(kind="reciprocal_support", on=ON, city=city(slug))
        quantities = {int(line.quantity) for gift in brief.given for line in gift.lines.all()}
        for letter in compose_pair(brief):
            body = letter.part("body")
            assert quantities <= digits(body), (slug, body)
            assert digits(body) - quantities <= {2, 4, 19, 2020, 3, 12, 1992}, (slug, body)


def test_planned_partnership_is_never_given_the_formal_noun(demo):
    put_exchange()
    Partnership.objects.update(confirmed=True)
    for partnership in Partnership.objects.all():
        partnership.steps.all().delete()
        partnership.steps.create(kind=StepKind.INTENT, day="2018")
    for kind in KINDS:
        for slug in PARTNERS.values():
            for letter in compose_pair(propose_brief(kind=kind, on=ON, city=city(slug))):
                assert not re.search(FORMAL[letter.language], letter.words, re.IGNORECASE), (kind, letter.words)


def test_partnership_takes_its_noun_from_the_letters_day(demo):
    before = words(slug="legazpi-ph", on=date(2020, 11, 30))
    after = words(slug="legazpi-ph", on=date(2021, 1, 1))
    assert "Magkapatid" not in before
    assert "Magkapatid na lungsod ang Hengyang at ang Legazpi mula pa noong 2020." in after


def test_own_ambassador_gets_chinese_only_and_no_excellency(demo):
    embassy = Organization.objects.get(slug="embassy-of-china-no")
    letters = compose_pair(propose_brief(kind="thanks", on=ON, organization=embassy))
    assert [letter.language for letter in letters] == ["zh-hans"]
    assert "阁下" not in letters[0].words
    assert "贵市" not in letters[0].words
    assert "大量防疫物资" in letters[0].words
    with pytest.raises(LetterRefused, match="Chinese only"):
        propose_brief(kind="thanks", on=ON, organization=embassy, language="en")


def test_a_chinese_condolence_has_no_exclamation_mark(demo):
    for slug in PARTNERS.values():
        chinese, _foreign = compose_pair(propose_brief(kind="condolence", on=ON, city=city(slug)))
        assert "！" not in chinese.words
    assert "！" in compose_pair(propose_brief(kind="thanks", on=ON, city=city("ritto-jp")))[0].words


@pytest.mark.parametrize(("kind", "said"), [("condolence", True), ("notification", False)])
def test_only_words_of_sympathy_are_said_to_have_moved_us(demo, kind, said):
    Letter.objects.filter(direction="in").update(kind=kind)
    letters = compose_pair(propose_brief(kind="thanks", on=ON, city=city("ritto-jp")))
    assert [any(p.key == "letter" for p in letter.paragraphs) for letter in letters] == [said, said]


@pytest.mark.parametrize(
    ("begins_small", "salutation", "begin"),
    [(True, "Mahal na S,", "may"), (True, "Mahal na S:", "May"), (False, "Mahal na S,", "May")],
)
def test_only_the_first_paragraph_goes_on_in_small_letters_after_a_comma(
    demo, monkeypatch, begins_small, salutation, begin
):
    rules, source = LANGUAGES["fil"], "## concern\nmay lungkot.\n\n## sympathy\nmay pagdamay.\n"
    monkeypatch.setattr(rules, "begins_small", begins_small, raising=False)
    monkeypatch.setattr(rules, "salutation", lambda addressee: salutation, raising=False)
    LetterTemplateText.objects.filter(template__kind="condolence", language="fil").update(source=source)
    letter = compose(propose_brief(kind="condolence", on=ON, city=city("legazpi-ph")), "fil")
    assert [paragraph.body for paragraph in letter.paragraphs] == [f"{begin} lungkot.", "May pagdamay."]


def test_unknown_gender_stops_ukrainian_romanian_and_spanish_and_says_whom_to_complete(demo):
    Person.objects.update(gender="")
    for slug in ("brovary-ua", "calarasi-ro", "guadalajara-es"):
        brief = propose_brief(kind="condolence", on=ON, city=city(slug))
        with pytest.raises(GenderMissing, match=f"/people/{brief.person.pk}/edit/"):
            compose(brief, brief.language)
    organization = Organization.objects.get(city__slug="brovary-ua")
    brief = propose_brief(kind="condolence", on=ON, organization=organization, organization_itself=True)
    assert compose(brief, "uk").paragraphs


@pytest.mark.parametrize(("language", "slug"), [("es", "guadalajara-es"), ("ko", "city-not-named-kr")])
def test_name_that_the_reader_cannot_read_stops_the_letter(demo, language, slug):
    signer = Person.objects.get(posts__organization__slug="hengyang-government-cn")
    signer.names.filter(form__in=["latin", "other"]).delete()
    with pytest.raises(MissingWord, match=rf"can print. Add one at /people/{signer.pk}/edit/"):
        words(slug=slug)


@pytest.mark.parametrize(
    ("slug", "given", "cases"),
    [
        ("guadalajara-es", "M.ª Carmen", {}),
        ("guadalajara-es", "Ørjan", {}),
        ("brovary-ua", "Обʼєдко", {"given_dative": "Обʼєдкові"}),
    ],
)
def test_names_of_the_readers_own_letters_are_printed(demo, slug, given, cases):
    mayor = propose_brief(kind="condolence", on=ON, city=city(slug)).person
    mayor.names.filter(form="own").update(given=given, cases=cases)
    mayor.forms_of_address.all().delete()
    assert cases.get("given_dative", given) in words("condolence", slug)


def test_signer_without_a_name_is_refused_in_a_sentence(demo):
    Person.objects.get(posts__organization__slug="hengyang-government-cn").names.all().delete()
    with pytest.raises(LetterRefused, match="no name on record"):
        words()


def test_an_embassy_is_told_of_its_country_and_never_of_where_it_is(demo):
    embassy = Organization.objects.create(kind="embassy", country_id="ES", slug="embassy-of-spain-cn")
    embassy.names.create(language="zh-hans", text="西班牙驻华大使馆")
    embassy.names.create(language="es", text="Embajada de España en China")
    flood = Occasion.objects.create(kind="flood", start="2020-04")
    flood.countries.set(["ES"])
    chinese, spanish = compose_pair(propose_brief(kind="condolence", on=ON, organization=embassy, occasion=flood))
    assert "向贵国政府和人民致以诚挚的慰问" in chinese.words
    assert "al Gobierno y al pueblo de su país" in spanish.words
    assert "贵市" not in chinese.words
    assert "ciudad" not in spanish.part("body")


def test_a_name_without_its_running_text_gives_way_to_the_kinds_own_word(demo):
    flood = Occasion.objects.create(kind="flood", start="2020-04")
    flood.names.create(language="es", text="Inundaciones de Valencia")
    assert "la noticia de las inundaciones." in words(kind="condolence", occasion=flood)
    flood.names.update(in_letter="las inundaciones de Valencia")
    assert "la noticia de las inundaciones de Valencia." in words(kind="condolence", occasion=flood)


def test_signatory_is_named_as_the_readers_language_writes_it(demo):
    assert "衡陽市長　陳　明遠" in words(slug="ritto-jp")
    assert "헝양시장 천밍위안" in words(slug="city-not-named-kr")
    assert "ЧЕНЬ Мінʼюань" in words(slug="brovary-ua")


def test_contact_is_given_in_the_letters_own_words_or_not_at_all(demo):
    brief = propose_brief(kind="notification", on=ON, city=city("guadalajara-es"))
    brief.identity.letterheads.create(language="es", contact="teléfono +86 734 1")
    assert "734" not in words(kind="notification")
    brief.identity.letterheads.create(language="zh-hans", contact="电话 0734-1")
    chinese, spanish = compose_pair(propose_brief(kind="notification", on=ON, city=city("guadalajara-es")))
    assert ("电话 0734-1" in chinese.words, "teléfono +86 734 1" in spanish.words) == (True, True)
