//! Folders of output in the making: filled beside their place, and put there all together.

use std::collections::{BTreeSet, HashSet};
use std::fs;
use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use camino::{Utf8Path, Utf8PathBuf};
use tempfile::TempDir;

use super::interrupt;
use super::read::read_text;
use super::write::{TEMPORARY, cannot_write};
use crate::diag::{Code, Diagnostic};
use crate::manifest::{document, sums};

/// What is being filled, for a program that ends in the middle of it.
static UNFINISHED: Mutex<Vec<Made>> = Mutex::new(Vec::new());

/// Folders to be put in their places; let go of before that, they leave nothing behind.
#[derive(Debug)]
pub struct Stage {
    out: Utf8PathBuf,
    /// What reports call `out`.
    name: Utf8PathBuf,
    folders: Vec<Folder>,
    /// None once it is taken down.
    stage: Option<TempDir>,
    made: Made,
    interrupted: Arc<AtomicBool>,
}

/// A folder below `out`.
#[derive(Debug)]
struct Folder {
    name: String,
    /// What was there at the beginning; none where it was not.
    there: Option<BTreeSet<String>>,
}

/// What was made to fill folders in.
#[derive(Clone, Debug, Default, PartialEq)]
struct Made {
    path: Utf8PathBuf,
    /// The folders above that were not there before, the deepest last.
    above: Vec<Utf8PathBuf>,
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
        let folders = folders.into_iter().map(|name| Folder { there: entries(&out.join(&name)).ok(), name }).collect();
        let (out, name) = (out.to_owned(), name.to_owned());
        let mut begun = Self { out, name, folders, stage: None, made: Made::default(), interrupted: interrupt::noted() };
        begun.check(|_| true)?;
        begun.make().map_err(|error| vec![cannot_write(&begun.name, &error)])?;
        Ok(begun)
    }

    /// Whether what stands in the way of some folders may be written over.
    fn check(&self, which: impl Fn(&Folder) -> bool) -> Result<(), Vec<Diagnostic>> {
        let chosen = self.folders.iter().filter(|folder| which(folder));
        let problems: Vec<_> =
            chosen.filter_map(|folder| check(&self.out.join(&folder.name), &self.name.join(&folder.name)).err()).collect();
        if problems.is_empty() { Ok(()) } else { Err(problems) }
    }

    fn make(&mut self) -> io::Result<()> {
        let places = self.folders.iter().filter_map(|folder| self.out.join(&folder.name).parent().map(Utf8Path::to_owned));
        for place in std::iter::once(self.out.clone()).chain(places) {
            let missing: Vec<_> = place.ancestors().take_while(|folder| !folder.as_str().is_empty() && !folder.exists()).collect();
            self.made.above.extend(missing.into_iter().rev().map(Utf8Path::to_owned));
            fs::create_dir_all(&place)?;
        }
        let stage = tempfile::Builder::new().prefix(TEMPORARY).tempdir_in(&self.out)?;
        self.made.path = Utf8PathBuf::from_path_buf(stage.path().to_owned()).map_err(|_| io::Error::other("the path is not UTF-8"))?;
        self.stage = Some(stage);
        unfinished(|all| all.push(self.made.clone()));
        for folder in &self.folders {
            fs::create_dir_all(self.new_path(&folder.name))?;
            self.old_path(&folder.name).parent().map_or(Ok(()), fs::create_dir_all)?;
        }
        Ok(())
    }

    /// Where the files of a folder are to be written meanwhile.
    pub fn place(&self, folder: &str) -> Place {
        Place { path: self.new_path(folder), name: self.name.clone(), interrupted: Arc::clone(&self.interrupted) }
    }

    fn new_path(&self, folder: &str) -> Utf8PathBuf {
        self.made.path.join("new").join(folder)
    }

    fn old_path(&self, folder: &str) -> Utf8PathBuf {
        self.made.path.join("old").join(folder)
    }

    /// Puts all folders in their places.
    ///
    /// # Errors
    /// `E0707` for what was put in the way meanwhile, `E0706`, also for an interrupted run; what was there before is there again.
    pub fn publish(mut self) -> Result<(), Vec<Diagnostic>> {
        go_on(&self.interrupted, &self.name).map_err(|problem| vec![problem])?;
        self.check(|folder| entries(&self.out.join(&folder.name)).ok() != folder.there)?;
        let mut done: Vec<&str> = Vec::new();
        for Folder { name, .. } in &self.folders {
            if let Err(error) = swap(&self.out.join(name), &self.new_path(name), &self.old_path(name)) {
                done.iter().for_each(|name| swap_back(&self.out.join(name), &self.new_path(name), &self.old_path(name)));
                return Err(vec![cannot_write(&self.name, &error)]);
            }
            done.push(name);
        }
        unfinished(|all| all.retain(|made| *made != self.made));
        self.made.above.clear();
        Ok(())
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        self.stage = None;
        self.made.remove_above();
        unfinished(|all| all.retain(|made| *made != self.made));
    }
}

