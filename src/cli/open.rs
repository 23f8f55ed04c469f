//! Opening the project: configuration, revision files, graph.

use std::sync::Arc;

use super::pipeline::{self, Opened};
use super::{Result, Session};
use crate::diag::{Code, Diagnostic, Severity};
use crate::dialect::Overlay;
use crate::project::{Lookup, Project, RevisionFile, read_dialect_dir};
use crate::revision::{self, Graph, HeaderValue, Revision};

impl Session {
    /// Finds the project and reads all its revisions; the warnings on the way come with it.
    ///
    /// # Errors
    /// Everything that is wrong with the configuration, else with the files, else with their graph.
    pub(super) fn open(&self) -> Result<(Opened, Vec<Diagnostic>)> {
        self.open_with(|file, _| match &file.ast.broken {
            Some(error) => Err((**error).clone()),
            None => Ok(()),
        })
    }

    /// As [`Session::open`], to compile: a file with a syntax error is let through where its header can be read. Its steps
    /// are errors, or hand-written SQL.
    ///
    /// # Errors
    /// As there.
    pub(super) fn open_to_compile(&self) -> Result<(Opened, Vec<Diagnostic>)> {
        self.open_with(|file, header| match (&file.ast.broken, header) {
            (Some(error), Err(_)) => Err((**error).clone()),
            _ => Ok(()),
        })
    }

    fn open_with(
        &self,
        accept: impl Fn(&RevisionFile, &std::result::Result<Revision, Diagnostic>) -> std::result::Result<(), Diagnostic>,
    ) -> Result<(Opened, Vec<Diagnostic>)> {
        let project = self.project()?;
        let loaded = project.load_revisions(&self.sources);
        let (mut errors, mut warnings): (Vec<_>, Vec<_>) =
            loaded.diagnostics.into_iter().partition(|diagnostic| diagnostic.severity == Severity::Error);
        let mut revisions = Vec::new();
        for file in &loaded.files {
            let header = revision::read(&file.ast, |name| match &file.ast.broken {
                Some(error) => Err((**error).clone()),
                None => match pipeline::header_value(&project, &self.sources, file, name) {
                    Err(problem) if name == LABELS && problem.code != Code::BadHeader => {
                        warnings.push(unlabelled(problem));
                        Ok(HeaderValue::Absent)
                    }
                    other => other,
                },
            });
            match accept(file, &header).and(header) {
                Ok(revision) => revisions.push(revision),
                Err(error) => errors.push(error),
            }
        }
        if !errors.is_empty() {
            errors.append(&mut warnings);
            return Err(errors);
        }
        let graph = Graph::build(revisions)?;
        let overlays = self.overlays(Some(&project))?;
        Ok((Opened { project, sources: Arc::clone(&self.sources), files: loaded.files, graph, overlays }, warnings))
    }

    /// The dialects beside the built-in ones: the project's, then those of the command line over them.
    ///
    /// # Errors
    /// Folders that can't be read or hold no dialect.
    pub(super) fn overlays(&self, project: Option<&Project>) -> Result<Vec<Overlay>> {
        let of_project = project.into_iter().flat_map(|project| {
            let folder = project.settings_folder.as_ref().unwrap_or(&project.root);
            project.settings.dialect_dir.iter().map(move |given| (folder.join(given), given))
        });
        let given = self.shared.rest.dialect_dir.iter().map(|given| (self.folder.join(given), given));
        let (mut overlays, mut problems) = (Vec::new(), Vec::new());
        for (path, name) in of_project.chain(given) {
            match read_dialect_dir(&path, name, &self.sources) {
                Ok(overlay) => overlays.push(overlay),
                Err(problem) => problems.push(problem),
            }
        }
        if problems.is_empty() { Ok(overlays) } else { Err(problems) }
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

/// What a chain can do without: it gives names to branches, and nothing else hangs on it.
const LABELS: &str = "branch_labels";

fn unlabelled(problem: Diagnostic) -> Diagnostic {
    let warning = Diagnostic::warning(problem.code, problem.message);
    let warning = problem.labels.into_iter().fold(warning, |warning, label| warning.label(label.span, label.text));
    warning.help("the revision is taken to have no labels; make what it comes from readable with `--sys-path`")
}
