"""Definities: words that many schemes use, each with one meaning that rules can build on."""
