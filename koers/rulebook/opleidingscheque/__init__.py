"""Opleidingscheques voor werknemers: Flanders pays part of the fee of a training."""
