//! Source texts by id, and spans into them.
//!
//! Input: the text of every file that a run reads. Output: ids and spans that later stages carry around
//! instead of texts, so that a diagnostic can show the place it speaks of.

use std::sync::{Arc, PoisonError, RwLock};

use camino::{Utf8Path, Utf8PathBuf};

/// The number of a source text within one run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SourceId(u32);

impl SourceId {
    /// The id of no file: what Aludel itself made up.
    pub const NOWHERE: SourceId = SourceId(0);
}

/// A range of bytes in one source text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    pub source: SourceId,
    pub start: u32,
    pub end: u32,
}

impl Span {
    /// The span of what stands in no file.
    pub const NOWHERE: Span = Span { source: SourceId::NOWHERE, start: 0, end: 0 };

    /// Whether this is the span of what stands in no file.
    pub fn is_nowhere(self) -> bool {
        self.source == SourceId::NOWHERE
    }
}

/// One text that was read, with the name that reports show for it.
#[derive(Debug)]
pub struct Source {
    pub id: SourceId,
    /// The path as reports print it: relative to the project, never of this machine.
    pub name: Utf8PathBuf,
    pub text: Arc<str>,
}

impl Source {
    /// Line and column of a byte offset, both counted from 1, the column in characters.
    pub fn position(&self, offset: u32) -> (usize, usize) {
        let before = self.text.get(..offset as usize).unwrap_or(&self.text);
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or("").chars().count() + 1;
        (line, column)
    }
}

/// All source texts of a run. Adding is possible from several threads; nothing is ever removed.
#[derive(Debug, Default)]
pub struct Sources {
    /// None where an id is kept for a text.
    list: RwLock<Vec<Option<Arc<Source>>>>,
}

impl Sources {
    /// Takes in a text and gives it an id.
    pub fn add(&self, name: impl AsRef<Utf8Path>, text: impl Into<Arc<str>>) -> Arc<Source> {
        let mut list = self.list.write().unwrap_or_else(PoisonError::into_inner);
        let id = SourceId(u32::try_from(list.len() + 1).unwrap_or(u32::MAX));
        let source = Arc::new(Source { id, name: name.as_ref().to_owned(), text: text.into() });
        list.push(Some(Arc::clone(&source)));
        source
    }

    /// Keeps ids that follow one another for texts to come, so that it is not the order of their coming that numbers them.
    pub fn reserve(&self, count: usize) -> impl Iterator<Item = SourceId> + use<> {
        let mut list = self.list.write().unwrap_or_else(PoisonError::into_inner);
        let first = list.len() + 1;
        list.resize(first - 1 + count, None);
        (first..first + count).map(|number| SourceId(u32::try_from(number).unwrap_or(u32::MAX)))
    }

    /// Takes in a text under an id that was kept for it.
    pub fn put(&self, id: SourceId, name: impl AsRef<Utf8Path>, text: impl Into<Arc<str>>) -> Arc<Source> {
        let source = Arc::new(Source { id, name: name.as_ref().to_owned(), text: text.into() });
        let mut list = self.list.write().unwrap_or_else(PoisonError::into_inner);
        if let Some(slot) = (id.0 as usize).checked_sub(1).and_then(|index| list.get_mut(index)) {
            *slot = Some(Arc::clone(&source));
        }
        source
    }

    /// The text of an id, if there is one.
    pub fn get(&self, id: SourceId) -> Option<Arc<Source>> {
        let list = self.list.read().unwrap_or_else(PoisonError::into_inner);
        list.get((id.0 as usize).checked_sub(1)?)?.clone()
    }
}
