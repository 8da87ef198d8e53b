"""Why a backup cannot be written or read."""


class ArchiveError(Exception):
    """Why an archive cannot be written or read, in a sentence."""
