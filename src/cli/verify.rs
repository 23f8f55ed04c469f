//! `verify DIR`.

use camino::Utf8PathBuf;
use clap::Args;

use super::args::Shared;
use super::output::{Outcome, Status};
use super::{Result, Session, report};
use crate::diag::{Code, Diagnostic};
use crate::dialect::{Dialect, Overlay};
use crate::manifest::Manifest;
use crate::manifest::verify::{Difference, compare, compare_inputs};
use crate::project::Project;
use crate::project::compiled::{CompiledFolder, read_folders};

const EXAMPLES: &str = "\
Examples:
  aludel verify build
  aludel verify build/NAME -c alembic.ini
  (cd build/NAME && sha256sum -c SHA256SUMS)    the same for the files, with no Aludel at hand";

/// Compare a compiled folder with its manifest, and with the project where it is at hand; exit with 1 where they differ
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Verify {
    /// A folder that `compile` wrote, or one of its dialects' folders
    folder: Utf8PathBuf,
    #[command(flatten)]
    pub shared: Shared,
}

pub(super) fn run(session: &Session, arguments: &Verify) -> Result<Outcome> {
    let folders = read_folders(&session.folder.join(&arguments.folder), &arguments.folder).map_err(|error| vec![error])?;
    let mut project = session.project_at_hand()?;
    if !session.names_project() {
        // A project of another folder is not the one that this folder was compiled from.
        project = project.filter(|project| folders.iter().any(|folder| holds_inputs(project, folder)));
    }
    let overlays = session.overlays(project.as_ref())?;
    let (mut outcome, mut told, mut problems) = (Outcome::default(), Vec::new(), Vec::new());
    for folder in &folders {
        match differences(folder, project.as_ref(), &overlays, &mut outcome.notes) {
            Ok(differences) => {
                tell(&mut outcome, folder, &differences);
                told.extend(
                    differences.iter().map(
                        |difference| serde_json::json!({ "folder": folder.name, "kind": difference.kind(), "path": difference.path() }),
                    ),
                );
            }
            Err(problem) => problems.push(problem),
        }
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    if project.is_none() {
        outcome.notes.push("no project is at hand, so inputs were not compared; name it with `-c FILE`".to_owned());
    }
    outcome.json = report::told("differences", told);
    Ok(outcome)
}

impl Session {
    /// The project, if it is at hand; one that was named must be.
    pub(super) fn project_at_hand(&self) -> Result<Option<Project>> {
        match self.project() {
            Ok(project) => Ok(Some(project)),
            Err(problems) if self.names_project() => Err(problems),
            Err(_) => Ok(None),
        }
    }

    /// Whether the command line says which project is meant.
    fn names_project(&self) -> bool {
        !self.shared.config.is_empty() || !self.shared.rest.versions.is_empty()
    }
}

/// Whether any input of a folder is there; a manifest that can't be read is told of later.
fn holds_inputs(project: &Project, folder: &CompiledFolder) -> bool {
    let Ok(manifest) = Manifest::parse(&folder.manifest, "") else { return true };
    manifest.files.iter().flat_map(|file| file.inputs.keys()).any(|name| project.hash_input(name).is_some())
}

fn differences(
    folder: &CompiledFolder,
    project: Option<&Project>,
    overlays: &[Overlay],
    notes: &mut Vec<String>,
) -> std::result::Result<Vec<Difference>, Diagnostic> {
    let manifest = Manifest::parse(&folder.manifest, folder.name.join(crate::manifest::document::FILE_NAME).as_str())?;
    let mut differences = compare(&manifest, &folder.manifest, folder.sums.as_deref(), &folder.files);
    if let Some(project) = project {
        differences.extend(compare_inputs(&manifest, |name| project.hash_input(name)));
    }
    let compiled = &manifest.dialect;
    if !Dialect::names(overlays).contains(&compiled.name) {
        notes.push(format!(
            "{}: the dialect `{}` is not at hand, so its data were not compared; name it with `--dialect-dir`",
            folder.name, compiled.name
        ));
        return Ok(differences);
    }
    let dialect = Dialect::load(&compiled.name, overlays)?;
    // What is built in changes with Aludel alone, which is no reason to compile anew.
    if dialect.is_of_user() && dialect.hash() != compiled.sha256 {
        differences.push(Difference::DialectEdited(compiled.name.clone()));
    }
    Ok(differences)
}

fn tell(outcome: &mut Outcome, folder: &CompiledFolder, differences: &[Difference]) {
    if differences.is_empty() {
        outcome.text.push_str(&format!("{}: as compiled\n", folder.name));
        return;
    }
    outcome.status = Status::Findings;
    for difference in differences {
        let what = match difference {
            Difference::Missing(path) => format!("{}: missing", folder.name.join(path)),
            Difference::Changed(path) => format!("{}: changed", folder.name.join(path)),
            Difference::Extra(path) => format!("{}: not of this folder", folder.name.join(path)),
            Difference::InputEdited(name) => format!("{}: {name} was edited since", folder.name),
            Difference::InputGone(name) => format!("{}: {name} is gone", folder.name),
            Difference::DialectEdited(name) => format!("{}: the dialect `{name}` was edited since", folder.name),
        };
        outcome.text.push_str(&(what + "\n"));
    }
    let count = differences.len();
    let message = format!("`{}` differs from its manifest in {count} {}", folder.name, if count == 1 { "place" } else { "places" });
    outcome.diagnostics.push(Diagnostic::warning(Code::VerifyFailed, message).help("compile the folder again, or restore its files"));
}
