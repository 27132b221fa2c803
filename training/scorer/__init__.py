"""How the link scorers in ``compare/data`` are made: ``python -m training.scorer --data ../shared/data``."""
