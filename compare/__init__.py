"""claim-compare."""
