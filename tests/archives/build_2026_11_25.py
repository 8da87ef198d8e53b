"""Builds tests/archives/04d1f13.zip: the backup of a small office that ran Wanglai at commit 04d1f13.

It is run with the code of that commit, never with a later one, from the root of a clone that has its .venv:

    git clone REPOSITORY old && cd old && git checkout 04d1f13 && bin/manage check
    WANGLAI_DATA_DIR=/an/empty/folder .venv/bin/python /path/to/build_04d1f13.py 04d1f13.zip facts.json

(``bin/manage check`` makes .venv and compiles the catalogues.) The data folder must be empty or not there yet; the
archive and the facts must not exist. What is in the archive afterwards was put there through the office's own doors:

* ``migrate``, ``load_letter_templates`` and ``load_demo``, with WANGLAI_DEMO_PASSWORD=demo-password;
* the pages, asked by Django's test client in which clerk, head and a third account have signed in, so that the history
  (django-auditlog) names who did it;
* where no page does it (a tie or a body is deleted), the ORM under auditlog's ``set_actor``, as in ``manage.py shell``;
* at last ``bin/manage backup``.

The clock is set to the days from 2020-04-17 on and goes on by a millisecond each time it is asked; salts and session
keys come from a seeded generator; the secret key is a sentence. Two runs with the same packages and fonts give the same
rows and files; what differs is the order of the keys within a change of the history (auditlog goes through a set), the
manifest's ``made`` and the zip's own times.

``facts.json`` is what a test compares after restoring into a later version, under the names of 04d1f13: the rows that
matter, the history, the number of rows and the last number given by model, the files' SHA-256.
"""

import os
import sys

if os.environ.get("PYTHONHASHSEED") != "0":  # Django adds many-to-many rows in the order of a set
    os.execve(sys.executable, [sys.executable, *sys.argv], {**os.environ, "PYTHONHASHSEED": "0", "PYTHONUTF8": "1"})

import hashlib
import json
import random
import secrets
import struct
import subprocess
import warnings
import zipfile
import zlib
from datetime import UTC, datetime, timedelta
from html.parser import HTMLParser
from pathlib import Path
from types import SimpleNamespace
from zoneinfo import ZoneInfo

COMMIT = "04d1f13e35d73e1fd2318f0382931af3fdbbe89c"
SECRET_KEY = "the-office-of-04d1f13-is-a-fixture-and-this-key-guards-nothing-at-all"
PASSWORDS = {"clerk": "demo-password", "head": "demo-password", "reader": "demo-password", "wang": "quiet-harbour-7"}
ROOT = Path.cwd()
ACTIONS = {0: "create", 1: "update", 2: "delete"}
HISTORY_OF = ("crm.body", "crm.bodyname", "crm.relation", "crm.relationstep", "crm.gift", "correspondence.letter")


# What would differ from run to run ----------------------------------------------------------------------------------


class Clock:
    """The office's clock: set by ``at``, it goes on by a millisecond each time it is asked."""

    def __init__(self):
        self.time = None

    def at(self, text: str) -> None:
        """Sets it to a time in Hengyang; never back."""
        time = datetime.fromisoformat(text).replace(tzinfo=ZoneInfo("Asia/Shanghai")).astimezone(UTC)
        assert self.time is None or time > self.time, text
        self.time = time

    def now(self, tz=None) -> datetime:
        """What ``datetime.now`` answers."""
        self.time += timedelta(milliseconds=1)
        return self.time.astimezone(tz) if tz else self.time.astimezone(ZoneInfo("Asia/Shanghai")).replace(tzinfo=None)


CLOCK = Clock()


class OfficeTime(type):
    """Any datetime is one of these too."""

    def __instancecheck__(cls, value):
        return isinstance(value, datetime)


class OfficeDatetime(datetime, metaclass=OfficeTime):
    """``datetime`` by the office's clock."""

    @classmethod
    def now(cls, tz=None):
        return CLOCK.now(tz)


def tame() -> None:
    """Gives Django the office's clock, a seeded generator and static files as they lie."""
    from django.conf import settings
    from django.db.models.fields import files
    from django.utils import crypto, timezone

    timezone.datetime = OfficeDatetime
    files.datetime = SimpleNamespace(datetime=OfficeDatetime)
    chosen = random.Random("04d1f13")
    crypto.secrets = SimpleNamespace(choice=chosen.choice, compare_digest=secrets.compare_digest)
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": plain}


def tiny_png() -> bytes:
    """A scan: a grey sheet of 24 by 34 pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + bytes((200 + (x * y) % 40) for x in range(24)) for y in range(34))
    head = struct.pack(">IIBBBBB", 24, 34, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b"")


def tiny_pdf() -> bytes:
    """A scan: an empty page of A4."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>",
    ]
    pdf, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(pdf))
        pdf += b"%d 0 obj%sendobj\n" % (number, body)
    table = b"xref\n0 4\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    return pdf + table + b"trailer<</Size 4/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % len(pdf)


