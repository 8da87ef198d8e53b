"""Run as a process of its own: loads the server's application, asks for every page, and prints what it has loaded."""

import json
import sys
from collections import Counter

from django.conf import settings
from django.test import Client, override_settings

from crm import wsgi  # as a server does

PLAIN = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}


def walk() -> Counter:
    """How many pages of the demonstration answered how, to its head."""
    from crm.models import User  # Django is set up by now
    from tests.addresses import fill_addresses
    from tests.database import demonstration

    with override_settings(STORAGES={**settings.STORAGES, **PLAIN}), demonstration():
        addresses, client = fill_addresses(), Client(headers={"host": "127.0.0.1"})
        answers = Counter()
        for name, address in addresses.items():
            client.force_login(User.objects.get(username="head"))  # for the page that signs out
            answer = client.get(address)
            answers[answer.status_code] += 1
            if name == "letter-pdf":
                assert answer.content.startswith(b"%PDF")
    return answers


if __name__ == "__main__":
    answers = walk()
    loaded = sorted({name.split(".")[0] for name in sys.modules})
    sys.stdout.write(json.dumps({"pages": answers[200], "server": str(wsgi.application), "loaded": loaded}))
