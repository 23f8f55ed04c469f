//! Compiled folders, read back for their verification.

use std::collections::BTreeMap;
use std::fs;
use std::io;

use camino::{Utf8Path, Utf8PathBuf};
use sha2::{Digest, Sha256};
use walkdir::WalkDir;

use super::Project;
use super::read::{cannot_read, read_text, reason};
use crate::diag::{Code, Diagnostic};
use crate::manifest::{document, sums};

/// How deep a folder of scripts may stand in the output folder: that of its dialect in that of its database.
const DEPTH: usize = 2;

/// A compiled folder as it stands.
#[derive(Clone, Debug)]
pub struct CompiledFolder {
    /// As reports call it.
    pub name: Utf8PathBuf,
    pub manifest: String,
    /// The text of `SHA256SUMS`, if the file is there.
    pub sums: Option<String>,
    /// The SHA-256 of each file, by its path in the folder with `/`.
    pub files: BTreeMap<String, String>,
}

/// Reads the folder, or each folder in it, that holds a manifest; `name` is what reports call it.
///
/// # Errors
/// `E0801` where there is no manifest, `E0705` where something can't be read.
pub fn read_folders(path: &Utf8Path, name: &Utf8Path) -> Result<Vec<CompiledFolder>, Diagnostic> {
    if path.join(document::FILE_NAME).is_file() {
        return Ok(vec![read_folder(path, name)?]);
    }
    fs::read_dir(path).map_err(|error| cannot_read(name, &reason(&error)))?;
    let entries = WalkDir::new(path).min_depth(1).max_depth(DEPTH).sort_by_file_name().into_iter().flatten();
    let with_manifest = entries.filter(|entry| entry.path().join(document::FILE_NAME).is_file());
    let inner: Vec<String> =
        with_manifest.filter_map(|entry| Some(entry.path().strip_prefix(path).ok()?.to_str()?.replace('\\', "/"))).collect();
    if inner.is_empty() {
        return Err(Diagnostic::error(Code::BadManifest, format!("`{name}` holds no {}", document::FILE_NAME))
            .help("name a folder that `aludel compile` wrote"));
    }
    inner.iter().map(|entry| read_folder(&path.join(entry), &name.join(entry))).collect()
}

fn read_folder(path: &Utf8Path, name: &Utf8Path) -> Result<CompiledFolder, Diagnostic> {
    let mut files = BTreeMap::new();
    for entry in WalkDir::new(path).min_depth(1).sort_by_file_name() {
        let entry = entry.map_err(|error| cannot_read(name, &error.to_string()))?;
        if entry.file_type().is_dir() {
            continue;
        }
        let inner = entry.path().strip_prefix(path).unwrap_or(entry.path()).to_string_lossy().replace('\\', "/");
        let sha256 = hash_file(entry.path()).map_err(|error| cannot_read(&name.join(&inner), &reason(&error)))?;
        files.insert(inner, sha256);
    }
    let text = |file: &str| read_text(&path.join(file), &name.join(file)).map(|read| read.text);
    Ok(CompiledFolder {
        name: name.to_owned(),
        manifest: text(document::FILE_NAME)?,
        sums: if path.join(sums::FILE_NAME).is_file() { Some(text(sums::FILE_NAME)?) } else { None },
        files,
    })
}

/// The SHA-256 of a file of any size; of a broken link or a device, what reading it says.
fn hash_file(path: &std::path::Path) -> io::Result<String> {
    if !fs::metadata(path)?.is_file() {
        return Err(io::Error::other("it is not a regular file"));
    }
    let mut hasher = Sha256::new();
    io::copy(&mut fs::File::open(path)?, &mut HashWriter(&mut hasher))?;
    Ok(hasher.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
}

struct HashWriter<'a>(&'a mut Sha256);

impl io::Write for HashWriter<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Project {
    /// The SHA-256 of an input by the name that a manifest gives it, if it is there.
    pub fn hash_input(&self, name: &str) -> Option<String> {
        let path = self.names.candidates(Utf8Path::new(name)).find(|path| path.is_file())?;
        hash_file(path.as_std_path()).ok()
    }
}
