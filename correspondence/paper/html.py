"""ComposedLetter + layout → HTML. Knows nothing of PDF; layouts are files of ours, never stored text."""

import re
from dataclasses import dataclass
from pathlib import Path

from django.template import Context, Engine
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from correspondence.languages import LANGUAGES, language_rules
from correspondence.texts.composing import ComposedLetter
from correspondence.texts.markup import RAISED, list_items, split_bold, split_paragraphs
from crm.languages import CHINESE, html_language

LAYOUTS = Path(__file__).resolve().parent / "layouts"
# 2台, 26.5万余只, 100,000人民元: no line ends between the number and what it counts.
COUNTED = "\\d[\\d,.]*(?:[万亿億만억][\\d,]*)*[余多]?[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]{1,3}"
# A Korean word with its particle and what holds to it: the printer knows no word-break: keep-all.
KOREAN_WORD = "[\\w“‘(]{0,12}[\uac00-\ud7af][\\w\u00a0“”‘’().,:!?]{0,16}"  # no longer than a line
KEPT_WHOLE = re.compile(f"{KOREAN_WORD}|{COUNTED}")
ENGINE = Engine(dirs=[LAYOUTS], autoescape=True)


@dataclass(frozen=True)
class Marks:
    """What is printed over the words: how far it is before its issue, that it is a specimen, where the seal goes."""

    stage: str = ""  # 草稿, 送审稿, 作废
    specimen: bool = False
    seal_room: bool = False


@dataclass(frozen=True)
class Head:
    """A letterhead in one language."""

    name: str
    contact: str = ""
    number: str = ""
    place: str = ""  # our city with its province and country, for readers abroad


def mark_up(text: str) -> SafeString:
    """A paragraph's HTML: bold, lists and line breaks; all else is literal."""
    if items := list_items(text):
        return mark_safe(f"<ul>{''.join(f'<li>{embolden(item)}</li>' for item in items)}</ul>")
    return mark_safe(f"<p>{mark_lines(text)}</p>")


def embolden(line: str) -> str:
    """A line's HTML with **bold** and ^raised^; all else escaped. A number stands on one line with its counter."""
    return "".join(f"<b>{escaped(words)}</b>" if bold else escaped(words) for words, bold in split_bold(line))


def escaped(words: str) -> str:
    """Words as HTML, what stands between carets raised; Korean words and numbers with their counters stay whole."""
    return KEPT_WHOLE.sub(r'<span class="counted">\g<0></span>', RAISED.sub(r"<sup>\1</sup>", escape(words)))


def render_letters(
    letters: list[ComposedLetter],
    heads: dict[str, Head],
    marks: Marks,
    *,
    title: str,
    layout: str = "plain",
    faces: str = "",
) -> str:
    """One HTML document, each language on pages of its own, the recipient's first; ``faces`` is font CSS."""
    pages = [page_of(letter, heads[letter.language]) for letter in reversed(letters)]
    context = {
        "pages": pages,
        "marks": marks,
        "title": title,
        "language": html_language(letters[-1].language),
        "faces": faces,
        "style": (LAYOUTS / layout / "letter.css").read_text(encoding="utf-8"),
    }
    return ENGINE.get_template(f"{layout}/letter.html").render(Context(context))


def page_of(letter: ComposedLetter, head: Head) -> dict:
    """One language's part of the document: its parts in reading order, each with its name as class."""
    rules = language_rules(letter.language)
    parts = []
    for name in rules.parts:
        words = letter.part(name)
        if not words:
            continue
        blocks = [mark_up(block) for block in split_paragraphs(words)] if name == "body" else [mark_lines(words)]
        parts.append({"name": name, "blocks": blocks, "seal": name == "signature"})
    fonts = ", ".join(f'"{font}"' for font in font_stack(letter.language))
    return {
        "language": html_language(letter.language),
        "code": letter.language,
        "rules": rules,
        "head": head,
        "translation": rules.unofficial if letter.translation else "",
        "number": head.number if letter.language == CHINESE else "",
        "parts": parts,
        "fonts": mark_safe(fonts),
    }


def font_stack(language: str) -> tuple[str, ...]:
    """The font families a letter in that language may use, in order; no other face may appear in its PDF."""
    rules = language_rules(language)
    others = (font for other in (language_rules("en"), *LANGUAGES.values()) for font in other.fonts)
    return tuple(dict.fromkeys([*rules.office_fonts, *rules.fonts, *others]))


def mark_lines(text: str) -> SafeString:
    """Lines of a part, each a line of the page."""
    return mark_safe("<br>".join(embolden(line) for line in text.split("\n")))


def render_slip(rows: dict, title: str, faces: str = "") -> str:
    """The approval slip 发文稿纸 as HTML."""
    return render_paper("slip", {"slip": rows, "title": title}, faces)


def render_paper(layout: str, words: dict, faces: str = "") -> str:
    """A paper of the office's own as HTML, by the layout of its name; ``faces`` is font CSS."""
    style = (LAYOUTS / layout / f"{layout}.css").read_text(encoding="utf-8")
    return ENGINE.get_template(f"{layout}/{layout}.html").render(Context({**words, "style": style, "faces": faces}))
