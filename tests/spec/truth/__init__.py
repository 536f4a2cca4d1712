"""Conditions and how they are combined.

A condition is *yes*, *no* or *unknown*. Unknown is a value of its own: it is never read as no. A
combination is unknown only when the answer really depends on what is not known.
"""
