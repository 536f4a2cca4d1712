"""Tijdskrediet met motief opleiding: leave for a long recognised course, and the RVA allowance."""
