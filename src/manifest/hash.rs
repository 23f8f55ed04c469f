//! SHA-256, the one checksum of manifests.

use std::fmt::Write;

use sha2::{Digest, Sha256};

/// The algorithm's name as the manifest gives it.
pub const ALGORITHM: &str = "sha256";

/// The SHA-256 of some bytes, as lower-case hexadecimal digits.
pub fn sha256_hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::with_capacity(64), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn digits_are_those_of_sha256sum() {
        assert_eq!(super::sha256_hex(b"abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
