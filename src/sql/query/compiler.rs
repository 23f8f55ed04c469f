//! What the compiler knows while it walks a statement.

use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::ColumnTypes;
use super::cte::CtePlace;
use crate::dialect::Dialect;
use crate::model::Ident;
use crate::model::expr::{From, LabelName, LabelPart, Seed, SqlExpr};

/// What is passed down from a node to those below it (the keyword arguments of `visit_*`).
#[derive(Clone, Copy, Debug, Default)]
pub struct Context<'a> {
    /// Bound values are written out.
    pub literals: bool,
    /// Columns have their table before them.
    pub include_table: bool,
    /// Tables and columns have their schema before them.
    pub use_schema: bool,
    /// Within a list of columns, where labels are written with `AS`.
    pub columns_clause: bool,
    /// Within a label already.
    pub label_clause: bool,
    /// Within `FROM`.
    pub as_from: bool,
    /// Within an operator's operands.
    pub in_operator: bool,
    /// Operators below group whatever their precedence.
    pub eager_grouping: bool,
    /// The label that is written by its name alone.
    pub label_reference: Option<Seed>,
    /// Names of tables with a schema, by which others of the same name get an alias.
    pub ambiguous: &'a [Rc<str>],
    /// The alias within which a table stands.
    pub enclosing_alias: Option<u64>,
    /// Within a lateral subquery.
    pub lateral: bool,
    /// The common table expression that is being written.
    pub visiting_cte: Option<u64>,
    /// A `SELECT` inside of an `INSERT` or a compound statement writes no `WITH`.
    pub embedded: bool,
    /// A JSON operator whose cast was written already.
    pub cast_applied: bool,
    /// A source whose columns are written with another name before them.
    pub renamed: Option<(u64, &'a str)>,
    /// Words to the database about sources, by their identity.
    pub hints: &'a [(u64, String)],
}

impl Context<'_> {
    /// What a node is compiled with that was told nothing: values stay parameters.
    pub fn untold() -> Self {
        Self { include_table: true, use_schema: true, ..Self::default() }
    }
}

/// What an enclosing statement shows to those within it.
#[derive(Default)]
pub struct Scope {
    /// Sources of all enclosing statements.
    pub correlate: Vec<u64>,
    /// Sources of this statement alone.
    pub own: Vec<u64>,
    /// Elements that `ORDER BY` and `GROUP BY` may name.
    pub labels: Option<Labels>,
}

/// Names that `ORDER BY "name"` resolves to (`_label_resolve_dict`).
#[derive(Clone, Default)]
pub struct Labels {
    pub columns: Vec<(Rc<str>, SqlExpr)>,
    pub sources: Vec<(Rc<str>, SqlExpr)>,
}

/// The walk over one statement.
pub struct Compiler<'d> {
    pub dialect: &'d Dialect,
    /// Types of columns that the statement itself does not know.
    pub types: Option<ColumnTypes<'d>>,
    pub stack: Vec<Scope>,
    /// Common table expressions by identity, in the order they are written.
    pub ctes: Vec<(Rc<From>, String)>,
    /// Those met so far, by the level they are written at and their name.
    pub ctes_by_name: FxHashMap<(usize, String), Rc<From>>,
    /// Where each is written.
    pub cte_places: FxHashMap<u64, CtePlace>,
    invented: FxHashMap<(Seed, Rc<str>), String>,
    counters: FxHashMap<Rc<str>, usize>,
    truncated: FxHashMap<(NameClass, String), String>,
    truncations: FxHashMap<NameClass, usize>,
}

/// Kinds of names that are cut separately.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NameClass {
    Column,
    Alias,
    Bind,
}

impl<'d> Compiler<'d> {
    pub fn new(dialect: &'d Dialect) -> Self {
        Self {
            dialect,
            types: None,
            stack: Vec::new(),
            ctes: Vec::new(),
            ctes_by_name: FxHashMap::default(),
            cte_places: FxHashMap::default(),
            invented: FxHashMap::default(),
            counters: FxHashMap::default(),
            truncated: FxHashMap::default(),
            truncations: FxHashMap::default(),
        }
    }

    /// A name as it is to be written, not quoted yet (`_truncated_identifier`).
    pub fn name(&mut self, class: NameClass, name: &LabelName) -> Ident {
        let text = match name {
            LabelName::Given(ident) => return ident.clone(),
            LabelName::Derived(text) => text.to_string(),
            LabelName::Anonymous(parts) => self.invent(parts),
        };
        let longest = self.dialect.spec().identifiers.max_length;
        if text.chars().count() + 6 <= longest {
            return Ident::new(text);
        }
        if let Some(cut) = self.truncated.get(&(class, text.clone())) {
            return Ident::new(cut.as_str());
        }
        let counter = self.truncations.entry(class).or_insert(1);
        let cut = format!("{}_{:x}", text.chars().take(longest.saturating_sub(6)).collect::<String>(), counter);
        *counter += 1;
        self.truncated.insert((class, text), cut.clone());
        Ident::new(cut)
    }

    /// A name, quoted where it has to be.
    pub fn quoted(&mut self, class: NameClass, name: &LabelName) -> String {
        let ident = self.name(class, name);
        self.dialect.quote(&ident).into_owned()
    }

    fn invent(&mut self, parts: &[LabelPart]) -> String {
        let mut text = String::new();
        for part in parts {
            match part {
                LabelPart::Text(piece) => text.push_str(piece),
                LabelPart::Numbered { seed, body } => text.push_str(&self.numbered(*seed, body)),
            }
        }
        text
    }

    fn numbered(&mut self, seed: Seed, body: &Rc<str>) -> String {
        if let Some(known) = self.invented.get(&(seed, Rc::clone(body))) {
            return known.clone();
        }
        let counter = self.counters.entry(Rc::clone(body)).or_insert(1);
        let text = format!("{body}_{counter}");
        *counter += 1;
        self.invented.insert((seed, Rc::clone(body)), text.clone());
        text
    }

    /// Whether this is the outermost statement.
    pub fn is_top(&self) -> bool {
        self.stack.is_empty()
    }
}
