//! The reproducible stream that stands for chance.

use sha2::{Digest, Sha256};

/// The `count`-th number drawn at a position (a revision and a direction).
pub fn number(position: &str, count: u64) -> u128 {
    let mut hash = Sha256::new();
    hash.update(position.as_bytes());
    hash.update(count.to_be_bytes());
    hash.finalize().iter().take(16).fold(0, |number, byte| (number << 8) | u128::from(*byte))
}
