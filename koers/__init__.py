"""Koers: the individual learning and career account for Flanders, as software."""

__version__ = "0.1.0"
