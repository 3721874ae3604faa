"""`python -m lineal` is the `lineal` command."""

from lineal.cli import main

if __name__ == "__main__":
    main()
