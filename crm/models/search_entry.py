"""The index: a row for each record that is found, and beside it what it is found by, in the database's own way.

A record's place is a number made of its kind, its weight (the day it counts from; 0 where it is archived) and its key:
what is found comes newest first by going down the places, kind by kind, without sorting. Its tokens (crm/tokens.py) lie
under that number in ``crm_search_words``: a table of FTS5 on SQLite, a tsvector on PostgreSQL.
"""

from collections.abc import Iterable

from django.db import connection, models
from django.db.models.expressions import RawSQL

from crm.tokens import Question, ask_names

# FTS5 loses rows on its way from the newest down where two places lie 2**56 or more apart: it then reads backwards the
# numbers in which it keeps how far apart they are, and cannot where they take nine bytes. Seven kinds stay below that.
BITS_OF_KEY, BITS_OF_WEIGHT = 31, 22
KEYS = (1 << BITS_OF_KEY) - 1
WORDS = "crm_search_words"

TERMS = "crm_search_terms"  # FTS5's own list of the tokens on record, in their order
LONGEST_KEPT, MOST_NAMED = 3, 100  # letters of beginnings that FTS5 keeps an index of; words that are named
NEWEST = f"""SELECT place FROM (
SELECT place, words FROM {WORDS} WHERE place BETWEEN %s AND %s ORDER BY place DESC LIMIT 1000
) AS newest WHERE words @@ %s::tsquery ORDER BY place DESC LIMIT %s"""
ANSWERING = f"""SELECT place FROM {WORDS}
WHERE words @@ (SELECT %s::tsquery) AND place BETWEEN %s AND %s ORDER BY place + 0 DESC LIMIT %s"""
AT_ONCE = 300  # places that a statement brings: more would take time where all answer
LAST = chr(0x10FFFF)  # after all that may go on a word; char(1) is before it
BEGUN = f"""WITH RECURSIVE begun (term) AS (
SELECT * FROM (SELECT term FROM {TERMS} WHERE term >= %s LIMIT 1) UNION ALL
SELECT (SELECT term FROM {TERMS} WHERE term >= begun.term || char(1) LIMIT 1) FROM begun WHERE begun.term < %s LIMIT %s
) SELECT term FROM begun"""


class SearchEntry(models.Model):
    """A record that is found, with the title that commands print; ``digest`` tells whether its row is still right."""

    in_backup = False

    place = models.BigIntegerField(primary_key=True)
    kind = models.CharField(max_length=12)
    record = models.BigIntegerField()
    weight = models.IntegerField()
    title = models.TextField()
    digest = models.CharField(max_length=32)
    folding = models.PositiveSmallIntegerField()  # by which number its words were folded

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "record"], name="search_entry_once_a_record")]

    def __str__(self):
        return self.title


def place_of(number: int, weight: int, key: int) -> int:
    """The place of a record of a kind (its model's ``indexed_as``) among all."""
    return (number << BITS_OF_WEIGHT | weight) << BITS_OF_KEY | key


def places_of(number: int, *, archived: bool = True) -> tuple[int, int]:
    """The first and the last place that a kind's records may have; without ``archived``, of those still in use."""
    return place_of(number, 0 if archived else 1, 0), place_of(number + 1, 0, 0) - 1


# What the databases say differently --------------------------------------------------------------


def on_sqlite() -> bool:
    """Whether the index lies in FTS5; else in a tsvector."""
    return connection.vendor == "sqlite"


def column() -> str:
    """The column of places in the table of words."""
    return "rowid" if on_sqlite() else "place"


def condition() -> str:
    """The SQL that is true for the words that answer a question, which is its one parameter."""
    return f"{WORDS} MATCH %s" if on_sqlite() else "words @@ %s::tsquery"


def written(question: Question) -> str:
    """A question in the database's language; its tokens have letters, digits and our marks only."""
    said = phrase_for_fts5 if on_sqlite() else phrase_for_tsquery
    either, both = (" OR ", " AND ") if on_sqlite() else (" | ", " & ")
    return both.join(f"({either.join(map(said, phrases))})" for phrases in question)


def phrase_for_fts5(phrase) -> str:
    """A phrase as FTS5 reads it: "瓜达 达拉", "guadalajara" OR "guadalupe", or "gu" *.

    What is begun is named by the words on record that begin so: FTS5 goes through these from the newest on, and stops
    where it has enough. For a beginning it would first gather all that it finds, but for those it keeps (up to three
    letters); of so many words that naming them would take longer, it has to.
    """
    if not phrase.begun:
        return f'"{" ".join(phrase.tokens)}"'
    (token,) = phrase.tokens
    terms = terms_begun(token) if len(token) > LONGEST_KEPT else []
    return " OR ".join(f'"{term}"' for term in terms) if 0 < len(terms) <= MOST_NAMED else f'"{token}" *'


