"""Kmo-portefeuille: a Flemish subsidy to small and medium firms that buy training or advice."""
