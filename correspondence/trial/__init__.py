"""Letters drafted on trial: partners made for them, a table of situations, and what no letter may have."""
