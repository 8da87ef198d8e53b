"""What a question that names a record offers, and how more of it is found while somebody types."""
