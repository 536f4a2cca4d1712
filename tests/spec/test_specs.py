"""Every spec holds on every backend, and every file of specs is in the contents."""

from pathlib import Path

import pytest

from tests.spec.backends import BACKENDS, wrong
from tests.spec.specs import CHAPTERS, collect_specs

SPECS = collect_specs()
NAMES = [f"{spec.chapter.name}/{spec.section.name}: {spec.title}" for spec in SPECS]


@pytest.mark.parametrize("backend", BACKENDS)
@pytest.mark.parametrize("spec", SPECS, ids=NAMES)
def test_the_table_of_a_spec_is_what_comes_out(spec, backend):
    assert list(wrong(spec, backend)) == []


def test_every_file_of_specs_is_in_the_contents():
    files = {
        (path.parent.name, path.stem)
        for path in Path(__file__).parent.glob("*/*.py")
        if path.stem != "__init__"
    }

    assert files == {(chapter, one) for chapter, names in CHAPTERS.items() for one in names}


def test_every_spec_has_a_title_of_its_own():
    assert len(set(NAMES)) == len(NAMES)


def test_every_row_of_a_spec_expects_something():
    assert [spec.title for spec in SPECS if not all(row.expected for row in spec.rows)] == []