# A member of the office at the browser ------------------------------------------------------------------------------


class Filled(HTMLParser):
    """What a browser would send of a page's main form if nobody typed anything."""

    def __init__(self, page: str):
        super().__init__()
        self.data, self.inside, self.select, self.textarea, self.spare = {}, False, None, None, 0
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        found = dict(attributes)
        self.inside = self.inside or (tag == "form" and found.get("class") in ("record-form", "words"))
        self.spare += tag == "template"
        if not self.inside or self.spare:
            return
        name, kind = found.get("name"), found.get("type", "text")
        if tag == "input" and name and (kind not in ("checkbox", "radio", "file") or "checked" in found):
            self.data.setdefault(name, []).append(found.get("value") or ("on" if kind == "checkbox" else ""))
        elif tag == "select":
            self.select = name
        elif tag == "option" and self.select and "selected" in found:
            self.data.setdefault(self.select, []).append(found["value"])
        elif tag == "textarea":
            self.textarea, self.data[name] = name, [""]

    def handle_endtag(self, tag):
        self.spare -= tag == "template"
        self.inside = self.inside and tag != "form"
        self.select = None if tag == "select" else self.select
        self.textarea = None if tag == "textarea" else self.textarea

    def handle_data(self, data):
        if self.textarea and self.inside:
            self.data[self.textarea][0] += data if self.data[self.textarea][0] else data.removeprefix("\n")


class Member:
    """Somebody of the office, who signs in every morning."""

    def __init__(self, username: str):
        from django.test import Client

        self.client = Client(headers={"Accept-Language": "zh-CN"}, SERVER_NAME="127.0.0.1")
        self.username, self.day = username, None

    def arrive(self) -> None:
        """Signs in, once a day: yesterday's session has ended."""
        if self.day != CLOCK.time.date():
            self.day = CLOCK.time.date()
            self.send("/login/", {"username": self.username, "password": PASSWORDS[self.username]})

    def leave(self) -> None:
        """Signs out, if the day's session still lasts."""
        if self.day == CLOCK.time.date():
            self.send("/logout/", {})

    def form(self, address: str) -> dict:
        """What the page's form would send untouched."""
        self.arrive()
        page = self.client.get(address)
        assert page.status_code == 200, (address, page.status_code, page.headers)
        return Filled(page.content.decode()).data

    def send(self, address: str, data: dict) -> str:
        """Sends a form and returns where it leads; what is refused stops everything."""
        from django.contrib.messages import ERROR, get_messages

        self.arrive()
        answer = self.client.post(address, data)
        said = [str(message) for message in get_messages(answer.wsgi_request) if message.level == ERROR]
        context = answer.context or {}
        noted = [context[name] for name in ("form", "words_form", "slip_form") if name in context]
        errors = [form.errors for form in (*noted, *context.get("parts", ()))] if answer.context else []
        assert answer.status_code == 302, (address, answer.status_code, said, errors)
        assert not said, (address, said)
        return answer.url

    def fill(self, address: str, **typed) -> str:
        """Opens a form, types some fields and sends it."""
        return self.send(address, self.form(address) | typed)

    def step(self, letter: int, name: str, **typed) -> None:
        """Takes a step of a letter."""
        self.send(f"/letters/{letter}/{name}/", typed)


def lines(prefix: str, *rows: dict, after: int = 0) -> dict:
    """The lines of a record's part, written below those there are."""
    typed = {f"{prefix}-{after + n}-{name}": value for n, row in enumerate(rows) for name, value in row.items()}
    return {f"{prefix}-TOTAL_FORMS": after + len(rows), **typed}


def line_of(form: dict, prefix: str, field: str, value: str) -> str:
    """The name of the line in which a field says something: ``words-7``."""
    return next(
        name.rpartition("-")[0] for name, said in form.items() if is_line(name, prefix, field) and said == [value]
    )


def is_line(name: str, prefix: str, field: str) -> bool:
    return name.startswith(f"{prefix}-") and name.endswith(f"-{field}")


def key_in(address: str) -> int:
    """The number in an address: /letters/4/edit/."""
    return int(next(part for part in address.split("/") if part.isdigit()))


# What the office did ------------------------------------------------------------------------------------------------


def open_office() -> None:
    """An empty data folder becomes the demonstration."""
    from django.core.management import call_command

    CLOCK.at("2020-04-17T09:00")
    call_command("migrate", verbosity=0)
    CLOCK.at("2020-04-17T09:10")
    call_command("load_letter_templates", verbosity=0)
    CLOCK.at("2020-04-17T09:20")
    call_command("load_demo", verbosity=0)


