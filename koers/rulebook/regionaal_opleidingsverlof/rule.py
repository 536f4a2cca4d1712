"""Which paid training leave applies, that of the region of the unit; and the federal wage cap.

Law: each region executes herstelwet of 22 January 1985, chapter IV, section 6, for the units on
its own territory. The unit declared in DmfA decides; the home, the head office and the place of
telework do not. The home decides about opleidingscheques, told here beside the leave.
Result: the name of the scheme, for one job. A definition: it has no yes or no. The second
definition tells the wage up to which an employer must pay during the leave, in every region.

The rules of one region's leave build on this file: who has it and where, the hours of the federal
table, the first day of the school year of leave that was taken, and the wage cap.

Not expressed here: two jobs in two regions (each region for its own job), a move to another unit
during the training, the betaald educatief verlof of Flanders before September 2019 (there is no
word for it), which public enterprises are autonomous, courses of two classes at once, and leave
for the exams of an examination board or for a validation of skills.
"""

from koers.engine import (
    REFERENCE_DAY,
    Incentive,
    amount,
    calendar_day,
    load_parameters,
    lookup,
    shift,
    step,
    unknown_in_law,
    unknown_word,
    when,
)
from koers.rulebook.facts import (
    EMPLOYMENT_SECTOR,
    EMPLOYMENT_STATUS,
    REGION,
    employment,
    leave,
    training,
)
from koers.rulebook.facts.conditions import (
    opleidingscheque_residence,
    works_in_flanders_or_brussels,
)

p = load_parameters(__file__)

FLANDERS = "https://www.ucll.be/vlaamsopleidingsverlof"
UNIT_PAGE = p.sources["conditions"].url
REGIONAL = ["bev_brussels", "cep_wallonia", "conge_education_dg"]

AGENCY = (
    "Voor uitzendkrachten is niet duidelijk welke vestiging telt: die van het uitzendkantoor of "
    "die van het bedrijf waar je werkt."
)
PUBLIC = (
    "Werk je met een arbeidsovereenkomst in een autonoom overheidsbedrijf, dan heb je verlof van "
    "het gewest waar je werkt. In een andere openbare dienst niet. Koers kent dat verschil niet."
)
STUDENT = (
    "We vonden geen tekst die zegt of jobstudenten en leerlingen met een leerovereenkomst betaald "
    "verlof voor een opleiding krijgen."
)

without_employer = employment.status.is_in(EMPLOYMENT_STATUS.group("no_work") | {"self_employed"})
agency_worker = employment.status == "temp_agency"
student_or_apprentice = employment.status.is_in(["student_worker", "apprentice"])
private_sector = employment.sector.is_in(EMPLOYMENT_SECTOR.group("private_any"))
other_public_sector = employment.sector == "public_other"
unit_abroad = employment.workplace_region.is_in(REGION.group("outside_belgium"))

# The sources agree that agency workers have leave, not which unit decides.
scheme_of_agency_worker = unknown_word(AGENCY, source=UNIT_PAGE, words=["vov", *REGIONAL])
# Outside Flanders contractual staff of bpost, Proximus and the like have leave; other public
# staff have not.
scheme_of_public_employee = unknown_word(
    PUBLIC, source=p.sources["groups"].url, words=[*REGIONAL, "none"]
)
scheme_of_student_or_apprentice = unknown_word(
    STUDENT, source=FLANDERS, words=["vov", *REGIONAL, "none"]
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
    .when(agency_worker)
    .then(scheme_of_agency_worker)
    .when(unit_abroad | (employment.sector == "public_flemish"))
    .then("none")
    .when(other_public_sector & ~(employment.workplace_region == "flanders"))
    .then(scheme_of_public_employee)
    .when(~private_sector)
    .then("none")
    .when(student_or_apprentice)
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

# The same choice as conditions, for the rules of one region's leave -----------------------------

works_under_contract = employment.status.is_in(
    ["employee", "temp_agency", "temporary_unemployed"]
) | (student_or_apprentice & unknown_in_law(STUDENT, source=FLANDERS))
sector_with_leave = private_sector | (
    other_public_sector & unknown_in_law(PUBLIC, source=p.sources["groups"].url)
)
unit_of_agency_worker = unknown_in_law(AGENCY, source=UNIT_PAGE)
unit_in_brussels = (
    when(agency_worker)
    .then(unit_of_agency_worker)
    .otherwise(employment.workplace_region == "brussels")
)
unit_in_wallonia = (
    when(agency_worker)
    .then(unit_of_agency_worker)
    .otherwise(employment.workplace_region == "wallonia")
)

# The federal hours: Wallonia, and Brussels until August 2023 ------------------------------------

# Each word by itself: the answer waits until the class is told.
class_of_the_table = (
    (training.class_ == "general")
    | (training.class_ == "language")
    | (training.class_ == "vocational")
    | (training.class_ == "academic")
    | (training.class_ == "professional_bachelor")
)
priority_training = (
    training.bottleneck_occupation | training.first_secondary_diploma | (training.kind == "basic")
)
federal_hours = (
    when(training.coincides_with_work_hours)
    .then(lookup(p.table("hours_inside"), training.class_))
    .otherwise(lookup(p.table("hours_outside"), training.class_))
)
hours_of_priority_training = p.hours_priority

# Leave that was taken -------------------------------------------------------------------------

# Counted from a school year that is known, so that it stays open while the year is not told.
leave_year_start = shift(
    p.day("first_counted_day"),
    months=(leave.school_year - p.first_counted_year) * p.months_per_school_year,
)
leave_year_is_told = leave_year_start == calendar_day("school_year_start", REFERENCE_DAY)

wage_cap = p.wage_cap

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

definition_leave_wage_cap = Incentive(
    id="definition_leave_wage_cap",
    kind="definition",
    level="federal",
    group="money",
    recipient="worker",
    reference="day_asked",
    reference_fact=None,
    parameters=p,
    conditions=[],
    amounts={"wage_cap_eur_month": amount(wage_cap, recipient="worker")},
    steps=[step("compare_wage", who="worker", source="securex-cap")],
    answers=False,
)
