//! Python text to syntax tree, behind one function.
//!
//! Input: a [`Source`]. Output: an [`Ast`] that threads can share, or the syntax error as a diagnostic.

use std::sync::Arc;

use ruff_python_ast::{ModModule, PySourceType};
use ruff_python_parser::parse_unchecked_source;

use crate::diag::{Code, Diagnostic};
use crate::source::{Source, Span};

pub mod bindings;
pub mod hash_order;
mod keywords;
mod nesting;
mod registers;

pub use keywords::{Constant, keyword_constants, keyword_names, may_repeat};
pub use registers::{Registering, last_name, may_act, may_import, sets_attribute, surely_registers};

/// A parsed Python file, shared between threads.
#[derive(Clone, Debug)]
pub struct Ast {
    pub source: Arc<Source>,
    pub module: Arc<ModModule>,
    /// The syntax error that the file has, where [`parse_partly`] was content with the rest.
    pub broken: Option<Arc<Diagnostic>>,
}

/// Parses a file.
///
/// # Errors
/// `E0101` for the first syntax error, `E0104` where brackets or blocks are nested deeper than CPython allows.
pub fn parse(source: &Arc<Source>) -> Result<Ast, Diagnostic> {
    let ast = parse_partly(source)?;
    match &ast.broken {
        None => Ok(ast),
        Some(error) => Err((**error).clone()),
    }
}

/// Parses a file that may have syntax errors: what could be made of it is there, and the first error with it.
///
/// # Errors
/// `E0104` where brackets or blocks are nested deeper than CPython allows.
pub fn parse_partly(source: &Arc<Source>) -> Result<Ast, Diagnostic> {
    nesting::check_text(source)?;
    let parsed = parse_unchecked_source(&source.text, PySourceType::Python);
    if let Err(error) = nesting::check_tokens(source, parsed.tokens()) {
        // Dropping such a tree is the very recursion that is guarded against.
        std::mem::forget(parsed);
        return Err(error);
    }
    let broken = parsed.errors().first().map(|error| {
        let span = Span { source: source.id, start: error.location.start().to_u32(), end: error.location.end().to_u32() };
        let said = lower(&error.error.to_string());
        let error = Diagnostic::error(Code::PythonSyntax, format!("{} is not valid Python: {said}", source.name));
        Arc::new(error.label(span, "here").help("Alembic could not load this file either; correct it and run again"))
    });
    Ok(Ast { source: Arc::clone(source), module: Arc::new(parsed.into_syntax()), broken })
}

fn lower(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or(String::new(), |first| first.to_lowercase().chain(chars).collect())
}
