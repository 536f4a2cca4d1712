"""Congé-éducation payé of Wallonia, and the refund to the employer."""
