"""Four kinds of not-knowing.

Unknown about the person, absent, unknown in the law, and left to judgement. They are never mixed:
each is solved by somebody else.
"""
