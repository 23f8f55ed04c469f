//! Modules by dotted name, found as Python's import system finds them.

use std::collections::{HashMap, HashSet};
use std::fs;
use std::sync::{Arc, Mutex, PoisonError};

use camino::{Utf8Path, Utf8PathBuf};

/// What a dotted name stands for on the module path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Module {
    /// `a/b.py`.
    File(Utf8PathBuf),
    /// `a/b/__init__.py`, by its file.
    Package(Utf8PathBuf),
    /// Folders `a/b` without `__init__.py`.
    Namespace(Vec<Utf8PathBuf>),
    /// A compiled extension, which can't be read.
    Binary(Utf8PathBuf),
    NotThere,
}

impl Module {
    /// The file that the module's code stands in.
    pub fn file(&self) -> Option<&Utf8Path> {
        match self {
            Module::File(path) | Module::Package(path) => Some(path),
            _ => None,
        }
    }

    /// The folder of a package, the first one of a namespace package.
    pub fn folder(&self) -> Option<Utf8PathBuf> {
        match self {
            Module::Package(path) => path.parent().map(Utf8Path::to_owned),
            Module::Namespace(folders) => folders.first().cloned(),
            _ => None,
        }
    }

    /// The folders that submodules are looked for in (`__path__`).
    fn search_path(&self) -> Vec<Utf8PathBuf> {
        match self {
            Module::Package(path) => path.parent().map(Utf8Path::to_owned).into_iter().collect(),
            Module::Namespace(folders) => folders.clone(),
            _ => Vec::new(),
        }
    }
}

/// Suffixes of compiled extension modules, which Python prefers to `.py`.
const BINARY: [&str; 2] = [".so", ".pyd"];

/// Finds modules over a list of folders. Listings of folders and answers are kept.
#[derive(Debug, Default)]
pub struct Finder {
    path: Vec<Utf8PathBuf>,
    found: Mutex<HashMap<String, Module>>,
    listings: Mutex<HashMap<Utf8PathBuf, Arc<HashSet<String>>>>,
}

impl Finder {
    /// Looks in these folders, the first winning.
    pub fn new(path: Vec<Utf8PathBuf>) -> Self {
        Self { path, ..Self::default() }
    }

    /// The folders that are looked in.
    pub fn path(&self) -> &[Utf8PathBuf] {
        &self.path
    }

    /// Finds a module by its dotted name (`PathFinder.find_spec`, package by package).
    pub fn find(&self, dotted: &str) -> Module {
        if let Some(known) = self.found.lock().unwrap_or_else(PoisonError::into_inner).get(dotted) {
            return known.clone();
        }
        let module = match dotted.rsplit_once('.') {
            None => self.in_folders(&self.path, dotted),
            Some((package, name)) => self.in_folders(&self.find(package).search_path(), name),
        };
        self.found.lock().unwrap_or_else(PoisonError::into_inner).insert(dotted.to_owned(), module.clone());
        module
    }

    fn in_folders(&self, folders: &[Utf8PathBuf], name: &str) -> Module {
        if name.is_empty() || name.contains(['/', '\\']) {
            return Module::NotThere;
        }
        let mut portions = Vec::new();
        for folder in folders {
            match self.in_folder(folder, name) {
                Module::NotThere => {}
                Module::Namespace(more) => portions.extend(more),
                module => return module,
            }
        }
        if portions.is_empty() { Module::NotThere } else { Module::Namespace(portions) }
    }

    /// `FileFinder.find_spec`: a package, then an extension, then a file; a bare folder is a portion of a namespace.
    fn in_folder(&self, folder: &Utf8Path, name: &str) -> Module {
        let listing = self.listing(folder);
        let inner = folder.join(name);
        let is_folder = listing.contains(name) && inner.is_dir();
        if is_folder && self.listing(&inner).contains("__init__.py") {
            return Module::Package(inner.join("__init__.py"));
        }
        let file = format!("{name}.py");
        if let Some(binary) = self.binary(folder, &listing, name) {
            return if listing.contains(&file) { Module::File(folder.join(file)) } else { Module::Binary(binary) };
        }
        if listing.contains(&file) && folder.join(&file).is_file() {
            return Module::File(folder.join(file));
        }
        if is_folder { Module::Namespace(vec![inner]) } else { Module::NotThere }
    }

