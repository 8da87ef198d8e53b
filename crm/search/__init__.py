"""The one index of all that is found: kinds of records and their words, writing, asking."""
