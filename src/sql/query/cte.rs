//! `WITH` (`visit_cte`).

use std::rc::Rc;

use crate::diag::{Code, Diagnostic};
use crate::model::expr::columns::named_columns;
use crate::model::expr::from::Cte;
use crate::model::expr::{From, FromKind, LabelName, LabelStyle, SqlExpr};

use super::compiler::{Compiler, Context, NameClass};

impl Compiler<'_> {
    /// A common table expression where it is used: its text goes to the head of the statement, its name stands here.
    pub fn cte(&mut self, from: &Rc<From>, cte: &Cte, context: Context<'_>) -> Result<String, Diagnostic> {
        if cte.nesting {
            return Err(self.unsupported("a nested common table expression"));
        }
        let Some(label) = &from.name else { return Ok(String::new()) };
        let name = self.plain_alias(label);
        let mut new = true;
        if let Some(existing) = self.ctes_by_name.get(&name).cloned() {
            if existing.same(from) || restates(&existing).is_some_and(|restated| restated.same(from)) {
                new = false;
            } else if cte.restates.as_ref().is_some_and(|restated| restated.same(&existing)) {
                self.ctes.retain(|(known, _)| !known.same(&existing));
            } else {
                return Err(Diagnostic::error(Code::BadArgument, format!("two common table expressions are called `{name}`"))
                    .help("give each its own name"));
            }
        }
        let original = cte.alias_of.as_ref();
        if new {
            self.ctes_by_name.insert(name.clone(), Rc::clone(from));
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
        let names: Vec<String> = named_columns(cte.element.selected_columns(), LabelStyle::default(), false)
            .iter()
            .filter_map(|column| match &column.fallback {
                Some(name) => Some(self.quoted(NameClass::Column, name)),
                None => column.expr.proxy_key().map(|key| self.dialect.quote_text(&key).into_owned()),
            })
            .collect();
        names.join(", ")
    }

    /// The statement with its `WITH` before it, where it is the outermost one (`_render_cte_clause`).
    pub fn with_ctes(&mut self, top: bool, text: String) -> String {
        if top { self.with_these(&self.ctes, &text) } else { text }
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
            if *nest_here {
                return Err(self.unsupported("a nested common table expression"));
            }
            self.source(from, context)?;
        }
        Ok(())
    }
}

fn restates(from: &From) -> Option<&Rc<From>> {
    match &from.kind {
        FromKind::Cte(cte) => cte.restates.as_ref(),
        _ => None,
    }
}
