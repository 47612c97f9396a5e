"""Old addresses: where a saved page stood, and all that is held of it."""
