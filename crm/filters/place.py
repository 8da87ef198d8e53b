"""Country first: the cities and bodies one may choose are those of the country and city chosen."""

from crm.models import Body, City


def cities_asked(request):
    """The cities of the country asked for, or all."""
    return of_country(City.objects.present(), request.GET if request else {}).prefetch_related("names")


def bodies_asked(request):
    """The bodies of the country and city asked for, or all."""
    asked = narrow(request.GET) if request else {}
    bodies = of_country(Body.objects.present(), asked)
    if asked.get("city", "").isdigit():
        bodies = bodies.filter(city=asked["city"])
    return bodies.prefetch_related("names")


def of_country(records, asked):
    """Those of the country asked for, in the order of countries and names."""
    if country := asked.get("country"):
        records = records.filter(country=country)
    return records.order_by("country", "search_text")


def narrow(data):
    """Without a city of another country, or a body of another city: whoever changes the country asks anew."""
    if not data:
        return data
    data = data.copy()
    for name, model, wider in (("city", City, ("country",)), ("body", Body, ("country", "city"))):
        chosen = model.objects.filter(pk=data[name]).first() if str(data.get(name, "")).isdigit() else None
        if chosen and any(data.get(key) and data[key] != str(getattr(chosen, f"{key}_id")) for key in wider):
            data.pop(name)
    return data
