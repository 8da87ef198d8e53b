"""Puts a folder of TOML on record: an office with its cities, organizations, people and courtesies."""

from correspondence.office_folder.loading import load_folder
from correspondence.office_folder.reading import Mistake, OfficeFolder

__all__ = ["Mistake", "OfficeFolder", "load_folder"]
