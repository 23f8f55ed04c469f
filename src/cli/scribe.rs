//! What writes the files of a folder while the next ones are still being made: a thread of its own.

use std::io;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{Builder, Scope};

use crate::diag::Diagnostic;
use crate::dialect::Dialect;
use crate::manifest::FileEntry;
use crate::manifest::hash::sha256_hex;
use crate::project::write::Place;

/// How many files are handed over at once: to wake a thread takes longer than to write a file.
const TOGETHER: usize = 64;

/// The near end: it is told of files, and gives what came of them.
pub struct Scribe {
    /// What is to be handed over next.
    waiting: Vec<(FileEntry, String)>,
    orders: Sender<Order>,
    written: Receiver<Written>,
}

enum Order {
    Write(Vec<(FileEntry, String)>),
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
    pub failed: Option<io::Error>,
    pub bug: Option<Diagnostic>,
}

impl Scribe {
    /// Begins to write into a folder that is there and empty; without one, files are only listed. The checksum of the dialect's
    /// data, which the manifest will ask for, is made here too.
    ///
    /// # Errors
    /// Where the system starts no thread.
    pub fn start<'scope, 'env>(scope: &'scope Scope<'scope, 'env>, place: Option<Place>, dialect: &'env Dialect) -> io::Result<Self> {
        let (orders, received) = channel();
        let (done, written) = channel();
        Builder::new().spawn_scoped(scope, move || {
            dialect.hash();
            // Nobody hears where the run has failed meanwhile.
            let _ = done.send(work(&received, place.as_ref()));
        })?;
        Ok(Self { waiting: Vec::new(), orders, written })
    }

    /// Writes a file.
    pub fn write(&mut self, entry: FileEntry, text: String) {
        self.waiting.push((entry, text));
        if self.waiting.len() >= TOGETHER {
            self.hand_over();
        }
    }

    /// Has all written that was told so far.
    pub fn hand_over(&mut self) {
        // It hears no more only where it has panicked, which `finish` tells.
        let _ = self.orders.send(Order::Write(std::mem::take(&mut self.waiting)));
    }

    /// Takes back all that was written.
    pub fn start_over(&mut self) {
        self.waiting.clear();
        let _ = self.orders.send(Order::StartOver);
    }

    /// Waits until all is written.
    pub fn finish(mut self) -> Written {
        self.hand_over();
        drop(self.orders);
        // The thread itself need not be waited for.
        let gone = || Written { failed: Some(io::Error::other("the thread that writes it is gone")), ..Written::default() };
        self.written.recv().unwrap_or_else(|_| gone())
    }
}

fn work(orders: &Receiver<Order>, place: Option<&Place>) -> Written {
    let mut written = Written::default();
    for order in orders {
        match order {
            Order::Write(files) => files.into_iter().for_each(|(entry, text)| written.file(entry, &text, place)),
            Order::StartOver => written = Written { failed: place.and_then(|place| place.clear().err()), ..Written::default() },
        }
    }
    written
}

impl Written {
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
