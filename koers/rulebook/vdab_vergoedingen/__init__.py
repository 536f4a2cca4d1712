"""Vergoedingen van VDAB: allowances during a training that VDAB recognises."""