    fn binary(&self, folder: &Utf8Path, listing: &HashSet<String>, name: &str) -> Option<Utf8PathBuf> {
        let prefix = format!("{name}.");
        let mut names: Vec<&String> =
            listing.iter().filter(|file| file.starts_with(&prefix) && BINARY.iter().any(|end| file.ends_with(end))).collect();
        names.sort_unstable();
        names.first().map(|file| folder.join(file))
    }

    fn listing(&self, folder: &Utf8Path) -> Arc<HashSet<String>> {
        let mut listings = self.listings.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = listings.get(folder) {
            return Arc::clone(known);
        }
        let names = fs::read_dir(folder).into_iter().flatten().flatten();
        let names: HashSet<String> = names.filter_map(|entry| entry.file_name().into_string().ok()).collect();
        let listing = Arc::new(names);
        listings.insert(folder.to_owned(), Arc::clone(&listing));
        listing
    }
}

/// The folder that a folder's files are imported from: the nearest one, itself or above, that is no package.
pub(super) fn import_root(folder: &Utf8Path) -> Utf8PathBuf {
    let above = folder.ancestors().find(|folder| !folder.join("__init__.py").is_file());
    above.unwrap_or(folder).to_owned()
}

#[cfg(test)]
mod tests {
    use std::fs;

    use camino::Utf8PathBuf;

    use super::{Finder, Module};

    fn project(files: &[&str]) -> (tempfile::TempDir, Utf8PathBuf) {
        let folder = tempfile::tempdir().expect("a folder");
        let root = Utf8PathBuf::from_path_buf(folder.path().to_owned()).expect("UTF-8");
        for file in files {
            let path = root.join(file);
            fs::create_dir_all(path.parent().expect("a parent")).expect("made");
            fs::write(path, "").expect("written");
        }
        (folder, root)
    }

    #[test]
    fn packages_win_over_files_and_namespaces_lose_to_both() {
        let (_kept, root) = project(&["a/app/models.py", "b/app/__init__.py", "b/app/models.py", "b/app.py", "b/app/db/base.py"]);
        let finder = Finder::new(vec![root.join("a"), root.join("b")]);
        assert_eq!(finder.find("app"), Module::Package(root.join("b/app/__init__.py")));
        assert_eq!(finder.find("app.models"), Module::File(root.join("b/app/models.py")));
        assert_eq!(finder.find("app.db"), Module::Namespace(vec![root.join("b/app/db")]));
        assert_eq!(finder.find("app.db.base"), Module::File(root.join("b/app/db/base.py")));
        assert_eq!(finder.find("app.nothing"), Module::NotThere);
        assert_eq!(finder.find("nothing.at.all"), Module::NotThere);
    }

    #[test]
    fn a_namespace_spans_folders() {
        let (_kept, root) = project(&["a/ns/one.py", "b/ns/two.py"]);
        let finder = Finder::new(vec![root.join("a"), root.join("b")]);
        assert_eq!(finder.find("ns"), Module::Namespace(vec![root.join("a/ns"), root.join("b/ns")]));
        assert_eq!(finder.find("ns.two"), Module::File(root.join("b/ns/two.py")));
    }

    #[test]
    fn names_that_are_paths_find_nothing() {
        let (_kept, root) = project(&["a/x.py"]);
        let finder = Finder::new(vec![root.join("a")]);
        assert_eq!(finder.find("../a/x"), Module::NotThere);
        assert_eq!(finder.find(".x"), Module::NotThere);
    }
}
