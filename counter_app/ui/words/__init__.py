"""Plain sentences for the codes that services and forms answer with."""
