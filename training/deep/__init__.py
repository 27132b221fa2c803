"""The contextual encoder and the pair head: how they are made, one command."""
