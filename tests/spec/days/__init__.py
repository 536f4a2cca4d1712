"""Days, and time between days.

Dates only, no hours. A day that is known in part (a month, a year, before or after a day) is an
interval of days.
"""
