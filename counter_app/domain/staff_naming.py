"""How a member of staff is told to others, on pages and papers alike."""


def named(name: str, number: str) -> str:
    """Name and number; the number alone where the name is not held here."""
    return f"{name} {number}".strip()
