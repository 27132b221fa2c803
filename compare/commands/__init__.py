"""The commands behind `claim-compare`, one file each; `compare.cli` finds them by name and loads them late."""
