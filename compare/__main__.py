"""``python -m compare`` and the ``claim-compare`` script."""

from compare.cli import main

if __name__ == "__main__":
    main()
