"""Loads a folder through the doors that the pages use; loading it again doubles nothing."""

from django.core.management import call_command
from django.db import transaction

from correspondence.office_folder.cities import load_cities, load_partnerships
from correspondence.office_folder.courtesies import load_courtesies
from correspondence.office_folder.office import load_office
from correspondence.office_folder.organizations import load_organizations
from correspondence.office_folder.people import load_people
from correspondence.office_folder.reading import OfficeFolder
from correspondence.office_folder.records import Records
from crm.models import Office, User


@transaction.atomic
def load_folder(folder: OfficeFolder, *, by: User | None = None, is_demo: bool = False) -> Office:
    """Put a folder on record and return the office; raises Mistake, and then nothing of it is."""
    call_command("load_letter_templates", verbosity=0)
    records = Records(folder, by=by, is_demo=is_demo)
    partnerships = load_cities(records)
    load_organizations(records)
    load_office(records)
    load_partnerships(records, partnerships)
    load_people(records)
    load_courtesies(records)
    return records.office
