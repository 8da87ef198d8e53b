"""Opens the office and keeps its accounts."""

from django.db import transaction
from django.utils.translation import gettext as _

from crm.actions.errors import WrongState
from crm.actions.places import add_government, government_names
from crm.models.city import City, CityName
from crm.models.office import IssuingIdentity, Office
from crm.models.user import Role, User


@transaction.atomic
def open_office(
    *,
    name: str,
    country,
    city_zh: str,
    city_latin: str,
    number_prefix: str,
    head: User,
    password: str,
    latitude: float | None = None,
    longitude: float | None = None,
) -> Office:
    """Makes an empty installation an office: our city, its government, the first identity and the first head.

    ``head`` is an account not saved yet; he or she is the actor. Raises WrongState where somebody was first.
    """
    if User.objects.exists() or Office.objects.exists():
        raise WrongState(_("This office is open already: please sign in."))
    city = City.objects.create(country=country, latitude=latitude, longitude=longitude)
    for language, text in (("zh-hans", city_zh), ("en", city_latin)):
        CityName.objects.create(city=city, language=language, text=text)
    city = City.objects.get(pk=city.pk)
    city.slug = city.propose_slug()
    city.save(update_fields=["slug"])
    office = Office.objects.create(name=name, city=city)
    seal_name = government_names(city)["zh-hans"][0]
    IssuingIdentity.objects.create(
        office=office,
        code="government",
        organization=add_government(city=city),
        number_prefix=number_prefix,
        seal_name=seal_name,
    )
    head.role = Role.HEAD
    save_account(by=head, account=head, password=password)
    return office


@transaction.atomic
def save_account(*, by: User, account: User, password: str = "") -> User:
    """Saves an account, with a new password where one is given; a head who can sign in always remains."""
    remains = account.role == Role.HEAD and account.is_active
    if account.pk and account.pk == by.pk and not remains:
        raise WrongState(_("You cannot lock yourself out: ask another head to change your account."))
    heads = User.objects.select_for_update().heads()
    if not remains and not any(head.pk != account.pk for head in heads):
        raise WrongState(_("The office needs a head who can sign in: name another one first."))
    if password:
        account.set_password(password)
    account.save()
    return account
