"""Conditions on facts that several instruments share, so that each is written once.

A condition lives here only when the law of one instrument is used by another, or when it is a
definition. It holds no amounts and no dates: an instrument that needs it at other dates dates
its own condition.
"""

from koers.rulebook.facts.jobs import employment
from koers.rulebook.facts.people import person
from koers.rulebook.facts.words import DIPLOMA, REGION

works_in_flanders_or_brussels = employment.workplace_region.is_in(["flanders", "brussels"])

opleidingscheque_residence = (
    person.residence_region.is_in(["flanders", "brussels"])
    | (person.residence_region.is_in(REGION.group("eea")) & works_in_flanders_or_brussels)
    | (
        person.residence_region.is_in(REGION.group("walloon_region"))
        & person.moved_from_eea_to_wallonia
        & works_in_flanders_or_brussels
    )
)
"""Where somebody must live for opleidingscheques, since 1 March 2015 (OC-C3).

Also the residence rule of loopbaancheques. Somebody from Wallonia who always lived in Belgium
has no right by working in Flanders; somebody from Flanders who works in Wallonia has it.
Source: https://www.vlaanderen.be/opleidingscheques-voor-werknemers
"""

short_schooled = person.highest_diploma.is_in(DIPLOMA.group("short_schooled"))
"""Kortgeschoold for VDAB. Other schemes draw the line elsewhere: see `definities`."""

highly_educated = person.highest_diploma.is_in(DIPLOMA.group("higher_education"))
"""Hooggeschoold: a diploma of higher education."""

without_secondary_diploma = person.highest_diploma.is_in(DIPLOMA.group("without_secondary_diploma"))
"""Certainly no diploma of secondary education. The certificate of the sixth year bso is none."""

with_secondary_diploma = person.highest_diploma.is_in(DIPLOMA.group("with_secondary_diploma"))
"""Certainly a diploma of secondary education, or a higher one."""

vocational_nurse = person.highest_diploma == "nursing_4th_grade_bso"
"""Of the fourth grade bso. Whether that counts as a diploma of secondary education differs."""

__all__ = [
    "highly_educated",
    "opleidingscheque_residence",
    "short_schooled",
    "vocational_nurse",
    "with_secondary_diploma",
    "without_secondary_diploma",
    "works_in_flanders_or_brussels",
]
