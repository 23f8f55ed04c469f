//! Walking over a statement's tokens.

use super::super::name::Naming;
use super::tokens::{Kind, Token};
use crate::model::{Ident, TableName};

/// A place within a statement's tokens.
#[derive(Clone, Copy)]
pub(super) struct Cursor<'a, 't> {
    tokens: &'t [Token<'a>],
}

impl<'a, 't> Cursor<'a, 't> {
    /// The start of a statement.
    pub fn new(tokens: &'t [Token<'a>]) -> Self {
        Self { tokens }
    }

    /// The tokens that are left.
    pub fn rest(&self) -> &'t [Token<'a>] {
        self.tokens
    }

    /// The next token.
    pub fn peek(&self) -> Option<&'t Token<'a>> {
        self.tokens.first()
    }

    /// Takes the next token.
    pub fn next(&mut self) -> Option<&'t Token<'a>> {
        let (first, rest) = self.tokens.split_first()?;
        self.tokens = rest;
        Some(first)
    }

    /// Takes the words if they come next, in whatever case.
    pub fn eat(&mut self, words: &str) -> bool {
        let mut ahead = *self;
        for word in words.split(' ') {
            if !ahead.next().is_some_and(|token| token.is(word)) {
                return false;
            }
        }
        *self = ahead;
        true
    }

    /// Takes one of the words if it comes next.
    pub fn eat_any(&mut self, words: &[&str]) -> bool {
        words.iter().any(|word| self.eat(word))
    }

    /// Takes a symbol if it comes next.
    pub fn eat_symbol(&mut self, symbol: &str) -> bool {
        let found = self.peek().is_some_and(|token| token.is_symbol(symbol));
        if found {
            self.tokens = self.tokens.get(1..).unwrap_or(&[]);
        }
        found
    }

    /// Takes a name without schema.
    pub fn ident(&mut self, naming: Naming<'_>) -> Option<Ident> {
        let token = self.peek()?;
        let ident = match token.kind {
            Kind::Word => Ident::new(naming.fold(&token.text.into())),
            Kind::Quoted => Ident::new(token.inner().replace("\"\"", "\"")),
            _ => return None,
        };
        self.next();
        Some(ident)
    }

    /// Takes names with dots between them.
    pub fn names(&mut self, naming: Naming<'_>) -> Vec<Ident> {
        let mut names: Vec<Ident> = self.ident(naming).into_iter().collect();
        while self.eat_symbol(".") {
            names.extend(self.ident(naming));
        }
        names
    }

    /// Takes a name that may have a schema.
    pub fn name(&mut self, naming: Naming<'_>) -> Option<TableName> {
        let mut name = TableName { schema: None, name: self.ident(naming)? };
        while self.eat_symbol(".") {
            name = TableName { schema: Some(name.name), name: self.ident(naming)? };
        }
        Some(name)
    }

    /// Passes over parentheses and what is in them, where they come next.
    pub fn skip_parentheses(&mut self) {
        if !self.eat_symbol("(") {
            return;
        }
        let mut depth = 1_usize;
        while let Some(token) = self.next() {
            if token.is_symbol("(") {
                depth += 1;
            } else if token.is_symbol(")") {
                depth -= 1;
                if depth == 0 {
                    return;
                }
            }
        }
    }
}
