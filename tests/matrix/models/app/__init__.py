"""A shop whose tables are declared by modules that no revision names: `env.py` imports them."""
