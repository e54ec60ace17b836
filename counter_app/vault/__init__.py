"""Keys, wrapped keys and recovery, password verifiers, signatures.

The only room that knows `cryptography` and `argon2`. It decides nothing about who may do what, and
keeps no secret longer than its caller does; entropy is given, so that a test can repeat it.
"""
