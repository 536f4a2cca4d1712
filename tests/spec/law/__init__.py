"""Law with dates.

Numbers of the law stand in `parameters.yaml` with the day from which they hold and a source. A
rule is first resolved on its reference day; only then it meets the facts.
"""
