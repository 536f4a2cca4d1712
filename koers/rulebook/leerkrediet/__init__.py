"""Leerkrediet: the learning credit that a student uses up and wins back in higher education."""
