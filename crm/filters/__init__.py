"""The filters above the lists, a file a noun."""
