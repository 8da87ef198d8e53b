"""A field of a partial date: what is typed, what is stored, what is refused."""

from datetime import date, datetime
from importlib import import_module

import pytest
from django import forms
from django.core.exceptions import ValidationError

from crm.checks import below
from crm.dates import PartialDate
from crm.fields import DayFormField, PartialDateFormField, to_partial_date
from crm.models import City, Gift, Occasion, PartnershipStep, Post
from tests.factories import GiftFactory


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("2020-02", "2020-02"),
        (" 2020年2月 ", "2020-02"),
        (date(2020, 2, 5), "2020-02-05"),
        (PartialDate(date(2020, 1, 1), "year"), "2020"),
    ],
)
def test_what_is_typed_is_read(typed, read):
    assert str(to_partial_date(typed)) == read


@pytest.mark.parametrize("typed", ["", None])
def test_nothing_is_no_day(typed):
    assert to_partial_date(typed) is None


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("soon", "“soon” is no date. Write 2020-03-05, or 2020-03 or 2020 where no more is known."),
        ("2020-00-15", "“2020-00-15” has a zero for what is not known. Leave it out: 2020-03, or 2020."),
        ("2020-02-30", "“2020-02-30” is in no calendar: there is no such day or month."),
        ("05/03/2020", "“05/03/2020” is 2020-03-05 to some and 2020-05-03 to others. Write the one that is meant."),
        ("25/03/2020", "Write the year first: 2020-03-25 for “25/03/2020”."),
        (
            "平成31年5月",
            "“平成31年5月” does not lie in 平成 (1989-01-08 – 2019-04-30). Write the year of the common era.",
        ),
        (
            "明治5年3月",
            "“明治5年3月” is a day by the moon, as Japan counted until 1872. Write the day of today's calendar.",
        ),
        ("民国9年", "Years of the Republic 民国 are not read (“民国9年”). Write the year of the common era."),
    ],
)
def test_what_is_no_day_is_refused_in_a_sentence(typed, sentence):
    with pytest.raises(ValidationError) as refusal:
        to_partial_date(typed)
    assert refusal.value.messages == [sentence]


def test_the_day_of_a_moment_is_read_without_its_time():
    assert to_partial_date(datetime(2020, 2, 5, 13, 30)) == PartialDate(date(2020, 2, 5))


class Asked(forms.Form):
    """A form with a day of each kind."""

    passed = PartialDateFormField(required=False)
    done = DayFormField(required=False)
    whenever = DayFormField(required=False, since=None)


@pytest.mark.parametrize(
    ("name", "typed", "errors"),
    [
        ("passed", "0201-03", ["“0201-03” lies outside what is sensible here: 1900 to 2100."]),
        ("passed", "3020", ["“3020” lies outside what is sensible here: 1900 to 2100."]),
        ("passed", "1900", []),
        ("passed", "二〇二〇年十二月二十五日", []),
        ("done", "令和2年3月5日", []),
        ("done", "2020. 3. 5.", []),
        ("done", "2020-03", ["“2020-03” is no full day. Write the day too: 2020-03-05."]),
        ("done", "1999-12-31", ["“1999-12-31” lies outside what is sensible here: 2000 to 2100."]),
        (
            "done",
            "05/03/2020",
            ["“05/03/2020” is 2020-03-05 to some and 2020-05-03 to others. Write the one that is meant."],
        ),
        ("whenever", "9999-12-31", []),
        ("done", "  ", []),
    ],
)
def test_a_form_refuses_what_is_not_sensible_and_keeps_what_was_typed(name, typed, errors):
    form = Asked({name: typed})
    assert (form.errors.get(name, []), form[name].value()) == (errors, typed)


def test_a_day_field_gives_a_day():
    form = Asked({"done": "令和2年3月5日", "passed": "2020년 3월"})
    assert form.is_valid()
    assert form.cleaned_data == {
        "done": date(2020, 3, 5),
        "passed": PartialDate(date(2020, 3, 1), "month"),
        "whenever": None,
    }


@pytest.mark.parametrize(("typed", "changed"), [("2020/2/5", False), ("2020-02-06", True), ("soon", True), ("", True)])
def test_the_same_day_in_other_words_is_no_change(typed, changed):
    assert PartialDateFormField().has_changed(PartialDate(date(2020, 2, 5)), typed) == changed


@pytest.mark.parametrize(
    ("make", "day"),
    [
        (lambda day: Gift(direction="received", state="received", day=day), "1899"),
        (lambda day: PartnershipStep(kind="signed", day=day), "1799"),
        (lambda day: Occasion(start=day), "1799"),
        (lambda day: Post(start=day), "2101"),
    ],
)
def test_a_record_says_what_is_not_sensible_of_its_own_days(make, day):
    record = make(day)
    with pytest.raises(ValidationError) as refusal:
        record.clean_fields()
    (said,) = {message for messages in refusal.value.message_dict.values() for message in messages if day in message}
    assert said.startswith(f"“{day}” lies outside what is sensible here: ")


def test_every_plain_day_of_a_form_is_read_like_the_others():
    """A forms.DateField would take 05/03/2020 for the third of May."""
    import_module("crm.urls")
    plain = [form for form in below(forms.BaseForm) if form.__module__.startswith(("crm.", "correspondence."))]
    fields = {f"{form.__name__}.{name}": field for form in plain for name, field in form.base_fields.items()}
    days = {name: field for name, field in fields.items() if isinstance(field, forms.DateField | forms.DateTimeField)}
    assert len(days) > 5
    assert [name for name, field in days.items() if not isinstance(field, DayFormField)] == []


def test_what_is_kept_already_is_read_whatever_its_year(db):
    gift = GiftFactory()
    Gift.objects.filter(pk=gift.pk).update(day="0201")
    assert str(Gift.objects.get(pk=gift.pk).day) == "0201"


def test_a_day_keeps_its_precision_and_is_sorted_by_its_first_possible_day(db):
    days = ["2020-02-05", "2020-02", "2020", "2019-12-31"]
    for day in days:
        GiftFactory(day=day)
    kept = [str(day) for day in Gift.objects.order_by("day").values_list("day", flat=True)]
    assert kept == ["2019-12-31", "2020", "2020-02", "2020-02-05"]
    assert Gift.objects.filter(day__gte="2020-02").count() == 2


def test_a_day_that_comes_every_year_is_kept_as_month_and_day():
    field = City._meta.get_field("own_day")
    assert [field.formfield().clean(typed) for typed in ("9月8日", "")] == ["09-08", ""]
    assert field.clean("09-08", None) == "09-08"
    for refused, by in (("soon", field.formfield().clean), ("9-8", lambda value: field.clean(value, None))):
        with pytest.raises(ValidationError) as refusal:
            by(refused)
        assert refusal.value.messages == [f"“{refused}” is no day of the year. Write month and day: 12-01."]
