//! Paths: made absolute, tidied, and named for reports.

use camino::{Utf8Component, Utf8Path, Utf8PathBuf};

/// A path without `.` and with each `..` taken back, never asking the file system.
pub(super) fn tidy(path: &Utf8Path) -> Utf8PathBuf {
    let mut tidied = Utf8PathBuf::new();
    for component in path.components() {
        match component {
            Utf8Component::CurDir => {}
            Utf8Component::ParentDir => match tidied.components().next_back() {
                Some(Utf8Component::Normal(_)) => _ = tidied.pop(),
                Some(Utf8Component::RootDir | Utf8Component::Prefix(_)) => {}
                _ => tidied.push(".."),
            },
            other => tidied.push(other.as_str()),
        }
    }
    if tidied.as_str().is_empty() { Utf8PathBuf::from(".") } else { tidied }
}

/// The path from a folder, tidied.
pub(super) fn from(folder: &Utf8Path, path: impl AsRef<Utf8Path>) -> Utf8PathBuf {
    tidy(&folder.join(path))
}

/// How files are called in reports and manifests: by where they stand in the project, never by where the project stands.
#[derive(Clone, Debug, Default)]
pub struct Names {
    /// The project root first, then the folders that were named beside it.
    anchors: Vec<Utf8PathBuf>,
}

impl Names {
    /// Names from the root, else from the folders given, the first that holds the file winning.
    pub fn new(root: &Utf8Path, others: impl IntoIterator<Item = Utf8PathBuf>) -> Self {
        Self { anchors: std::iter::once(root.to_owned()).chain(others).collect() }
    }

    /// The name of a file, with `/` on every system. A file under none of the folders is called by its own name alone.
    pub fn of(&self, path: &Utf8Path) -> Utf8PathBuf {
        let inside = self.anchors.iter().find_map(|anchor| path.strip_prefix(anchor).ok()).filter(|rest| !rest.as_str().is_empty());
        let name = inside.unwrap_or_else(|| path.file_name().map_or(path, Utf8Path::new));
        let parts: Vec<&str> = name.components().map(|part| part.as_str()).collect();
        Utf8PathBuf::from(parts.join("/"))
    }

    /// Where a file of this name may stand, the likeliest place first.
    pub(super) fn candidates(&self, name: &Utf8Path) -> impl Iterator<Item = Utf8PathBuf> {
        self.anchors.iter().map(move |anchor| anchor.join(name))
    }
}

#[cfg(test)]
mod tests {
    use camino::{Utf8Path, Utf8PathBuf};

    use super::{Names, tidy};

    #[test]
    fn dots_are_taken_back() {
        for (path, expected) in [("a/./b/../c", "a/c"), ("/a/../../b", "/b"), ("../../a", "../../a"), ("./", ".")] {
            assert_eq!(tidy(Utf8Path::new(path)), expected);
        }
    }

    #[test]
    fn names_hold_no_path_of_the_machine() {
        let names = Names::new(Utf8Path::new("/srv/app"), [Utf8PathBuf::from("/lib/site")]);
        for (path, expected) in
            [("/srv/app/versions/a.py", "versions/a.py"), ("/lib/site/pkg/b.py", "pkg/b.py"), ("/else/where/c.py", "c.py")]
        {
            assert_eq!(names.of(Utf8Path::new(path)), expected);
        }
    }
}
