"""Paid study for a care occupation: study full time and keep a contract and a wage.

Law: rules of yearly calls of the funds (IFG at FeBi, social Maribel of the public sector at RSZ,
VIVO); only pages of the funds and of unions were read. Reference day: the application. Result:
you may apply, and until when. Tests and a limited number of places follow, so yes is no place.

The call of a calendar year counts for the whole year: open until its last day, closed after it.
When a call opens was not read. A year without a call that was read is unknown in law: every year
from 2025 on. Of #kiesvoordezorg only "the first call" of 2021 was read; it closes that year.

Not expressed: the entry rules of the school, a contract that covers the study, at most two tests
in five years, somebody who replaces a student in a project of IFG, the remaining career, the
promise to work as a nurse, months of IBO with the employer (VIA), a new try within two years
(VIA), one scheme at a time. Other schemes of the same funds have no rule: care assistant for
PC 330 (600Z), the bridge from HBO5 to bachelor, Instroom B, IntegraZorg, project 3030,
#kiesvoorpersoonsbegeleider.
"""

from koers.engine import (
    REFERENCE_DAY,
    Incentive,
    amount,
    calendar_day,
    condition,
    full_months,
    load_parameters,
    present,
    shift,
    step,
    unknown_in_law,
    word,
)
from koers.engine.language import TruthExpression
from koers.rulebook.facts import (
    DIPLOMA,
    EMPLOYMENT_SECTOR,
    care,
    employer,
    employment,
    person,
    training,
)

p = load_parameters(__file__)


def ordinary_worker(source: str) -> TruthExpression:
    """A worker with an ordinary contract; open for students and apprentices, no for temps."""
    return employment.status.is_in(["employee", "temporary_unemployed"]) | (
        employment.status.is_in(["student_worker", "apprentice"])
        & unknown_in_law(
            "De teksten gaan over gewone werknemers. Of je als jobstudent of met een "
            "leerovereenkomst mag meedoen, lazen we niet.",
            source=p.sources[source].url,
        )
    )


in_pc330 = (employment.joint_committee == "330") | (
    employment.joint_committee.is_in(["330.01", "330.02", "330.03", "330.04"])
    & unknown_in_law(
        "Je nummer is een deel van paritair comité 330. De teksten noemen alleen 330 zelf. Vraag "
        "bij het fonds of jouw deel erbij hoort.",
        source=p.sources["fb1"].url,
    )
)

# Project 600, private (joint committee 330) --------------------------------------------------

private_worker = condition(
    employment.sector.is_in(EMPLOYMENT_SECTOR.group("private_any")) & ordinary_worker("fb1"),
    law="IFG/FeBi, toelatingsvoorwaarden (ZO-600P, ZO-C1)",
    title="Je bent werknemer in de privésector",
    source="fb1",
)
private_committee = condition(
    in_pc330,
    law="IFG/FeBi, toelatingsvoorwaarden (ZO-600P, ZO-C1)",
    title="Je valt onder paritair comité 330",
    source="fb1",
)
private_half_time = condition(
    employment.fraction >= p.min_fraction,
    law="IFG/FeBi, toelatingsvoorwaarden (ZO-C2)",
    title="Je werkt minstens halftijds ({min_fraction}%)",
    source="fb1",
)
private_experience = condition(
    employment.care_experience_months_last5y >= p.private_min_experience,
    law="IFG/FeBi, toelatingsvoorwaarden (ZO-C3)",
    title="Je werkte minstens {private_min_experience} maanden in de zorg, in de vijf jaar voor "
    "1 september",
    source="fb1",
)
private_not_yet_nurse = condition(
    ~person.has_nursing_diploma,
    law="IFG/FeBi, toelatingsvoorwaarden (ZO-C4)",
    title="Je hebt nog geen diploma verpleegkunde",
    source="fb1",
)
private_no_bachelor_or_master = condition(
    ~person.highest_diploma.is_in(["bachelor", "master", "phd"])
    | unknown_in_law(
        "Volgens één versie van de regels mag je geen enkel diploma van bachelor of master "
        "hebben. Een andere versie zegt dat niet. Welke nu geldt, weten we niet.",
        source=p.sources["fb1"].url,
    ),
    law="IFG/FeBi, toelatingsvoorwaarden, nieuwste versie zonder datum (ZO-C4)",
    title="Je hebt geen diploma van bachelor of master",
    source="fb1",
)
private_first_time = condition(
    ~care.previous_participation,
    law="IFG/FeBi, toelatingsvoorwaarden (ZO-600P)",
    title="Je begon nog nooit in dit project",
    source="fb1",
)
private_course = condition(
    training.leads_to == "nurse",
    law="IFG/FeBi, toelatingsvoorwaarden (ZO-600P)",
    title="Je wil verpleegkundige worden",
    source="fb1",
)
private_call_open = condition(
    p.day("private_last_day") >= REFERENCE_DAY,
    law="IFG/FeBi, oproep van het jaar",
    title="De oproep van dit jaar loopt nog",
    source="fb1",
)

