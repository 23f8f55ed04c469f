//! The identifiers at the head of a revision file.
//!
//! Input: a parsed file. Output: a [`Revision`], with the place of each name in it.

use std::sync::Arc;

use camino::Utf8PathBuf;

use crate::diag::{Code, Diagnostic};
use crate::python::Ast;
use crate::python::bindings::{Binding, Text, binding, docstring};
use crate::source::Span;

/// Characters that Alembic refuses in a revision id (`_revision_illegal_chars`).
const ILLEGAL: [char; 4] = ['+', '-', ':', '@'];

/// An identifier in a header: a revision id, a label or a symbol, with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    pub text: Arc<str>,
    pub span: Span,
}

/// One revision as its file describes it.
#[derive(Clone, Debug)]
pub struct Revision {
    pub id: Arc<str>,
    /// The place of the id's value; the whole file's first byte where the id came from the file name.
    pub span: Span,
    /// `down_revision`, in source order.
    pub parents: Vec<Name>,
    /// `depends_on`, in source order: ids or branch labels.
    pub dependencies: Vec<Name>,
    /// `branch_labels`, in source order.
    pub labels: Vec<Name>,
    /// The docstring, unchanged; empty where there is none.
    pub documentation: String,
    /// The file, as reports print it.
    pub path: Utf8PathBuf,
}

/// What a name of the header is worth after evaluation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HeaderValue {
    /// The module has no such name.
    Absent,
    None,
    Str(String),
    /// A tuple, list or set of strings.
    Strs(Vec<String>),
}

impl Revision {
    /// The stripped docstring (`Script.longdoc`).
    pub fn long_documentation(&self) -> &str {
        self.documentation.trim_matches(is_python_space)
    }

    /// The docstring's first paragraph (`Script.doc`).
    pub fn message(&self) -> &str {
        self.long_documentation().split("\n\n").next().unwrap_or_default()
    }

    /// What follows `Create Date:` in the docstring, as written.
    pub fn create_date(&self) -> Option<&str> {
        let date = self.documentation.lines().find_map(|line| line.trim().strip_prefix("Create Date:"))?.trim();
        (!date.is_empty()).then_some(date)
    }

    /// Whether the file names more than one parent.
    pub fn is_merge(&self) -> bool {
        self.parents.len() > 1
    }
}

/// `str.isspace` for the characters that `str.strip` takes off.
fn is_python_space(character: char) -> bool {
    character.is_whitespace() || ('\u{1c}'..='\u{1f}').contains(&character)
}

/// Whether Alembic takes a file of this name, without its folder, for a revision (`_only_source_rev_file`).
pub fn is_revision_file(name: &str) -> bool {
    name.ends_with(".py") && !name.starts_with(".#") && !name.starts_with("__init__")
}

/// Reads a revision's header (`Script._from_path`).
///
/// `evaluate` is asked for the names whose value is computed by an expression; it gets the name and says what the
/// module holds under it after it has been run.
///
/// # Errors
/// `E0501` where the file has no revision id, `E0509` where an identifier is of a kind that Alembic does not take; and
/// what `evaluate` reports. What an id may consist of is checked with the graph.
pub fn read(ast: &Ast, mut evaluate: impl FnMut(&str) -> Result<HeaderValue, Diagnostic>) -> Result<Revision, Diagnostic> {
    let mut field = |name: &str| Field::read(ast, name, &mut evaluate);
    let id = identifier(ast, field("revision")?)?;
    let parents = field("down_revision")?;
    if parents.value == HeaderValue::Absent {
        return Err(Diagnostic::error(Code::BadHeader, format!("{} has no `down_revision`", ast.source.name))
            .label(id.span, "the revision")
            .help("name the revision that comes before, or write `down_revision = None` for the first one"));
    }
    Ok(Revision {
        id: id.text,
        span: id.span,
        parents: parents.names(),
        dependencies: field("depends_on")?.names().into_iter().filter(|name| !name.text.is_empty()).collect(),
        labels: field("branch_labels")?.names(),
        documentation: docstring(ast).unwrap_or_default().to_owned(),
        path: ast.source.name.clone(),
    })
}

