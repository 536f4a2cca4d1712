"""Behoud van de werkloosheidsuitkering: a training that keeps the benefit, and its length."""
