"""Days as people write them, each read or refused for a reason."""

from datetime import date
from itertools import pairwise

import pytest

from crm.dates import (
    ERAS,
    UNTIL,
    PartialDate,
    UnreadableDay,
    day_in_year,
    from_excel_serial,
    is_sensible,
    parse_month_day,
    parse_partial_date,
)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2020", "2020"),
        ("2020-03", "2020-03"),
        ("2020-03-05", "2020-03-05"),
        ("2020-3-5", "2020-03-05"),
        (" 2020/3/5 ", "2020-03-05"),
        ("2020.3.5", "2020-03-05"),
        ("2020. 3. 5.", "2020-03-05"),
        ("2020. 3.", "2020-03"),
        ("2020—3—5", "2020-03-05"),
        ("2020・3・5", "2020-03-05"),
        ("20200305", "2020-03-05"),
        ("２０２０．３．５", "2020-03-05"),
        ("２０２０年３月５日", "2020-03-05"),
        ("2020年3月5日", "2020-03-05"),
        ("2020 年 3 月 5 号", "2020-03-05"),
        ("2020年3月", "2020-03"),
        ("2020年2", "2020-02"),
        ("2020年", "2020"),
        ("二〇二〇年三月五日", "2020-03-05"),
        ("二零二零年十月", "2020-10"),
        ("二○二○年十二月二十五日", "2020-12-25"),
        ("二〇二〇年十二月廿五日", "2020-12-25"),
        ("二〇二〇年一月三十一日", "2020-01-31"),
        ("2020년 3월 5일", "2020-03-05"),
        ("2020년 3월", "2020-03"),
        ("2020년", "2020"),
        ("令和2年3月5日", "2020-03-05"),
        ("令和二年三月五日", "2020-03-05"),
        ("令和元年", "2019"),
        ("令和元年5月1日", "2019-05-01"),
        ("㋿2年3月", "2020-03"),
        ("R2.3.5", "2020-03-05"),
        ("h31.4.30", "2019-04-30"),
        ("平成31年4月30日", "2019-04-30"),
        ("平成元年1月8日", "1989-01-08"),
        ("昭和64年1月7日", "1989-01-07"),
        ("昭和六十三年", "1988"),
        ("昭和元年12月25日", "1926-12-25"),
        ("大正15年12月25日", "1926-12-25"),
        ("大正元年7月30日", "1912-07-30"),
        ("明治45年7月30日", "1912-07-30"),
        ("明治6年1月1日", "1873-01-01"),
        ("明治5年", "1872"),
    ],
)
def test_what_people_write_is_read(written, read):
    assert str(parse_partial_date(written)) == read


def why(written: str) -> tuple[str, dict]:
    with pytest.raises(UnreadableDay) as refused:
        parse_partial_date(written)
    return refused.value.why, refused.value.said


@pytest.mark.parametrize(
    ("reason", "written"),
    [
        ("unreadable", "soon 20 20-3-5 202003 43895 十年 2020-3-5-1 2020年十十月 2020年三〇十月 2020/3/5T 令3年"),
        ("zero", "2020-00-15 2020-00 2020-03-00 2020.0.5 20200015 0000-03-05 0000 2020年0月 二〇二〇年〇月 R0.3.5"),
        ("no such day", "2020-13 2020-02-30 20201345 2020年13月 2020년2월30일 二〇二〇年三十月 45/45/2020"),
        ("republic", "民国109年3月5日 中華民國109年 民國一〇九年"),
        ("by the moon", "明治5年12月2日 明治元年11月"),
    ],
)
def test_what_is_no_day_is_refused_for_its_reason(reason, written):
    assert {text: why(text)[0] for text in written.split()} == dict.fromkeys(written.split(), reason)


