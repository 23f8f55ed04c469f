//! Texts to bytes and back, in the encodings that `str.encode` and `bytes.decode` are asked for.

/// The bytes of a text; nothing where the encoding is not implemented or has no such character.
pub(super) fn encoded(text: &str, encoding: &str) -> Option<Vec<u8>> {
    match normal(encoding).as_str() {
        "utf-8" | "utf8" => Some(text.as_bytes().to_vec()),
        "utf-8-sig" => Some([b"\xef\xbb\xbf", text.as_bytes()].concat()),
        "latin-1" | "latin1" | "iso-8859-1" => text.chars().map(|char| u8::try_from(u32::from(char)).ok()).collect(),
        "ascii" | "us-ascii" => text.is_ascii().then(|| text.as_bytes().to_vec()),
        _ => None,
    }
}

/// The text that bytes are; nothing where the encoding is not implemented or they are none of it.
pub(super) fn decoded(bytes: &[u8], encoding: &str) -> Option<String> {
    match normal(encoding).as_str() {
        "utf-8" | "utf8" => String::from_utf8(bytes.to_vec()).ok(),
        "utf-8-sig" => String::from_utf8(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).to_vec()).ok(),
        "latin-1" | "latin1" | "iso-8859-1" => Some(bytes.iter().map(|byte| char::from(*byte)).collect()),
        "ascii" | "us-ascii" if bytes.is_ascii() => String::from_utf8(bytes.to_vec()).ok(),
        _ => None,
    }
}

fn normal(encoding: &str) -> String {
    encoding.to_lowercase().replace('_', "-")
}
