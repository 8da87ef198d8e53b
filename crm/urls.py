"""All addresses: the ground floor's here, the study's by name."""

from django.contrib.auth.views import LogoutView
from django.urls import include, path

from crm.views import account, city, office, relation, welcome

cities = [
    path("", city.CityList.as_view(), name="city-list"),
    path("add/", city.CityEdit.as_view(), name="city-add"),
    path("<slug:slug>/edit/", city.CityEdit.as_view(), name="city-edit"),
    path("<slug:slug>/tie/", relation.RelationEdit.as_view(), name="relation-edit"),
]

our_office = [
    path("", office.OfficeDetail.as_view(), name="office"),
    path("edit/", office.OfficeEdit.as_view(), name="office-edit"),
    path("identities/add/", office.IdentityEdit.as_view(), name="identity-add"),
    path("identities/<slug:code>/", office.IdentityEdit.as_view(), name="identity-edit"),
    path("accounts/", office.UserList.as_view(), name="user-list"),
    path("accounts/add/", office.UserEdit.as_view(), name="user-add"),
    path("accounts/<int:pk>/", office.UserEdit.as_view(), name="user-edit"),
    path("countries/", office.CountryList.as_view(), name="country-list"),
    path("countries/<slug:code>/", office.CountryEdit.as_view(), name="country-edit"),
]

urlpatterns = [
    path("login/", account.LoginView.as_view(), name="login"),
    path("logout/", LogoutView.as_view(), name="logout"),
    path("language/", account.interface_language, name="interface-language"),
    path("welcome/<slug:key>/", welcome.Welcome.as_view(), name="welcome"),
    path("cities/", include(cities)),
    path("office/", include(our_office)),
    path("", include("correspondence.urls")),
]
