"""Does the long work that pages ask for; bin/run starts it beside the server and starts it again when it dies."""

import os
import signal

from django.core.management.base import BaseCommand, CommandError

from crm.backup.data_folder import FolderInUse, lock_data_folder
from crm.jobs.working import work_on

NICER = 5  # than the server, whose pages go first


class Command(BaseCommand):
    """bin/manage work_jobs; it works until it is stopped, and ends with whoever started it."""

    help = __doc__
    requires_system_checks = []  # they load every page, and bin/run has made them

    def handle(self, **options):
        try:
            lock_data_folder()  # until the process ends, so that nothing is restored under it
        except FolderInUse as error:
            raise CommandError(str(error)) from error
        if signal.getsignal(signal.SIGINT) != signal.SIG_IGN:  # bin/run ends it after the server
            signal.signal(signal.SIGINT, signal.SIG_DFL)  # django-tasks takes Ctrl-C for a job's failure and goes on
        os.nice(NICER)
        starter = os.getppid()
        work_on(lambda: os.getppid() == starter)
