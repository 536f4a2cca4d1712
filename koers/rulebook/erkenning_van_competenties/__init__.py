"""Erkenning van verworven competenties (EVC): a proof of what somebody can do already."""