@pytest.mark.parametrize("written", ["05/03/2020", "5.3.2020", "５－３－２０２０", "05 / 03 / 2020"])
def test_a_day_that_is_another_to_others_is_refused_with_both(written):
    assert why(written) == ("ambiguous", {"one": "2020-03-05", "other": "2020-05-03"})


@pytest.mark.parametrize(
    ("written", "meant"), [("25/03/2020", "2020-03-25"), ("03/25/2020", "2020-03-25"), ("5.5.2020", "2020-05-05")]
)
def test_a_year_put_last_is_refused_with_the_day_it_means(written, meant):
    assert why(written) == ("year last", {"one": meant})


@pytest.mark.parametrize(
    ("written", "era"),
    [
        ("令和元年4月30日", "令和"),
        ("令和元年4月", "令和"),
        ("平成31年5月1日", "平成"),
        ("平成32年", "平成"),
        ("平成元年1月7日", "平成"),
        ("S64.1.8", "昭和"),
        ("昭和65年", "昭和"),
        ("昭和元年12月24日", "昭和"),
        ("大正15年12月26日", "大正"),
        ("大正元年7月29日", "大正"),
        ("明治45年7月31日", "明治"),
        ("明治元年", None),
    ],
)
def test_a_day_lies_in_its_era(written, era):
    if era is None:
        assert str(parse_partial_date(written)) == "1868"
        return
    begin, end = ERAS[era]
    assert why(written) == ("outside era", {"era": era, "begin": begin, "end": "" if end == date.max else str(end)})


def test_the_eras_follow_each_other():
    days = [ERAS[era] for era in ("明治", "大正", "昭和", "平成", "令和")]
    gaps = [(later[0] - earlier[1]).days for earlier, later in pairwise(days)]
    assert gaps == [0, 0, 1, 1]  # the first two began on the day the one before ended


@pytest.mark.parametrize(
    ("serial", "day"),
    [(1, "1900-01-01"), (59, "1900-02-28"), (61, "1900-03-01"), (43895, "2020-03-05"), (43895.99, "2020-03-05")],
)
def test_excels_serials_are_read_past_its_day_that_never_was(serial, day):
    assert from_excel_serial(serial) == PartialDate(date.fromisoformat(day))


@pytest.mark.parametrize(("serial", "day"), [(0, "1904-01-01"), (60, "1904-03-01"), (42433, "2020-03-05")])
def test_old_files_count_from_1904(serial, day):
    assert from_excel_serial(serial, since_1904=True) == PartialDate(date.fromisoformat(day))


@pytest.mark.parametrize("serial", [60, 60.5, 0, 0.5, -1, 2_958_466, 1e300, float("nan"), float("inf")])
def test_what_is_no_serial_is_refused(serial):
    with pytest.raises(UnreadableDay):
        from_excel_serial(serial)


@pytest.mark.parametrize(
    ("day", "since", "sensible"),
    [("1800", 1800, True), ("1799-12-31", 1800, False), ("2100-12-31", 1900, True), ("2101", 1900, False)],
)
def test_a_sensible_day_lies_between_two_years(day, since, sensible):
    assert (is_sensible(parse_partial_date(day), since), UNTIL) == (sensible, 2100)


@pytest.mark.parametrize("written", ["12-01", "12-1", "12.1", " 12月1日 ", "１２－０１", "12 月 1 日", "十二月一日"])
def test_a_day_that_comes_every_year_is_read_as_people_write_it(written):
    assert parse_month_day(written) == "12-01"


@pytest.mark.parametrize("written", ["12", "12月", "12/01", "13-01", "02-30", "2020-12-01", "soon", "0-1"])
def test_what_is_no_day_of_the_year_is_refused(written):
    with pytest.raises(UnreadableDay):
        parse_month_day(written)


def test_a_leap_day_falls_on_the_28th_in_other_years():
    assert parse_month_day("2-29") == "02-29"
    assert [str(day_in_year("02-29", year)) for year in (2024, 2026)] == ["2024-02-29", "2026-02-28"]
