"""Who uses the data folder: any number who serve or back up, or one who restores."""

import fcntl
import os

from django.conf import settings

IN_USE = "Wanglai is in use; stop bin/run, then restore."
RESTORING = "A restore is going on; wait for its end."


class FolderInUse(OSError):
    """Somebody uses the folder in a way that leaves no place for another; says so in a sentence."""


def lock_data_folder(*, alone: bool = False) -> int:
    """Holds the folder until the handle is closed or the process ends; raises FolderInUse."""
    folder = os.open(settings.DATA_DIR, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_NB | (fcntl.LOCK_EX if alone else fcntl.LOCK_SH))
    except BlockingIOError as error:
        os.close(folder)
        raise FolderInUse(IN_USE if alone else RESTORING) from error
    except OSError:
        pass  # a network folder without locks: whoever restores has been told to stop bin/run
    return folder
