//! Python's own functions, types and modules, as tables of rows.
