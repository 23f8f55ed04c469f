//! A chain of revisions made from seeds.

use std::path::Path;

use super::choose::choose;
use super::model::State;
use super::python::{For, lines};
use super::random::Random;
use super::step::Step;

/// What a chain is made from. Seeds are independent of each other, so that one taken away leaves the others their meaning.
#[derive(Clone, Debug)]
pub struct Recipe {
    /// The seeds of each revision's steps.
    pub revisions: Vec<Vec<u64>>,
    pub shape: Shape,
    /// How many revisions from the first on are left standing when the chain goes down halfway.
    pub halfway: Option<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Shape {
    Line,
    /// After so many revisions two lines, of which the first has so many; then a merge, or two heads.
    Fork {
        trunk: usize,
        first: usize,
        merged: bool,
    },
}

/// A revision, its text for both readers.
pub struct Revision {
    pub id: String,
    pub ours: String,
    pub twin: String,
}

pub struct Chain {
    pub revisions: Vec<Revision>,
    pub halfway: Option<String>,
}

impl Recipe {
    /// The recipe that a number stands for.
    pub fn new(number: u64) -> Self {
        let mut random = Random::new(number);
        let count = 3 + random.below(6);
        let revisions = (0..count).map(|_| (0..1 + random.below(4)).map(|_| random.next()).collect()).collect();
        let trunk = 1 + random.below(count - 2);
        let rest = count - trunk;
        let shape = match random.below(10) {
            0..6 => Shape::Line,
            _ if rest < 3 => Shape::Fork { trunk, first: 1, merged: false },
            6..9 => Shape::Fork { trunk, first: 1 + random.below(rest - 2), merged: true },
            _ => Shape::Fork { trunk, first: 1 + random.below(rest - 1), merged: false },
        };
        let halfway = Some(1 + random.below(count - 1)).filter(|_| shape == Shape::Line);
        Self { revisions, shape, halfway }
    }

    /// The same recipe with less in it, most taken away first.
    pub fn smaller(&self) -> Vec<Self> {
        let mut smaller = Vec::new();
        if self.shape != Shape::Line {
            smaller.push(Self { shape: Shape::Line, ..self.clone() });
        }
        if self.shape == Shape::Line {
            for at in (0..self.revisions.len()).rev().filter(|_| self.revisions.len() > 1) {
                let mut recipe = self.clone();
                recipe.revisions.remove(at);
                recipe.halfway =
                    recipe.halfway.map(|halfway| if at < halfway { halfway - 1 } else { halfway }).filter(|halfway| *halfway > 0);
                smaller.push(recipe);
            }
        }
        smaller.extend(self.halfway.map(|_| Self { halfway: None, ..self.clone() }));
        for (revision, seeds) in self.revisions.iter().enumerate() {
            for at in 0..seeds.len() {
                let mut recipe = self.clone();
                recipe.revisions[revision].remove(at);
                smaller.push(recipe);
            }
        }
        smaller
    }

    /// The chain.
    pub fn chain(&self) -> Chain {
        let mut building = Building { revisions: Vec::new() };
        let mut state = State::default();
        match self.shape {
            Shape::Line => {
                building.line(&self.revisions, Vec::new(), &mut state, 0);
            }
            Shape::Fork { trunk, first, merged } => {
                let (trunk, rest) = self.revisions.split_at(trunk);
                let (first, rest) = rest.split_at(first);
                let (second, last) = rest.split_at(rest.len() - usize::from(merged));
                let fork = building.line(trunk, Vec::new(), &mut state, 0);
                for (at, table) in state.tables.values_mut().enumerate() {
                    table.line = at % 2;
                }
                let (mut left, mut right) = (state.clone(), state);
                let one = building.line(first, fork.clone(), &mut left, 0);
                let other = building.line(second, fork, &mut right, 1);
                left.tables.retain(|_, table| table.line == 0);
                right.tables.retain(|_, table| table.line == 1);
                let mut merge = State { tables: left.tables.into_iter().chain(right.tables).collect() };
                merge.tables.values_mut().for_each(|table| table.line = 0);
                if merged {
                    building.line(last, [one, other].concat(), &mut merge, 0);
                }
            }
        }
        let halfway = self.halfway.and_then(|halfway| building.revisions.get(halfway - 1)).map(|revision| revision.id.clone());
        Chain { revisions: building.revisions, halfway }
    }
}

struct Building {
    revisions: Vec<Revision>,
}

impl Building {
    /// Adds revisions on top of some, and returns the last.
    fn line(&mut self, revisions: &[Vec<u64>], mut parents: Vec<String>, state: &mut State, line: usize) -> Vec<String> {
        for seeds in revisions {
            let id = format!("r{:02}", self.revisions.len() + 1);
            let (mut up, mut steps) = (Both::default(), Vec::new());
            for seed in seeds {
                if let Some(step) = choose(*seed, state, line) {
                    up.push(&step, state);
                    steps.push(step);
                }
            }
            let (mut down, mut back) = (Both::default(), state.clone());
            for step in steps.iter().rev().flat_map(Step::inverse) {
                down.push(&step, &mut back);
            }
            let text = |up: &[String], down: &[String]| revision(&id, &parents, up, down);
            let (ours, twin) = (text(&up.ours, &down.ours), text(&up.twin, &down.twin));
            self.revisions.push(Revision { id: id.clone(), ours, twin });
            parents = vec![id];
        }
        parents
    }
}

/// Lines for both readers.
#[derive(Default)]
struct Both {
    ours: Vec<String>,
    twin: Vec<String>,
}

impl Both {
    fn push(&mut self, step: &Step, state: &mut State) {
        self.ours.extend(lines(step, state, For::Us));
        self.twin.extend(lines(step, state, For::Alembic));
        step.apply(state);
    }
}

fn revision(id: &str, parents: &[String], up: &[String], down: &[String]) -> String {
    let down_revision = match parents {
        [] => "None".to_owned(),
        [one] => format!("{one:?}"),
        _ => format!("({})", parents.iter().map(|parent| format!("{parent:?}")).collect::<Vec<_>>().join(", ")),
    };
    let body = |lines: &[String]| match lines {
        [] => "    pass\n".to_owned(),
        _ => lines.iter().map(|line| format!("    {line}\n")).collect(),
    };
    format!(
        "\"\"\"{id}\"\"\"\nimport datetime\n\nfrom alembic import op\nimport sqlalchemy as sa\n\nrevision = {id:?}\ndown_revision = {down_revision}\n\n\n\
         def upgrade():\n{}\n\ndef downgrade():\n{}",
        body(up),
        body(down)
    )
}

impl Chain {
    /// Writes both projects, `ours` and `twin`, below a folder.
    pub fn write(&self, folder: &Path) {
        for (name, reader) in [("ours", For::Us), ("twin", For::Alembic)] {
            let versions = folder.join(name).join("versions");
            std::fs::create_dir_all(&versions).expect("a folder");
            for revision in &self.revisions {
                let text = if reader == For::Us { &revision.ours } else { &revision.twin };
                std::fs::write(versions.join(format!("{}.py", revision.id)), text).expect("a file");
            }
        }
    }
}