impl Made {
    fn take_down(&self) {
        let _ = fs::remove_dir_all(&self.path);
        self.remove_above();
    }

    fn remove_above(&self) {
        self.above.iter().rev().for_each(|folder| _ = fs::remove_dir(folder));
    }
}

fn unfinished(change: impl FnOnce(&mut Vec<Made>)) {
    change(&mut UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner));
}

/// Takes down what is being filled, for a program that ends for a defect of its own.
pub fn abandon() {
    // Where it is held, the defect is here.
    let Ok(mut all) = UNFINISHED.try_lock() else { return };
    all.drain(..).for_each(|made| made.take_down());
}

/// A folder that is being filled.
#[derive(Clone, Debug)]
pub struct Place {
    path: Utf8PathBuf,
    /// What reports call the output.
    name: Utf8PathBuf,
    interrupted: Arc<AtomicBool>,
}

impl Place {
    /// Writes a file into it.
    ///
    /// # Errors
    /// `E0706`.
    pub fn write(&self, file: &str, text: &str) -> Result<(), Diagnostic> {
        fs::write(self.path.join(file), text).map_err(|error| cannot_write(&self.name, &error))
    }

    /// Takes out all that was written into it.
    ///
    /// # Errors
    /// `E0706`.
    pub fn clear(&self) -> Result<(), Diagnostic> {
        let cleared = fs::remove_dir_all(&self.path).and_then(|()| fs::create_dir(&self.path));
        cleared.map_err(|error| cannot_write(&self.name, &error))
    }

    /// Fails once the user or the system has asked the program to end.
    ///
    /// # Errors
    /// `E0706`.
    pub fn go_on(&self) -> Result<(), Diagnostic> {
        go_on(&self.interrupted, &self.name)
    }
}

fn go_on(interrupted: &AtomicBool, name: &Utf8Path) -> Result<(), Diagnostic> {
    if !interrupted.load(Ordering::Relaxed) {
        return Ok(());
    }
    let message = format!("`{name}` is not written: the run was interrupted");
    Err(Diagnostic::error(Code::CannotWrite, message).help("nothing was changed; run it again"))
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
    let entries = entries(target).map_err(|error| cannot_write(name, &error))?;
    if entries.is_empty() {
        return Ok(());
    }
    let manifest = read_text(&target.join(document::FILE_NAME), name).ok().filter(|file| document::is_ours(&file.text));
    let Some(manifest) = manifest else { return Err(in_the_way(name, "it holds what Aludel did not write")) };
    let mut own: HashSet<String> = document::listed_paths(&manifest.text).into_iter().collect();
    own.extend([document::FILE_NAME.to_owned(), sums::FILE_NAME.to_owned()]);
    match entries.iter().find(|entry| !own.contains(*entry)) {
        None => Ok(()),
        Some(other) => Err(in_the_way(name, &format!("`{other}` in it was not written by Aludel"))),
    }
}

/// The names of what is in a folder.
fn entries(folder: &Utf8Path) -> io::Result<BTreeSet<String>> {
    fs::read_dir(folder)?.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned())).collect()
}

