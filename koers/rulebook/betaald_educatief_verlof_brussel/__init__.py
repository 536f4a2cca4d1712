"""Betaald educatief verlof of Brussels, and the refund to the employer."""
