//! `WITH` (`visit_cte`).

use std::rc::Rc;

use crate::diag::{Code, Diagnostic};
use crate::model::expr::columns::named_columns;
use crate::model::expr::from::Cte;
use crate::model::expr::{From, FromKind, LabelName, SqlExpr};

use super::compiler::{Compiler, Context, NameClass};

/// A common table expression as the compiler met it: where it is written, and under which name.
#[derive(Clone, Debug)]
pub struct CtePlace {
    /// How deep the statement stands that has it in its `WITH`; the outermost is 1.
    level: usize,
    name: String,
    /// Whether `add_cte(…, nest_here=True)` put it there.
    nest_here: bool,
}

impl Compiler<'_> {
    /// A common table expression where it is used: its text goes to the head of a statement, its name stands here.
    pub fn cte(&mut self, from: &Rc<From>, cte: &Cte, context: Context<'_>) -> Result<String, Diagnostic> {
        self.placed_cte(from, cte, false, context)
    }

    fn placed_cte(&mut self, from: &Rc<From>, cte: &Cte, nest_here: bool, context: Context<'_>) -> Result<String, Diagnostic> {
        let Some(label) = &from.name else { return Ok(String::new()) };
        let name = self.plain_alias(label);
        let new = self.is_new_cte(from, cte, &name, nest_here)?;
        let original = cte.alias_of.as_ref();
        if new {
            match original {
                Some(original) => self.define_original(original, context)?,
                None => self.define_cte(from, cte, label, context)?,
            }
        }
        let alias = self.quoted(NameClass::Alias, label);
        Ok(match original.and_then(|original| original.name.clone()) {
            Some(original) => format!("{}{}{alias}", self.quoted(NameClass::Alias, &original), self.dialect.spec().query.alias_word),
            None => alias,
        })
    }

    /// Whether an expression was not met yet; it is noted with its place, or moved to the place it is to have.
    fn is_new_cte(&mut self, from: &Rc<From>, cte: &Cte, name: &str, nest_here: bool) -> Result<bool, Diagnostic> {
        let identity = reference(from, cte);
        let nesting = cte.nesting || nest_here;
        let level = if nesting { self.stack.len() } else { 1 };
        let existing = match self.cte_places.get(&identity).cloned() {
            Some(place) => {
                let existing = self.ctes_by_name.get(&(place.level, place.name.clone())).cloned();
                if let (true, Some(existing)) = (nest_here, &existing) {
                    if place.nest_here {
                        return Err(Diagnostic::error(
                            Code::BadArgument,
                            "a common table expression is to be nested in more than one place",
                        )
                        .help("give `nest_here=True` once"));
                    }
                    self.ctes_by_name.remove(&(place.level, place.name));
                    self.ctes_by_name.insert((level, name.to_owned()), Rc::clone(existing));
                    self.cte_places.insert(identity, CtePlace { level, name: name.to_owned(), nest_here });
                }
                existing
            }
            None => self.ctes_by_name.get(&(level, name.to_owned())).cloned(),
        };
        if let Some(existing) = existing {
            if existing.same(from) || restates(&existing).is_some_and(|restated| restated.same(from)) {
                return Ok(false);
            }
            if !cte.restates.as_ref().is_some_and(|restated| restated.same(&existing)) {
                return Err(Diagnostic::error(Code::BadArgument, format!("two common table expressions are called `{name}`"))
                    .help("give each its own name"));
            }
            self.ctes.retain(|(known, _)| !known.same(&existing));
        }
        self.ctes_by_name.insert((level, name.to_owned()), Rc::clone(from));
        self.cte_places.insert(identity, CtePlace { level, name: name.to_owned(), nest_here });
        Ok(true)
    }

    fn define_original(&mut self, original: &Rc<From>, context: Context<'_>) -> Result<(), Diagnostic> {
        if let (FromKind::Cte(cte), false) = (&original.kind, self.ctes.iter().any(|(known, _)| known.same(original))) {
            self.cte(original, cte, context)?;
        }
        Ok(())
    }

    fn define_cte(&mut self, from: &Rc<From>, cte: &Cte, name: &LabelName, context: Context<'_>) -> Result<(), Diagnostic> {
        let mut text = self.quoted(NameClass::Alias, name);
        let is_values = matches!(cte.element, SqlExpr::From(_));
        if cte.recursive || is_values {
            text.push_str(&format!("({})", self.cte_columns(cte)));
        }
        let visiting = match &cte.element {
            SqlExpr::From(values) => values.id.number(),
            _ => from.id.number(),
        };
        let inner =
            Context { as_from: true, visiting_cte: Some(visiting), lateral: false, embedded: false, columns_clause: false, ..context };
        let prefixes = self.phrases(&cte.prefixes, context)?;
        let body = self.process(&cte.element, inner)?;
        text.push_str(&format!(" AS {prefixes}\n({body})"));
        if !cte.suffixes.is_empty() {
            text.push_str(&format!(" {}", self.phrases(&cte.suffixes, context)?));
        }
        self.ctes.push((Rc::clone(from), text));
        Ok(())
    }

    /// The column names of a recursive expression.
    fn cte_columns(&mut self, cte: &Cte) -> String {
        if let SqlExpr::From(values) = &cte.element {
            let names: Vec<String> = values.columns.iter().map(|column| self.quoted(NameClass::Column, &column.name)).collect();
            return names.join(", ");
        }
        let mut seen = Vec::new();
        let names: Vec<String> = named_columns(cte.element.selected_columns(), cte.element.label_style(), false)
            .iter()
            .filter(|column| {
                let seed = column.expr.seed();
                let new = !seen.contains(&seed);
                seen.push(seed);
                new || column.required.is_none()
            })
            .filter_map(|column| match &column.fallback {
                Some(name) => Some(self.quoted(NameClass::Column, name)),
                None => column.expr.proxy_key().map(|key| self.dialect.quote_text(&key).into_owned()),
            })
            .collect();
        names.join(", ")
    }

    /// The statement with its `WITH` before it: all expressions for the outermost one, for others those nested in it, or
    /// `below` it too (`_render_cte_clause`).
    pub fn with_ctes(&mut self, top: bool, below: bool, text: String) -> String {
        let ctes = self.due_ctes(top, below);
        self.with_these(&ctes, &text)
    }

    /// The expressions that the statement being written has in its `WITH`; nested ones are forgotten with it.
    pub fn due_ctes(&mut self, top: bool, below: bool) -> Vec<(Rc<From>, String)> {
        let level = self.stack.len();
        if top || level < 2 {
            return if top { self.ctes.clone() } else { Vec::new() };
        }
        let mut due = Vec::new();
        for (from, text) in std::mem::take(&mut self.ctes) {
            let FromKind::Cte(cte) = &from.kind else { continue };
            let identity = reference(&from, cte);
            let place = self.cte_places.get(&identity).cloned();
            match place.filter(|place| cte.nesting || place.nest_here) {
                Some(place) if place.level == level || (below && place.level == level + 1) => {
                    self.ctes_by_name.remove(&(place.level, place.name));
                    self.cte_places.remove(&identity);
                    due.push((from, text));
                }
                _ => self.ctes.push((from, text)),
            }
        }
        due
    }

    /// A statement with these before it.
    pub fn with_these(&self, ctes: &[(Rc<From>, String)], text: &str) -> String {
        if ctes.is_empty() {
            return text.to_owned();
        }
        let recursive = ctes.iter().any(|(from, _)| matches!(&from.kind, FromKind::Cte(cte) if cte.recursive));
        let word = if recursive { self.dialect.spec().query.recursive.as_str() } else { "WITH" };
        let texts: Vec<&str> = ctes.iter().map(|(_, text)| text.as_str()).collect();
        format!("{word} {}\n {text}", texts.join(", \n"))
    }

    /// Expressions that `add_cte` asks for whether they are used or not.
    pub fn independent_ctes(&mut self, ctes: &[(Rc<From>, bool)], context: Context<'_>) -> Result<(), Diagnostic> {
        for (from, nest_here) in ctes {
            match &from.kind {
                FromKind::Cte(cte) => self.placed_cte(from, cte, *nest_here, context)?,
                _ => self.source(from, context)?,
            };
        }
        Ok(())
    }
}

/// What an expression is known by: what it restates, or itself (`_get_reference_cte`).
fn reference(from: &From, cte: &Cte) -> u64 {
    cte.restates.as_ref().map_or(from.id, |restated| restated.id).number()
}

fn restates(from: &From) -> Option<&Rc<From>> {
    match &from.kind {
        FromKind::Cte(cte) => cte.restates.as_ref(),
        _ => None,
    }
}
