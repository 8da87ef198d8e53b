"""The questions above the lists, a file a noun."""
