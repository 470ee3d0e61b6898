"""`python -m kiosk`: the same as the console script `kiosk`."""

from kiosk.cli import main

if __name__ == "__main__":
    main()
