"""The WSGI application that crm/server.py serves."""

import os

from django.core.wsgi import get_wsgi_application

from crm.backup.data_folder import lock_data_folder

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "crm.settings")
application = get_wsgi_application()
lock_data_folder()  # until the server's last process ends, so that nothing is restored under it
