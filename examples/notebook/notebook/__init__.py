"""Notes, in notebooks, in a file."""
