"""The correspondence app: what we write and print."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CorrespondenceConfig(AppConfig):
    """Loads the system checks and the list of models whose changes are recorded."""

    name = "correspondence"
    verbose_name = _("Correspondence")

    def ready(self):
        from correspondence import checks  # noqa: F401  needs the models to be loaded
        from crm import history  # it needs the models

        history.register_models(self)
