"""Vlaams opleidingskrediet: a monthly premium on top of federal time credit for training."""
