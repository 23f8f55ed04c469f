//! The JSON form of a run's report, for programs.
//!
//! One object: `command`, `status` (0 done, 1 findings, 2 error), what the command tells under its own names, then
//! `diagnostics` and `notes`. Commands whose standard output is SQL write it to standard error.

use serde::Serialize;
use serde_json::{Map, Value};

use super::output::Status;
use crate::diag::redact::redact;
use crate::diag::{Diagnostic, Severity};
use crate::revision::{Graph, RevisionIndex};
use crate::source::{Sources, Span};

/// A whole report.
#[derive(Serialize)]
struct Document<'a> {
    command: &'a str,
    status: u8,
    #[serde(flatten)]
    told: Map<String, Value>,
    diagnostics: Vec<DiagnosticForm>,
    notes: &'a [String],
}

/// A diagnostic as programs read it.
#[derive(Serialize)]
struct DiagnosticForm {
    /// `error`, `warning` or `note`.
    severity: &'static str,
    code: &'static str,
    message: String,
    /// The first is the place it is about.
    labels: Vec<LabelForm>,
    help: Option<String>,
}

/// A place, its lines and columns counted from 1, columns in characters; the end is the first character after it.
#[derive(Serialize)]
struct LabelForm {
    file: String,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    text: String,
}

/// A revision as programs read it.
#[derive(Serialize)]
struct RevisionForm<'a> {
    revision: &'a str,
    parents: Vec<&'a str>,
    depends_on: Vec<&'a str>,
    branch_labels: Vec<&'a str>,
    children: Vec<&'a str>,
    message: &'a str,
    create_date: Option<&'a str>,
    path: &'a str,
    is_head: bool,
    is_branch_point: bool,
    is_merge_point: bool,
}

/// The text of a report, ending in a line break.
pub fn document(
    command: &str,
    status: Status,
    diagnostics: &[Diagnostic],
    notes: &[String],
    told: Map<String, Value>,
    sources: &Sources,
) -> String {
    let diagnostics = diagnostics.iter().map(|diagnostic| diagnostic_form(diagnostic, sources)).collect();
    let document = Document { command, status: status.code(), told, diagnostics, notes };
    serde_json::to_string_pretty(&document).unwrap_or_default() + "\n"
}

/// A revision as a JSON value.
pub fn revision(graph: &Graph, index: RevisionIndex) -> Value {
    let revision = graph.revision(index);
    let form = RevisionForm {
        revision: &revision.id,
        parents: revision.parents.iter().map(|name| &*name.text).collect(),
        depends_on: revision.dependencies.iter().map(|name| &*name.text).collect(),
        branch_labels: graph.labels(index).iter().map(|label| &**label).collect(),
        children: graph.children(index).iter().map(|child| &**graph.id(*child)).collect(),
        message: revision.message(),
        create_date: revision.create_date(),
        path: revision.path.as_str(),
        is_head: graph.children(index).is_empty(),
        is_branch_point: graph.children(index).len() > 1,
        is_merge_point: revision.is_merge(),
    };
    serde_json::to_value(form).unwrap_or_default()
}

/// One member of a report.
pub fn told(name: &str, value: impl Serialize) -> Map<String, Value> {
    Map::from_iter([(name.to_owned(), serde_json::to_value(value).unwrap_or_default())])
}

fn diagnostic_form(diagnostic: &Diagnostic, sources: &Sources) -> DiagnosticForm {
    DiagnosticForm {
        severity: match diagnostic.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        },
        code: diagnostic.code.as_str(),
        message: redact(&diagnostic.message).into_owned(),
        labels: diagnostic.labels.iter().filter_map(|label| label_form(label.span, &label.text, sources)).collect(),
        help: diagnostic.help.as_deref().map(|help| redact(help).into_owned()),
    }
}

fn label_form(span: Span, text: &str, sources: &Sources) -> Option<LabelForm> {
    let source = sources.get(span.source)?;
    let (line, column) = source.position(span.start);
    let (end_line, end_column) = source.position(span.end);
    Some(LabelForm { file: source.name.to_string(), line, column, end_line, end_column, text: redact(text).into_owned() })
}
