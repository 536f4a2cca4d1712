"""OKOT: a jobseeker studies for a shortage occupation with a contract of VDAB.

Law: decision of the Flemish Government of 5 June 2009 on VDAB, and the list of studies that VDAB
makes each year. Neither was read: the conditions are those that VDAB, a university college and a
guide for people with autism print.
Period: the first day of the study counts. Result: what the learner still pays, which is nothing:
VDAB pays the fee directly.

Not expressed, because no fact holds it: an "educatieve bachelor", for which no leerkrediet is
needed; a benefit kept during the study (see the exemption of availability, and the federal limit
in time since 2026); material, travel and childcare that are refunded; an entrance examination
of the school. No VDAB contract in the year before, and progress and attendance, are taken as met.
"""

from koers.engine import (
    Incentive,
    condition,
    load_parameters,
    open_norm,
    step,
    unknown_in_law,
)
from koers.rulebook.facts import DIPLOMA, TRAINING_KIND, person, student, training

p = load_parameters(__file__)

vdab = p.sources["vdab-conditions"].url

higher_education = training.kind.is_in(TRAINING_KIND.group("higher_education_any"))
secondary = training.kind == "secondary"
no_secondary_diploma = person.highest_diploma.is_in(
    DIPLOMA.group("at_most_secondary") - {"secondary"}
)
higher_diploma = person.highest_diploma.is_in(DIPLOMA.group("higher_education"))

# Who -----------------------------------------------------------------------------------------

registered = condition(
    person.vdab_registered,
    law="VDAB, algemene voorwaarden (OK-C1)",
    title="Je bent bij VDAB ingeschreven als werkzoekende",
    source="thomasmore",
)
left_school = condition(
    (person.years_since_leaving_school >= p.min_years_since_school)
    | (
        ~higher_education
        & (person.years_since_leaving_school >= p.min_years_lower_studies)
        & unknown_in_law(
            "Voor een studie in het secundair onderwijs noemt VDAB één jaar zonder school, en "
            "andere bronnen twee jaar. Wij konden niet nagaan wat nu geldt.",
            source=vdab,
        )
    ),
    law="VDAB, bijkomende voorwaarden (OK-C2)",
    title="Je stopte minstens {min_years_since_school} jaar geleden met school",
    source="thomasmore",
)
passed_screening = condition(
    person.vdab_screening_passed,
    law="VDAB, algemene voorwaarden (OK-C4)",
    title="Je slaagt voor de screening van VDAB",
    source="thomasmore",
)

# Which diploma already -----------------------------------------------------------------------

secondary_study_fits = secondary & (
    no_secondary_diploma
    | (
        (person.highest_diploma == "nursing_4th_grade_bso")
        & unknown_in_law(
            "Of een brevet verpleegkunde van de vierde graad telt als een diploma secundair "
            "onderwijs, staat niet in de voorwaarden.",
            source=p.sources["participate"].url,
        )
    )
)
higher_study_fits = higher_education & (
    ~higher_diploma
    | open_norm(
        "Of je met je huidige diploma makkelijk werk vindt, volgens de vaste criteria van VDAB.",
        law="VDAB, bijkomende voorwaarden (OK-C3)",
        decides="VDAB",
    )
)
other_study_fits = (~secondary & ~higher_education) & (
    no_secondary_diploma
    | unknown_in_law(
        "De bronnen zeggen niet welk diploma je mag hebben voor dit soort studie.",
        source=vdab,
    )
)
diploma_fits = condition(
    secondary_study_fits | higher_study_fits | other_study_fits,
    law="VDAB, bijkomende voorwaarden (OK-C3)",
    title="Je hebt nog geen diploma van dit niveau, of VDAB aanvaardt een nieuw diploma",
    source="thomasmore",
)

# Which study ---------------------------------------------------------------------------------

on_list = condition(
    training.on_vdab_okot_list,
    law="VDAB, lijst van erkende studies (OK-C5)",
    title="De studie staat dit jaar op de lijst van VDAB",
    source="thomasmore",
)
full_time_by_day = condition(
    training.full_time_day,
    law="VDAB, lijst van erkende studies (OK-C5)",
    title="Je volgt de studie voltijds en overdag",
    source="thomasmore",
)
in_dutch = condition(
    training.language == "nl",
    law="VDAB, lijst van erkende studies (OK-C5)",
    title="De studie is in het Nederlands",
    source="thomasmore",
)

needs_leerkrediet = training.kind.is_in(["higher_education", "bachelor", "master"]) & (
    training.contract_type != "examencontract"
)
enough_leerkrediet = condition(
    ~needs_leerkrediet
    | (student.leerkrediet >= p.full_year)
    | (
        (student.leerkrediet > 0)
        & unknown_in_law(
            "Heb je minder leerkrediet dan een voltijds jaar vraagt? Hoeveel VDAB genoeg vindt, "
            "staat niet in de bronnen.",
            source=p.sources["thomasmore"].url,
        )
    )
    | (
        (training.kind == "higher_education")
        & unknown_in_law(
            "Voor een bachelor of master heb je leerkrediet nodig, voor een graduaat niet. Zeg "
            "welke studie het is.",
            source=p.sources["onderwijskiezer"].url,
        )
    ),
    law="VDAB, voorwaarden hoger onderwijs (OK-C6)",
    title="Je hebt genoeg leerkrediet voor een bachelor of master",
    source="thomasmore",
)

okot = Incentive(
    id="okot",
    kind="right",
    level="flemish",
    group="money",
    recipient="jobseeker",
    reference="training_start",
    parameters=p,
    conditions=[
        registered,
        left_school,
        diploma_fits,
        passed_screening,
        on_list,
        full_time_by_day,
        in_dutch,
        enough_leerkrediet,
    ],
    amounts={"fee_eur": p.fee},
    steps=[
        step("talk_to_vdab", who="worker", source="thomasmore"),
        step("do_screening", who="worker", source="thomasmore"),
        step("apply_online", who="worker", source="thomasmore"),
        step("enrol_at_school", who="worker", source="thomasmore"),
    ],
)
