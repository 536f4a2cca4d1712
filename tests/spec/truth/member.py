"""One of some words: `==`, `!=`, `is_in`.

For facts with a list of words, and for codes. A word outside the list is an error when the rule
is read, not an answer.
"""

from tests.spec.specs import Spec

SPECS = (
    Spec(
        title="One word",
        text="Equality with a word.",
        expression='person.region == "flanders"',
        table="""
            person.region         | expected
            ----------------------+-----------------------------
            flanders              | yes
            brussels              | no
            unknown               | unknown (open: person.region)
            flanders / brussels   | unknown
            brussels / wallonia   | no
        """,
    ),
    Spec(
        title="Some words",
        text="A partly known word is enough when all its possibilities are in the list.",
        expression='person.region.is_in(["flanders", "brussels"])',
        table="""
            person.region         | expected
            ----------------------+---------
            brussels              | yes
            wallonia              | no
            flanders / brussels   | yes
            brussels / wallonia   | unknown
        """,
    ),
    Spec(
        title="Another word",
        text="`!=` is the reverse of `==`.",
        expression='person.region != "flanders"',
        table="""
            person.region         | expected
            ----------------------+---------
            flanders              | no
            wallonia              | yes
            brussels / wallonia   | yes
            unknown               | unknown
        """,
    ),
    Spec(
        title="A word that is absent",
        text="What does not exist is none of the words.",
        expression='job.sector == "private"',
        table="""
            job.sector       | expected
            -----------------+---------
            private          | yes
            public           | no
            absent           | no
            public / absent  | no
            private / absent | unknown
            unknown          | unknown
        """,
    ),
    Spec(
        title="Absence among the words",
        text="`ABSENT` may be listed as one of the possibilities.",
        expression='job.sector.is_in(["private", ABSENT])',
        table="""
            job.sector       | expected
            -----------------+---------
            private          | yes
            absent           | yes
            private / absent | yes
            public           | no
            public / absent  | unknown
        """,
    ),
    Spec(
        title="Codes",
        text="A code is any text of the right shape; the rule knows only those it names.",
        expression='job.committee.is_in(["200", "124"])',
        table="""
            job.committee | expected
            --------------+---------
            200           | yes
            124           | yes
            302           | no
            200 / 124     | yes
            200 / 302     | unknown
            302 / 119     | no
            absent        | no
            unknown       | unknown (open: job.committee)
        """,
    ),
    Spec(
        title="Yes and no",
        text="A yes-or-no fact is a condition by itself; absent counts as no.",
        expression="job.remote",
        table="""
            job.remote     | expected
            ---------------+---------
            true           | yes
            false          | no
            absent         | no
            false / absent | no
            true / absent  | unknown
            unknown        | unknown
        """,
    ),
)
