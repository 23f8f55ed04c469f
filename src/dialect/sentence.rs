//! Sentences: the compiled form of one row of the statement table.

use super::Dialect;
use super::spec::Rows;
use crate::diag::{Code, Diagnostic};
use crate::template::{Fields, LazyTemplate};

/// One row of the statement table.
#[derive(Debug)]
pub enum Sentence {
    /// A template, and the fields it may name.
    Template { template: LazyTemplate, known: Vec<String> },
    /// What the dialect can't say.
    Unsupported(String),
}

impl Sentence {
    /// A sentence of one template that may name these fields.
    pub fn template(source: String, known: Vec<String>) -> Self {
        Self::Template { template: LazyTemplate::new(source), known }
    }

    /// Compiles the template now.
    ///
    /// # Errors
    /// A sentence where it does not compile.
    pub fn check(&self) -> Result<(), String> {
        match self {
            Self::Template { template, known } => template.get(known).map(|_| ()),
            Self::Unsupported(_) => Ok(()),
        }
    }

    /// Writes the sentence.
    ///
    /// # Errors
    /// The dialect can't say it, or the template fails.
    pub fn render(&self, dialect: &Dialect, kind: &str, fields: &Fields) -> Result<String, Diagnostic> {
        match self {
            Self::Unsupported(what) => Err(unsupported(dialect, what)),
            Self::Template { template, known } => {
                let text = template.get(known).and_then(|template| template.render(fields));
                text.map_err(|problem| dialect.bad_template(kind, &problem))
            }
        }
    }
}

/// The template that a clause list stands for: clauses joined by single spaces, optional ones only where their field is.
/// An optional clause without a text of its own is its field's text. Where all clauses are optional, the text starts with
/// a space.
pub fn clause_list(clauses: &[String], texts: &Rows<String>) -> String {
    let first_fixed = clauses.iter().position(|clause| optional(clause).is_none());
    let mut source = String::new();
    for (position, clause) in clauses.iter().enumerate() {
        let before = if first_fixed.is_some_and(|fixed| position <= fixed) { "" } else { " " };
        let after = if first_fixed.is_some_and(|fixed| position < fixed) { " " } else { "" };
        match optional(clause) {
            Some(name) => {
                source.push_str(&format!("{{% if {name} %}}{before}"));
                match texts.get(name) {
                    Some(text) => source.push_str(text),
                    None => source.push_str(&format!("{{{{ {name} }}}}")),
                }
                source.push_str(&format!("{after}{{% endif %}}"));
            }
            None => {
                source.push_str(before);
                source.push_str(clause);
            }
        }
    }
    source
}

fn optional(clause: &str) -> Option<&str> {
    let name = clause.strip_suffix('?')?;
    name.chars().all(|c| c.is_ascii_lowercase() || c == '_').then_some(name)
}

/// The diagnostic for what a dialect can't say.
pub fn unsupported(dialect: &Dialect, what: &str) -> Diagnostic {
    Diagnostic::error(Code::Unsupported, format!("{} has no way to say this: {what}", dialect.spec().about.title))
}

/// How many words of a statement the patterns look at.
const WORDS: usize = 16;

/// The first words of a statement in upper case with single spaces, without the comments before it and its terminator.
pub fn words(sql: &str) -> String {
    let mut words = String::with_capacity(128);
    let mut rest = sql.trim_start();
    while let Some(next) = skip_comment(rest) {
        rest = next.trim_start();
    }
    for word in rest.split_whitespace().take(WORDS) {
        if !words.is_empty() {
            words.push(' ');
        }
        let start = words.len();
        words.push_str(word.trim_end_matches(';'));
        if let Some(word) = words.get_mut(start..) {
            word.make_ascii_uppercase();
        }
    }
    words
}

fn skip_comment(text: &str) -> Option<&str> {
    if let Some(comment) = text.strip_prefix("--") {
        return Some(comment.split_once('\n').map_or("", |(_, rest)| rest));
    }
    let comment = text.strip_prefix("/*")?;
    Some(comment.split_once("*/").map_or("", |(_, rest)| rest))
}