def keep_settings(head: Member) -> dict:
    """The head: an account, an identity, a country, a thing's words, letter texts."""
    CLOCK.at("2020-04-17T10:00")
    account = {"username": "wang", "full_name": "王文", "role": "clerk", "is_active": "on"}
    password = {"password1": PASSWORDS["wang"], "password2": PASSWORDS["wang"]}
    head.fill("/office/accounts/add/", **account, **password)
    head.fill(
        "/office/identities/foreign-affairs-office/",
        contact_line="0734-8866000 · fao@hengyang.example",
        **lines("letterheads", {"language": "es", "text": "Oficina de Asuntos Exteriores de Hengyang"}),
    )
    head.fill("/office/countries/NO/", name_zh="挪威王国")
    row = line_of(head.form("/office/items/mask/"), "words", "language", "ro")
    head.fill("/office/items/mask/", **{f"{row}-bulk": "măști de protecție", f"{row}-reviewed_by": "Ioana Popescu"})
    head.fill("/office/texts/thanks/es/", reviewed_by="María del Mar Gil", reviewed_on="2020-04-16")
    source = head.form("/office/texts/notification/es/")["source"][0]
    old, new = "todo cambio importante.", "todo cambio importante que se produzca."
    assert old in source
    head.fill("/office/texts/notification/es/", source=source.replace(old, new))
    return {"account": "wang", "identity": "foreign-affairs-office", "country": "NO", "item_word": ["mask", "ro"]}


def keep_partners(clerk: Member, head: Member) -> dict:
    """Bodies, people, posts: added, changed, taken away."""
    from auditlog.context import set_actor

    from crm.models import Body, BodyName, City, Post, User

    CLOCK.at("2020-04-18T09:00")
    guadalajara = City.objects.get(slug="guadalajara-es")
    hospital = clerk.fill(
        "/bodies/add/",
        country="ES",
        city=guadalajara.pk,
        kind="other",
        note="",
        **lines(
            "names",
            {"language": "es", "text": "Hospital Universitario de Guadalajara"},
            {"language": "en", "text": "University Hospital of Guadalajara", "in_letter": "the University Hospital"},
            {"language": "zh-hans", "text": "瓜达拉哈拉医院"},
            {"language": "fr", "text": "Hôpital universitaire"},
        ),
        **lines("channels", {"kind": "email", "value": "hospital@guadalajara.example"}, {"kind": "fax", "value": "1"}),
        **lines(
            "addresses",
            {"country": "ES", "street": "Calle Donante de Sangre, s/n", "postcode": "19002", "town": "Guadalajara"},
        ),
        **lines("forms_of_address", {"language": "en", "salutation": "Dear Colleagues,"}),
    )
    CLOCK.at("2020-04-18T09:20")
    form = head.form(f"{hospital}edit/")
    chinese = line_of(form, "names", "language", "zh-hans")
    typed = {
        f"{chinese}-text": "瓜达拉哈拉大学医院",
        f"{line_of(form, 'names', 'language', 'fr')}-DELETE": "on",
        f"{line_of(form, 'channels', 'kind', 'fax')}-DELETE": "on",
        f"{line_of(form, 'addresses', 'town', 'Guadalajara')}-as_written": "Donante de Sangre, s/n\n19002 Guadalajara",
    }
    head.send(f"{hospital}edit/", form | {"kind": "hospital", "note": "2020 年 2 月起直接联系。"} | typed)

    CLOCK.at("2020-04-18T09:40")
    council = "/bodies/ayuntamiento-guadalajara-es/"
    form = clerk.form(f"{council}edit/")
    row = line_of(form, "names", "language", "en")
    typed = {f"{row}-text": "Guadalajara City Council", f"{row}-in_letter": "the City Council of Guadalajara"}
    liaison = {"letter_language": "es", "liaison": User.objects.get(username="wang").pk}
    clerk.send(f"{council}edit/", form | typed | liaison | {"note": "国际关系处负责联系。"})

    CLOCK.at("2020-04-18T10:00")
    twice = clerk.fill(
        "/bodies/add/",
        country="ES",
        kind="association",
        **lines("names", {"language": "es", "text": "Hospital Universitario (repetido)"}),
    )
    gone = Body.objects.get(slug=twice.split("/")[-2])
    gone_keys = {"slug": gone.slug, "pk": gone.pk, "names": list(gone.names.values_list("pk", flat=True))}
    CLOCK.at("2020-04-18T10:05")
    with set_actor(User.objects.get(username="head")):
        gone.delete()

    CLOCK.at("2020-04-18T11:00")
    person = clerk.fill(
        "/people/add/",
        country="ES",
        city=guadalajara.pk,
        gender="f",
        letter_language="es",
        note="2019 年随团访问衡阳。",
        **lines(
            "names",
            {"form": "own", "language": "es", "family": "Etxeberria", "given": "Marisol", "middle": "Ruiz"},
            {"form": "latin", "language": "es", "family": "Etxeberria", "given": "Marisol", "middle": "Ruiz"},
            {"form": "chinese", "language": "zh-hans", "family": "埃切维里亚", "given": "玛丽索尔"},
            {"form": "other", "language": "ja", "family": "エチェベリア", "given": "マリソル", "family_first": "on"},
            {"form": "other", "language": "ru", "family": "Эчеверрия", "given": "Марисоль"},
        ),
        **lines("channels", {"kind": "mobile", "value": "+34 600 000 000", "note": "WhatsApp"}),
        **lines("addresses", {"country": "ES", "street": "Calle Mayor, 7", "postcode": "19001", "town": "Guadalajara"}),
    )
    body = Body.objects.get(slug=hospital.split("/")[-2])
    clerk.fill(
        f"{person}posts/add/",
        body=body.pk,
        kind="official",
        start="2016-09",
        precedence="4",
        **lines(
            "titles",
            {"language": "es", "text": "Directora gerente"},
            {"language": "zh-hans", "text": "院长"},
            {"language": "en", "text": "Managing Director"},
        ),
    )
    post = Post.objects.get(person=key_in(person))
    kept = {"post": post.pk, "language": "es", "salutation": "Estimada Dra. Etxeberria:", "closing": "Atentamente,"}
    form = clerk.form(f"{person}edit/")
    row = line_of(form, "names", "language", "ru")
    clerk.send(f"{person}edit/", form | {f"{row}-given": "Марисоль (Мария)"} | lines("forms_of_address", kept))
    return {
        "bodies": {"changed_by_head": body.pk, "changed_by_clerk": Body.objects.get(slug=council.split("/")[-2]).pk},
        "body_gone": gone_keys,
        "body_name_changed": BodyName.objects.get(body=body, language="zh-hans").pk,
        "person": key_in(person),
        "post": post.pk,
    }


