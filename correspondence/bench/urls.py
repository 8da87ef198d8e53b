"""The addresses of the house, and one more: a signed-in page of base.html with nothing on it."""

from django.urls import path
from django.views.generic import TemplateView

from crm.urls import urlpatterns as pages_of_the_house

urlpatterns = [
    path("bench/bare/", TemplateView.as_view(template_name="base.html"), name="bench-bare"),
    *pages_of_the_house,
]
