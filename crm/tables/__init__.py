"""What the lists show, a file a noun; the same columns go into the Excel file."""
