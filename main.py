"""The program's entry. Owns nothing: the command line and all wiring are in `bootstrap`."""

from counter_app.bootstrap import main

if __name__ == "__main__":
    raise SystemExit(main())
