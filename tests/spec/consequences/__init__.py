"""What follows from what.

A fact gets its value in this order: what was stated, what certainly follows from other facts, what
can be computed from them, what is usual (never in strict mode), and else it is unknown.
"""
