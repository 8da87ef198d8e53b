"""The crm app: who our partners are and what has passed between us."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CrmConfig(AppConfig):
    """Loads the system checks and the list of models whose changes are recorded; settles a restore cut short."""

    name = "crm"
    verbose_name = _("Partnerships")

    def ready(self):
        from crm import checks, history  # noqa: F401  they need the models to be loaded
        from crm.backup import swapping  # it reads settings

        history.register_models(self)
        swapping.finish_interrupted_restore()
