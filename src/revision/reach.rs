//! Which revision must run before which, answered at once for any two.

use super::graph::{Links, RevisionIndex};
use super::topology;

/// The transitive closure of effective parents, kept for straight stretches instead of single revisions.
///
/// A stretch is a run of revisions each of which is the only effective parent of the next, and has no other child, so
/// that a long chain with few merges needs only a few rows.
#[derive(Debug)]
pub(super) struct Reach {
    /// The stretch of each revision, and how far up in it the revision stands.
    place: Vec<(u32, u32)>,
    /// For each stretch the set of stretches below it, as bits.
    below: Vec<Vec<u64>>,
}

impl Reach {
    pub(super) fn new(links: &[Links]) -> Self {
        let mut children = vec![0u32; links.len()];
        for parent in links.iter().flat_map(|link| &link.effective_parents) {
            children[parent.position()] += 1;
        }
        let mut reach = Self { place: vec![(0, 0); links.len()], below: Vec::new() };
        for index in topology::parents_first(links) {
            let parents = &links[index.position()].effective_parents;
            reach.place[index.position()] = match parents.as_slice() {
                [only] if children[only.position()] == 1 => {
                    let (stretch, height) = reach.place[only.position()];
                    (stretch, height + 1)
                }
                _ => reach.begin_stretch(parents),
            };
        }
        reach
    }

    fn begin_stretch(&mut self, parents: &[RevisionIndex]) -> (u32, u32) {
        let stretch = self.below.len();
        let mut bits = vec![0u64; stretch / 64 + 1];
        for parent in parents {
            let (under, _) = self.place[parent.position()];
            bits[under as usize / 64] |= 1 << (under % 64);
            bits.iter_mut().zip(&self.below[under as usize]).for_each(|(mine, theirs)| *mine |= theirs);
        }
        self.below.push(bits);
        (u32::try_from(stretch).unwrap_or(u32::MAX), 0)
    }

    /// Whether `ancestor` is below `index`, or the same.
    pub(super) fn holds(&self, ancestor: RevisionIndex, index: RevisionIndex) -> bool {
        let ((low, low_height), (high, high_height)) = (self.place[ancestor.position()], self.place[index.position()]);
        if low == high {
            return low_height <= high_height;
        }
        self.below[high as usize].get(low as usize / 64).is_some_and(|word| word >> (low % 64) & 1 == 1)
    }
}
