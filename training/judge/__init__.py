"""How ``compare/data/judge.json`` is made: ``python -m training.judge``."""
