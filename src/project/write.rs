//! Writing a file, whole or not at all: beside its place first, then moved there, so that an error leaves what was there before.

use std::fs;
use std::io::{self, Write};

use camino::Utf8Path;

use super::read::reason;
use crate::diag::{Code, Diagnostic};

/// How temporary files and folders begin.
pub(super) const TEMPORARY: &str = ".aludel-";

/// Writes a file, whole or not at all; `name` is what reports call it. A device or a pipe is written to as it is.
///
/// # Errors
/// `E0706`.
pub fn write_file(path: &Utf8Path, name: &Utf8Path, bytes: &[u8]) -> Result<(), Diagnostic> {
    let path = path.canonicalize_utf8().unwrap_or_else(|_| path.to_owned());
    let written = match fs::metadata(&path) {
        Ok(metadata) if metadata.is_dir() => Err(io::Error::from(io::ErrorKind::IsADirectory)),
        Ok(metadata) if !metadata.is_file() => fs::OpenOptions::new().write(true).open(&path).and_then(|mut file| file.write_all(bytes)),
        Ok(metadata) => replace(&path, bytes, Some(metadata.permissions())),
        Err(_) => replace(&path, bytes, None),
    };
    written.map_err(|error| cannot_write(name, &error))
}

fn replace(path: &Utf8Path, bytes: &[u8], permissions: Option<fs::Permissions>) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_str().is_empty()).unwrap_or(Utf8Path::new("."));
    let mut builder = tempfile::Builder::new();
    builder.prefix(TEMPORARY);
    if let Some(permissions) = permissions.or_else(usual_permissions) {
        builder.permissions(permissions);
    }
    let mut file = builder.tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}

/// Those of a file that any program makes, before the user's mask.
#[cfg(unix)]
fn usual_permissions() -> Option<fs::Permissions> {
    use std::os::unix::fs::PermissionsExt;
    Some(fs::Permissions::from_mode(0o666))
}

#[cfg(not(unix))]
fn usual_permissions() -> Option<fs::Permissions> {
    None
}

/// The diagnostic for output that can't be written.
pub(super) fn cannot_write(name: &Utf8Path, error: &io::Error) -> Diagnostic {
    Diagnostic::error(Code::CannotWrite, format!("`{name}` can't be written: {}", reason(error)))
        .help("nothing was changed; make room, or name another place")
}

#[cfg(test)]
mod tests {
    use std::fs;

    use camino::Utf8Path;

    use super::super::stage::tests::{listing, place};
    use super::write_file;

    #[test]
    fn files_are_replaced_whole() {
        let (_kept, out) = place();
        let file = out.join("up.sql");
        write_file(&file, Utf8Path::new("up.sql"), b"one").expect("written");
        write_file(&file, Utf8Path::new("up.sql"), b"two").expect("replaced");
        assert_eq!(fs::read_to_string(&file).expect("read"), "two");
        assert_eq!(listing(&out), ["up.sql"]);
        assert_eq!(write_file(&out, Utf8Path::new("out"), b"").expect_err("a folder").code.as_str(), "E0706");
        assert_eq!(write_file(&out.join("no/up.sql"), Utf8Path::new("up.sql"), b"").expect_err("no folder").code.as_str(), "E0706");
    }
}
