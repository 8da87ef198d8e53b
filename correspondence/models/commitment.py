"""What a letter commits us to: said only where the drafter ticked it, and listed on the slip (本函承诺)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Commitment(models.TextChoices):
    """The closed list; letter texts speak of each under the condition of its name."""

    OFFERS_HELP = "offers_help", _("We offer further help")
    POSTPONES_VISITS = "postpones_visits", _("Visits are postponed")
    ASKS_FOR_GOODS = "asks_for_goods", _("We ask for supplies")
    TAKES_MEASURES = "takes_measures", _("Measures are being taken")
