"""Vlaams opleidingskrediet (VOK): a Flemish premium on top of federal time credit for training.

Law: decision of 1 March 2002 (private sector) and of 3 May 2002 (private social profit), both
as changed from 1 September 2019. The articles were not read; conditions follow the official
pages. Reference day: the month that is paid. Result: a gross amount per month.

A combination of working time before and during the interruption that has no row in the
official table gives no premium. The amounts between March 2020 and August 2021, and from 2022
on, are unknown in law; so are those of the private social profit sector.

Not expressed: somebody who used the premium for a training that has since left the database
may go on (VOK-C7); the maximum duration, which is that of the federal time credit; everything
RVA checks before it grants that credit.
"""

from koers.engine import (
    REFERENCE_DAY,
    Incentive,
    amount,
    calendar_day,
    condition,
    least,
    load_parameters,
    step,
    unknown_in_law,
    unknown_number,
    when,
)
from koers.rulebook.facts import (
    EMPLOYMENT_SECTOR,
    application,
    career_guidance,
    employment,
    person,
    time_credit,
    training,
)
from koers.rulebook.facts.conditions import highly_educated

p = load_parameters(__file__)

AMOUNTS_PAGE = p.sources["ubed"].url
CONDITIONS_PAGE = p.sources["ucond"].url

# Who ----------------------------------------------------------------------------------------

private_sector = condition(
    employment.sector.is_in(EMPLOYMENT_SECTOR.group("private_any")),
    law="BVR 1.3.2002 en 3.5.2002; Vlaanderen.be, voorwaarden (VOK-C1)",
    title="Je werkt in de privésector of in de private socialprofitsector",
    source="ucond",
)
workplace_in_flanders = condition(
    employment.workplace_region == "flanders",
    law="Vlaanderen.be, voorwaarden (VOK-C1)",
    title="Je werkt in een vestiging in het Vlaamse Gewest",
    source="ucond",
)
time_credit_for_training = condition(
    time_credit.motive == "training",
    law="Vlaanderen.be, voorwaarden (VOK-C2)",
    title="Je neemt tijdskrediet met het motief opleiding",
    source="ucond",
)
benefit_from_rva = condition(
    time_credit.with_benefit,
    law="Vlaanderen.be, voorwaarden (VOK-C2)",
    title="De RVA betaalt je een uitkering voor dat tijdskrediet",
    source="ucond",
)
contract_of_a_year = condition(
    employment.months_with_employer >= p.min_months_contract,
    law="Syntra West, voorwaarden (VOK-C4)",
    title="Je had {min_months_contract} maanden zonder onderbreking een contract",
    source="syntrawest",
)

# What training ------------------------------------------------------------------------------

begun_under_former_system = (training.start_date < p.day("reform_start")) & (
    p.day("former_system_end") >= REFERENCE_DAY
)

# "Before the school year starts": which school year is not said for a training of some years.
guided_before_school_year = (
    career_guidance.date < calendar_day("school_year_start", REFERENCE_DAY)
) & (
    (career_guidance.date < calendar_day("school_year_start", training.start_date))
    | unknown_in_law(
        "De loopbaanbegeleiding moet afgelopen zijn voor de start van het schooljaar. Je begon "
        "de opleiding in een vroeger schooljaar. De tekst zegt niet welk schooljaar dan telt.",
        source=CONDITIONS_PAGE,
    )
)
marked_training = ~highly_educated & training.odb_vok_flag
training_in_plan = training.in_career_plan & (~highly_educated | guided_before_school_year)
meets_current_rules = marked_training | training_in_plan

suitable_training = condition(
    meets_current_rules
    | (
        begun_under_former_system
        & unknown_in_law(
            "Je opleiding begon voor 1 september 2019 en voldoet niet aan de nieuwe regels. "
            "Tot 30 juni 2021 kon je in het oude stelsel blijven als je de premie al kreeg, "
            "maar de regels daarvan hebben we niet volledig gelezen.",
            source=p.sources["overview"].url,
        )
    ),
    law="Vlaanderen.be, voorwaarden (VOK-C3)",
    title="Je opleiding is gemarkeerd voor het opleidingskrediet, of staat in je persoonlijk "
    "ontwikkelingsplan",
    source="ucond",
)

