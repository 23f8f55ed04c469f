//! SHA-256, the one checksum of manifests.

use sha2::{Digest, Sha256};

/// The algorithm's name as the manifest gives it.
pub const ALGORITHM: &str = "sha256";

/// The SHA-256 of some bytes, as lower-case hexadecimal digits.
pub fn sha256_hex(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    let mut text = String::with_capacity(2 * digest.len());
    let digits = digest.into_iter().flat_map(|byte| [byte >> 4, byte & 15]);
    text.extend(digits.filter_map(|digit| char::from_digit(digit.into(), 16)));
    text
}

#[cfg(test)]
mod tests {
    #[test]
    fn digits_are_those_of_sha256sum() {
        assert_eq!(super::sha256_hex(b"abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
