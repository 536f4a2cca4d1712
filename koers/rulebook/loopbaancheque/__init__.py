"""Loopbaancheque: career guidance at a reduced price."""
