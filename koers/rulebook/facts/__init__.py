"""Every fact that a rule may look at, by subject. Names are dotted: class and attribute.

The words, units, usual values and consequences follow the vocabulary of the facts dossier
(version 1, 22 November 2026), see DATA.md.
"""

from koers.engine import vocabulary
from koers.rulebook.facts.consequences import (
    AT_LEAST,
    DERIVED,
    IMPLICATIONS,
    ONE_UNIT,
    REDUCTIONS,
)
from koers.rulebook.facts.courses import training
from koers.rulebook.facts.firms import employer, provider
from koers.rulebook.facts.jobs import career, employment
from koers.rulebook.facts.people import person
from koers.rulebook.facts.usage import (
    application,
    career_guidance,
    career_plan,
    time_credit,
    voucher,
)
from koers.rulebook.facts.words import (
    DIPLOMA,
    EMPLOYMENT_SECTOR,
    EMPLOYMENT_STATUS,
    INCOME_SOURCE,
    LEGAL_FORM,
    PUBLIC_SERVICE,
    REGION,
    TRAINING_KIND,
    TRAINING_MODE,
)

VOCABULARY = vocabulary(
    [
        person,
        employment,
        career,
        employer,
        provider,
        training,
        time_credit,
        voucher,
        career_guidance,
        career_plan,
        application,
    ],
    implications=IMPLICATIONS,
    derived=DERIVED,
    at_least=AT_LEAST,
    reductions=REDUCTIONS,
    one_unit=ONE_UNIT,
)

__all__ = [
    "DIPLOMA",
    "EMPLOYMENT_SECTOR",
    "EMPLOYMENT_STATUS",
    "INCOME_SOURCE",
    "LEGAL_FORM",
    "PUBLIC_SERVICE",
    "REGION",
    "TRAINING_KIND",
    "TRAINING_MODE",
    "VOCABULARY",
    "application",
    "career",
    "career_guidance",
    "career_plan",
    "employer",
    "employment",
    "person",
    "provider",
    "time_credit",
    "training",
    "voucher",
]
