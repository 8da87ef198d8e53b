"""What every page knows: the office."""

from crm.models import Office


def office(request):
    """The office, for the name in the header and the demo mark."""
    return {"office": Office.get()} if getattr(request, "user", None) and request.user.is_authenticated else {}
