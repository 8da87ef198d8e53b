"""All addresses: the ground floor's here, the study's by name."""

from django.contrib.auth.views import LogoutView
from django.urls import include, path

from crm.views import account, city

cities = [
    path("", city.CityList.as_view(), name="city-list"),
    path("add/", city.CityEdit.as_view(), name="city-add"),
    path("<slug:slug>/edit/", city.CityEdit.as_view(), name="city-edit"),
]

urlpatterns = [
    path("login/", account.LoginView.as_view(), name="login"),
    path("logout/", LogoutView.as_view(), name="logout"),
    path("language/", account.interface_language, name="interface-language"),
    path("cities/", include(cities)),
    path("", include("correspondence.urls")),
]
