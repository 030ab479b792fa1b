"""The screens on which comments are read, decided, answered and switched off."""