def keep_ties(clerk: Member) -> dict:
    """A tie whose step is changed, and one that is made, changed and deleted."""
    from auditlog.context import set_actor

    from crm.models import Office, Relation, User

    CLOCK.at("2020-04-18T14:00")
    tie = Relation.objects.get(partner__slug="guadalajara-es", city=Office.get().city)
    contact = tie.steps.get()
    clerk.fill(
        "/cities/guadalajara-es/tie/",
        fields_of_exchange="卫生、教育",
        **{"steps-0-day": "2019-11", "steps-0-place": "长沙"},
        **lines(
            "steps",
            {"kind": "intent", "day": "2020-04", "by_letters": "on", "document_number": "衡外函〔2020〕意1号"},
            after=1,
        ),
    )
    CLOCK.at("2020-04-18T14:20")
    address = clerk.fill(
        "/cities/add/",
        country="ES",
        latitude="40.48198",
        longitude="-3.36354",
        time_zone="Europe/Madrid",
        website="https://www.alcala.example",
        **lines(
            "names",
            {"language": "es", "text": "Alcalá de Henares", "region": "Comunidad de Madrid"},
            {"language": "en", "text": "Alcalá de Henares", "region": "Community of Madrid"},
            {"language": "zh-hans", "text": "埃纳雷斯堡市", "region": "马德里自治区"},
        ),
    )
    slug = address.split("/")[-2]
    clerk.fill(
        f"/cities/{slug}/tie/",
        kind="friendly",
        confirmed="on",
        note="误建：对方已与他市结好。",
        **lines("steps", {"kind": "contact", "day": "2017"}, {"kind": "intent", "day": "2019-05", "place": "Madrid"}),
    )
    made = Relation.objects.get(partner__slug=slug)
    CLOCK.at("2020-04-18T14:40")
    clerk.fill(f"/cities/{slug}/tie/", kind="sister", **{"steps-1-day": "2019-06-03", "steps-1-signatories": "陈明远"})
    made.refresh_from_db()
    gone = {"pk": made.pk, "partner": slug, "steps": list(made.steps.values_list("pk", flat=True))}
    CLOCK.at("2020-04-18T15:00")
    with set_actor(User.objects.get(username="clerk")):
        made.delete()
    return {
        "relation": tie.pk,
        "step_changed": contact.pk,
        "step_added": tie.steps.get(kind="intent").pk,
        "relation_gone": gone,
        "city_added": slug,
    }


