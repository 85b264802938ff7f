"""How the property tests run: `dev` by default, `ci` where HYPOTHESIS_PROFILE says so."""

import os

from hypothesis import HealthCheck, settings

# A shared, busy machine makes single examples slow now and then; that is no fault of the code.
settings.register_profile("dev", deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile(
    "ci",
    deadline=None,
    max_examples=200,
    derandomize=True,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "dev"))