care_project600_private = Incentive(
    id="care_project600_private",
    kind="right",
    level="sector",
    group="time",
    recipient="worker",
    reference="application",
    reference_fact=None,
    parameters=p,
    conditions=[
        private_worker,
        private_committee,
        private_half_time,
        private_experience,
        private_not_yet_nurse,
        private_no_bachelor_or_master,
        private_first_time,
        private_course,
        private_call_open,
    ],
    amounts={
        "kind": amount(word("may_apply"), recipient="worker"),
        "application_deadline": amount(p.day("private_last_day"), recipient="worker"),
    },
    steps=[
        step("ask_febi_for_the_call", who="worker", source="fb1"),
        step("send_form_to_ifg", who="worker", by=p.day("private_last_day"), source="fb1"),
        step("take_tests", who="worker", source="fb1"),
    ],
    answers=True,
)

# Vorming 600, public sector ------------------------------------------------------------------

public_worker = condition(
    employment.sector.is_in(EMPLOYMENT_SECTOR.group("public_any"))
    & ((employment.status == "civil_servant") | ordinary_worker("rsz1")),
    law="RSZ, sociale Maribel overheidssector (ZO-600O)",
    title="Je werkt bij de overheid, met een contract of vast benoemd",
    source="rsz1",
)
public_care_institution = condition(
    employer.public_care,
    law="RSZ, sociale Maribel overheidssector (ZO-600O, ZO-C1)",
    title="Je werkt in een openbare zorginstelling",
    source="rsz1",
)
public_half_time = condition(
    employment.fraction >= p.min_fraction,
    law="RSZ, sociale Maribel overheidssector (ZO-C2)",
    title="Je werkt minstens halftijds ({min_fraction}%)",
    source="rsz1",
)
# The union page on the later calls says that the conditions must be met on 31 August. Work until
# then may add up.
experience_by_31_august = (
    employment.care_experience_months
    + full_months(REFERENCE_DAY, calendar_day("school_year_end", REFERENCE_DAY))
    + 1
)
public_experience = condition(
    (employment.care_experience_months >= p.public_min_experience)
    | (
        (REFERENCE_DAY >= p.day("public_counted_on_31_august"))
        & (experience_by_31_august >= p.public_min_experience)
        & unknown_in_law(
            "Nu heb je nog te weinig maanden in de zorg. Volgens een vakbond tellen de maanden "
            "tot 31 augustus mee. Bij de RSZ lazen we dat niet.",
            source=p.sources["acv-oz"].url,
        )
    ),
    law="RSZ, sociale Maribel overheidssector (ZO-C3)",
    title="Je werkte al minstens {public_min_experience} maanden in de zorg",
    source="rsz1",
)
public_not_yet_nurse = condition(
    ~person.has_nursing_diploma,
    law="RSZ, sociale Maribel overheidssector (ZO-C4)",
    title="Je hebt nog geen diploma verpleegkunde",
    source="rsz1",
)
public_first_time = condition(
    ~care.previous_participation
    | unknown_in_law(
        "In de regels die we lazen, staat niet of je een tweede keer mag beginnen.",
        source=p.sources["rsz1"].url,
    ),
    law="RSZ, sociale Maribel overheidssector (voorwaarde niet gelezen)",
    title="Je begon nog nooit in dit project, of een tweede keer mag",
    source="rsz1",
)
public_course = condition(
    (training.leads_to == "nurse")
    | (
        (training.leads_to == "care_assistant")
        & (REFERENCE_DAY >= p.day("public_care_assistant_since"))
    ),
    law="RSZ, sociale Maribel overheidssector (ZO-600O)",
    title="Je wil verpleegkundige worden, of zorgkundige",
    source="rsz1",
)
public_call_open = condition(
    p.day("public_last_day") >= REFERENCE_DAY,
    law="RSZ, oproep van het jaar",
    title="De oproep van dit jaar loopt nog",
    source="rsz1",
)

