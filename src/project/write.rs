//! Writing output: a file or folders, whole or not at all.
//!
//! Everything is written beside its place first and moved there at the end, so that an error leaves what was there before.

use std::fs;
use std::io::{self, Write};

use camino::{Utf8Path, Utf8PathBuf};
use tempfile::TempDir;

use super::read::{read_text, reason};
use crate::diag::{Code, Diagnostic};
use crate::manifest::{document, sums};

/// How temporary files and folders begin.
const TEMPORARY: &str = ".aludel-";

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

/// Folders in the making beside their places, to be put there all together; let go of before that, it leaves nothing behind.
#[derive(Debug)]
pub struct Stage {
    out: Utf8PathBuf,
    /// What reports call `out`.
    name: Utf8PathBuf,
    /// The names of the folders below `out`.
    folders: Vec<String>,
    /// None once it is taken down.
    stage: Option<TempDir>,
    path: Utf8PathBuf,
    /// The folders above that were not there before, the deepest last.
    made: Vec<Utf8PathBuf>,
}

impl Stage {
    /// Makes ready for folders of these names below `out`. A folder in the way is written over only if Aludel wrote it and
    /// nothing else was put into it.
    ///
    /// # Errors
    /// `E0707` for each folder in the way, `E0706` where writing fails.
    pub fn begin(out: &Utf8Path, name: &Utf8Path, folders: Vec<String>) -> Result<Self, Vec<Diagnostic>> {
        if out.exists() && !out.is_dir() {
            return Err(vec![in_the_way(name, "it is a file")]);
        }
        let problems: Vec<_> = folders.iter().filter_map(|folder| check(&out.join(folder), &name.join(folder)).err()).collect();
        if !problems.is_empty() {
            return Err(problems);
        }
        let (out, name) = (out.to_owned(), name.to_owned());
        let mut begun = Self { out, name, folders, stage: None, path: Utf8PathBuf::new(), made: Vec::new() };
        begun.make().map_err(|error| vec![cannot_write(&begun.name, &error)])?;
        Ok(begun)
    }

    fn make(&mut self) -> io::Result<()> {
        let places = self.folders.iter().filter_map(|folder| self.out.join(folder).parent().map(Utf8Path::to_owned));
        for place in std::iter::once(self.out.clone()).chain(places) {
            let missing: Vec<_> = place.ancestors().take_while(|folder| !folder.as_str().is_empty() && !folder.exists()).collect();
            self.made.extend(missing.into_iter().rev().map(Utf8Path::to_owned));
            fs::create_dir_all(&place)?;
        }
        let stage = tempfile::Builder::new().prefix(TEMPORARY).tempdir_in(&self.out)?;
        self.path = Utf8PathBuf::from_path_buf(stage.path().to_owned()).map_err(|_| io::Error::other("the path is not UTF-8"))?;
        self.stage = Some(stage);
        for folder in &self.folders {
            fs::create_dir_all(self.new_path(folder))?;
            self.old(folder).parent().map_or(Ok(()), fs::create_dir_all)?;
        }
        Ok(())
    }

    /// Where the files of a folder are to be written meanwhile.
    pub fn place(&self, folder: &str) -> Place {
        Place(self.new_path(folder))
    }

    fn new_path(&self, folder: &str) -> Utf8PathBuf {
        self.path.join("new").join(folder)
    }

    fn old(&self, folder: &str) -> Utf8PathBuf {
        self.path.join("old").join(folder)
    }

    /// Puts all folders in their places.
    ///
    /// # Errors
    /// `E0706`; what was there before is there again.
    pub fn publish(mut self) -> Result<(), Vec<Diagnostic>> {
        let mut done: Vec<&str> = Vec::new();
        for folder in &self.folders {
            if let Err(error) = swap(&self.out.join(folder), &self.new_path(folder), &self.old(folder)) {
                done.iter().for_each(|name| swap_back(&self.out.join(name), &self.new_path(name), &self.old(name)));
                return Err(vec![self.failure(&error)]);
            }
            done.push(folder);
        }
        self.made.clear();
        Ok(())
    }

    /// The diagnostic for what could not be written.
    pub fn failure(&self, error: &io::Error) -> Diagnostic {
        cannot_write(&self.name, error)
    }
}

/// A folder in the making.
#[derive(Clone, Debug)]
pub struct Place(Utf8PathBuf);

impl Place {
    /// Writes a file into it.
    ///
    /// # Errors
    /// What the system says.
    pub fn write(&self, name: &str, text: &str) -> io::Result<()> {
        fs::write(self.0.join(name), text)
    }

    /// Takes out all that was written into it.
    ///
    /// # Errors
    /// What the system says.
    pub fn clear(&self) -> io::Result<()> {
        fs::remove_dir_all(&self.0)?;
        fs::create_dir(&self.0)
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        self.stage = None;
        self.made.iter().rev().for_each(|folder| _ = fs::remove_dir(folder));
    }
}

fn swap(target: &Utf8Path, new: &Utf8Path, old: &Utf8Path) -> io::Result<()> {
    let was_there = target.exists();
    if was_there {
        fs::rename(target, old)?;
    }
    fs::rename(new, target).inspect_err(|_| {
        if was_there {
            let _ = fs::rename(old, target);
        }
    })
}

