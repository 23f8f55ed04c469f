//! Writing output: whole or not at all.
