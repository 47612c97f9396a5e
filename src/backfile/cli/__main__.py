"""`python -m backfile.cli`."""

from backfile.cli import main

if __name__ == "__main__":
    main()