def answer_guadalajara(clerk: Member, wang: Member) -> dict:
    """A letter of reciprocal support: drafted, approved on paper with its scan, issued, sent; the gift leaves."""
    from django.core.files.uploadedfile import SimpleUploadedFile

    from correspondence.models import Letter
    from crm.models import Gift, IssuingIdentity, LedgerEntry

    CLOCK.at("2020-04-20T09:00")
    write = "/letters/write/?city=guadalajara-es&kind=reciprocal_support"
    identity = IssuingIdentity.objects.get(number_prefix="衡外函")
    letter = key_in(clerk.fill(write, identity=identity.pk))
    clerk.fill(
        f"/letters/{letter}/edit/",
        urgency="urgent",
        checked_by="王文",
        keep_address=["es"],
        finish="",
        copies_printed="3",
    )
    clerk.step(letter, "submit")
    CLOCK.at("2020-04-20T11:00")
    signed = {"paper-name": "陈明远", "paper-post": "市长", "paper-day": "2020-04-20"}
    seen = {"paper-seen": Letter.objects.get(pk=letter).words_hash()}
    scan = SimpleUploadedFile("发文稿纸.png", tiny_png(), content_type="image/png")
    wang.step(letter, "approve-paper", **signed, **seen, **{"paper-scan": scan})
    CLOCK.at("2020-04-20T14:00")
    clerk.step(letter, "issue", day="2020-04-20", read_by="王译")
    CLOCK.at("2020-04-21T09:00")
    wang.step(letter, "send", **{"send-means": "letter", "send-day": "2020-04-21", "send-reference": "EE123456789CN"})
    CLOCK.at("2020-04-21T10:00")
    masks = Gift.objects.get(direction="given", partners__city__slug="guadalajara-es")
    theirs = LedgerEntry.objects.get(gift__direction="received", gift__partners__city__slug="guadalajara-es")
    clerk.fill(f"/gifts/{masks.pk}/advance/", state="sent", day="2020-04-21", answers=[theirs.pk])
    clerk.fill(f"/gifts/{masks.pk}/details/", tracking="SF1234567890123")
    return {"letter_sent": letter, "gift_sent": masks.pk}


def draft_to_hospital(wang: Member) -> dict:
    """A letter to a body that stays a draft: two paragraphs changed in Chinese alone, one cleared since; a copy."""
    from correspondence.models import Letter
    from crm.models import Body, ItemKind

    CLOCK.at("2020-04-21T15:00")
    hospital = Body.objects.get(kind="hospital")
    copy = Body.objects.get(slug="ayuntamiento-guadalajara-es")
    address = f"/letters/write/?body={hospital.slug}&kind=notification&recipient=body:{hospital.pk}"
    needs = [ItemKind.objects.get(code=code).pk for code in ("mask", "gloves")]
    said = {"recipient": f"body:{hospital.pk}", "needs": needs, "copies": [copy.pk]}
    letter = key_in(wang.fill(address, **said))
    draft = Letter.objects.get(pk=letter)
    more = {"exchanges": "互访另行商定。", "thanks": "顺致问候。"}
    longer = {f"paragraph-{p.pk}": p.body + more[p.key] for p in draft.chinese_text.paragraphs.filter(key__in=more)}
    address = f"/letters/{letter}/edit/"
    wang.fill(address, keep_address=["es"], keep="", **longer, **{"es-salutation": "Estimados colegas:"})
    wang.fill(address, clear=draft.foreign_text.paragraphs.get(key="thanks").pk)
    return {"letter_drafted": letter, "body_written_to": hospital.pk}


def thank_the_embassy_and_cancel(clerk: Member, head: Member) -> dict:
    """A letter in Chinese alone: returned once, shortened, approved here, issued, cancelled; it keeps its number."""
    from correspondence.models import Letter
    from crm.models import IssuingIdentity, Person

    CLOCK.at("2020-04-22T09:00")
    identity = IssuingIdentity.objects.get(number_prefix="衡外函")
    ambassador = Person.objects.get(posts__kind="ambassador")
    letter = key_in(clerk.fill(f"/letters/write/?person={ambassador.pk}&kind=thanks", identity=identity.pk))
    clerk.step(letter, "submit")
    CLOCK.at("2020-04-22T10:00")
    head.step(letter, "return", note="请简短些。")
    CLOCK.at("2020-04-22T11:00")
    paragraphs = Letter.objects.get(pk=letter).chinese_text.paragraphs.all()
    dropped = {f"paragraph-{paragraph.pk}": "" for paragraph in paragraphs if paragraph.key not in ("thanks", "wish")}
    clerk.fill(f"/letters/{letter}/edit/", finish="", **dropped)
    clerk.step(letter, "submit")
    CLOCK.at("2020-04-22T14:00")
    head.step(letter, "approve", seen=Letter.objects.get(pk=letter).words_hash(), note="同意。")
    CLOCK.at("2020-04-23T09:00")
    clerk.step(letter, "issue", day="2020-04-23")
    CLOCK.at("2020-04-23T15:00")
    clerk.step(letter, "cancel", reason="改由市政府致函")
    return {"letter_cancelled": letter}


