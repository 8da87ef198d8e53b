"""Letters are composed at the door: of all that is typed, asked or sent."""

from django.http import QueryDict

from crm.folding import nfc


class ComposedLetters:
    """Composes the letters of all that is asked or sent (NFC), names of files included, after sign-in was checked.

    macOS sends Hangul and accents decomposed; what is stored and compared is composed. A password is left as it is
    typed: it was made so.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        request.GET = composed(request.GET)
        if request.method == "POST":
            request.POST = composed(request.POST)
            for files in request.FILES.lists():
                for file in files[1]:
                    file.name = nfc(file.name)


def composed(sent: QueryDict) -> QueryDict:
    """The same with composed letters in all values but passwords."""
    if all(nfc(value) == value for values in sent.lists() for value in values[1]):
        return sent
    answer = QueryDict(mutable=True)
    for name, values in sent.lists():
        answer.setlist(name, values if "password" in name else [nfc(value) for value in values])
    answer._mutable = False
    return answer
