//! `SHA256SUMS`, in the form that `sha256sum -c` checks.

/// The file's name.
pub const FILE_NAME: &str = "SHA256SUMS";

/// Writes a line for each file, by path. Paths are those that Aludel makes: no backslash and no line break stands in them.
pub fn write<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> String {
    files.into_iter().map(|(path, sha256)| format!("{sha256}  {path}\n")).collect()
}

/// Reads the lines back as path and checksum; lines that are none are left out.
pub fn parse(text: &str) -> impl Iterator<Item = (&str, &str)> {
    text.lines().filter_map(|line| line.split_once("  ").map(|(sha256, path)| (path, sha256)))
}
