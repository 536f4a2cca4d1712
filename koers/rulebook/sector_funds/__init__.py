"""Sector funds: training premiums per joint committee."""
