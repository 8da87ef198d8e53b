"""Puts a folder of TOML on record: an office with its cities, organizations, people and courtesies."""

from correspondence.office_folder.loading import load_folder
from correspondence.office_folder.reading import OfficeFolder
from correspondence.office_folder.table import Mistake

__all__ = ["Mistake", "OfficeFolder", "load_folder"]
