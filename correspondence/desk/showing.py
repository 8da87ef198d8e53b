"""A stretch of the queue as its page shows it."""

from datetime import date

from correspondence.desk.queue import ACCOUNTS, DAYS, DECIDE, HELP, MINE, REPLY, SEND, Run
from correspondence.desk.reading import countries_of, read_records
from correspondence.desk.rows import Row, account_row, day_row, decision_row, gift_row, help_row, own_row, reply_row
from correspondence.desk.under_way import drafts_for, tell_deviations
from crm.models import User

DRAFTED_FOR, DRAFTED = (HELP, REPLY, SEND), (DECIDE, MINE)


def show(found: list[tuple[Run, object]], user: User, on: date) -> list[Row]:
    """The rows of a stretch of the queue, as one of ours sees them on a day."""
    read = read_records(found)
    of_duty = [(run.duty, record) for run, _key, record in read]
    countries = countries_of(record for duty, record in of_duty if duty in (HELP, SEND))
    days = [record for duty, record in of_duty if duty == DAYS]
    drafts = drafts_for([record for duty, record in of_duty if duty in DRAFTED_FOR], days, on)
    tell_deviations([record for duty, record in of_duty if duty in DRAFTED])
    rows = []
    for run, key, record in read:
        row = make_row(run, key, record, countries, on)
        row.group, row.drafts = run.group, drafts.get(record, [])
        row.says_otherwise = getattr(record, "says_otherwise", False)
        row.steps = row.steps if user.may_write else []
        rows.append(row)
    return rows


def mark_first(rows: list[Row]) -> None:
    """Have the first step of all stand out: it is what to do next."""
    for step in [step for row in rows for step in row.steps][:1]:
        step.look = "primary"


def make_row(run: Run, key, record, countries: dict, on: date) -> Row:
    """The row of a record, by its duty."""
    if run.duty == HELP:
        return help_row(record, key, countries, on)
    if run.duty == SEND:
        return gift_row(record, countries, on)
    makers = {DECIDE: decision_row, ACCOUNTS: account_row, MINE: own_row, REPLY: reply_row, DAYS: day_row}
    return makers[run.duty](record, on)
