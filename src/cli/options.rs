//! From options as given to options as meant: the command line over `aludel.toml`, named files read.

use std::collections::BTreeMap;

use camino::Utf8Path;

use super::args::Compilation;
use super::pipeline::{ByHandSql, Options};
use super::{Result, Session};
use crate::diag::Diagnostic;
use crate::project::{Project, read};

impl Session {
    /// What a compilation depends on.
    ///
    /// # Errors
    /// Files that `aludel.toml` names and that can't be read.
    pub(super) fn options(&self, project: &Project, given: &Compilation) -> Result<Options> {
        let settings = &project.settings;
        let mut environment = settings.env.clone();
        environment.extend(given.env.iter().cloned());
        let mut problems = Vec::new();
        let baseline = settings.baseline.as_deref().and_then(|path| text(project, path, &mut problems));
        let by_hand = by_hand(project, &mut problems);
        if !problems.is_empty() {
            return Err(problems);
        }
        Ok(Options {
            tag: given.tag.clone(),
            x_arguments: self.shared.rest.x.clone(),
            database: given.database.clone(),
            transaction_per_migration: given.transaction_per_migration.then_some(true).or(settings.transaction_per_migration),
            version_table: given.version_table.clone().or_else(|| settings.version_table.clone()),
            version_table_schema: given.version_table_schema.clone().or_else(|| settings.version_table_schema.clone()),
            environment,
            assume: settings.assume.iter().chain(&given.assume).cloned().collect(),
            target: given.target.clone(),
            now: given.now.clone().or_else(|| std::env::var("SOURCE_DATE_EPOCH").ok()),
            baseline,
            by_hand,
        })
    }
}

fn by_hand(project: &Project, problems: &mut Vec<Diagnostic>) -> BTreeMap<String, ByHandSql> {
    let mut read = |path: &Option<_>| path.as_ref().and_then(|path: &camino::Utf8PathBuf| text(project, path, problems));
    let revisions = project.settings.revision.iter().map(|(id, by_hand)| {
        let sql = ByHandSql {
            upgrade: read(&by_hand.upgrade),
            downgrade: read(&by_hand.downgrade),
            source_sha256: by_hand.source_sha256.clone().unwrap_or_default(),
        };
        (id.clone(), sql)
    });
    revisions.collect()
}

/// A file that `aludel.toml` names, relative to it: its name and its text.
fn text(project: &Project, path: &Utf8Path, problems: &mut Vec<Diagnostic>) -> Option<(String, String)> {
    let path = project.settings_folder.as_ref().unwrap_or(&project.root).join(path);
    let name = project.name(&path);
    match read::read_text(&path, &name) {
        Ok(file) => Some((name.into_string(), file.text)),
        Err(problem) => {
            problems.push(problem);
            None
        }
    }
}
