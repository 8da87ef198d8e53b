"""Lists where what is chosen in one filter limits what the next one offers."""

from crm.views.base import RecordList


class PlacedList(RecordList):
    """A list with a PlacedFilter, whose cities and organizations are renewed together with the rows."""

    def get_template_names(self):
        names = super().get_template_names()
        return names if names == [self.template_name] else ["crm/_placed_results.html"]

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        if self.request.htmx:
            context["filter"].swap_dependent()
        return context
