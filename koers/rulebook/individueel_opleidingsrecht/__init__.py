"""Individueel opleidingsrecht: paid training days a year that an employee has with the employer."""
