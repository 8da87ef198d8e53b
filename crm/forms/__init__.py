"""The forms of crm, a file a noun."""
