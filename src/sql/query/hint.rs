//! Words to the database about tables and statements (`with_hint`, `with_statement_hint`).

use crate::diag::{Code, Diagnostic};
use crate::model::expr::{From, Hint};
use crate::template::Fields;

use super::compiler::Compiler;

impl Compiler<'_> {
    /// Whether a hint is meant for this dialect.
    fn meant(&self, hint: &Hint) -> bool {
        matches!(&*hint.dialect, "*") || *hint.dialect == *self.dialect.library_name()
    }

    /// The hints of a `SELECT`, by table, with the table's name put in (`_setup_select_hints`).
    pub fn select_hints(&mut self, hints: &[Hint]) -> Vec<(u64, String)> {
        let mut found: Vec<(u64, String)> = Vec::new();
        for hint in hints.iter().filter(|hint| self.meant(hint)).cloned().collect::<Vec<_>>() {
            let Some(table) = &hint.table else { continue };
            let name = self.hint_name(table);
            let text = hint.text.replace("%(name)s", &name).replace("%%", "%");
            found.retain(|(known, _)| *known != table.id.number());
            found.push((table.id.number(), text));
        }
        found
    }

    /// A source as a hint names it (`ashint`).
    fn hint_name(&mut self, from: &std::rc::Rc<From>) -> String {
        let name = self.source_name(from);
        match from.schema() {
            Some(schema) => format!("{}.{name}", self.dialect.schema(schema)),
            None => name,
        }
    }

    /// What stands at the head of a `SELECT` for its hints (`get_select_hint_text`).
    pub fn select_head(&self, hints: &[(u64, String)]) -> Result<String, Diagnostic> {
        let template = &self.dialect.spec().query.select_hint;
        if template.is_empty() || hints.is_empty() {
            return Ok(String::new());
        }
        let mut written = Vec::with_capacity(hints.len());
        for (_, text) in hints {
            written.push(self.hint_text(template, "", text)?);
        }
        Ok(format!("{} ", written.join(" ")))
    }

    /// A source with the hint about it (`format_from_hint_text`).
    pub fn hinted(&self, text: String, from: &From, hints: &[(u64, String)]) -> Result<String, Diagnostic> {
        let Some((_, hint)) = hints.iter().find(|(known, _)| *known == from.id.number()) else { return Ok(text) };
        let query = &self.dialect.spec().query;
        if query.from_hint.is_empty() || hint.is_empty() {
            return Ok(text);
        }
        if !query.from_hint_words.is_empty() && !query.from_hint_words.iter().any(|word| word.eq_ignore_ascii_case(hint)) {
            return Err(Diagnostic::error(Code::BadArgument, format!("unrecognized hint `{hint}`"))
                .help(format!("the hints that can be given are {}", query.from_hint_words.join(", "))));
        }
        self.hint_text(&query.from_hint, &text, hint)
    }

    fn hint_text(&self, template: &str, table: &str, hint: &str) -> Result<String, Diagnostic> {
        let mut fields = Fields::new();
        fields.set("table", table).set("hint", hint);
        self.fill(template, &fields)
    }

    /// The hints of an `INSERT`, `UPDATE` or `DELETE`, by table (`_setup_crud_hints`).
    pub fn crud_hints(&self, hints: &[Hint], target: &From) -> Vec<(u64, String)> {
        let meant = hints.iter().filter(|hint| self.meant(hint));
        meant.map(|hint| (hint.table.as_deref().unwrap_or(target).id.number(), hint.text.to_string())).collect()
    }

    /// Hints about a whole statement, with a space before each (`get_statement_hint_text`).
    pub fn statement_hints(&self, hints: &[Hint]) -> String {
        hints.iter().filter(|hint| self.meant(hint)).map(|hint| format!(" {}", hint.text)).collect()
    }
}
