"""Who may open what: every address is asked by a stranger and by every role, and must stand in the table."""

import pytest
from django.urls import reverse

from crm.models import User
from tests.addresses import ALL, fill_addresses

EVERYBODY = {"stranger", "reader", "clerk", "head"}
SIGNED_IN = {"reader", "clerk", "head"}
WRITERS = {"clerk", "head"}
HEADS = {"head"}
NOBODY = set()

MAY_OPEN = {
    # signing in
    "login": EVERYBODY,
    "interface-language": EVERYBODY,
    "logout": SIGNED_IN,
    "account": SIGNED_IN,
    "password-change": SIGNED_IN,
    "session-end": SIGNED_IN,
    "welcome": NOBODY,  # there are accounts
    # the record
    "desk": SIGNED_IN,
    "to-do": SIGNED_IN,
    "search": SIGNED_IN,
    "choices": SIGNED_IN,
    "letter-choices": SIGNED_IN,
    "city-list": SIGNED_IN,
    "city-add": WRITERS,
    "place-list": WRITERS,
    "city": SIGNED_IN,
    "city-edit": WRITERS,
    "partnership-edit": WRITERS,
    "person-list": SIGNED_IN,
    "person-add": WRITERS,
    "person": SIGNED_IN,
    "person-edit": WRITERS,
    "post-add": WRITERS,
    "post-edit": WRITERS,
    "post-end": WRITERS,
    "organization-list": SIGNED_IN,
    "organization-add": WRITERS,
    "organization": SIGNED_IN,
    "organization-edit": WRITERS,
    "gift-list": SIGNED_IN,
    "gift-add": WRITERS,
    "gift": SIGNED_IN,
    "gift-edit": WRITERS,
    "gift-details": WRITERS,
    "gift-advance": WRITERS,
    "gift-correct": WRITERS,
    "occasion-list": SIGNED_IN,
    "occasion-add": WRITERS,
    "occasion": SIGNED_IN,
    "occasion-edit": WRITERS,
    "ledger": SIGNED_IN,
    "ledger-alike": SIGNED_IN,
    "courtesy-add": WRITERS,
    "ledger-entry": SIGNED_IN,
    "ledger-entry-answers": WRITERS,
    "ledger-entry-reverse": WRITERS,
    "help-close": WRITERS,
    "help-reopen": WRITERS,
    "form-of-address": WRITERS,
    # long work: the demonstration's job is the clerk's
    "job-list": SIGNED_IN,
    "job-result": {"clerk"},
    "job-cancel": {"clerk"},
    "job-again": {"clerk"},
    # the office
    "office": SIGNED_IN,
    "office-edit": HEADS,
    "identity-add": HEADS,
    "identity-edit": HEADS,
    "number-series": HEADS,
    "numbers-confirm": HEADS,
    "user-list": HEADS,
    "user-add": HEADS,
    "user-edit": HEADS,
    "hand-over-add": WRITERS,  # a clerk: of himself or herself
    "hand-over": WRITERS,
    "hand-over-pdf": WRITERS,
    "security-log": HEADS,
    "country-list": HEADS,
    "country-edit": HEADS,
    "item-kind-list": SIGNED_IN,
    "item-kind-add": WRITERS,
    "item-kind-edit": WRITERS,
    "saved-question-add": SIGNED_IN,
    "saved-question-remove": SIGNED_IN,
    # letters
    "letter-list": SIGNED_IN,
    "register-out": SIGNED_IN,
    "register-in": SIGNED_IN,
    "letter-print": SIGNED_IN,
    "letter-write": WRITERS,
    "letter-preview": WRITERS,
    "letter-write-many": WRITERS,
    "letter-thanks": WRITERS,
    "letter-review": WRITERS,
    "occasion-condole": WRITERS,
    "letter-receive": WRITERS,
    "letter-enter-sent": WRITERS,
    "letter": SIGNED_IN,
    "letter-edit": WRITERS,
    "letter-redraft": WRITERS,
    "letter-settle": WRITERS,
    "letter-reuse": WRITERS,
    "letter-correct": WRITERS,
    "letter-correct-sent": WRITERS,
    "letter-pdf": SIGNED_IN,
    "letter-pages": SIGNED_IN,
    "letter-page": SIGNED_IN,
    "letter-typed": WRITERS,
    "letter-typed-page": SIGNED_IN,  # what one has typed oneself
    "letter-pen-changes": WRITERS,
    "letter-docx": SIGNED_IN,
    "letter-slip": SIGNED_IN,
    "letter-enclosure": SIGNED_IN,
    "paper": SIGNED_IN,
    "paper-add": WRITERS,
    "paper-remove": WRITERS,
    "letter-submit": WRITERS,
    "letter-approve": HEADS,
    "letter-approve-paper": WRITERS,
    "letter-slip-scan": WRITERS,
    "letter-return": HEADS,
    "letter-issue": WRITERS,
    "letter-seal": WRITERS,
    "letter-send": WRITERS,
    "letter-close": WRITERS,
    "letter-cancel": WRITERS,
    "letter-assign": WRITERS,
    "letter-no-answer": WRITERS,
    "letter-reopen": WRITERS,
    "letter-texts": SIGNED_IN,
    "letter-text-edit": WRITERS,
    "letter-kind-add": WRITERS,
    "letter-kind-edit": WRITERS,
}
# A paper of what everybody may open, and questions of one's own: they change no record.
ASKS_ONLY = {"letter-print", "saved-question-add", "saved-question-remove"}
OF_ONESELF = {
    "login",
    "logout",
    "interface-language",
    "password-change",
    "session-end",
}  # whoever asks for one may be somebody else afterwards


