//! The map of all revisions and how they are linked (`RevisionMap`).

use std::collections::hash_map::Entry;
use std::sync::{Arc, OnceLock};

use rustc_hash::FxHashMap;

use super::header::{Name, Revision, check};
use super::reach::Reach;
use super::string_set::StringSet;
use super::topology;
use crate::diag::{Code, Diagnostic};

/// How many errors of one graph come with the nearest name.
const SUGGESTIONS: usize = 20;

/// A revision's place in its [`Graph`]: revisions are numbered in the order in which their files were given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RevisionIndex(pub(super) u32);

impl RevisionIndex {
    pub(super) fn new(position: usize) -> Self {
        Self(u32::try_from(position).unwrap_or(u32::MAX))
    }

    /// The number, counted from 0.
    pub fn position(self) -> usize {
        self.0 as usize
    }
}

/// How one revision is linked to others; all lists are in source or file order and name each revision once,
/// `parents` excepted, which repeats what the file repeats.
#[derive(Clone, Debug, Default)]
pub(super) struct Links {
    /// `_versioned_down_revisions`.
    pub parents: Vec<RevisionIndex>,
    /// `_resolved_dependencies`.
    pub dependencies: Vec<RevisionIndex>,
    /// `_normalized_resolved_dependencies`: without those that an ancestor has too.
    pub own_dependencies: Vec<RevisionIndex>,
    /// `_normalized_down_revisions`: parents, then own dependencies.
    pub effective_parents: Vec<RevisionIndex>,
    /// `nextrev`.
    pub children: Vec<RevisionIndex>,
    /// `_all_nextrev`: children, and those that depend on this one.
    pub dependents: Vec<RevisionIndex>,
    /// `branch_labels` after they were spread along the branch.
    pub labels: Vec<Arc<str>>,
}

/// All revisions of a project, linked and checked.
///
/// Every list it gives is in file order (or source order within a file); children, which Alembic keeps in sets of strings, are in the order
/// of those (see `string_set`).
#[derive(Debug)]
pub struct Graph {
    revisions: Vec<Revision>,
    pub(super) links: Vec<Links>,
    /// Ids, then labels, each with what it names: the keys of `_revision_map`.
    pub(super) keys: Vec<(Arc<str>, RevisionIndex)>,
    by_key: FxHashMap<Arc<str>, RevisionIndex>,
    heads: Vec<RevisionIndex>,
    real_heads: Vec<RevisionIndex>,
    bases: Vec<RevisionIndex>,
    reach: OnceLock<Reach>,
}

impl Graph {
    /// Links revisions given in the order of their files (`RevisionMap._revision_map`).
    ///
    /// # Errors
    /// Every independent one: `E0502` ids and `E0510` labels used twice, `E0503` parents and dependencies that are not
    /// there, `E0504` circles, `E0509` ids with characters that symbols use.
    pub fn build(revisions: Vec<Revision>) -> Result<Self, Vec<Diagnostic>> {
        let mut building =
            Building { errors: revisions.iter().filter_map(|revision| check(revision).err()).collect(), ..Building::default() };
        building.take_keys(&revisions);
        let mut links = building.link(&revisions);
        if let Err(circle) = topology::check(&revisions, &links, &building.orphans) {
            building.errors.push(circle);
        }
        if !building.errors.is_empty() {
            return Err(building.errors);
        }
        topology::normalize_dependencies(&mut links);
        topology::spread_labels(&revisions, &mut links);
        order_sets(&revisions, &mut links);
        let all = || (0..revisions.len()).map(RevisionIndex::new);
        let linked = |index: RevisionIndex| links.get(index.position());
        Ok(Self {
            heads: all().filter(|index| linked(*index).is_some_and(|link| link.children.is_empty())).collect(),
            real_heads: all().filter(|index| linked(*index).is_some_and(|link| link.dependents.is_empty())).collect(),
            bases: all().filter(|index| linked(*index).is_some_and(|link| link.parents.is_empty())).collect(),
            revisions,
            links,
            keys: building.keys,
            by_key: building.by_key,
            reach: OnceLock::new(),
        })
    }

    /// Whether there are no revisions at all.
    pub fn is_empty(&self) -> bool {
        self.revisions.is_empty()
    }

