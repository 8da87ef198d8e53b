"""The forms of the ground floor, a file a noun."""
