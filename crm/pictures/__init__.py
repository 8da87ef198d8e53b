"""Pictures drawn on the server: pure functions that give coordinates, which templates draw as SVG."""

from crm.pictures.compass import compass
from crm.pictures.discs import discs
from crm.pictures.exchange import exchange
from crm.pictures.rhythm import rhythm

__all__ = ["compass", "discs", "exchange", "rhythm"]
