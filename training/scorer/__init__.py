"""How ``compare/data/scorer.json`` is made: ``python -m training.scorer --data ../shared/data``."""
