"""Zelfstandigen: which schemes somebody with a business can use, and no double subsidy."""
