"""How many examples are tried: `ci` is the same every time, `long` is for nights.

HYPOTHESIS_PROFILE=long pytest tests/generative -n 2
"""

import os

from hypothesis import HealthCheck, settings

_SLOW_IS_FINE = (HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much)

settings.register_profile(
    "ci",
    derandomize=True,
    database=None,
    deadline=None,
    max_examples=100,
    print_blob=True,
    suppress_health_check=_SLOW_IS_FINE,
)
settings.register_profile("long", settings.get_profile("ci"), derandomize=False, max_examples=20000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))
