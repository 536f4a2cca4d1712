"""Vrijstelling van beschikbaarheid (VDAB): keep the unemployment benefit while in training."""
