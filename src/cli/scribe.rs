//! What makes and writes the files of a folder while the next revisions are still being evaluated: a thread of its own.

use std::io;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{Builder, Scope};

use crate::diag::Diagnostic;
use crate::dialect::Dialect;
use crate::manifest::FileEntry;
use crate::manifest::hash::sha256_hex;
use crate::project::stage::Place;

/// How many revisions are handed over at once: to wake a thread takes longer than to write a file.
const TOGETHER: usize = 32;
/// About how much the manifest says of a file, in bytes: memory that is asked for once need not be moved.
const LISTED: usize = 800;
/// About how much else stands in a manifest.
const HEAD: usize = 1 << 16;

/// What makes files, on the scribe's thread.
pub trait Maker: Send {
    /// What files are made of.
    type Told: Send;

    /// Makes files and has them written.
    fn make(&mut self, told: Self::Told, write: &mut dyn FnMut(FileEntry, String));

    /// All that was made is void.
    fn starts_over(&mut self);
}

/// The near end: it tells what files are to be made of, and gives what came of them.
pub struct Scribe<M: Maker> {
    /// What is to be handed over next.
    waiting: Vec<M::Told>,
    orders: Sender<Order<M::Told>>,
    written: Receiver<(Written, M)>,
}

enum Order<T> {
    Make(Vec<T>),
    StartOver,
}

/// What was written.
#[derive(Default)]
pub struct Written {
    /// In the order in which they were told, the checksums filled in.
    pub files: Vec<FileEntry>,
    /// Their tables in `manifest.toml`.
    pub listing: String,
    /// What kept a file from being written.
    pub failed: Option<Diagnostic>,
    /// What kept one from being listed.
    pub bug: Option<Diagnostic>,
}

impl<M: Maker> Scribe<M> {
    /// Begins to write into a folder that is there and empty; without one, files are only listed. About so many files are
    /// `expected`. The checksum of the dialect's data, which the manifest will ask for, is made here too.
    ///
    /// # Errors
    /// Where the system starts no thread.
    pub fn start<'scope, 'env>(
        scope: &'scope Scope<'scope, 'env>,
        maker: M,
        (place, expected): (Option<Place>, usize),
        dialect: &'env Dialect,
    ) -> io::Result<Self>
    where
        M: 'scope,
    {
        let (orders, received) = channel();
        let (done, written) = channel();
        Builder::new().spawn_scoped(scope, move || {
            dialect.hash();
            // Nobody hears where the run has failed meanwhile.
            let _ = done.send(work(&received, maker, (place.as_ref(), expected)));
        })?;
        Ok(Self { waiting: Vec::new(), orders, written })
    }

    /// Has files made.
    pub fn tell(&mut self, told: M::Told) {
        self.waiting.push(told);
        if self.waiting.len() >= TOGETHER {
            self.hand_over();
        }
    }

    /// Has all made that was told so far.
    pub fn hand_over(&mut self) {
        // It always hears: where it has panicked, the program has ended.
        let _ = self.orders.send(Order::Make(std::mem::take(&mut self.waiting)));
    }

    /// Takes back all that was written.
    pub fn start_over(&mut self) {
        self.waiting.clear();
        let _ = self.orders.send(Order::StartOver);
    }

    /// Waits until all is written, and gives the maker back; nothing where it has panicked.
    pub fn finish(mut self) -> Option<(Written, M)> {
        self.hand_over();
        drop(self.orders);
        // The thread itself need not be waited for.
        self.written.recv().ok()
    }
}

fn work<M: Maker>(orders: &Receiver<Order<M::Told>>, mut maker: M, (place, expected): (Option<&Place>, usize)) -> (Written, M) {
    let mut written = Written::of(expected);
    for order in orders {
        match order {
            Order::Make(told) => {
                for told in told {
                    maker.make(told, &mut |entry, text| written.file(entry, &text, place));
                }
            }
            Order::StartOver => {
                maker.starts_over();
                written = Written { failed: place.and_then(|place| place.clear().err()), ..Written::of(expected) };
            }
        }
    }
    (written, maker)
}

impl Written {
    fn of(expected: usize) -> Self {
        let listing = String::with_capacity(HEAD + expected * LISTED);
        Self { files: Vec::with_capacity(expected), listing, ..Self::default() }
    }