def correct_a_gift(clerk: Member) -> dict:
    """A gift is entered with a mistake, taken back with the reason and entered anew; another is only planned."""
    from crm.models import Body, City, Gift, ItemKind, Occasion

    CLOCK.at("2020-04-24T09:00")
    item = {code: ItemKind.objects.get(code=code).pk for code in ("mask", "goggles", "money")}
    occasion = Occasion.objects.get()
    gift = clerk.fill(
        "/gifts/add/?direction=received&city=fuengirola-es",
        direction="received",
        state="received",
        day="2020-03",
        received_on="2020-04-02",
        occasion=occasion.pk,
        use="hospitals",
        note="按运单登记。",
        **lines("partners", {"city": City.objects.get(slug="fuengirola-es").pk}),
        **lines(
            "lines",
            {"item": item["mask"], "quantity": "4000", "qualifier": "about", "unit": "piece"},
            {"item": item["goggles"], "quantity": "2.5", "qualifier": "exact", "unit": "kilogram"},
        ),
    )
    original = key_in(gift)
    CLOCK.at("2020-04-24T10:00")
    anew = clerk.fill(f"/gifts/{original}/correct/", reason="是 400 只，不是 4000 只")
    clerk.fill(anew, **{"lines-0-quantity": "400", "lines-0-qualifier": "exact", "note": "按实收数更正。"})
    CLOCK.at("2020-04-24T11:00")
    hospital = Body.objects.get(kind="hospital")
    planned = clerk.fill(
        f"/gifts/add/?direction=given&body={hospital.slug}",
        direction="given",
        state="planned",
        day="2020-06",
        expected_on="2020-07",
        carrier="顺丰国际 / SF International",
        **lines("partners", {"body": hospital.pk}),
        **lines(
            "lines",
            {"item": item["money"], "value": "5000.50", "currency": "EUR", "qualifier": "exact", "unit": "piece"},
        ),
    )
    assert Gift.objects.get(pk=key_in(anew)).state == "received"
    return {"gift_corrected": original, "gift_anew": key_in(anew), "gift_planned": key_in(planned)}


def enter_courtesies(wang: Member, person: int) -> dict:
    """An occasion, two services of which one is taken back."""
    from crm.models import Body, City

    CLOCK.at("2020-04-26T09:00")
    occasion = wang.fill(
        "/occasions/add/",
        kind="flood",
        start="2020-04-24",
        countries=["ES", "PT"],
        note="",
        **lines(
            "names",
            {"language": "zh-hans", "text": "塔霍河洪水"},
            {"language": "es", "text": "Crecida del Tajo", "in_letter": "la crecida del Tajo"},
        ),
    )
    cities = [City.objects.get(slug=slug).pk for slug in ("guadalajara-es", "alcala-de-henares-es")]
    wang.fill(f"{occasion}edit/", countries=["ES"], cities=cities, deaths="on")
    hospital = Body.objects.get(kind="hospital").pk
    CLOCK.at("2020-04-27T09:00")
    told = {"direction": "received", "kind": "service", "occasion": ""}
    first, second = (
        key_in(wang.fill("/ledger/add/", day=day, summary=summary, **told, **lines("partners", *whose)))
        for day, summary, whose in (
            ("2020-04-25", "三名医生视频会诊", ({"body": hospital}, {"person": person})),
            ("2020-04-26", "三名医生视频会诊（重复登记）", ({"body": hospital},)),
        )
    )
    CLOCK.at("2020-04-27T10:00")
    wang.fill(f"/ledger/{second}/reverse/", reason="重复登记")
    return {"occasion": occasion.split("/")[-2], "entry_service": first, "entry_reversed": second}


def receive_a_letter(clerk: Member, wang: Member, letter_sent: int, gift_sent: int) -> dict:
    """Guadalajara's mayor writes back; the letter is entered with its scan, corrected and taken on."""
    from django.core.files.uploadedfile import SimpleUploadedFile

    from correspondence.models import Letter
    from crm.models import Person

    CLOCK.at("2020-05-20T09:00")
    mayor = Person.objects.get(posts__body__slug="ayuntamiento-guadalajara-es", posts__kind="mayor", posts__end=None)
    scan = SimpleUploadedFile("carta del alcalde.pdf", tiny_pdf(), content_type="application/pdf")
    said = {"kind": "thanks", "day": "2020-05", "received_on": "2020-05-19", "means": "email", "language": "es"}
    letter = key_in(
        clerk.fill(
            "/letters/receive/",
            person=mayor.pk,
            body="",
            words="Muchas gracias por las mascarillas.",
            their_number="Nº 7/2020",
            thanks_for=[gift_sent],
            replies_to=letter_sent,
            scan=scan,
            **said,
        )
    )
    CLOCK.at("2020-05-21T09:00")
    wang.fill(f"/letters/{letter}/correct/", received_on="2020-05-20", means="letter", reason="邮戳为 20 日，系信函")
    wang.step(letter, "assign")
    condolence = Letter.objects.incoming().get(body__slug="city-government-ritto-jp")
    clerk.step(condolence.pk, "no-answer")
    return {"letter_received": letter, "letter_no_answer": condolence.pk}


def end_a_post(clerk: Member) -> dict:
    """Fuengirola's mayor leaves office."""
    from crm.models import Post

    CLOCK.at("2020-06-01T09:00")
    post = Post.objects.get(body__slug="ayuntamiento-fuengirola-es", kind="mayor")
    clerk.fill(f"/posts/{post.pk}/end/", end="2020-05-30")
    return {"post_ended": post.pk}


