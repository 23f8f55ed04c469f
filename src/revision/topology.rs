//! What is computed once over the whole graph: circles, redundant dependencies, spread labels.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::sync::Arc;

use super::graph::{Links, RevisionIndex};
use super::header::Revision;
use crate::diag::{Code, Diagnostic};

type Related = fn(&Links) -> &[RevisionIndex];

/// All that can be reached from `start` along `related`, the start included, as one flag a revision.
pub(super) fn related(links: &[Links], start: &[RevisionIndex], related: impl Fn(&Links) -> &[RevisionIndex]) -> Vec<bool> {
    let mut seen = vec![false; links.len()];
    let mut open = start.to_vec();
    while let Some(index) = open.pop() {
        if !std::mem::replace(&mut seen[index.position()], true) {
            open.extend_from_slice(related(&links[index.position()]));
        }
    }
    seen
}

/// All revisions, parents and dependencies first, else in file order; a circle's members are left out.
pub(super) fn parents_first(links: &[Links]) -> Vec<RevisionIndex> {
    let mut waiting = vec![0usize; links.len()];
    for dependent in links.iter().flat_map(|link| &link.dependents) {
        waiting[dependent.position()] += 1;
    }
    let free = (0..links.len()).filter(|position| waiting[*position] == 0);
    let mut open: BinaryHeap<Reverse<RevisionIndex>> = free.map(|position| Reverse(RevisionIndex::new(position))).collect();
    let mut order = Vec::with_capacity(links.len());
    while let Some(Reverse(index)) = open.pop() {
        order.push(index);
        for dependent in &links[index.position()].dependents {
            waiting[dependent.position()] -= 1;
            if waiting[dependent.position()] == 0 {
                open.push(Reverse(*dependent));
            }
        }
    }
    order
}

/// `_detect_cycles`: every revision must lead down to a base and up to a head.
///
/// # Errors
/// `E0504`, for parents alone first, then with dependencies.
pub(super) fn check(revisions: &[Revision], links: &[Links], orphans: &[RevisionIndex]) -> Result<(), Diagnostic> {
    circle(revisions, links, orphans, "Cycle", |link| &link.parents, |link| &link.children)?;
    if links.iter().all(|link| link.dependencies.is_empty()) {
        return hidden_circle(revisions, links, |link| &link.parents);
    }
    // Dependencies are not normalised yet, so the list to walk down has to be put together.
    let mut joined = links.to_vec();
    for link in &mut joined {
        link.effective_parents = link.parents.iter().chain(&link.dependencies).copied().collect();
    }
    let down: Related = |link| &link.effective_parents;
    circle(revisions, &joined, orphans, "Dependency cycle", down, |link| &link.dependents)?;
    hidden_circle(revisions, &joined, down)
}

/// A circle that can be entered from below and left above, which Alembic's own check lets pass.
fn hidden_circle(revisions: &[Revision], links: &[Links], down: Related) -> Result<(), Diagnostic> {
    let mut free = vec![false; links.len()];
    parents_first(links).iter().for_each(|index| free[index.position()] = true);
    let caught: Vec<_> = (0..links.len()).filter(|position| !free[*position]).map(RevisionIndex::new).collect();
    if caught.is_empty() {
        return Ok(());
    }
    let ring = ring(links, &caught, down);
    let mut names: Vec<&str> = ring.iter().map(|(index, _)| &*revisions[index.position()].id).collect();
    names.sort_unstable();
    Err(circle_error(revisions, "Cycle", &names, &ring))
}

fn circle(
    revisions: &[Revision],
    links: &[Links],
    orphans: &[RevisionIndex],
    kind: &str,
    down: Related,
    up: Related,
) -> Result<(), Diagnostic> {
    let all = || (0..links.len()).map(RevisionIndex::new);
    let heads: Vec<_> = all().filter(|index| up(&links[index.position()]).is_empty()).collect();
    let mut bases: Vec<_> = all().filter(|index| down(&links[index.position()]).is_empty()).collect();
    let everything = heads.is_empty() || bases.is_empty();
    bases.extend_from_slice(orphans);
    let (below_heads, above_bases) = (related(links, &heads, down), related(links, &bases, up));
    let lost: Vec<_> = all().filter(|index| !(below_heads[index.position()] && above_bases[index.position()])).collect();
    if lost.is_empty() {
        return Ok(());
    }
    let mut names: Vec<&str> = lost.iter().map(|index| &*revisions[index.position()].id).collect();
    if !everything {
        names.sort_unstable();
    }
    Err(circle_error(revisions, kind, &names, &ring(links, &lost, down)))
}

