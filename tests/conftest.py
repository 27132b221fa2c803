"""Settings of the property tests: the same examples on every run, no deadline (speed belongs in `benchmarks/`).

`HYPOTHESIS_PROFILE=search pytest` looks for new failures with random examples, many more of them.
"""

import os

from hypothesis import settings

settings.register_profile("steady", derandomize=True, deadline=None)
settings.register_profile("search", deadline=None, max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))
