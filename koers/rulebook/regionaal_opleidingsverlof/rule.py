"""Which paid training leave applies: that of the region of the establishment unit.

Law: each region executes herstelwet of 22 January 1985, chapter IV, section 6, for the units on
its own territory. The unit declared in DmfA decides; the home, the head office and the place of
telework do not. The home decides about opleidingscheques, told here beside the leave.
Result: the name of the scheme, for one job. A definition: it has no yes or no.

Not expressed here: two jobs in two regions (each region for its own job), a move to another unit
during the training, the betaald educatief verlof of Flanders before September 2019 (there is no
word for it), and which public enterprises are autonomous.
"""

from koers.engine import (
    REFERENCE_DAY,
    Incentive,
    amount,
    load_parameters,
    step,
    unknown_word,
    when,
)
from koers.rulebook.facts import EMPLOYMENT_SECTOR, EMPLOYMENT_STATUS, REGION, employment
from koers.rulebook.facts.conditions import (
    opleidingscheque_residence,
    works_in_flanders_or_brussels,
)

p = load_parameters(__file__)

FLANDERS = "https://www.ucll.be/vlaamsopleidingsverlof"
REGIONAL = ["bev_brussels", "cep_wallonia", "conge_education_dg"]

without_employer = employment.status.is_in(EMPLOYMENT_STATUS.group("no_work") | {"self_employed"})
private_sector = employment.sector.is_in(EMPLOYMENT_SECTOR.group("private_any"))
unit_abroad = employment.workplace_region.is_in(REGION.group("outside_belgium"))

# The sources agree that agency workers have leave, not which unit decides.
scheme_of_agency_worker = unknown_word(
    "Voor uitzendkrachten is niet duidelijk welke vestiging telt: die van het uitzendkantoor of "
    "die van het bedrijf waar je werkt.",
    source="https://www.vlaanderen.be/als-werknemer-betaald-educatief-verlof-opnemen/"
    "betaald-educatief-verlof-voorwaarden",
    words=["vov", *REGIONAL],
)
# Outside Flanders contractual staff of bpost, Proximus and the like have leave; other public
# staff have not.
scheme_of_public_employee = unknown_word(
    "Werk je met een arbeidsovereenkomst in een autonoom overheidsbedrijf, dan heb je verlof van "
    "het gewest waar je werkt. In een andere openbare dienst niet. Koers kent dat verschil niet.",
    source="https://www.groups.be/fr/actualites/articles-juridiques/"
    "conge-education-paye-bruxelles-faq",
    words=[*REGIONAL, "none"],
)
scheme_of_student_or_apprentice = unknown_word(
    "We vonden geen tekst die zegt of jobstudenten en leerlingen met een leerovereenkomst betaald "
    "verlof voor een opleiding krijgen.",
    source=FLANDERS,
    words=["vov", *REGIONAL, "none"],
)
flemish_scheme = (
    when(p.day("vov_since") <= REFERENCE_DAY)
    .then("vov")
    .otherwise(
        unknown_word(
            "Voor 1 september 2019 was er in Vlaanderen betaald educatief verlof. Dat stelsel is "
            "hier niet uitgewerkt.",
            source=FLANDERS,
            words=["vov", "none"],
        )
    )
)

scheme = (
    when(without_employer | (employment.status == "civil_servant"))
    .then("none")
    .when(employment.status == "temp_agency")
    .then(scheme_of_agency_worker)
    .when(unit_abroad | (employment.sector == "public_flemish"))
    .then("none")
    .when((employment.sector == "public_other") & ~(employment.workplace_region == "flanders"))
    .then(scheme_of_public_employee)
    .when(~private_sector)
    .then("none")
    .when(employment.status.is_in(["student_worker", "apprentice"]))
    .then(scheme_of_student_or_apprentice)
    .when(employment.workplace_region == "flanders")
    .then(flemish_scheme)
    .when(employment.workplace_region == "brussels")
    .then("bev_brussels")
    .when(employment.workplace_region == "wallonia")
    .then("cep_wallonia")
    .when(employment.workplace_region == "german_community")
    .then("conge_education_dg")
    .otherwise("none")
)

opleidingscheque_residence_ok = (
    when(p.day("residence_counts_since") <= REFERENCE_DAY)
    .then(opleidingscheque_residence)
    .otherwise(works_in_flanders_or_brussels)
)

leave_region_selector = Incentive(
    id="leave_region_selector",
    kind="definition",
    level="federal",
    group="time",
    recipient="worker",
    reference="training_start",
    reference_fact=None,
    parameters=p,
    conditions=[],
    amounts={
        "scheme": amount(scheme, recipient="worker"),
        "opleidingscheque_residence_ok": amount(opleidingscheque_residence_ok, recipient="worker"),
    },
    steps=[
        step("look_up_unit", who="worker", source="conditions"),
        step("ask_scheme", who="worker", source="conditions"),
    ],
    answers=False,
)
