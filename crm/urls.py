"""All addresses: those of crm here, those of correspondence by name."""

from django.urls import include, path

from crm.views import (
    account,
    choices,
    city,
    closing,
    gift,
    item_kind,
    job,
    ledger,
    occasion,
    office,
    organization,
    partnership,
    person,
    saved_question,
    security_log,
    welcome,
)

handler500 = "crm.views.errors.server_error"

cities = [
    path("", city.CityList.as_view(), name="city-list"),
    path("add/", city.CityEdit.as_view(), name="city-add"),
    path("places/", city.PlaceList.as_view(), name="place-list"),
    path("<slug:slug>/edit/", city.CityEdit.as_view(), name="city-edit"),
    path("<slug:slug>/partnership/", partnership.PartnershipEdit.as_view(), name="partnership-edit"),
]

our_office = [
    path("", office.OfficeDetail.as_view(), name="office"),
    path("edit/", office.OfficeEdit.as_view(), name="office-edit"),
    path("identities/add/", office.IdentityEdit.as_view(), name="identity-add"),
    path("identities/<slug:code>/", office.IdentityEdit.as_view(), name="identity-edit"),
    path("accounts/", office.UserList.as_view(), name="user-list"),
    path("accounts/add/", office.UserEdit.as_view(), name="user-add"),
    path("accounts/<int:pk>/", office.UserEdit.as_view(), name="user-edit"),
    path("security-log/", security_log.SecurityLog.as_view(), name="security-log"),
    path("countries/", office.CountryList.as_view(), name="country-list"),
    path("countries/<slug:code>/", office.CountryEdit.as_view(), name="country-edit"),
]

people = [
    path("", person.PersonList.as_view(), name="person-list"),
    path("add/", person.PersonEdit.as_view(), name="person-add"),
    path("<int:pk>/edit/", person.PersonEdit.as_view(), name="person-edit"),
    path("<int:person>/posts/add/", person.PostEdit.as_view(), name="post-add"),
]

posts = [
    path("<int:pk>/", person.PostEdit.as_view(), name="post-edit"),
    path("<int:pk>/end/", person.PostEnd.as_view(), name="post-end"),
]

organizations = [
    path("", organization.OrganizationList.as_view(), name="organization-list"),
    path("add/", organization.OrganizationEdit.as_view(), name="organization-add"),
    path("<slug:slug>/edit/", organization.OrganizationEdit.as_view(), name="organization-edit"),
]

gifts = [
    path("", gift.GiftList.as_view(), name="gift-list"),
    path("add/", gift.GiftEdit.as_view(), name="gift-add"),
    path("<int:pk>/", gift.GiftDetail.as_view(), name="gift"),
    path("<int:pk>/edit/", gift.GiftEdit.as_view(), name="gift-edit"),
    path("<int:pk>/details/", gift.GiftDetails.as_view(), name="gift-details"),
    path("<int:pk>/advance/", gift.GiftAdvance.as_view(), name="gift-advance"),
    path("<int:pk>/correct/", gift.GiftCorrect.as_view(), name="gift-correct"),
]

occasions = [
    path("", occasion.OccasionList.as_view(), name="occasion-list"),
    path("add/", occasion.OccasionEdit.as_view(), name="occasion-add"),
    path("<slug:slug>/edit/", occasion.OccasionEdit.as_view(), name="occasion-edit"),
]

ledger_pages = [
    path("", ledger.Ledger.as_view(), name="ledger"),
    path("alike/", ledger.LedgerAlike.as_view(), name="ledger-alike"),
    path("add/", ledger.CourtesyAdd.as_view(), name="courtesy-add"),
    path("close/", closing.HelpClose.as_view(), name="help-close"),
    path("closings/<int:pk>/reopen/", closing.HelpReopen.as_view(), name="help-reopen"),
    path("<int:pk>/", ledger.LedgerEntryDetail.as_view(), name="ledger-entry"),
    path("<int:pk>/answers/", ledger.LedgerEntryAnswers.as_view(), name="ledger-entry-answers"),
    path("<int:pk>/reverse/", ledger.LedgerEntryReverse.as_view(), name="ledger-entry-reverse"),
]

item_kinds = [
    path("", item_kind.ItemKindList.as_view(), name="item-kind-list"),
    path("add/", item_kind.ItemKindEdit.as_view(), name="item-kind-add"),
    path("<slug:code>/", item_kind.ItemKindEdit.as_view(), name="item-kind-edit"),
]

jobs = [
    path("", job.JobList.as_view(), name="job-list"),
    path("<uuid:key>/result/", job.JobResult.as_view(), name="job-result"),
    path("<uuid:key>/cancel/", job.JobCancel.as_view(), name="job-cancel"),
    path("<uuid:key>/again/", job.JobAgain.as_view(), name="job-again"),
]

urlpatterns = [
    path("login/", account.LoginView.as_view(), name="login"),
    path("logout/", account.LogoutView.as_view(), name="logout"),
    path("account/", account.AccountDetail.as_view(), name="account"),
    path("account/password/", account.PasswordChange.as_view(), name="password-change"),
    path("account/sessions/end/", account.session_end, name="session-end"),
    path("language/", account.interface_language, name="interface-language"),
    path("welcome/<slug:key>/", welcome.Welcome.as_view(), name="welcome"),
    path("cities/", include(cities)),
    path("people/", include(people)),
    path("posts/", include(posts)),
    path("organizations/", include(organizations)),
    path("office/", include(our_office)),
    path("gifts/", include(gifts)),
    path("occasions/", include(occasions)),
    path("ledger/", include(ledger_pages)),
    path("office/items/", include(item_kinds)),
    path("jobs/", include(jobs)),
    path("questions/add/", saved_question.SavedQuestionAdd.as_view(), name="saved-question-add"),
    path("questions/<int:pk>/remove/", saved_question.SavedQuestionRemove.as_view(), name="saved-question-remove"),
    path("choices/<slug:kind>/", choices.ChoiceList.as_view(), name="choices"),
    path("", include("correspondence.urls")),
]