fn in_the_way(name: &Utf8Path, reason: &str) -> Diagnostic {
    Diagnostic::error(Code::FolderInTheWay, format!("`{name}` is in the way: {reason}"))
        .help("name another folder with `--out`, or move what is there; Aludel writes over nothing but its own output")
}

#[cfg(test)]
pub(super) mod tests {
    use std::fs;

    use camino::{Utf8Path, Utf8PathBuf};

    use super::Stage;
    use crate::diag::Diagnostic;

    const MANIFEST: &str = "format = 1\ngenerator = 'aludel 0'\n[[file]]\npath = 'a.sql'\n";

    type Files<'a> = &'a [(&'a str, &'a str)];

    /// A folder made for one test, as long as the first of the two is kept.
    pub(in crate::project) fn place() -> (tempfile::TempDir, Utf8PathBuf) {
        let folder = tempfile::tempdir().expect("a folder");
        let path = Utf8PathBuf::from_path_buf(folder.path().to_owned()).expect("UTF-8");
        (folder, path)
    }

    fn begun(out: &Utf8Path, folders: &[&str]) -> Result<Stage, Vec<Diagnostic>> {
        Stage::begin(out, Utf8Path::new("build"), folders.iter().map(|name| (*name).to_owned()).collect())
    }

    fn write_folders(out: &Utf8Path, folders: &[(&str, Files<'_>)]) -> Result<(), Vec<Diagnostic>> {
        let stage = begun(out, &folders.iter().map(|(name, _)| *name).collect::<Vec<_>>())?;
        for (folder, files) in folders {
            for (name, text) in files.iter().chain(&[("manifest.toml", MANIFEST)]) {
                stage.place(folder).write(name, text).map_err(|problem| vec![problem])?;
            }
        }
        stage.publish()
    }

    /// The names of what is in a folder, in order.
    pub(in crate::project) fn listing(path: &Utf8Path) -> Vec<String> {
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
    fn what_was_put_in_the_way_meanwhile_stays() {
        let (_kept, out) = place();
        write_folders(&out, &[("pg", &[("a.sql", "1")])]).expect("written");
        for folder in ["pg", "my"] {
            let stage = begun(&out, &[folder]).expect("begun");
            stage.place(folder).write("a.sql", "2").expect("written");
            fs::create_dir_all(out.join(folder)).expect("made");
            fs::write(out.join(folder).join("notes.txt"), "mine").expect("written");
            assert_eq!(stage.publish().expect_err("refused")[0].code.as_str(), "E0707");
            assert_eq!(fs::read_to_string(out.join(folder).join("notes.txt")).expect("read"), "mine");
        }
        assert_eq!(fs::read_to_string(out.join("pg/a.sql")).expect("read"), "1");
        assert_eq!(listing(&out), ["my", "pg"]);
    }

    #[test]
    fn an_interruption_counts_until_the_folders_are_in_their_places() {
        let (_kept, out) = place();
        let stage = begun(&out, &["pg"]).expect("begun");
        stage.place("pg").go_on().expect("not interrupted");
        stage.interrupted.store(true, std::sync::atomic::Ordering::Relaxed);
        assert_eq!(stage.place("pg").go_on().expect_err("interrupted").code.as_str(), "E0706");
        assert_eq!(stage.publish().expect_err("interrupted")[0].code.as_str(), "E0706");
        assert!(listing(&out).is_empty());
    }

    #[test]
    fn what_is_given_up_leaves_nothing() {
        let (_kept, out) = place();
        let out = out.join("deep/build");
        drop(begun(&out, &["pg"]).expect("begun"));
        assert!(!out.parent().expect("a parent").exists());
        let stage = begun(&out, &["pg"]).expect("begun");
        let known = super::UNFINISHED.lock().expect("held by none that panics").iter().find(|made| **made == stage.made).cloned();
        std::mem::forget(stage);
        assert!(out.exists());
        // Not `abandon()`: other tests fill folders beside this one.
        known.expect("noted").take_down();
        assert!(!out.parent().expect("a parent").exists());
    }
}
