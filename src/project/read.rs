//! Reading a file as text: the size limit, UTF-8, byte order marks and line ends.

use std::fs;
use std::io::{self, Read};

use camino::Utf8Path;

use crate::diag::{Code, Diagnostic};
use crate::manifest::hash::sha256_hex;

/// The largest file that is read, in bytes.
pub const LIMIT: u64 = 64 << 20;
/// The byte order mark.
const MARK: char = '\u{feff}';

/// The text of a file and the checksum of its bytes.
#[derive(Clone, Debug)]
pub struct FileText {
    /// Its line ends are `\n` alone, as Python hands it to its parser.
    pub text: String,
    /// SHA-256 of the file's bytes as they are.
    pub sha256: String,
}

/// Reads a text file; `name` is what reports call it.
///
/// # Errors
/// `E0705` where it can't be read, `E0103` where it is too large (it is not read then), `E0102` where it is not UTF-8.
pub fn read_text(path: &Utf8Path, name: &Utf8Path) -> Result<FileText, Diagnostic> {
    text(read_bytes(path, name)?, name)
}

fn text(bytes: Vec<u8>, name: &Utf8Path) -> Result<FileText, Diagnostic> {
    let mut file = data(bytes, name)?;
    if file.text.starts_with(MARK) {
        file.text.drain(..MARK.len_utf8());
    }
    Ok(FileText { text: universal_newlines(file.text), ..file })
}

/// Reads a text file as it is: as [`read_text`], and a byte order mark and the ends of lines stay.
///
/// # Errors
/// As [`read_text`].
pub fn read_data(path: &Utf8Path, name: &Utf8Path) -> Result<FileText, Diagnostic> {
    data(read_bytes(path, name)?, name)
}

fn data(bytes: Vec<u8>, name: &Utf8Path) -> Result<FileText, Diagnostic> {
    let sha256 = sha256_hex(&bytes);
    let text = String::from_utf8(bytes).map_err(|error| not_utf8(error.as_bytes(), error.utf8_error().valid_up_to(), name))?;
    Ok(FileText { text, sha256 })
}

/// Reads a Python file: as [`read_text`], and a declared encoding other than UTF-8 is refused where it would matter.
///
/// # Errors
/// As [`read_text`], and `E0101` for null bytes, which Python refuses.
pub fn read_python(path: &Utf8Path, name: &Utf8Path) -> Result<FileText, Diagnostic> {
    python(read_bytes(path, name)?, name)
}

/// Reads a Python file that its folder lists as a plain one: as [`read_python`], with one look less at the file system.
///
/// # Errors
/// As [`read_python`].
pub fn read_listed_python(path: &Utf8Path, name: &Utf8Path) -> Result<FileText, Diagnostic> {
    let refused = |error: io::Error| cannot_read(name, &reason(&error));
    let file = fs::File::open(path).map_err(refused)?;
    let size = file.metadata().map_err(refused)?.len();
    python(read_opened(file, size, name)?, name)
}

fn python(bytes: Vec<u8>, name: &Utf8Path) -> Result<FileText, Diagnostic> {
    let file = text(bytes, name)?;
    if file.text.contains('\0') {
        return Err(Diagnostic::error(Code::PythonSyntax, format!("{name} is not valid Python: it contains null bytes"))
            .help("Alembic could not load this file either; correct it and run again"));
    }
    match declared_encoding(&file.text) {
        Some(encoding) if !file.text.is_ascii() && !is_utf8(encoding) => {
            Err(Diagnostic::error(Code::NotUtf8, format!("{name} declares the encoding `{encoding}`"))
                .help("save the file as UTF-8 and take the declaration out"))
        }
        _ => Ok(file),
    }
}

/// Reads the bytes of a regular file within the size limit.
///
/// # Errors
/// `E0705` and `E0103`, as [`read_text`].
pub fn read_bytes(path: &Utf8Path, name: &Utf8Path) -> Result<Vec<u8>, Diagnostic> {
    let refused = |error: &io::Error| cannot_read(name, &reason(error));
    let metadata = fs::metadata(path).map_err(|error| refused(&error))?;
    if !metadata.is_file() {
        return Err(cannot_read(name, "it is not a regular file"));
    }
    read_opened(fs::File::open(path).map_err(|error| refused(&error))?, metadata.len(), name)
}

