"""The addresses of correspondence: desk, a city's page, letters, letter texts."""

from django.urls import include, path

from correspondence.choosing import offered_at
from correspondence.views import (
    city,
    desk,
    form_of_address,
    letter,
    letter_text,
    numbering,
    receiving,
    register,
    search,
    staff,
    steps,
    unfinished,
    words,
    writing,
)
from crm.views.choices import ChoiceList

one_letter = [
    path("", letter.LetterDetail.as_view(), name="letter"),
    path("edit/", words.LetterEdit.as_view(), name="letter-edit"),
    path("redraft/", writing.LetterRedraft.as_view(), name="letter-redraft"),
    path("reuse/", writing.LetterReuse.as_view(), name="letter-reuse"),
    path("settle/", words.LetterSettle.as_view(), name="letter-settle"),
    path("correct/", receiving.LetterCorrect.as_view(), name="letter-correct"),
    path("correct-sent/", receiving.LetterCorrectSent.as_view(), name="letter-correct-sent"),
    path("pdf/", letter.letter_pdf_view, name="letter-pdf"),
    path("pages/", letter.letter_pages, name="letter-pages"),
    path("typed/", unfinished.LetterTyped.as_view(), name="letter-typed"),
    path("typed/page/<int:number>.png", unfinished.letter_typed_page, name="letter-typed-page"),
    path("page/<int:number>.png", letter.letter_page, name="letter-page"),
    path("docx/", letter.letter_docx, name="letter-docx"),
    path("slip/", letter.letter_slip, name="letter-slip"),
    path("enclosures/<int:enclosure>/", letter.letter_enclosure, name="letter-enclosure"),
    path("submit/", steps.LetterSubmit.as_view(), name="letter-submit"),
    path("approve/", steps.LetterApprove.as_view(), name="letter-approve"),
    path("approve-paper/", steps.LetterApprovePaper.as_view(), name="letter-approve-paper"),
    path("slip-scan/", steps.LetterSlipScan.as_view(), name="letter-slip-scan"),
    path("return/", steps.LetterReturn.as_view(), name="letter-return"),
    path("issue/", steps.LetterIssue.as_view(), name="letter-issue"),
    path("seal/", steps.LetterSeal.as_view(), name="letter-seal"),
    path("send/", steps.LetterSend.as_view(), name="letter-send"),
    path("close/", steps.LetterClose.as_view(), name="letter-close"),
    path("cancel/", steps.LetterCancel.as_view(), name="letter-cancel"),
    path("assign/", steps.LetterAssign.as_view(), name="letter-assign"),
    path("reopen/", steps.LetterReopen.as_view(), name="letter-reopen"),
    path("no-answer/", steps.LetterNoAnswer.as_view(), name="letter-no-answer"),
]

letters = [
    path("", letter.LetterList.as_view(), name="letter-list"),
    path("sent/", register.OutgoingRegister.as_view(), name="register-out"),
    path("received/", register.IncomingRegister.as_view(), name="register-in"),
    path("write/", writing.LetterWrite.as_view(), name="letter-write"),
    path("write-many/", writing.LetterWriteMany.as_view(), name="letter-write-many"),
    path("print/", letter.LettersPrint.as_view(), name="letter-print"),
    path("receive/", receiving.LetterReceive.as_view(), name="letter-receive"),
    path("enter-sent/", receiving.LetterEnterSent.as_view(), name="letter-enter-sent"),
    path("<int:pk>/", include(one_letter)),
]

urlpatterns = [
    path("", desk.Desk.as_view(), name="desk"),
    path("to-do/", desk.WholeQueue.as_view(), name="to-do"),
    path("search/", search.Search.as_view(), name="search"),
    path("cities/<slug:slug>/", city.CityDetail.as_view(), name="city"),
    path("letters/", include(letters)),
    path("letters/choices/<slug:kind>/", ChoiceList.as_view(offered_at=offered_at), name="letter-choices"),
    path("forms-of-address/<int:pk>/", form_of_address.FormOfAddressSettle.as_view(), name="form-of-address"),
    path("office/accounts/<int:pk>/hand-over/", staff.HandOverAdd.as_view(), name="hand-over-add"),
    path("office/hand-overs/<int:pk>/", staff.HandOverDetail.as_view(), name="hand-over"),
    path("office/hand-overs/<int:pk>/pdf/", staff.HandOverPdf.as_view(), name="hand-over-pdf"),
    path("office/texts/", letter_text.LetterTexts.as_view(), name="letter-texts"),
    path("office/letter-kinds/add/", letter_text.LetterKindEdit.as_view(), name="letter-kind-add"),
    path("office/letter-kinds/<slug:code>/", letter_text.LetterKindEdit.as_view(), name="letter-kind-edit"),
    path("office/identities/<slug:code>/numbers/", numbering.NumberSeriesEdit.as_view(), name="number-series"),
    path("office/numbers/confirm/", numbering.NumbersConfirm.as_view(), name="numbers-confirm"),
    path("office/texts/<slug:kind>/<slug:language>/", letter_text.LetterTextEdit.as_view(), name="letter-text-edit"),
]
