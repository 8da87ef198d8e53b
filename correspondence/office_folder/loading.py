"""Loads a folder through the doors that the pages use; loading it again doubles nothing."""

from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import transaction

from correspondence.office_folder.courtesies import Courtesies
from correspondence.office_folder.people import load_people
from correspondence.office_folder.places import load_cities, load_office, load_organizations, load_partnerships
from correspondence.office_folder.reading import Mistake, OfficeFolder
from crm.actions.errors import WrongState
from crm.models import Office


@transaction.atomic
def load_folder(folder: OfficeFolder, *, by=None, is_demo: bool = False) -> Office:
    """Put a folder on record and return the office; raises Mistake, and then nothing of it is."""
    call_command("load_letter_templates", verbosity=0)
    try:
        cities = load_cities(by, folder)
        organizations = load_organizations(by, folder, cities)
        office = load_office(by, folder, cities, organizations, is_demo=is_demo)
        load_partnerships(by, office.city, cities, folder)
        people = load_people(by, folder, organizations, cities, is_demo=is_demo)
        records = {"city": cities, "organization": organizations, "person": people}
        Courtesies(by, folder, records).load()
    except (ValidationError, WrongState) as error:
        messages = getattr(error, "messages", [str(error)])
        raise Mistake(f"{folder.folder}: {' '.join(messages)}") from error
    return office