fn read_opened(file: fs::File, size: u64, name: &Utf8Path) -> Result<Vec<u8>, Diagnostic> {
    if size > LIMIT {
        return Err(too_large(name, size));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or(0) + 1);
    let read = file.take(LIMIT + 1).read_to_end(&mut bytes).map_err(|error| cannot_read(name, &reason(&error)))?;
    if read as u64 > LIMIT { Err(too_large(name, read as u64)) } else { Ok(bytes) }
}

/// What went wrong in plain words, the same on every system.
pub(super) fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "it is not there".to_owned(),
        io::ErrorKind::PermissionDenied => "access is denied".to_owned(),
        io::ErrorKind::StorageFull => "the disk is full".to_owned(),
        io::ErrorKind::NotADirectory => "a part of its path is no folder".to_owned(),
        io::ErrorKind::IsADirectory => "it is a folder".to_owned(),
        io::ErrorKind::ReadOnlyFilesystem => "the file system is read-only".to_owned(),
        _ => error.to_string(),
    }
}

/// The diagnostic of a file that can't be read.
pub(super) fn cannot_read(name: &Utf8Path, reason: &str) -> Diagnostic {
    Diagnostic::error(Code::CannotRead, format!("{name} can't be read: {reason}"))
        .help("check that the path is right and that you may read it")
}

fn too_large(name: &Utf8Path, size: u64) -> Diagnostic {
    Diagnostic::error(Code::FileTooLarge, format!("{name} is too large: {} MB, the limit is {} MB", size >> 20, LIMIT >> 20))
        .help("a revision holds code; keep data in a file of its own, outside of the versions folder")
}

fn not_utf8(bytes: &[u8], valid: usize, name: &Utf8Path) -> Diagnostic {
    let before = bytes.get(..valid).unwrap_or_default();
    let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
    let byte = bytes.get(valid).copied().unwrap_or_default();
    Diagnostic::error(Code::NotUtf8, format!("{name} is not UTF-8 text: byte 0x{byte:02x} in line {line}")).help("save the file as UTF-8")
}

/// Line ends as Python's tokenizer sees them (`translate_newlines`): string literals over several lines hold `\n` alone.
fn universal_newlines(text: String) -> String {
    if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text }
}

/// The encoding that a comment in one of the first two lines declares (PEP 263).
fn declared_encoding(text: &str) -> Option<&str> {
    text.lines().take(2).find_map(|line| {
        let comment = line.trim_start().strip_prefix('#')?;
        let (_, after) = comment.split_once("coding")?;
        let name = after.strip_prefix([':', '='])?.trim_start();
        name.split(|c: char| !c.is_alphanumeric() && !"-_.".contains(c)).next().filter(|name| !name.is_empty())
    })
}

fn is_utf8(encoding: &str) -> bool {
    matches!(encoding.to_lowercase().replace('_', "-").as_str(), "utf-8" | "utf8" | "utf-8-sig" | "u8")
}

#[cfg(test)]
mod tests {
    use super::{declared_encoding, universal_newlines};

    #[test]
    fn line_ends_become_those_of_python() {
        assert_eq!(universal_newlines("a\r\nb\rc\n".to_owned()), "a\nb\nc\n");
    }

    #[test]
    fn encodings_are_declared_in_the_first_two_lines() {
        for (text, encoding) in [
            ("# -*- coding: latin-1 -*-\n", Some("latin-1")),
            ("#!/usr/bin/env python\n# vim: set fileencoding=utf-8 :\n", Some("utf-8")),
            ("\n\n# coding: latin-1\n", None),
            ("coding = 1\n", None),
        ] {
            assert_eq!(declared_encoding(text), encoding, "{text:?}");
        }
    }
}
