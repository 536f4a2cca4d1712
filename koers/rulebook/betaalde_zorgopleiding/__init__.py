"""Paid study for a care occupation: yearly calls of the funds of the care sectors."""
