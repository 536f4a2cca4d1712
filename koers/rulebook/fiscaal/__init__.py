"""Fiscaal: what tax law gives for training, to workers and to employers."""
