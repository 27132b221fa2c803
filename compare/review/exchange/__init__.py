"""Decisions out to other files and back: JSON lines (the whole log), CSV (what stands), a Markdown checklist."""
