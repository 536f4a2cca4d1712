"""Inschrijvingsgeld volwassenenonderwijs: what a learner pays for one module of a CVO or Ligo.

Law: decree of 15 June 2007 on adult education, art. 108 to 113; decision of 15 March 2019; new
tariff by the decisions of 23 May and 20 June 2025. The decree itself was not read, the prices
come from centres and from vlaanderen.be.
Period: the first day of the module counts. Result: the price of the module in EUR, without
course material. It is a price, so everybody may enrol: there are no conditions.

Not expressed here: who belongs to a category. Up to 31 August 2025 it follows from other facts
(`facts/consequences.py` derives it from the source of income); from 1 September 2025 the sources
do not tell which people are exempt. Attests of disability, asylum, prison or shelter, and 120
lestijden at a Ligo, have no fact: somebody with such an attest states the category. The fixed
price for newcomers in civic integration (NT2 since 1 September 2023) is not expressed either.
"""

from koers.engine import (
    Incentive,
    amount,
    greatest,
    least,
    load_parameters,
    lookup,
    or_else,
    step,
    unknown_in_law,
    when,
)
from koers.rulebook.facts import person, training
from koers.rulebook.facts.conditions import without_secondary_diploma

p = load_parameters(__file__)

# Who pays nothing ----------------------------------------------------------------------------

# The price group "basic" holds general education (free for all) and supplementary general
# education (free without a diploma). No fact tells them apart.
in_free_study_field = unknown_in_law(
    "Tot 31 augustus 2025 was algemene vorming gratis voor iedereen, en aanvullende algemene "
    "vorming alleen zonder diploma secundair onderwijs. Aan de tariefgroep zien we niet welk "
    "van de twee je volgt.",
    source=p.sources["temse"].url,
)

fully_exempt = (person.cvo_category == "full") | (
    (training.cvo_tier == "basic") & (without_secondary_diploma | in_free_study_field)
)

# Price per lestijd ---------------------------------------------------------------------------

rate = (
    when(fully_exempt)
    .then(lookup(p.table("rate_fully_exempt"), training.cvo_tier))
    .when(person.cvo_category == "reduced")
    .then(lookup(p.table("rate_reduced"), training.cvo_tier))
    .when(person.cvo_category == "exempt_2025")
    .then(lookup(p.table("rate_exempt_2025"), training.cvo_tier))
    .otherwise(lookup(p.table("rate"), training.cvo_tier))
)

price = training.lestijden * rate

# The most for one training in one half of the school year ------------------------------------

room_under_cap = greatest(
    or_else(
        lookup(p.table("cap"), training.cvo_tier)
        - training.fees_already_this_semester_same_training,
        price,
    ),
    0,
)

# Since September 2025 there is a cap of which the amount was not read: prices up to the old cap
# are taken as they are, whatever was paid before.
price_under_cap = (
    when(price <= p.cap_not_in_doubt).then(price).otherwise(least(price, room_under_cap))
)

# From the fourth enrolment in the same module; the cap does not apply ------------------------

enrols_once_too_often = (
    training.enrolment_number_same_module_6y >= p.surcharge_from_enrolment
) & ~training.open_module

was_exempt_before_2025 = unknown_in_law(
    "De vrijgestelde categorie bestaat pas sinds 1 september 2025. Welke vermindering je "
    "voordien had, volgt daar niet uit.",
    source=p.sources["edukempen"].url,
)

surcharge = (
    when(fully_exempt | ((person.cvo_category == "exempt_2025") & was_exempt_before_2025))
    .then(p.surcharge_fully_exempt)
    .otherwise(p.surcharge)
)

fee = (
    when(enrols_once_too_often)
    .then(greatest(training.lestijden * surcharge, price_under_cap))
    .otherwise(price_under_cap)
)

cvo_inschrijvingsgeld = Incentive(
    id="cvo_inschrijvingsgeld",
    kind="right",
    level="flemish",
    group="money",
    recipient="worker",
    reference="module_start",
    reference_fact="training.start_date",
    parameters=p,
    amounts={"fee_eur": amount(fee, recipient="worker", period="module")},
    steps=[
        step("enrol_with_attest", who="worker", source="cvofocus"),
        step("hand_in_late_attest", who="worker", source="cvo-gent"),
        step("keep_proof_of_payment", who="worker", source="cvofocus"),
    ],
)