def terms_begun(token: str) -> list[str]:
    """The tokens on record that begin so, one more than ``MOST_NAMED`` at most; each is looked up after the last."""
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE VIRTUAL TABLE IF NOT EXISTS temp.{TERMS} USING fts5vocab(main, {WORDS}, instance)")
        cursor.execute(BEGUN, [token, token + LAST, MOST_NAMED + 1])
        return [term for (term,) in cursor.fetchall() if term and term.startswith(token)]


def phrase_for_tsquery(phrase) -> str:
    """A phrase as a tsquery: ('瓜达' <-> '达拉') or 'guada':*."""
    tokens = " <-> ".join(f"'{token}'" for token in phrase.tokens)
    return f"({tokens}:*)" if phrase.begun else f"({tokens})"


def words_as_stored(tokens: list[str]) -> str:
    """The tokens of a record as the database takes them: in their order, or each with its places."""
    if on_sqlite():
        return " ".join(tokens)
    places = {}
    for at, token in enumerate(tokens, start=1):
        places.setdefault(token, []).append(str(at))
    return " ".join(f"'{token}':{','.join(at)}" for token, at in places.items())


# Reading and writing -----------------------------------------------------------------------------


def put_words(rows: Iterable[tuple[int, list[str]]]) -> None:
    """Store the tokens of places that have none."""
    cast = "" if on_sqlite() else "::tsvector"
    with connection.cursor() as cursor:
        cursor.executemany(
            f"INSERT INTO {WORDS} ({column()}, words) VALUES (%s, %s{cast})",
            [(place, words_as_stored(tokens)) for place, tokens in rows],
        )


def drop_words(places: Iterable[int]) -> None:
    """Remove the tokens of places."""
    with connection.cursor() as cursor:
        cursor.executemany(f"DELETE FROM {WORDS} WHERE {column()} = %s", [(place,) for place in places])


def drop_all_words() -> None:
    """Remove all tokens."""
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {WORDS}")


def places_found(question: Question, kinds: dict[tuple[int, int], int]) -> list[int]:
    """The places that answer a question, newest first: of each range of places (a kind) so many at the most."""
    if not question or not kinds:
        return []
    return places_going_down(question, kinds) if on_sqlite() else places_of_each(question, kinds)


def places_going_down(question: Question, kinds: dict[tuple[int, int], int]) -> list[int]:
    """The same, range by range from the highest on.

    FTS5 goes down until something answers, through all ranges below, and gathers what a beginning finds for every
    statement: each therefore brings some hundreds of places, those of lower ranges too.
    """
    sql = f"SELECT rowid FROM {WORDS} WHERE {condition()} AND rowid <= %s ORDER BY rowid DESC LIMIT %s"
    asked, found, places, whole = written(question), [], [], False
    with connection.cursor() as cursor:
        for (first, last), most in sorted(kinds.items(), reverse=True):
            if not whole and (not places or places[-1] >= first):
                at_once = max(most, AT_ONCE)
                cursor.execute(sql, [asked, last, at_once])
                places = [place for (place,) in cursor.fetchall()]
                whole = len(places) < at_once  # nothing is left below
            found += [place for place in places if first <= place <= last][:most]
    return found


def places_of_each(question: Question, kinds: dict[tuple[int, int], int]) -> list[int]:
    """The same on PostgreSQL: the newest of each range are looked through first, then its index of words.

    What many say is soon found so, and what few say by the index. PostgreSQL would choose by how frequent it takes the
    words to be, and takes those it knows nothing of for frequent: it is not told what is asked (the inner SELECT).
    """
    asked = written(question)
    newest = [(*limits, asked, most) for limits, most in kinds.items()]
    found = places_by(NEWEST, newest)
    enough = {limits: sum(limits[0] <= place <= limits[1] for place in found) for limits in kinds}
    rest = [(asked, *limits, most) for limits, most in kinds.items() if enough[limits] < most]
    known = set(found)
    return [*found, *(place for place in places_by(ANSWERING, rest) if place not in known)]


def places_by(statement: str, values: list[tuple]) -> list[int]:
    """What a statement finds with each of some values."""
    if not values:
        return []
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join([f"({statement})"] * len(values)), [one for of in values for one in of])
        return [place for (place,) in cursor.fetchall()]


def keys_named(number: int, text: str) -> RawSQL | list:
    """The keys of a kind's records whose own names answer a question, as the right side of ``pk__in``."""
    return keys_answering(number, ask_names(text))


def keys_answering(number: int, question: Question) -> RawSQL | list:
    """The keys of a kind's records that answer a question, as the right side of ``pk__in``."""
    if not question:
        return []
    sql = f"SELECT {column()} & %s FROM {WORDS} WHERE {condition()} AND {column()} BETWEEN %s AND %s"
    return RawSQL(sql, [KEYS, written(question), *places_of(number)])
