"""Every question that names a record finds it as one types: no page has a list of records in it."""

import re
from html.parser import HTMLParser

from django.forms import BaseForm, ModelChoiceField, ModelMultipleChoiceField

from crm.checks import below
from crm.forms.choices import Picking
from crm.forms.office import WelcomeForm
from tests.addresses import fill_addresses

LONGEST = 32  # of the lists that name no record: ranks, kinds of places, years, letter languages


class Lists(HTMLParser):
    """The lists of a page: name, whether what is not in it is found as one types, and how many choices it has."""

    def __init__(self, page: str):
        super().__init__()
        self.lists = []
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        found = dict(attributes)
        if tag == "select":
            self.lists.append([found.get("name", ""), "data-picker" in found, 0])
        elif tag == "option":
            self.lists[-1][2] += 1


def test_every_field_that_names_a_record_is_a_picker(db):
    forms = [form for form in below(BaseForm) if form.__module__.startswith(("crm", "correspondence"))]
    plain = {
        f"{form.__qualname__}.{name}"
        for form in forms
        for name, field in form.base_fields.items()
        if isinstance(field, ModelChoiceField | ModelMultipleChoiceField) and not isinstance(field, Picking)
    }
    of_one_gift = {"DisposalForm.line"}  # its own lines, which its page shows beside
    assert plain - of_one_gift == {f"{WelcomeForm.__qualname__}.country"}  # filled in before anybody can be asked


def test_no_page_has_a_list_of_records(demo, client_of, head, monkeypatch):
    monkeypatch.setattr("crm.choosing.records.FEW", 0)
    monkeypatch.setattr("crm.picking.FEW", 0)
    client, long, asked = client_of(head), [], set()
    for name, address in fill_addresses().items():
        answer = client.get(address)
        if answer.status_code != 200 or not answer.headers["Content-Type"].startswith("text/html"):
            continue
        for field, finds, count in Lists(answer.content.decode()).lists:
            asked |= {re.sub(r".*-", "", field)} if finds else set()
            if count > (2 if finds else LONGEST):
                long.append((name, field, count))
    assert long == []
    kinds = {"city", "organization", "person", "occasion", "country", "language", "item", "liaison", "recipient"}
    assert kinds - asked == set()
