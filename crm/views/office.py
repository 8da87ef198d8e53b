"""Our office: its page, settings, identities, accounts and table of countries."""

from django.http import Http404
from django.urls import reverse_lazy
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView

from crm.actions.office import save_account, save_identity, save_office
from crm.filters.office import CountryFilter, UserFilter
from crm.forms.office import CountryForm, IdentityForm, Letterheads, OfficeForm, Signatories, UserForm
from crm.history import changes_of
from crm.models import Country, IssuingIdentity, Office, User
from crm.tables.office import CountryTable, UserTable
from crm.views.base import HeadOnly, RecordForm, RecordList


class OfficeDetail(TemplateView):
    """The office's settings and identities for all to read, and the way to what else it keeps."""

    template_name = "crm/office.html"

    def get_context_data(self, **kwargs):
        office = Office.get()
        identities = office.identities.prefetch_related("organization__names", "letterheads") if office else []
        changes = changes_of(office, *identities) if office else []
        return super().get_context_data(
            title=_("Office"), office=office, identities=identities, changes=changes, **kwargs
        )


class SettingForm(HeadOnly, RecordForm):
    """A form of the office that only the head may use, with its changes below."""

    template_name = "crm/form_with_changes.html"

    def get_context_data(self, **kwargs):
        known = self.object is not None and self.object.pk
        return super().get_context_data(changes=changes_of(self.object) if known else [], **kwargs)


class OfficeEdit(SettingForm):
    """The office's own settings; where there is none yet, it is made here."""

    model = Office
    form_class = OfficeForm
    title_add, title_edit = _("Set up the office"), _("Change the office's settings")
    extra_context = {"cancel_url": reverse_lazy("office")}

    def get_object_or_none(self):
        return Office.get()

    def change(self, form, parts):
        return save_office(by=self.request.user, office=form.instance, parts=parts)


class IdentityEdit(SettingForm):
    """Adds or changes a name we issue letters under."""

    model = IssuingIdentity
    form_class = IdentityForm
    inline_classes = (Letterheads, Signatories)
    slug_field = slug_url_kwarg = "code"
    template_name = "crm/identity_edit.html"
    title_add, title_edit = _("Add an issuing identity"), _("Change the issuing identity")
    success_url = reverse_lazy("office")
    extra_context = {"cancel_url": success_url}

    def get_form_kwargs(self):
        kwargs = super().get_form_kwargs()
        return kwargs | {"instance": self.object or IssuingIdentity(office=self.office)}

    @cached_property
    def office(self) -> Office:
        """Our office, which must have been set up before."""
        if (office := Office.get()) is None:
            raise Http404
        return office

    def change(self, form, parts):
        names = form.names if form.instance.pk is None else None
        return save_identity(by=self.request.user, identity=form.instance, parts=parts, names=names)


class UserList(HeadOnly, RecordList):
    """The accounts."""

    queryset = User.objects.order_by("-is_active", "username")
    table_class = UserTable
    filterset_class = UserFilter
    title = _("Accounts")
    add_url, add_label = "user-add", _("Add an account")
    empty_text = _("Nothing matches. Widen the filters, or add the account.")


class UserEdit(SettingForm):
    """Adds or changes an account; a head cannot lock himself or herself out."""

    template_name = "crm/user_form.html"
    model = User
    form_class = UserForm
    title_add, title_edit = _("Add an account"), _("Change the account")
    success_url = reverse_lazy("user-list")
    extra_context = {"cancel_url": success_url}

    def save(self, form, inlines):
        password = form.cleaned_data.get("password1", "")
        return save_account(by=self.request.user, account=form.instance, password=password)

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {
            "is_own": self.object is not None and self.object.pk == self.request.user.pk
        }


class CountryList(HeadOnly, RecordList):
    """The office's own table of countries and regions."""

    queryset = Country.objects.all()
    table_class = CountryTable
    filterset_class = CountryFilter
    title = _("Countries and regions")
    empty_text = _(
        "Nothing matches. Widen the filters: the table holds every country and region by its two-letter code."
    )


class CountryEdit(SettingForm):
    """How a country or region is named, filed and written to."""

    model = Country
    form_class = CountryForm
    slug_field = slug_url_kwarg = "code"
    title_edit = _("Change the country or region")
    success_url = reverse_lazy("country-list")
    extra_context = {"cancel_url": success_url}