fn swap_back(target: &Utf8Path, new: &Utf8Path, old: &Utf8Path) {
    let _ = fs::rename(target, new);
    if old.exists() {
        let _ = fs::rename(old, target);
    }
}

/// Whether a folder may be written over.
fn check(target: &Utf8Path, name: &Utf8Path) -> Result<(), Diagnostic> {
    let Ok(metadata) = fs::symlink_metadata(target) else { return Ok(()) };
    if !metadata.is_dir() {
        return Err(in_the_way(name, "it is no folder"));
    }
    let entries = fs::read_dir(target).and_then(Iterator::collect::<io::Result<Vec<_>>>).map_err(|error| cannot_write(name, &error))?;
    if entries.is_empty() {
        return Ok(());
    }
    let manifest = read_text(&target.join(document::FILE_NAME), name).ok().filter(|file| document::is_ours(&file.text));
    let Some(manifest) = manifest else { return Err(in_the_way(name, "it holds what Aludel did not write")) };
    let mut own = document::listed_paths(&manifest.text);
    own.extend([document::FILE_NAME.to_owned(), sums::FILE_NAME.to_owned()]);
    let mut others: Vec<_> = entries.iter().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    others.retain(|entry| !own.contains(entry));
    others.sort_unstable();
    match others.first() {
        None => Ok(()),
        Some(other) => Err(in_the_way(name, &format!("`{other}` in it was not written by Aludel"))),
    }
}

fn in_the_way(name: &Utf8Path, reason: &str) -> Diagnostic {
    Diagnostic::error(Code::FolderInTheWay, format!("`{name}` is in the way: {reason}"))
        .help("name another folder with `--out`, or move what is there; Aludel writes over nothing but its own output")
}

fn cannot_write(name: &Utf8Path, error: &io::Error) -> Diagnostic {
    Diagnostic::error(Code::CannotWrite, format!("`{name}` can't be written: {}", reason(error)))
        .help("nothing was changed; make room, or name another place")
}

#[cfg(test)]
mod tests {
    use std::fs;

    use camino::{Utf8Path, Utf8PathBuf};

    use super::{Stage, write_file};
    use crate::diag::Diagnostic;

    const MANIFEST: &str = "format = 1\ngenerator = 'aludel 0'\n[[file]]\npath = 'a.sql'\n";

    fn place() -> (tempfile::TempDir, Utf8PathBuf) {
        let folder = tempfile::tempdir().expect("a folder");
        let path = Utf8PathBuf::from_path_buf(folder.path().to_owned()).expect("UTF-8");
        (folder, path)
    }

    type Files<'a> = &'a [(&'a str, &'a str)];

    fn write_folders(out: &Utf8Path, folders: &[(&str, Files<'_>)]) -> Result<(), Vec<Diagnostic>> {
        let stage = Stage::begin(out, Utf8Path::new("build"), folders.iter().map(|(name, _)| (*name).to_owned()).collect())?;
        for (folder, files) in folders {
            for (name, text) in files.iter().chain(&[("manifest.toml", MANIFEST)]) {
                stage.place(folder).write(name, text).map_err(|error| vec![stage.failure(&error)])?;
            }
        }
        stage.publish()
    }

    fn listing(path: &Utf8Path) -> Vec<String> {
        let mut names: Vec<String> =
            fs::read_dir(path).expect("listed").map(|entry| entry.expect("read").file_name().into_string().expect("UTF-8")).collect();
        names.sort();
        names
    }

    #[test]
    fn own_folders_are_replaced_and_nothing_is_left_over() {
        let (_kept, out) = place();
        let out = out.join("deep/build");
        write_folders(&out, &[("pg", &[("a.sql", "1")])]).expect("written");
        write_folders(&out, &[("pg", &[("a.sql", "2")]), ("my", &[("a.sql", "3")])]).expect("written over");
        assert_eq!(listing(&out), ["my", "pg"]);
        assert_eq!(fs::read_to_string(out.join("pg/a.sql")).expect("read"), "2");
    }

    #[test]
    fn other_folders_stand_in_the_way() {
        let (_kept, out) = place();
        for (file, text) in [("foreign/notes.txt", ""), ("edited/manifest.toml", MANIFEST), ("edited/notes.txt", "")] {
            fs::create_dir_all(out.join(file).parent().expect("a parent")).expect("made");
            fs::write(out.join(file), text).expect("written");
        }
        let problems = write_folders(&out, &[("foreign", &[]), ("edited", &[]), ("new", &[])]);
        let codes: Vec<_> = problems.expect_err("refused").iter().map(|problem| problem.code.as_str()).collect();
        assert_eq!(codes, ["E0707", "E0707"]);
        assert_eq!(listing(&out), ["edited", "foreign"]);
    }

    #[test]
    fn a_failure_leaves_everything_as_it_was() {
        let (_kept, out) = place();
        write_folders(&out, &[("pg", &[("a.sql", "1")])]).expect("written");
        let bad: Files<'_> = &[("a.sql", "2"), ("no/such/folder.sql", "")];
        let problems = write_folders(&out, &[("pg", &[("a.sql", "2")]), ("my", bad)]).expect_err("refused");
        assert_eq!(problems[0].code.as_str(), "E0706");
        assert_eq!(listing(&out), ["pg"]);
        assert_eq!(fs::read_to_string(out.join("pg/a.sql")).expect("read"), "1");
    }

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