/// One of the header's names: its value and the places of its parts.
struct Field {
    value: HeaderValue,
    span: Span,
    /// The places of the strings, where the text alone shows them.
    parts: Vec<Span>,
}

impl Field {
    fn read(ast: &Ast, name: &str, evaluate: &mut impl FnMut(&str) -> Result<HeaderValue, Diagnostic>) -> Result<Self, Diagnostic> {
        let nowhere = Span { source: ast.source.id, start: 0, end: 0 };
        Ok(match binding(ast, name) {
            Binding::Absent => Self { value: HeaderValue::Absent, span: nowhere, parts: Vec::new() },
            Binding::None(span) => Self { value: HeaderValue::None, span, parts: Vec::new() },
            Binding::Str(Text { value, span }) => Self { value: HeaderValue::Str(value), span, parts: vec![span] },
            Binding::Strs(texts, span) => {
                let (values, parts) = texts.into_iter().map(|text| (text.value, text.span)).unzip();
                Self { value: HeaderValue::Strs(values), span, parts }
            }
            Binding::Computed(span) => Self { value: evaluate(name)?, span, parts: Vec::new() },
            // Where the file can't be evaluated, what it imports is taken for what such imports are for, which is not this.
            Binding::Starred(span) if matches!(name, "branch_labels" | "depends_on") => {
                Self { value: evaluate(name).unwrap_or(HeaderValue::Absent), span, parts: Vec::new() }
            }
            Binding::Starred(span) => Self { value: evaluate(name)?, span, parts: Vec::new() },
        })
    }

    /// The strings of the field (`util.to_tuple`).
    fn names(self) -> Vec<Name> {
        let texts = match self.value {
            HeaderValue::Absent | HeaderValue::None => Vec::new(),
            HeaderValue::Str(text) => vec![text],
            HeaderValue::Strs(texts) => texts,
        };
        let place = |position: usize| self.parts.get(position).copied().unwrap_or(self.span);
        texts.into_iter().enumerate().map(|(position, text)| Name { text: text.into(), span: place(position) }).collect()
    }
}

/// The revision id, from the file name where the module has none and the name is of Alembic's oldest form.
fn identifier(ast: &Ast, field: Field) -> Result<Name, Diagnostic> {
    let file = ast.source.name.file_name().unwrap_or_default();
    match field.value {
        HeaderValue::Str(text) => Ok(Name { text: text.into(), span: field.span }),
        HeaderValue::Absent => legacy(file).map(|text| Name { text: text.into(), span: field.span }).ok_or_else(|| {
            Diagnostic::error(Code::NoRevisionId, format!("Could not determine revision id from filename {file}"))
                .label(field.span, "no `revision` in this file")
                .help("declare `revision` in it, or move a file that is no revision out of the versions folder")
        }),
        HeaderValue::None | HeaderValue::Strs(_) => {
            Err(Diagnostic::error(Code::BadHeader, format!("`revision` of {} is not a string", ast.source.name))
                .label(field.span, "a revision id is one string"))
        }
    }
}

/// `_legacy_rev`: a file name that is nothing but hexadecimal digits is itself the id.
fn legacy(file: &str) -> Option<&str> {
    let stem = file.strip_suffix(".py")?;
    (!stem.is_empty() && stem.bytes().all(|byte| matches!(byte, b'a'..=b'f' | b'0'..=b'9'))).then_some(stem)
}