fn circle_error(revisions: &[Revision], kind: &str, names: &[&str], ring: &[(RevisionIndex, RevisionIndex)]) -> Diagnostic {
    let error = Diagnostic::error(Code::RevisionCycle, format!("{kind} is detected in revisions ({})", names.join(", ")))
        .help("a chain has a beginning: make one of these come after another revision, or after none");
    ring.iter().fold(error, |error, (index, next)| {
        let (revision, next) = (&revisions[index.position()], &revisions[next.position()]);
        let name = revision.parents.iter().chain(&revision.dependencies).find(|name| name.text == next.id);
        error.label(name.map_or(revision.span, |name| name.span), format!("`{}` comes after `{}`", revision.id, next.id))
    })
}

/// One real circle among the revisions that lead nowhere, as pairs of a revision and the one below it.
fn ring(links: &[Links], lost: &[RevisionIndex], down: Related) -> Vec<(RevisionIndex, RevisionIndex)> {
    let mut is_lost = vec![false; links.len()];
    lost.iter().for_each(|index| is_lost[index.position()] = true);
    let mut state = vec![0u8; links.len()];
    for start in lost {
        let mut path: Vec<(RevisionIndex, usize)> = vec![(*start, 0)];
        while let Some((index, tried)) = path.last_mut() {
            state[index.position()] = 1;
            match down(&links[index.position()]).get(*tried).copied() {
                Some(next) => {
                    *tried += 1;
                    if state[next.position()] == 1 {
                        let from = path.iter().position(|(index, _)| *index == next).unwrap_or(0);
                        let members: Vec<_> = path[from..].iter().map(|(index, _)| *index).collect();
                        let below = members.iter().copied().cycle().skip(1);
                        return members.iter().copied().zip(below).collect();
                    }
                    if state[next.position()] == 0 && is_lost[next.position()] {
                        path.push((next, 0));
                    }
                }
                None => {
                    state[index.position()] = 2;
                    path.pop();
                }
            }
        }
    }
    Vec::new()
}

/// `_normalize_depends_on`: drops a dependency that an ancestor along `down_revision` has too, and fills in the
/// effective parents.
pub(super) fn normalize_dependencies(links: &mut [Links]) {
    let mut wanted_by: Vec<Vec<RevisionIndex>> = vec![Vec::new(); links.len()];
    for (position, link) in links.iter().enumerate() {
        link.dependencies.iter().for_each(|wanted| wanted_by[wanted.position()].push(RevisionIndex::new(position)));
    }
    for position in 0..links.len() {
        let own = own_dependencies(links, &wanted_by, position);
        let link = &mut links[position];
        let mut effective: Vec<RevisionIndex> = Vec::with_capacity(link.parents.len() + own.len());
        for next in link.parents.iter().chain(&own) {
            if !effective.contains(next) {
                effective.push(*next);
            }
        }
        (link.own_dependencies, link.effective_parents) = (own, effective);
    }
}

fn own_dependencies(links: &[Links], wanted_by: &[Vec<RevisionIndex>], position: usize) -> Vec<RevisionIndex> {
    let link = &links[position];
    let mut own: Vec<RevisionIndex> = Vec::with_capacity(link.dependencies.len());
    for wanted in &link.dependencies {
        if !own.contains(wanted) {
            own.push(*wanted);
        }
    }
    // Only a dependency that another revision has as well can be an ancestor's: most graphs stop here.
    if own.iter().any(|wanted| wanted_by[wanted.position()].iter().any(|other| other.position() != position)) {
        let ancestors = related(links, &[RevisionIndex::new(position)], |link| &link.parents);
        own.retain(|wanted| !wanted_by[wanted.position()].iter().any(|other| other.position() != position && ancestors[other.position()]));
    }
    own
}

/// `_add_branches`: a label reaches all descendants along `down_revision`, and downwards from its revision to the next
/// branch point or merge.
pub(super) fn spread_labels(revisions: &[Revision], links: &mut [Links]) {
    for (link, revision) in links.iter_mut().zip(revisions) {
        link.labels = revision.labels.iter().map(|label| Arc::clone(&label.text)).collect();
    }
    for position in (0..revisions.len()).filter(|position| !revisions[*position].labels.is_empty()) {
        let labels: Vec<Arc<str>> = links[position].labels.clone();
        let mut last = RevisionIndex::new(position);
        let mut seen = vec![false; links.len()];
        let mut open = vec![last];
        while let Some(index) = open.pop() {
            if !std::mem::replace(&mut seen[index.position()], true) {
                open.extend_from_slice(&links[index.position()].children);
                add(&mut links[index.position()].labels, &labels);
                last = index;
            }
        }
        while links[last.position()].dependents.len() <= 1 && links[last.position()].parents.len() <= 1 {
            add(&mut links[last.position()].labels, &labels);
            match links[last.position()].parents.first() {
                Some(parent) => last = *parent,
                None => break,
            }
        }
    }
}

fn add(labels: &mut Vec<Arc<str>>, more: &[Arc<str>]) {
    for label in more {
        if !labels.contains(label) {
            labels.push(Arc::clone(label));
        }
    }
}