    /// How many revisions there are.
    pub fn len(&self) -> usize {
        self.revisions.len()
    }

    /// All revisions, in file order.
    pub fn indexes(&self) -> impl DoubleEndedIterator<Item = RevisionIndex> + ExactSizeIterator + use<> {
        (0..self.revisions.len()).map(RevisionIndex::new)
    }

    /// The revision of an index of this graph.
    pub fn revision(&self, index: RevisionIndex) -> &Revision {
        // Indexes are made by the graph they belong to, and nothing is ever taken out of it.
        &self.revisions[index.position()]
    }

    pub(super) fn link(&self, index: RevisionIndex) -> &Links {
        &self.links[index.position()]
    }

    /// The id of a revision.
    pub fn id(&self, index: RevisionIndex) -> &Arc<str> {
        &self.revision(index).id
    }

    /// The revision with exactly this id or label.
    pub fn find(&self, key: &str) -> Option<RevisionIndex> {
        self.by_key.get(key).copied()
    }

    /// Revisions that no other has as parent (`heads`).
    pub fn heads(&self) -> &[RevisionIndex] {
        &self.heads
    }

    /// Heads that no other depends on: what the version table holds after everything ran (`_real_heads`).
    pub fn real_heads(&self) -> &[RevisionIndex] {
        &self.real_heads
    }

    /// Revisions without a parent (`bases`).
    pub fn bases(&self) -> &[RevisionIndex] {
        &self.bases
    }

    /// `down_revision`, as the file lists it.
    pub fn parents(&self, index: RevisionIndex) -> &[RevisionIndex] {
        &self.link(index).parents
    }

    /// `depends_on`, labels resolved to the revision that carries them.
    pub fn dependencies(&self, index: RevisionIndex) -> &[RevisionIndex] {
        &self.link(index).dependencies
    }

    /// Parents and those dependencies that no ancestor has already (`_normalized_down_revisions`).
    pub fn effective_parents(&self, index: RevisionIndex) -> &[RevisionIndex] {
        &self.link(index).effective_parents
    }

    /// Revisions that have this one as parent (`nextrev`).
    pub fn children(&self, index: RevisionIndex) -> &[RevisionIndex] {
        &self.link(index).children
    }

    /// The labels of the branch that the revision is on (`branch_labels`).
    pub fn labels(&self, index: RevisionIndex) -> &[Arc<str>] {
        &self.link(index).labels
    }

    /// Whether `ancestor` is `index` itself or must run before it, dependencies counted.
    pub fn is_ancestor_or_same(&self, ancestor: RevisionIndex, index: RevisionIndex) -> bool {
        ancestor == index || self.reach.get_or_init(|| Reach::new(&self.links)).holds(ancestor, index)
    }

    /// Which revisions have run once these have, themselves among them, by [`RevisionIndex::position`].
    pub fn up_to(&self, rows: &[RevisionIndex]) -> Vec<bool> {
        self.ancestors(rows, true)
    }

    /// All revisions, each after its parents and dependencies; among those that may come next, the first in file order.
    pub fn parents_first(&self) -> Vec<RevisionIndex> {
        topology::parents_first(&self.links)
    }
}

/// The state of [`Graph::build`] while names are still being resolved.
#[derive(Default)]
struct Building {
    keys: Vec<(Arc<str>, RevisionIndex)>,
    by_key: FxHashMap<Arc<str>, RevisionIndex>,
    /// Revisions that name a parent or dependency which is not there.
    orphans: Vec<RevisionIndex>,
    errors: Vec<Diagnostic>,
}

impl Building {
    fn take_keys(&mut self, revisions: &[Revision]) {
        for (position, revision) in revisions.iter().enumerate() {
            let index = RevisionIndex::new(position);
            match self.by_key.entry(Arc::clone(&revision.id)) {
                Entry::Vacant(free) => {
                    free.insert(index);
                    self.keys.push((Arc::clone(&revision.id), index));
                }
                Entry::Occupied(taken) => {
                    let first = revisions.get(taken.get().position());
                    self.errors.push(duplicate_id(revision, first));
                }
            }
        }
        for (position, revision) in revisions.iter().enumerate() {
            for label in &revision.labels {
                self.take_label(revisions, RevisionIndex::new(position), revision, label);
            }
        }
    }

