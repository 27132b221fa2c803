"""Speed and quality figures, one command each."""