def work() -> dict:
    """All of it; returns the keys of what was made."""
    from django.core.management import call_command

    open_office()
    CLOCK.at("2020-04-17T09:55")
    head, clerk = Member("head"), Member("clerk")
    keys = keep_settings(head)
    keys |= keep_partners(clerk, head)
    keys |= keep_ties(clerk)
    wang = Member("wang")
    keys |= answer_guadalajara(clerk, wang)
    keys |= draft_to_hospital(wang)
    keys |= thank_the_embassy_and_cancel(clerk, head)
    keys |= correct_a_gift(clerk)
    keys |= enter_courtesies(wang, keys["person"])
    keys |= receive_a_letter(clerk, wang, keys["letter_sent"], keys["gift_sent"])
    keys |= end_a_post(clerk)
    for member in (head, clerk, wang):
        member.leave()
    call_command("clearsessions")
    return keys


# What a later version is compared with ------------------------------------------------------------------------------


def plain(value):
    """A value as JSON has it."""
    return value if value is None or isinstance(value, bool | int | float | str | list | dict) else str(value)


def row(record) -> dict:
    """A record's columns."""
    return {field.attname: plain(field.value_from_object(record)) for field in record._meta.concrete_fields}


def rows(records) -> list[dict]:
    return [row(record) for record in records.order_by("pk")]


def parts(record, *names: str) -> dict:
    """A record's columns and the rows hanging on it, by the name of the relation."""
    return row(record) | {name: rows(getattr(record, name).all()) for name in names}


def letter_facts(letter) -> dict:
    """A letter with all that hangs on it."""
    texts = [parts(text, "paragraphs") for text in letter.texts.order_by("pk")]
    told = {
        name: sorted(getattr(letter, name).values_list("pk", flat=True))
        for name in ("thanks_for", "announces", "courtesies", "needs")
    }
    hanging = ("copies", "versions", "approvals", "enclosures", "dispatches")
    whom = str(letter.correspondent)
    facts = parts(letter, *hanging)
    for version in facts["versions"]:
        del version["words"]  # words_hash tells
    return facts | told | {"number": letter.number, "texts": texts, "correspondent": whom}


def entry_facts(entry) -> dict:
    """A courtesy with its partners and its links."""
    return parts(entry, "partners", "links", "linked_by")


def records(keys: dict) -> dict:
    """The rows that matter, by what they are here for."""
    from correspondence.models import Letter, LetterTemplateText, NumberSeries
    from crm import models as crm

    names = ("names", "channels", "addresses", "forms_of_address")
    gifts = {
        name: parts(crm.Gift.objects.get(pk=keys[name]), "partners", "lines")
        for name in keys
        if name.startswith("gift_")
    }
    entries = crm.LedgerEntry.objects
    letters = {name: letter_facts(Letter.objects.get(pk=keys[name])) for name in keys if name.startswith("letter_")}
    kind, language = keys["item_word"]
    return {
        "letters": letters,
        "gifts": gifts,
        "gift_corrected_entries": [entry_facts(e) for e in entries.filter(gift=keys["gift_corrected"]).order_by("pk")],
        "gift_anew_entries": [entry_facts(e) for e in entries.filter(gift=keys["gift_anew"]).order_by("pk")],
        "entry_service": entry_facts(entries.get(pk=keys["entry_service"])),
        "entry_reversed": entry_facts(entries.get(pk=keys["entry_reversed"])),
        "entry_reversal": entry_facts(entries.get(reverses=keys["entry_reversed"])),
        "entries_of_letter_received": [
            entry_facts(e)
            for e in entries.filter(partners__person=letters["letter_received"]["person_id"]).order_by("pk")
        ],
        "bodies": {b.slug: parts(b, *names, "posts") for b in crm.Body.objects.order_by("pk")},
        "cities": {c.slug: parts(c, "names") for c in crm.City.objects.order_by("pk")},
        "relations": [parts(r, "steps") for r in crm.Relation.objects.order_by("pk")],
        "person": parts(crm.Person.objects.get(pk=keys["person"]), *names, "posts"),
        "post": parts(crm.Post.objects.get(pk=keys["post"]), "titles"),
        "post_ended": parts(crm.Post.objects.get(pk=keys["post_ended"]), "titles"),
        "identities": [parts(i, "letterheads") for i in crm.IssuingIdentity.objects.order_by("pk")],
        "number_series": rows(NumberSeries.objects.all()),
        "office": row(crm.Office.objects.get()),
        "accounts": {
            u.username: {"pk": u.pk, "role": u.role, "full_name": u.full_name} for u in crm.User.objects.order_by("pk")
        },
        "country": row(crm.Country.objects.get(pk=keys["country"])),
        "item_word": row(crm.ItemWord.objects.get(kind__code=kind, language=language)),
        "letter_texts_changed": rows(
            LetterTemplateText.objects.filter(language="es", template__kind__in=["thanks", "notification"])
        ),
        "occasion": parts(crm.Occasion.objects.get(slug=keys["occasion"]), "names")
        | {
            name: sorted(getattr(crm.Occasion.objects.get(slug=keys["occasion"]), name).values_list("pk", flat=True))
            for name in ("countries", "cities")
        },
    }


