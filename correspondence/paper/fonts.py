"""Fonts that the office puts into var/fonts (仿宋_GB2312, 方正小标宋 …): used first where a layout names them."""

from functools import lru_cache
from pathlib import Path

from django.conf import settings
from fontTools.ttLib import TTFont, TTLibError

FAMILY_NAMES = (1, 16)
SPACE = 0x20


def office_families() -> dict[str, Path]:
    """Family name → file, for each readable font in the folder; unreadable files are passed over."""
    folder = settings.FONTS_DIR
    files = (
        sorted(path for path in folder.glob("*") if path.suffix.lower() in (".ttf", ".otf")) if folder.is_dir() else []
    )
    return {family: path for path in files for family in families_of(path, path.stat().st_mtime_ns)}


@lru_cache(maxsize=64)
def families_of(path: Path, changed: int) -> tuple[str, ...]:
    """The family names a font file gives itself, in all its languages."""
    try:
        with TTFont(path, lazy=True) as font:
            if SPACE not in (font.getBestCmap() or {}):
                return ()  # a face of ornaments: every line of a letter would lack its blanks
            return tuple({name.toUnicode() for name in font["name"].names if name.nameID in FAMILY_NAMES})
    except (TTLibError, OSError, KeyError, UnicodeDecodeError):
        return ()


def fonts_on_disk() -> tuple:
    """What tells one state of the folder from another."""
    return tuple(sorted((family, str(path), path.stat().st_mtime_ns) for family, path in office_families().items()))


def office_faces() -> str:
    """The CSS @font-face rules of the office's fonts."""
    rule = '@font-face {{ font-family: "{family}"; src: url("{url}"); }}'
    safe = ((family.replace('"', ""), path.as_uri()) for family, path in office_families().items())
    return "\n".join(rule.format(family=family, url=url) for family, url in safe)
