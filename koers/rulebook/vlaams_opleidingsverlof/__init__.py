"""Vlaams opleidingsverlof: rule, parameters, texts and cases."""
