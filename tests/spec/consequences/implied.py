"""What certainly follows: `implies`.

When a condition certainly holds, a fact that was not stated has a value. What is stated always
goes first; when the two cannot both be true, that is told.
"""

from tests.spec.specs import Spec

FACTS = """
class person:
    status = choice_fact(
        {"employee": "werknemer", "jobseeker": "werkzoekende", "student": "student"},
        label="statuut",
    )
    benefit = yes_no_fact(
        label="krijgt een uitkering",
        usual=Usual(because="meestal niet", source="README.md", value=False),
    )
    source = choice_fact(
        {"wage": "loon", "full": "volledige uitkering", "part": "deel van een uitkering"},
        label="inkomen",
    )


class job:
    sector = choice_fact(
        {"private": "privé", "public": "openbaar"}, absent=ABSENT, label="sector"
    )
    fraction = number_fact(unit="%", high=100, absent=0, label="tewerkstellingsbreuk")


IMPLICATIONS = [
    implies(~(person.status == "employee"), job.sector, ABSENT),
    implies(job.sector.is_in(["private", "public"]), person.status, "employee"),
    implies(person.status == "jobseeker", job.fraction, 0),
    implies(person.status == "student", job.fraction, Between(Decimal(0), Decimal(50))),
    implies(person.benefit, person.source, OneOf(frozenset({"full", "part"}))),
    implies(person.status == "jobseeker", person.benefit, True),
]
"""

SPECS = (
    Spec(
        title="A word that follows",
        text="Somebody without work has no sector: nobody needs to ask.",
        expression='job.sector == "private"',
        facts=FACTS,
        table="""
            person.status        | job.sector | expected
            ---------------------+------------+--------------------------
            jobseeker            | -          | no (open: )
            employee             | -          | unknown (open: job.sector)
            jobseeker / student  | -          | no
            employee / student   | -          | unknown
            jobseeker            | unknown    | no
            unknown              | -          | unknown (open: job.sector)
        """,
    ),
    Spec(
        title="A number that follows",
        text="Whole, or an interval.",
        expression="job.fraction",
        facts=FACTS,
        table="""
            person.status | job.fraction | expected
            --------------+--------------+---------
            jobseeker     | -            | 0
            student       | -            | 0..50
            employee      | -            | 0..100
            student       | 30           | 30
        """,
    ),
    Spec(
        title="What is stated goes first",
        text="A statement that cannot be true together with what follows is told.",
        expression='job.sector == "private"',
        facts=FACTS,
        table="""
            person.status | job.sector       | expected
            --------------+------------------+--------------------------------
            jobseeker     | private          | yes (contradicts: job.sector)
            jobseeker     | absent           | no (contradicts: )
            jobseeker     | private / absent | unknown (contradicts: )
            employee      | private          | yes (contradicts: )
        """,
    ),
    Spec(
        title="A set that follows",
        text="A benefit comes from one of two sources.",
        expression='person.source == "wage"',
        facts=FACTS,
        table="""
            person.status | person.benefit | person.source | expected
            --------------+----------------+---------------+---------
            employee      | true           | -             | no
            employee      | false          | -             | unknown
            employee      | true           | part          | no
        """,
    ),
    Spec(
        title="Before what is usual",
        text="What follows certainly takes the place of a usual value.",
        expression="person.benefit",
        facts=FACTS,
        table="""
            person.status | expected
            --------------+------------------------------
            jobseeker     | yes (assumed: )
            employee      | no (assumed: person.benefit)
        """,
    ),
    Spec(
        title="In a circle",
        text="Two facts may follow from each other; each is found from what was stated.",
        expression='(person.status == "employee") & present(job.sector)',
        facts=FACTS,
        table="""
            person.status | job.sector | expected
            --------------+------------+---------
            -             | private    | yes
            student       | -          | no
            -             | -          | unknown
        """,
    ),
    Spec(
        title="Step by step",
        text="What follows may lead on.",
        expression='person.source == "wage"',
        facts=FACTS,
        table="""
            person.status | expected
            --------------+---------
            jobseeker     | no
            employee      | unknown
        """,
    ),
)
