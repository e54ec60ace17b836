"""Keys, wrapped keys and recovery, password verifiers, signatures."""
