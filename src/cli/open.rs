//! Opening the project: configuration, revision files, graph.

use std::sync::Arc;

use super::pipeline::{self, Opened};
use super::{Result, Session};
use crate::diag::{Diagnostic, Severity};
use crate::project::{Lookup, Project};
use crate::revision::{self, Graph};

impl Session {
    /// Finds the project and reads all its revisions; the warnings on the way come with it.
    ///
    /// # Errors
    /// Everything that is wrong with the configuration, else with the files, else with their graph.
    pub(super) fn open(&self) -> Result<(Opened, Vec<Diagnostic>)> {
        let project = self.project()?;
        let loaded = project.load_revisions(&self.sources);
        let (mut errors, mut warnings): (Vec<_>, Vec<_>) =
            loaded.diagnostics.into_iter().partition(|diagnostic| diagnostic.severity == Severity::Error);
        let mut revisions = Vec::new();
        for file in &loaded.files {
            match revision::read(&file.ast, |name| pipeline::header_value(&project, &self.sources, file, name)) {
                Ok(revision) => revisions.push(revision),
                Err(error) => errors.push(error),
            }
        }
        if !errors.is_empty() {
            errors.append(&mut warnings);
            return Err(errors);
        }
        let graph = Graph::build(revisions)?;
        Ok((Opened { project, sources: Arc::clone(&self.sources), files: loaded.files, graph }, warnings))
    }

    /// Finds the project alone.
    pub(super) fn project(&self) -> Result<Project> {
        let shared = &self.shared;
        let lookup = Lookup {
            folder: self.folder.clone(),
            config: shared.config.clone(),
            section: shared.rest.name.clone(),
            versions: shared.rest.versions.clone(),
            sys_path: shared.rest.sys_path.clone(),
        };
        Project::find(&lookup, &self.sources)
    }
}
