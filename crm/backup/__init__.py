"""Backup and restore of everything an office has."""
