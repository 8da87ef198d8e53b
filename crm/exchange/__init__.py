"""How lists leave the house: on paper and as Excel files."""