@pytest.fixture
def addresses(demo):
    """The address of every pattern."""
    return fill_addresses()


@pytest.fixture
def ask(addresses, client_of):
    """``ask("clerk", "get", names)`` is what became of a request to each address, by its name."""

    def ask_all(role: str, method: str, names=ALL) -> dict[str, str]:
        user = User.objects.filter(username=role).first()
        signed_in = client_of(user)
        clients = {name: client_of(user) for name in OF_ONESELF}
        return {name: answer(clients.get(name, signed_in), method, addresses[name]) for name in names}

    return ask_all


def answer(client, method: str, address: str) -> str:
    """What became of a request: let in, sent to sign in, refused, not found, or not asked that way."""
    response = getattr(client, method)(address)
    if response.status_code == 302 and response.url.startswith(f"{reverse('login')}?next="):
        return "sign in"
    return {403: "refused", 404: "not found", 405: "not this way"}.get(response.status_code, "let in")


def expected(role: str, name: str) -> str:
    """What the table says of a role and an address."""
    if role in MAY_OPEN[name]:
        return "let in"
    if MAY_OPEN[name] == NOBODY:
        return "not found"
    return "sign in" if role == "stranger" else "refused"


def test_every_address_stands_in_the_table():
    assert set(ALL) == set(MAY_OPEN)


@pytest.mark.parametrize("role", ["stranger", "reader", "clerk", "head"])
def test_every_address_opens_to_whom_the_table_says(role, ask):
    found = ask(role, "get")
    found |= ask(role, "post", [name for name, became in found.items() if became == "not this way"])
    assert found == {name: expected(role, name) for name in ALL}


@pytest.mark.parametrize("role", ["stranger", "reader"])
def test_whoever_may_not_write_posts_nothing(role, ask):
    let_in = {name for name, became in ask(role, "post").items() if became == "let in"}
    assert let_in == {name for name in OF_ONESELF | ASKS_ONLY if role in MAY_OPEN[name]}


@pytest.mark.parametrize("method", ["put", "patch", "delete"])
@pytest.mark.parametrize("role", ["stranger", "reader"])
def test_whoever_may_not_write_has_no_other_way(role, method, ask):
    assert {name for name, became in ask(role, method).items() if became == "let in"} <= OF_ONESELF


@pytest.mark.parametrize("method", ["get", "post", "put"])
def test_a_clerk_does_nothing_that_is_the_heads(method, ask):
    heads = [name for name in ALL if MAY_OPEN[name] == HEADS]
    assert set(ask("clerk", method, heads).values()) == {"refused"}
