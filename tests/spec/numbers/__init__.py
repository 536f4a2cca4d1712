"""Numbers, money and hours.

Numbers are exact decimals with a unit. A number that is known in part is an interval, and every
operation gives the narrowest interval that is certain: the exact result, once it is known, always
lies inside. What is computed from something absent is absent.
"""