    /// `_map_branch_labels`.
    fn take_label(&mut self, revisions: &[Revision], index: RevisionIndex, revision: &Revision, label: &Name) {
        match self.by_key.entry(Arc::clone(&label.text)) {
            Entry::Vacant(free) => {
                free.insert(index);
                self.keys.push((Arc::clone(&label.text), index));
            }
            Entry::Occupied(taken) => {
                if let Some(first) = revisions.get(taken.get().position()) {
                    self.errors.push(duplicate_label(revision, first, label));
                }
            }
        }
    }

    /// `_add_depends_on` and the linking loop of `_revision_map`.
    fn link(&mut self, revisions: &[Revision]) -> Vec<Links> {
        let mut links: Vec<Links> = vec![Links::default(); revisions.len()];
        for (position, revision) in revisions.iter().enumerate() {
            let index = RevisionIndex::new(position);
            // A label is no parent: Alembic looks parents up among the ids alone.
            let parents = self.resolve(revisions, index, &revision.parents, false);
            let dependencies = self.resolve(revisions, index, &revision.dependencies, true);
            let mut linked: Vec<RevisionIndex> = Vec::with_capacity(parents.len() + dependencies.len());
            for (rank, next) in parents.iter().chain(&dependencies).enumerate() {
                if linked.contains(next) {
                    continue;
                }
                linked.push(*next);
                if let Some(link) = links.get_mut(next.position()) {
                    link.dependents.push(index);
                    if rank < parents.len() {
                        link.children.push(index);
                    }
                }
            }
            if let Some(link) = links.get_mut(position) {
                (link.parents, link.dependencies) = (parents, dependencies);
            }
        }
        links
    }

    fn resolve(&mut self, revisions: &[Revision], index: RevisionIndex, names: &[Name], labels: bool) -> Vec<RevisionIndex> {
        let mut found = Vec::with_capacity(names.len());
        for name in names {
            let key = self.by_key.get(&name.text).copied();
            match key.filter(|key| labels || revisions.get(key.position()).is_some_and(|revision| revision.id == name.text)) {
                // Naming oneself is an error of its own, told already.
                Some(key) if key == index => {}
                Some(key) => found.push(key),
                None => {
                    if let Some(revision) = revisions.get(index.position()) {
                        // The nearest name takes a look at all names: enough is enough.
                        let keys = if self.errors.len() < SUGGESTIONS { self.keys.as_slice() } else { &[] };
                        let error = missing_parent(revision, name, labels, keys);
                        self.errors.push(error);
                    }
                    self.orphans.push(index);
                }
            }
        }
        found
    }
}

/// Puts children, which Alembic keeps in sets of strings, into the order of those.
fn order_sets(revisions: &[Revision], links: &mut [Links]) {
    let id = |index: &RevisionIndex| revisions.get(index.position()).map_or("", |revision| &*revision.id);
    let ordered = |indexes: &mut Vec<RevisionIndex>| {
        if indexes.len() > 1 {
            let set = indexes.iter().fold(StringSet::new([]), |set, index| set.with(id(index)));
            let order: Vec<&str> = set.iter().collect();
            indexes.sort_by_key(|index| order.iter().position(|text| *text == id(index)));
        }
    };
    for link in links {
        ordered(&mut link.children);
        ordered(&mut link.dependents);
    }
}

fn duplicate_id(revision: &Revision, first: Option<&Revision>) -> Diagnostic {
    let error = Diagnostic::error(Code::DuplicateRevision, format!("Revision {} is present more than once", revision.id))
        .label(revision.span, "the same id again")
        .help("give one of the two files another id, and its children the new parent");
    match first {
        Some(first) => error.label(first.span, format!("first in {}", first.path)),
        None => error,
    }
}

fn duplicate_label(revision: &Revision, first: &Revision, label: &Name) -> Diagnostic {
    let place = first.labels.iter().find(|other| other.text == label.text).map_or(first.span, |other| other.span);
    let message = format!("Branch name '{}' in revision {} already used by revision {}", label.text, revision.id, first.id);
    Diagnostic::error(Code::DuplicateLabel, message)
        .label(label.span, "this label")
        .label(place, "already taken here")
        .help("a branch label stands in one revision, the first of its branch; remove it here or choose another")
}

