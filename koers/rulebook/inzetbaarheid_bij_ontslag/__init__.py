"""Inzetbaarheidsbevorderende maatregelen: help to a next job during a long notice."""
