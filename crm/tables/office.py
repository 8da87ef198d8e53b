"""The lists of accounts and of countries, column by column."""

import django_tables2 as tables
from django.utils.translation import gettext_lazy as _

from crm.languages import language_name
from crm.models import Country, User
from crm.tables.base import RecordTable


class UserTable(RecordTable):
    """Accounts and what they may do."""

    username = tables.Column(verbose_name=_("Account name"), linkify=True)
    is_active = tables.Column(verbose_name=_("May sign in"))
    last_login = tables.DateTimeColumn(verbose_name=_("Last sign-in"), format="Y-m-d H:i")

    class Meta(RecordTable.Meta):
        model = User
        fields = ("username", "full_name", "role", "is_active", "last_login")

    def render_is_active(self, value):
        return _("Yes") if value else _("No")


class CountryTable(RecordTable):
    """Countries and regions as the office names them."""

    code = tables.Column(linkify=True)
    language = tables.Column(verbose_name=_("Language of letters"), orderable=False, accessor="language")

    class Meta(RecordTable.Meta):
        model = Country
        fields = ("code", "name_zh", "name_en", "language", "national_day", "filed_apart")

    def render_language(self, value):
        return language_name(value)

    def value_language(self, value):
        return str(language_name(value))

    def render_filed_apart(self, value):
        return _("Yes") if value else _("No")
