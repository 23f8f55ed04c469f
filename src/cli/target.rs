//! What a command compiles for: a dialect, or several; a database, where `env.py` runs the migrations for several.

use super::args::Compilation;
use super::pipeline::{self, Databases, Opened, Options};
use super::{Result, Session};
use crate::compile::{database_folder, several_databases};
use crate::diag::{Code, Diagnostic};

/// What one script or folder is for.
#[derive(Clone, Debug)]
pub(super) struct Target {
    pub dialect: String,
    /// The options with the database, where there are several.
    pub options: Options,
    /// The database's own folder.
    place: Option<String>,
}

impl Target {
    /// Its folder below the output folder.
    pub(super) fn folder(&self) -> String {
        match &self.place {
            Some(database) => format!("{database}/{}", self.dialect),
            None => self.dialect.clone(),
        }
    }
}

impl Session {
    /// The one target of a script.
    ///
    /// # Errors
    /// `E0710` for several databases, `E0708` for several dialects; as [`Session::targets`].
    pub(super) fn target(&self, opened: &Opened, given: &Compilation) -> Result<Target> {
        let options = self.options(&opened.project, given)?;
        let databases = pipeline::databases(opened, &options, self.needs_url(opened, given));
        if databases.known.len() > 1 && options.database.is_none() {
            return Err(vec![several_databases(&databases.known)]);
        }
        let mut targets = self.targets_of(opened, given, &options, &databases)?;
        match (targets.pop(), targets.as_slice()) {
            (Some(target), []) => Ok(target),
            (last, rest) => {
                let names: Vec<_> = rest.iter().chain(&last).map(|target| target.dialect.as_str()).collect();
                Err(vec![
                    Diagnostic::error(Code::BadUsage, format!("a script is of one dialect, not of {}", names.join(", ")))
                        .help("pass one `--dialect`, or compile a folder for several with `compile --out DIR`"),
                ])
            }
        }
    }

    /// All that is to be compiled for: each dialect, for each database.
    ///
    /// # Errors
    /// What the options name and can't be read, a dialect that is not known.
    pub(super) fn targets(&self, opened: &Opened, given: &Compilation) -> Result<Vec<Target>> {
        let options = self.options(&opened.project, given)?;
        let databases = pipeline::databases(opened, &options, self.needs_url(opened, given));
        if databases.known.len() < 2 || options.database.is_some() {
            return self.targets_of(opened, given, &options, &databases);
        }
        let (mut targets, mut problems) = (Vec::new(), Vec::new());
        for database in &databases.known {
            let options = Options { database: Some(database.name.clone()), ..options.clone() };
            match self.targets_of(opened, given, &options, &databases) {
                Ok(more) => targets.extend(more),
                Err(more) => problems.extend(more),
            }
        }
        if problems.is_empty() { Ok(targets) } else { Err(problems) }
    }

    /// Whether the dialect is that of the URL.
    fn needs_url(&self, opened: &Opened, given: &Compilation) -> bool {
        given.dialect.is_empty() && opened.project.settings.dialect.0.is_empty()
    }

    /// The targets of one database: those of the dialects that are named, else of its URL.
    fn targets_of(&self, opened: &Opened, given: &Compilation, options: &Options, databases: &Databases) -> Result<Vec<Target>> {
        let (database, place) = match &options.database {
            Some(asked) => match databases.find(asked).map_err(|error| vec![error])? {
                Some(database) => (Some(database), Some(database.name.clone())),
                None => (None, Some(database_folder(asked))),
            },
            None => (databases.known.first(), None),
        };
        let url = database.and_then(|database| database.url.as_deref());
        let dialects = opened.project.dialects(&given.dialect, url, |name| pipeline::resolve_dialect(name, &opened.overlays));
        let dialects = dialects.map_err(|error| vec![error])?;
        Ok(dialects.into_iter().map(|dialect| Target { dialect, options: options.clone(), place: place.clone() }).collect())
    }
}
