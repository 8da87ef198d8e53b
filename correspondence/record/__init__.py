"""What a partner's page shows: who holds office, what is open, one feed of all that passed, and the picture of help."""