def history() -> list[dict]:
    """The history of bodies, ties, gifts and letters, and of all else that somebody did at a page, oldest first."""
    from auditlog.models import LogEntry

    told = []
    for entry in LogEntry.objects.select_related("content_type", "actor").order_by("pk"):
        model = f"{entry.content_type.app_label}.{entry.content_type.model}"
        if model in HISTORY_OF or entry.actor_id:
            told.append(
                {
                    "pk": entry.pk,
                    "model": model,
                    "object_pk": entry.object_pk,
                    "action": ACTIONS[entry.action],
                    "actor": entry.actor and entry.actor.username,
                    "object_repr": entry.object_repr,
                    "changes": entry.changes,
                    "timestamp": entry.timestamp.isoformat(),
                }
            )
    return told


def history_counts() -> dict:
    """How many changes each model has, by action."""
    from auditlog.models import LogEntry
    from django.db.models import Count

    counted = LogEntry.objects.values_list("content_type__app_label", "content_type__model", "action").order_by()
    table = {f"{app}.{model} {ACTIONS[action]}": n for app, model, action, n in counted.annotate(n=Count("pk"))}
    return dict(sorted(table.items()))


def write_facts(target: Path, archive: Path, keys: dict) -> None:
    """Writes facts.json beside the archive."""
    with zipfile.ZipFile(archive) as opened:
        manifest = json.loads(opened.read("manifest.json"))
    from crm.archive import applied_leaves

    facts = {
        "commit": COMMIT,
        "archive": {"bytes": archive.stat().st_size, "sha256": hashlib.sha256(archive.read_bytes()).hexdigest()},
        "passwords": PASSWORDS,
        "leaves": applied_leaves({(app, name) for app, name in manifest["migrations"]}),
        "counts": manifest["rows"],
        "sequences": manifest["sequences"],
        "files": {
            name.removeprefix("data/"): digest
            for name, digest in manifest["sha256"].items()
            if name.startswith("data/")
        },
        "keys": keys,
        "records": records(keys),
        "history": history(),
        "history_counts": history_counts(),
    }
    target.write_text(laid_out(facts) + "\n", encoding="utf-8")


def laid_out(facts: dict) -> str:
    """JSON with a line a fact: two levels of names, and a list's items, begin lines of their own."""

    def one(value) -> str:
        return json.dumps(value, ensure_ascii=False)

    def inner(value) -> str:
        if isinstance(value, dict) and value:
            return "{\n" + ",\n".join(f"  {one(name)}: {one(part)}" for name, part in value.items()) + "\n }"
        if isinstance(value, list) and value:
            return "[\n" + ",\n".join(f"  {one(part)}" for part in value) + "\n ]"
        return one(value)

    return "{\n" + ",\n".join(f" {one(name)}: {inner(value)}" for name, value in facts.items()) + "\n}"


def check_commit() -> None:
    """Stops where this is not the code of 04d1f13, unchanged."""

    def git(*words: str) -> str:
        return subprocess.run(["git", *words], cwd=ROOT, check=True, capture_output=True, text=True).stdout.strip()

    if git("rev-parse", "HEAD") != COMMIT or git("status", "--porcelain", "--untracked-files=no"):
        sys.exit(f"This is run in a clean checkout of {COMMIT[:7]}.")


def main(archive: Path, facts: Path) -> None:
    check_commit()
    folder = Path(os.environ["WANGLAI_DATA_DIR"]).resolve()
    if folder.exists() and any(folder.iterdir()):
        sys.exit(f"{folder} is not empty.")
    os.umask(0o077)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "secret_key").write_text(SECRET_KEY)
    os.environ |= {"DJANGO_SETTINGS_MODULE": "crm.settings", "WANGLAI_DEMO_PASSWORD": PASSWORDS["clerk"]}
    os.environ.pop("DATABASE_URL", None)
    sys.path.insert(0, str(ROOT))

    import django

    warnings.filterwarnings("ignore", "No directory at")  # static files are never gathered here
    tame()
    django.setup()
    from django.db import connections
    from django.test.utils import setup_test_environment
    from django.utils import translation

    setup_test_environment()  # the test client then tells what a page's form objects to
    translation.activate("zh-hans")
    keys = work()
    connections.close_all()
    subprocess.run(["bin/manage", "backup", str(archive)], cwd=ROOT, check=True)
    write_facts(facts, archive, keys)


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve())
