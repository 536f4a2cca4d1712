"""Words as results.

Who decides, which scheme, who is paid: a result can be a word from a list.
"""
