"""What may befall a printing process; run there, where Django is not."""

import os
from itertools import repeat

from correspondence.paper import process


def die(sheet):
    """Ends the process in the midst of printing."""
    os._exit(1)


def fail(sheet):
    """Lets WeasyPrint fail."""
    from correspondence.paper import pdf

    pdf.HTML = None
    return process.print_sheet(sheet)


def has_django(sheet) -> bytes:
    """Whether the process that printed knows Django."""
    import sys

    process.print_sheet(sheet)
    return b"Django" if "django" in sys.modules else b"none"


def hear_nothing(sheet):
    """Stays in a loop of the interpreter's own, which hears of no signal."""
    with process.limit(sheet.seconds):
        sum(repeat(0))
