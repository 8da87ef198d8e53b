"""Where tests find the partners that are made for one letter (correspondence/trial/world.py)."""

from correspondence.trial.world import CHINESE, ON, Pair, World

__all__ = ["CHINESE", "ON", "Pair", "World"]
