"""A word that depends on a condition: `when(...).then("...").otherwise("...")`.

While the branch is open, all words that may come out are told.
"""

from tests.spec.specs import Spec

SPECS = (
    Spec(
        title="One of two words",
        text="Plain text in the branches, or `word(...)` for one certain word.",
        expression='when(person.works).then("employer").otherwise(word("worker"))',
        table="""
            person.works | expected
            -------------+--------------------------------------
            true         | employer
            false        | worker
            unknown      | employer / worker (open: person.works)
        """,
    ),
    Spec(
        title="A chain",
        text="Branches that cannot be any more are left out.",
        expression=(
            'when(person.region == "flanders").then("vdab")'
            '.when(person.region == "brussels").then("actiris").otherwise("forem")'
        ),
        table="""
            person.region       | expected
            --------------------+----------------
            flanders            | vdab
            brussels            | actiris
            wallonia            | forem
            brussels / wallonia | actiris / forem
            unknown             | actiris / forem / vdab
        """,
    ),
    Spec(
        title="The word of a fact",
        text="A branch may be a fact.",
        expression='when(person.works).then(job.sector).otherwise("public")',
        table="""
            person.works | job.sector | expected
            -------------+------------+-----------------
            true         | private    | private
            true         | absent     | absent
            false        | private    | public
            unknown      | public     | public
            unknown      | private    | private / public
        """,
    ),
    Spec(
        title="A condition on a computed word",
        text="A computed word can be compared like a fact.",
        expression=('when(person.works).then(job.sector).otherwise("public") == "public"'),
        table="""
            person.works | job.sector | expected
            -------------+------------+---------
            true         | private    | no
            true         | public     | yes
            true         | absent     | no
            unknown      | public     | yes
            unknown      | private    | unknown (open: person.works)
        """,
    ),
    Spec(
        title="A code in a branch",
        text="Codes that the rule does not name stay apart from those it names.",
        expression=(
            'when(person.works).then(job.committee).otherwise("124").is_in(["200", "124"])'
        ),
        table="""
            person.works | job.committee | expected
            -------------+---------------+---------
            true         | 200           | yes
            true         | 302           | no
            true         | unknown       | unknown
            false        | 302           | yes
            unknown      | 302           | unknown
            unknown      | 200           | yes
            true         | absent        | no
        """,
    ),
)