# How much less work -------------------------------------------------------------------------

worked_before = employment.fraction_year_before
works_after = time_credit.fraction_after

worked_enough = condition(
    worked_before >= p.min_before,
    law="Vlaanderen.be, bedrag (VOK-C5)",
    title="Je werkte minstens {min_before}% in het jaar voor je onderbreking",
    source="ubed",
)
reduction_has_a_premium = condition(
    (works_after == 0)
    | ((works_after == p.after_half) & (worked_before >= p.full_before))
    | (
        (works_after == p.after_fifth)
        & (worked_before >= p.full_before)
        & (employment.fraction_at_start == 100)
    ),
    law="Vlaanderen.be, bedrag (VOK-C5)",
    title="Je stopt volledig, of je werkt nog {after_half}% na een job van minstens "
    "{full_before}%, of nog {after_fifth}% na een voltijdse job",
    source="ubed",
)

# When ---------------------------------------------------------------------------------------

applied_in_time = condition(
    (employment.sector != "private_social_profit")
    | (application.months_after_start <= p.max_months_retroactive)
    | unknown_in_law(
        "Je vraagt de premie meer dan zes maanden na het begin. In de socialprofitsector werd "
        "zo'n aanvraag vroeger geweigerd. Of dat nu nog zo is, hebben we niet gelezen.",
        source=p.sources["retro-social-profit"].url,
    ),
    law="Vlaanderen.be, aanvraagtermijn in de socialprofitsector (oude regeling)",
    title="Je vraagt de premie niet te laat aan",
    source="retro-social-profit",
)

# The premium --------------------------------------------------------------------------------

row = (
    when((worked_before >= p.full_before) & (works_after == 0))
    .then(p.full)
    .when((worked_before >= p.full_before) & (works_after == p.after_half))
    .then(p.half)
    .when((worked_before >= p.full_before) & (works_after == p.after_fifth))
    .then(p.fifth)
    .when(worked_before >= p.part_before)
    .then(p.part_full)
    .otherwise(p.small_full)
)
lives_without_other_adult = (person.household == "single") | (
    (person.household == "single_with_children")
    & (person.children_on_child_benefit >= p.min_children)
)
supplement = when(lives_without_other_adult).then(p.single_supplement).otherwise(0)

gross = (
    when(employment.sector == "private_social_profit")
    .then(
        unknown_number(
            "De tabel met bedragen is die van de privésector. Of de bedragen in de private "
            "socialprofitsector dezelfde zijn, hebben we niet kunnen nagaan.",
            source=AMOUNTS_PAGE,
            unit="EUR/month",
        )
    )
    .when(begun_under_former_system & ~meets_current_rules)
    .then(
        unknown_number(
            "De bedragen van het oude stelsel hebben we niet gevonden.",
            source=p.sources["overview"].url,
            unit="EUR/month",
        )
    )
    .otherwise(row + supplement)
)

vok = Incentive(
    id="vok",
    kind="right",
    level="flemish",
    group="money",
    recipient="worker",
    reference="month_paid",
    reference_fact=None,
    parameters=p,
    conditions=[
        private_sector,
        workplace_in_flanders,
        time_credit_for_training,
        benefit_from_rva,
        contract_of_a_year,
        suitable_training,
        worked_enough,
        reduction_has_a_premium,
        applied_in_time,
    ],
    amounts={
        "gross_eur_month": amount(gross, period="month", recipient="worker"),
        "months_retroactive": amount(
            least(application.months_after_start, p.max_months_retroactive), recipient="worker"
        ),
    },
    steps=[
        step("ask_time_credit", who="worker", source="syntrawest"),
        step("get_training_certificate", who="provider", source="syntrawest"),
        step("apply_for_premium", who="worker", source="retro"),
    ],
    answers=True,
)