    fn file(&mut self, mut entry: FileEntry, text: &str, place: Option<&Place>) {
        entry.sha256 = sha256_hex(text.as_bytes());
        if let (Some(place), None) = (place, &self.failed) {
            self.failed = place.write(&entry.path, text).err();
        }
        match entry.to_toml() {
            Ok(text) => self.listing.push_str(&text),
            Err(bug) => self.bug = Some(bug),
        }
        self.files.push(entry);
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::thread;

    use camino::{Utf8Path, Utf8PathBuf};

    use super::{Maker, Scribe, TOGETHER, Written};
    use crate::dialect::Dialect;
    use crate::manifest::{Direction, FileEntry, Inputs};
    use crate::project::stage::Stage;

    fn entry(path: &str) -> FileEntry {
        FileEntry {
            path: path.to_owned(),
            revision: None,
            direction: Direction::Upgrade,
            parents: Vec::new(),
            position: None,
            transactional: true,
            reversible: true,
            irreversible_because: None,
            by_hand: false,
            leaves: Vec::new(),
            sha256: String::new(),
            inputs: Inputs::default(),
        }
    }

    /// Files that are told as they are.
    struct AsTold;

    impl Maker for AsTold {
        type Told = (FileEntry, String);

        fn make(&mut self, (entry, text): Self::Told, write: &mut dyn FnMut(FileEntry, String)) {
            write(entry, text);
        }

        fn starts_over(&mut self) {}
    }

    /// What comes of orders, and the names of the files that are published then.
    fn after(orders: impl FnOnce(&mut Scribe<AsTold>)) -> (Written, Vec<String>) {
        let folder = tempfile::tempdir().expect("a folder");
        let out = Utf8PathBuf::from_path_buf(folder.path().join("build")).expect("UTF-8");
        let stage = Stage::begin(&out, Utf8Path::new("build"), vec!["pg".to_owned()]).expect("begun");
        let dialect = Dialect::load("postgresql", &[]).expect("the embedded dialect");
        let written = thread::scope(|scope| {
            let mut scribe = Scribe::start(scope, AsTold, (Some(stage.place("pg")), 1), &dialect).expect("a thread");
            orders(&mut scribe);
            scribe.finish().expect("written").0
        });
        stage.publish().expect("published");
        let names = fs::read_dir(out.join("pg")).expect("listed").map(|file| file.expect("read").file_name().into_string().expect("UTF-8"));
        let mut names: Vec<String> = names.collect();
        names.sort();
        (written, names)
    }

    #[test]
    fn files_are_listed_in_the_order_they_were_told() {
        let paths: Vec<String> = (0..3 * TOGETHER + 1).map(|number| format!("{number:04}.sql")).collect();
        let (written, names) = after(|scribe| paths.iter().for_each(|path| scribe.tell((entry(path), path.clone()))));
        assert_eq!(names, paths);
        assert_eq!(written.files.iter().map(|file| file.path.clone()).collect::<Vec<_>>(), paths);
        assert!(written.files.iter().all(|file| file.sha256.len() == 64) && written.failed.is_none());
        assert_eq!(written.listing.matches("[[file]]").count(), paths.len());
    }

    #[test]
    fn what_was_written_before_a_new_start_is_gone() {
        let (written, names) = after(|scribe| {
            for number in 0..=TOGETHER {
                scribe.tell((entry(&format!("{number}.sql")), String::new()));
            }
            scribe.start_over();
            scribe.tell((entry("again.sql"), String::new()));
        });
        assert_eq!(names, ["again.sql"]);
        assert_eq!(written.files.len(), 1);
        assert_eq!(written.listing.matches("[[file]]").count(), 1);
    }

    #[test]
    fn a_file_that_cannot_be_written_is_told_and_no_other_is_written() {
        let (written, names) = after(|scribe| {
            scribe.tell((entry("a.sql"), String::new()));
            scribe.tell((entry("no/such/folder.sql"), String::new()));
            scribe.tell((entry("b.sql"), String::new()));
        });
        assert_eq!(names, ["a.sql"]);
        assert_eq!(written.failed.map(|problem| problem.code.as_str()), Some("E0706"));
    }
}