care_project600_public = Incentive(
    id="care_project600_public",
    kind="right",
    level="sector",
    group="time",
    recipient="worker",
    reference="application",
    reference_fact=None,
    parameters=p,
    conditions=[
        public_worker,
        public_care_institution,
        public_half_time,
        public_experience,
        public_not_yet_nurse,
        public_first_time,
        public_course,
        public_call_open,
    ],
    amounts={
        "kind": amount(word("may_apply"), recipient="worker"),
        "application_deadline": amount(p.day("public_last_day"), recipient="worker"),
    },
    steps=[
        step("ask_hr_for_the_call", who="worker", source="acv-oz"),
        step("send_form_to_rsz", who="worker", by=p.day("public_last_day"), source="rsz1"),
        step("employer_signs", who="employer", source="ss-i"),
    ],
    answers=True,
)

# #kiesvoordezorg -----------------------------------------------------------------------------

kvdz_in_work = condition(
    employment.status.is_in(
        ["employee", "temp_agency", "civil_servant", "temporary_unemployed", "self_employed"]
    )
    | (
        employment.status.is_in(["student_worker", "apprentice"])
        & unknown_in_law(
            "Of je als jobstudent of met een leerovereenkomst mag meedoen, lazen we niet. "
            "Studentenjobs tellen alvast niet als werkervaring.",
            source=p.sources["kv"].url,
        )
    ),
    law="Kiesvoordezorg.be, wie komt in aanmerking (ZO-KVDZ)",
    title="Je hebt een contract of je bent zelfstandige",
    source="kv",
)
kvdz_outside_pc330 = condition(
    (employment.status == "civil_servant") | ~in_pc330,
    law="Kiesvoordezorg.be, wie komt in aanmerking (ZO-KVDZ, ZO-C1)",
    title="Je valt niet onder paritair comité 330",
    source="kv",
)
# Who has a joint committee works for a private employer.
kvdz_outside_public_care = condition(
    present(employment.joint_committee) | ~employer.public_care,
    law="Kiesvoordezorg.be, wie komt in aanmerking (ZO-KVDZ)",
    title="Je werkt niet in een openbare zorginstelling",
    source="kv",
)
kvdz_experience = condition(
    person.work_experience_months_belgium - person.student_job_months >= p.kvdz_min_experience,
    law="Kiesvoordezorg.be, wie komt in aanmerking (ZO-C3)",
    title="Je werkte in België al minstens {kvdz_min_experience} maanden, zonder studentenjobs",
    source="kv",
)
kvdz_first_time = condition(
    ~care.previous_participation,
    law="Kiesvoordezorg.be, wie komt in aanmerking (ZO-KVDZ)",
    title="Je begon nog nooit in dit project",
    source="kv",
)
kvdz_course = condition(
    training.leads_to.is_in(["nurse", "care_assistant"]),
    law="Kiesvoordezorg.be (ZO-KVDZ)",
    title="Je wil verpleegkundige of zorgkundige worden",
    source="kv",
)
kvdz_call_open = condition(
    p.day("kvdz_last_day") >= REFERENCE_DAY,
    law="FeBi, oproep van het jaar",
    title="De oproep van dit jaar loopt nog",
    source="fb3",
)

