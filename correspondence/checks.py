"""System checks of fonts and letter texts, a sentence each."""

from django.core.checks import Error, register

from correspondence.errors import UnreadableText
from correspondence.languages import CODES, language_rules
from correspondence.paper.press import has_family
from correspondence.texts.checking import check_source
from correspondence.texts.shipped import text_files


@register("letters", deploy=True)
def check_fonts(app_configs, **kwargs):
    """The faces that letters are set with are installed."""
    families = dict.fromkeys(family for code in CODES for family in language_rules(code).fonts)
    return [
        Error(
            f"The font “{family}” is not installed.", hint="Debian: fonts-noto-cjk fonts-noto-core", id="letters.E001"
        )
        for family in families
        if not has_family(family)
    ]


@register("letters")
def check_texts(app_configs, **kwargs):
    """The shipped letter texts are written as docs/letter-texts.md says."""
    problems = []
    for path in text_files():
        try:
            check_source(path.read_text(encoding="utf-8"), path.stem)
        except UnreadableText as error:
            problems.append(Error(f"{path.parent.name}/{path.name}: {error}", id="letters.E002"))
    return problems
