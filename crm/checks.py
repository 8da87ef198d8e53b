"""What is wrong with this deployment, in a sentence."""

import os

from django.conf import settings
from django.core.checks import Error, Tags, register


@register(Tags.security, deploy=True)
def check_data_dir(app_configs, **kwargs):
    """The data folder is writable and the secret key is nobody else's to read."""
    key = settings.DATA_DIR / "secret_key"
    problems = []
    if not os.access(settings.DATA_DIR, os.W_OK):
        problems.append(Error(f"The data folder {settings.DATA_DIR} is not writable.", id="crm.E001"))
    if key.exists() and key.stat().st_mode & 0o077:
        problems.append(Error(f"The secret key {key} can be read by others; set its mode to 600.", id="crm.E002"))
    return problems
