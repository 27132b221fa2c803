"""How the shipped weights were made: one command each."""