care_kiesvoordezorg = Incentive(
    id="care_kiesvoordezorg",
    kind="right",
    level="sector",
    group="time",
    recipient="worker",
    reference="application",
    reference_fact=None,
    parameters=p,
    conditions=[
        kvdz_in_work,
        kvdz_outside_pc330,
        kvdz_outside_public_care,
        kvdz_experience,
        kvdz_first_time,
        kvdz_course,
        kvdz_call_open,
    ],
    amounts={
        "kind": amount(word("may_apply"), recipient="worker"),
        "application_deadline": amount(p.day("kvdz_last_day"), recipient="worker"),
    },
    steps=[
        step("register", who="worker", by=p.day("kvdz_last_day"), source="fb3"),
        step("take_kvdz_tests", who="worker", source="kv"),
        step("find_care_employer", who="worker", source="kv"),
    ],
    answers=True,
)

# VIA Vorming Hogerop (Flemish social profit) -------------------------------------------------

via_worker = condition(
    employment.sector.is_in(EMPLOYMENT_SECTOR.group("private_any")) & ordinary_worker("vv1"),
    law="VIVO, Vorming Hogerop (ZO-VIA)",
    title="Je bent werknemer in de private socialprofit",
    source="vv1",
)
via_committee = condition(
    employment.joint_committee.is_in(["331", "319.01", "327", "327.01", "329.01", "318.02"]),
    law="VIVO, Vorming Hogerop (ZO-VIA, ZO-C1)",
    title="Je valt onder paritair comité 331, 319.01, 327, 327.01, 329.01 of 318.02",
    source="vv1",
)
via_half_time = condition(
    employment.fraction >= p.min_fraction,
    law="VIVO, Vorming Hogerop (ZO-C2)",
    title="Je werkt minstens halftijds ({min_fraction}%)",
    source="vv1",
)
via_diploma = condition(
    person.highest_diploma.is_in(DIPLOMA.group("at_most_secondary"))
    | (
        (person.highest_diploma == "nursing_4th_grade_bso")
        & unknown_in_law(
            "Of een brevet van verpleegkundige (vierde graad bso) hoger is dan een diploma "
            "secundair onderwijs, lazen we voor dit project niet.",
            source=p.sources["vv2"].url,
        )
    ),
    law="VIVO, Vorming Hogerop (ZO-VIA)",
    title="Je hebt ten hoogste een diploma secundair onderwijs",
    source="vv2",
)
# Service is counted on the last day of the call; the first working day settles a broken month.
service_on_last_day = employment.months_with_employer + full_months(
    REFERENCE_DAY, p.day("via_last_day")
)
via_seniority = condition(
    (service_on_last_day >= p.via_min_seniority)
    | (
        (service_on_last_day + 1 >= p.via_min_seniority)
        & (shift(employment.contract_start, months=p.via_min_seniority) <= p.day("via_last_day"))
    ),
    law="VIVO, Vorming Hogerop (ZO-C3)",
    title="Je werkt op de laatste dag van de oproep lang genoeg bij je werkgever",
    source="vv2",
)
via_consent = condition(
    employer.consent,
    law="VIVO, Vorming Hogerop (ZO-C7)",
    title="Je werkgever gaat akkoord",
    source="vv1",
)
via_course_open_to_committee = condition(
    (employment.joint_committee != "318.02") | (training.leads_to != "care_worker"),
    law="VIVO, Vorming Hogerop (ZO-VIA, ZO-C1)",
    title="In paritair comité 318.02 kies je niet voor verzorgende-zorgkundige",
    source="vv1",
)
via_call_open = condition(
    p.day("via_last_day") >= REFERENCE_DAY,
    law="VIVO, oproep van het jaar",
    title="De oproep van dit jaar loopt nog",
    source="vv1",
)

care_via_hogerop = Incentive(
    id="care_via_hogerop",
    kind="right",
    level="sector",
    group="time",
    recipient="worker",
    reference="application",
    reference_fact=None,
    parameters=p,
    conditions=[
        via_worker,
        via_committee,
        via_half_time,
        via_diploma,
        via_seniority,
        via_consent,
        via_course_open_to_committee,
        via_call_open,
    ],
    amounts={
        "kind": amount(word("may_apply"), recipient="worker"),
        "application_deadline": amount(p.day("via_last_day"), recipient="worker"),
    },
    steps=[
        step("ask_consent", who="worker", source="vv1"),
        step("send_form_to_vivo", who="worker", by=p.day("via_last_day"), source="vv1"),
        step("stop_time_credit", who="worker", source="vv1"),
    ],
    answers=True,
)
