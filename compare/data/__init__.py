"""Weights and tables made by ``training/``."""
