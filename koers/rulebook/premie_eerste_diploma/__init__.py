"""Premie bij een eerste diploma: the fee back after a first diploma through adult education."""
