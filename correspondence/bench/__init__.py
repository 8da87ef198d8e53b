"""Databases of a size, filled through the doors, and the pages that bin/bench times on them."""