/// The checks of `Revision.__init__`.
///
/// # Errors
/// `E0504` where the revision names itself as parent or dependency, `E0509` where its id has a character that symbols use.
pub(super) fn check(revision: &Revision) -> Result<(), Diagnostic> {
    for (names, kind) in [(&revision.parents, "Self-loop"), (&revision.dependencies, "Dependency self-loop")] {
        if let Some(name) = names.iter().find(|name| name.text == revision.id) {
            return Err(Diagnostic::error(Code::RevisionCycle, format!("{kind} is detected in revisions ({})", revision.id))
                .label(name.span, "the revision names itself here")
                .help("name the revision that comes before"));
        }
    }
    let illegal: Vec<String> = ILLEGAL.iter().filter(|character| revision.id.contains(**character)).map(char::to_string).collect();
    if illegal.is_empty() {
        return Ok(());
    }
    let message = format!("Character(s) '{}' not allowed in revision identifier '{}'", illegal.join(", "), revision.id);
    Err(Diagnostic::error(Code::BadHeader, message)
        .label(revision.span, "this id")
        .help("`@`, `-`, `+` and `:` have a meaning in revision symbols; choose an id without them"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::python::parse;
    use crate::source::Sources;

    fn header(file: &str, text: &str) -> Result<Revision, Diagnostic> {
        let sources = Sources::default();
        read(&parse(&sources.add(format!("versions/{file}"), text))?, |name| match name {
            "down_revision" => Ok(HeaderValue::Strs(vec!["a1".to_owned(), "b2".to_owned()])),
            _ => Ok(HeaderValue::Absent),
        })
    }

    fn texts(names: &[Name]) -> Vec<&str> {
        names.iter().map(|name| &*name.text).collect()
    }

    #[test]
    fn alembics_own_template_is_read_without_evaluation() {
        let text = "\"\"\"add users\n\nRevision ID: ae1\nCreate Date: 2024-05-01 10:00:00.5+02:00\n\n\"\"\"\n\
                    from typing import Union\nrevision: str = 'ae1'\ndown_revision: Union[str, None] = None\n\
                    branch_labels = ('x', \"y\")\ndepends_on = ['c3']\n";
        let revision = header("ae1_add_users.py", text).unwrap();
        assert_eq!((&*revision.id, revision.message()), ("ae1", "add users"));
        assert_eq!(revision.create_date(), Some("2024-05-01 10:00:00.5+02:00"));
        assert!(revision.long_documentation().ends_with("+02:00"));
        assert!(revision.parents.is_empty());
        assert_eq!((texts(&revision.labels), texts(&revision.dependencies)), (vec!["x", "y"], vec!["c3"]));
        let label = &revision.labels[1];
        assert_eq!(&text[label.span.start as usize..label.span.end as usize], "\"y\"");
    }

    #[test]
    fn a_computed_value_is_asked_for() {
        let text = "revision = 'c3'\ndown_revision = parents()\n";
        let revision = header("c3.py", text).unwrap();
        assert_eq!(texts(&revision.parents), ["a1", "b2"]);
        let span = revision.parents[1].span;
        assert_eq!(&text[span.start as usize..span.end as usize], "parents()");
    }

    #[test]
    fn a_file_that_imports_all_of_a_module_has_no_label_where_it_can_not_be_evaluated() {
        let sources = Sources::default();
        let text = "from peewee import *\nrevision = 'a1'\ndown_revision = None\n";
        let asked = |_: &str| Err(Diagnostic::error(Code::UnknownCall, "not known"));
        let revision = read(&parse(&sources.add("versions/a1.py", text)).unwrap(), asked).unwrap();
        assert!(revision.labels.is_empty() && revision.dependencies.is_empty());
    }

    #[test]
    fn the_oldest_files_carry_their_id_in_the_name() {
        assert_eq!(&*header("1a2b.py", "down_revision = None\n").unwrap().id, "1a2b");
        let error = header("helpers.py", "down_revision = None\n").unwrap_err();
        assert_eq!((error.code.as_str(), error.message.as_str()), ("E0501", "Could not determine revision id from filename helpers.py"));
        assert_eq!(header("1a2b.py", "x = 1\n").unwrap_err().code, Code::BadHeader);
    }

    #[test]
    fn files_that_alembic_passes_over() {
        assert!(is_revision_file("a.py") && is_revision_file("_a.py") && is_revision_file("__initial.py"));
        for name in ["__init__.py", "__init__x.py", ".#a.py", "a.pyc", "a.py~", "README"] {
            assert!(!is_revision_file(name), "{name}");
        }
    }
}