fn missing_parent(revision: &Revision, name: &Name, dependency: bool, keys: &[(Arc<str>, RevisionIndex)]) -> Diagnostic {
    let message = format!("Revision {} referenced from {} is not present", name.text, revision.id);
    let help = match super::error::nearest(&name.text, keys) {
        Some(near) => format!("the nearest name is `{near}`; a parent's whole id is needed here"),
        None => "add the missing file, or correct the id".to_owned(),
    };
    let label = if dependency { "no revision has this id or label" } else { "no revision has this id" };
    Diagnostic::error(Code::MissingParent, message).label(name.span, label).help(help)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::python::parse;
    use crate::revision::{HeaderValue, read};
    use crate::source::Sources;

    /// A graph of files given as text, named `0.py`, `1.py`, …
    fn build(files: &[&str]) -> Result<Graph, Vec<Diagnostic>> {
        let sources = Sources::default();
        let read = |(number, text): (usize, &&str)| {
            let ast = parse(&sources.add(format!("v/{number}.py"), *text)).unwrap();
            read(&ast, |_| Ok(HeaderValue::Absent)).unwrap()
        };
        Graph::build(files.iter().enumerate().map(read).collect())
    }

    fn codes(files: &[&str]) -> Vec<&'static str> {
        build(files).unwrap_err().iter().map(|error| error.code.as_str()).collect()
    }

    #[test]
    fn every_independent_error_is_told() {
        let files = [
            "revision = 'a1'\ndown_revision = None\nbranch_labels = 'x'\n",
            "revision = 'a1'\ndown_revision = None\n",
            "revision = 'b2'\ndown_revision = 'zz'\nbranch_labels = 'x'\n",
            "revision = 'c3'\ndown_revision = 'c3'\n",
            "revision = 'd-4'\ndown_revision = 'a1'\ndepends_on = ('x', 'yy')\n",
        ];
        assert_eq!(codes(&files), ["E0504", "E0509", "E0502", "E0510", "E0503", "E0503"]);
    }

    #[test]
    fn a_missing_parent_is_shown_where_it_is_named() {
        let errors =
            build(&["revision = 'ab12'\ndown_revision = None\n", "revision = 'c3'\ndown_revision = ('ab12', 'ab1')\n"]).unwrap_err();
        assert_eq!(errors[0].message, "Revision ab1 referenced from c3 is not present");
        assert_eq!((errors[0].labels[0].span.start, errors[0].labels[0].span.end), (41, 46));
        assert!(errors[0].help.as_deref().unwrap().contains("`ab12`"));
    }

    #[test]
    fn a_label_is_no_parent() {
        let files = ["revision = 'a1'\ndown_revision = None\nbranch_labels = ['x']\n", "revision = 'b2'\ndown_revision = 'x'\n"];
        assert_eq!(codes(&files), ["E0503"]);
    }

    #[test]
    fn a_circle_with_a_way_in_and_a_way_out_is_found() {
        let errors = build(&[
            "revision = 'a'\ndown_revision = None\n",
            "revision = 'b'\ndown_revision = ('a', 'c')\n",
            "revision = 'c'\ndown_revision = 'b'\n",
            "revision = 'd'\ndown_revision = 'c'\n",
        ])
        .unwrap_err();
        assert_eq!(errors[0].message, "Cycle is detected in revisions (b, c)");
        assert_eq!(errors[0].labels.len(), 2);
    }

    #[test]
    fn nothing_is_a_graph_too() {
        let graph = build(&[]).unwrap();
        assert!(graph.is_empty() && graph.heads().is_empty());
        assert!(crate::revision::Plan::upgrade(&graph, "heads").unwrap().steps.is_empty());
    }

    #[test]
    fn an_unknown_symbol_comes_with_the_nearest_name() {
        let graph = build(&["revision = 'ae1027a6acf'\ndown_revision = None\nbranch_labels = 'billing'\n"]).unwrap();
        let help = |symbol: &str| graph.locate(symbol).unwrap_err().help.unwrap();
        assert_eq!(help("ae1027a6acg"), "did you mean `ae1027a6acf`?");
        assert_eq!(help("biling@head"), "did you mean `billing`?");
        assert_eq!(graph.locate("ae10").unwrap(), graph.find("ae1027a6acf"));
    }
}
