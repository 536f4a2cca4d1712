"""A word of the law that was not read: `unknown_word`, and `unknown:` in the parameters."""

from tests.spec.specs import Spec

SPECS = (
    Spec(
        title="One of some words",
        text="All possible words are told.",
        expression=(
            'when(person.works).then(unknown_word("Niet duidelijk.", source="decree", '
            'words=["vdab", "actiris"])).otherwise("vdab")'
        ),
        table="""
            person.works | expected
            -------------+--------------------
            true         | actiris / vdab (law; open: )
            false        | vdab
            unknown      | actiris / vdab (law; open: person.works)
        """,
    ),
    Spec(
        title="Compared",
        text="Certain when the word is not among the possible ones.",
        expression=(
            'when(person.works).then("none").otherwise(unknown_word("Niet duidelijk.", '
            'source="decree", words=["vdab", "actiris"])) == "none"'
        ),
        table="""
            person.works | expected
            -------------+---------
            true         | yes
            false        | no
            unknown      | unknown (open: person.works)
        """,
    ),
    Spec(
        title="A word of the parameters",
        text="From a day on it may be known, or not exist any more.",
        expression='p.word("authority") == "vdab"',
        law="""
            authority:
              label: Bevoegde dienst
              values:
                - {from: 2019-01-01, unknown: "Niet gelezen.", source: decree}
                - {from: 2022-01-01, value: vdab, source: decree}
                - {from: 2025-01-01, value: actiris, source: decree}
                - {from: 2026-01-01, absent: true, source: decree}
        """,
        table="""
            on         | expected
            -----------+--------------
            2021-12-31 | unknown (law)
            2022-01-01 | yes
            2025-01-01 | no
            2026-01-01 | no
        """,
    ),
)
