//! What a query of the catalogue is of: one of its tables, or several that are joined on an object they have in common.

use std::rc::Rc;

use sqlparser::ast::{BinaryOperator, Expr, JoinConstraint, JoinOperator, Select, TableFactor};

use super::condition::Condition;
use super::rows::Fields;
use crate::dialect::replay::{Catalogue, CatalogueRow};
use crate::schema::Schema;

/// The tables of a query, and what its columns are of the objects they list.
pub(super) struct Source<'a> {
    parts: Vec<Part<'a>>,
    main: usize,
    /// Fields that joins want to be the same.
    equal: Vec<(Rc<str>, Rc<str>)>,
}

/// Fields that are the same for all columns of an object.
const OF_OBJECT: &[&str] = &["table", "schema", "referred_table", "referred_schema", "used_table", "used_schema"];

struct Part<'a> {
    alias: String,
    catalogue: &'a Catalogue,
    /// The part that refers to the object of this one, and as what.
    held: Option<(usize, Rc<str>)>,
}

/// What a column of a query holds.
pub(super) enum Column {
    /// What the replay knows of the object.
    Field(Rc<str>),
    /// The number of an object, by what that is to the row.
    Id(Rc<str>),
    /// Yes, of each object that a chain makes.
    Flag,
    /// What the replay does not know.
    Other,
}

impl<'a> Source<'a> {
    /// The source of a query, and its conditions that are no joins; none where it is not understood.
    pub fn of(schema: &'a Schema, select: &'a Select) -> Option<(Self, Vec<&'a Expr>)> {
        let (mut parts, mut given) = (Vec::new(), Vec::new());
        for from in &select.from {
            parts.push(part(schema, &from.relation)?);
            for join in &from.joins {
                parts.push(part(schema, &join.relation)?);
                let (JoinOperator::Join(constraint) | JoinOperator::Inner(constraint)) = &join.join_operator else { return None };
                match constraint {
                    JoinConstraint::On(condition) => conjuncts(condition, &mut given),
                    _ => return None,
                }
            }
        }
        if let Some(selection) = &select.selection {
            conjuncts(selection, &mut given);
        }
        let mut source = Self { parts, main: 0, equal: Vec::new() };
        let conditions = source.link(given)?;
        (!source.catalogue().rows.is_empty()).then_some((source, conditions))
    }

    /// Whether a row has the same in the fields that joins compare.
    pub fn joins(&self, fields: &Fields) -> bool {
        self.equal.iter().all(|(left, right)| fields.get(left).is_some_and(|text| fields.get(right) == Some(text)))
    }

    /// The catalogue whose rows the query gives.
    pub fn catalogue(&self) -> &'a Catalogue {
        self.parts[self.main].catalogue
    }

    /// Whether several tables list parts of one object each, which are put together by its name.
    pub fn matches_by_name(&self) -> bool {
        self.parts.iter().filter(|part| part.held.is_none()).count() > 1
    }

    /// Whether columns of one object are met with columns of the same one.
    pub fn crosses(&self) -> bool {
        let lists = |part: &&Part<'_>| part.catalogue.rows.is_empty() || part.catalogue.rows.contains(&CatalogueRow::Key);
        self.parts.iter().filter(|part| part.held.is_none()).filter(lists).count() > 1
    }

    /// Whether what is put together by its name is surely one object: a primary key may have the name of all others.
    pub fn tells_apart(&self, conditions: &[Condition]) -> bool {
        let said = |field: &str, text: &str| {
            let texts = conditions.iter().filter(|condition| &*condition.field == field).find_map(Condition::texts);
            texts.is_some_and(|texts| texts.iter().all(|one| **one == *text))
        };
        !self.matches_by_name() || self.catalogue().primary_key.is_none() || said("kind", "FOREIGN KEY")
    }

    /// The only kind of constraint that the joined tables list.
    pub fn only(&self) -> Option<&'a str> {
        self.parts.iter().filter(|part| part.held.is_none()).find_map(|part| part.catalogue.only.as_deref())
    }

    /// Takes the joins out of a conjunction; none where they don't make one object of what is joined.
    fn link(&mut self, given: Vec<&'a Expr>) -> Option<Vec<&'a Expr>> {
        let mut same: Vec<(usize, usize)> = Vec::new();
        let mut conditions = Vec::new();
        for condition in given {
            match condition {
                Expr::BinaryOp { left, op: BinaryOperator::Eq, right } if is_column(left) && is_column(right) => {
                    let (left, right) = (self.place(left)?, self.place(right)?);
                    same.extend(self.joined(&left, &right)?);
                }
                _ => conditions.push(condition),
            }
        }
        let free: Vec<usize> = (0..self.parts.len()).filter(|part| self.parts[*part].held.is_none()).collect();
        let detailed = |part: &&usize| self.parts[**part].catalogue.rows.contains(&CatalogueRow::Key);
        self.main = *free.iter().find(detailed).or(free.first())?;
        let whole = free.iter().all(|part| reaches(&same, self.main, *part));
        // what is used by a constraint is listed with its columns only
        let lists = |part: &usize| !self.parts[*part].catalogue.rows.is_empty() || detailed(&&self.main);
        if !whole || !free.iter().all(lists) {
            return None;
        }
        Some(conditions)
    }

    /// Joins two parts: one refers to the object of the other, or both list the one of a name. Gives those that do the latter.
    fn joined(&mut self, left: &(usize, String), right: &(usize, String)) -> Option<Option<(usize, usize)>> {
        let id = |(part, column): &(usize, String)| self.parts[*part].catalogue.ids.get(column).cloned();
        let own = |(part, column): &(usize, String)| self.parts[*part].catalogue.id.as_deref() == Some(column);
        match (id(left), id(right)) {
            (Some(by), Some(_)) if own(right) => self.hold(right.0, left.0, &by)?,
            (Some(_), Some(by)) if own(left) => self.hold(left.0, right.0, &by)?,
            (None, None) => {
                let field = |(part, column): &(usize, String)| self.parts[*part].catalogue.columns.get(column);
                let (common, other) = (field(left)?, field(right)?);
                if common != other {
                    let of_object = |field: &str| OF_OBJECT.contains(&field);
                    return (of_object(common) && of_object(other)).then(|| {
                        self.equal.push((common.as_str().into(), other.as_str().into()));
                        None
                    });
                }
                return Some((common == "name").then_some((left.0, right.0)));
            }
            _ => return None,
        }
        Some(None)
    }

    /// Says that a part refers to the object of another one; none where that is said already, or goes round in a circle.
    fn hold(&mut self, held: usize, holder: usize, by: &str) -> Option<()> {
        let mut above = Some(holder);
        while let Some(part) = above {
            if part == held {
                return None;
            }
            above = self.parts[part].held.as_ref().map(|(holder, _)| *holder);
        }
        let free = self.parts[held].held.is_none();
        free.then(|| self.parts[held].held = Some((holder, by.into())))
    }

    /// What a row must have for its joins to find something.
    pub fn needed(&self) -> impl Iterator<Item = &str> {
        self.parts.iter().filter_map(|part| part.held.as_ref().map(|(_, by)| &**by))
    }

    /// The part that a column is of, and its name.
    fn place(&self, column: &Expr) -> Option<(usize, String)> {
        match column {
            Expr::Identifier(ident) => {
                let name = ident.value.to_lowercase();
                let mut having = (0..self.parts.len()).filter(|part| self.parts[*part].has(&name));
                let part = match (having.next(), having.next()) {
                    (Some(part), None) => part,
                    (None, _) if self.parts.len() == 1 => 0,
                    _ => return None,
                };
                Some((part, name))
            }
            Expr::CompoundIdentifier(parts) => {
                let [.., alias, name] = parts.as_slice() else { return None };
                let alias = alias.value.to_lowercase();
                let part = self.parts.iter().position(|part| part.alias == alias)?;
                Some((part, name.value.to_lowercase()))
            }
            _ => None,
        }
    }

    /// What a column holds; none where the expression is no column of the source.
    pub fn column(&self, expression: &Expr) -> Option<Column> {
        let (part, name) = self.place(expression)?;
        let catalogue = self.parts[part].catalogue;
        if let Some(field) = catalogue.ids.get(&name).and_then(|field| self.field(part, field)) {
            return Some(Column::Id(field));
        }
        if catalogue.flags.contains(&name) {
            return Some(Column::Flag);
        }
        let field = catalogue.columns.get(&name).and_then(|field| self.field(part, field));
        Some(field.map_or(Column::Other, Column::Field))
    }

    /// What a field of a part's object is to the row.
    fn field(&self, part: usize, field: &str) -> Option<Rc<str>> {
        match &self.parts[part].held {
            None => Some(field.into()),
            Some((holder, by)) if field == "name" => self.field(*holder, by),
            Some((holder, by)) if &**by == "name" || field == "schema" && &**by == "table" => self.field(*holder, field),
            Some(_) => None,
        }
    }
}

impl Part<'_> {
    fn has(&self, column: &str) -> bool {
        let catalogue = self.catalogue;
        catalogue.columns.contains_key(column) || catalogue.ids.contains_key(column) || catalogue.flags.iter().any(|flag| flag == column)
    }
}

/// Whether pairs lead from one part to another.
fn reaches(pairs: &[(usize, usize)], from: usize, to: usize) -> bool {
    let mut reached = vec![from];
    let mut at = 0;
    while let Some(part) = reached.get(at).copied() {
        let next = pairs.iter().filter_map(|(one, other)| match part {
            part if part == *one => Some(*other),
            part if part == *other => Some(*one),
            _ => None,
        });
        let new: Vec<usize> = next.filter(|part| !reached.contains(part)).collect();
        reached.extend(new);
        at += 1;
    }
    reached.contains(&to)
}

fn part<'a>(schema: &'a Schema, relation: &TableFactor) -> Option<Part<'a>> {
    let TableFactor::Table { name, alias, args: None, .. } = relation else { return None };
    let name = name.to_string().replace(['`', '"'], "").to_lowercase();
    let rules = schema.rules();
    let bare = rules.system_schemas.iter().find_map(|system| name.strip_prefix(system.as_str())?.strip_prefix('.')).unwrap_or(&name);
    let catalogue = rules.catalogues.get(&name).or_else(|| rules.catalogues.get(bare))?;
    let own = name.rsplit('.').next().unwrap_or(&name);
    let alias = alias.as_ref().map_or_else(|| own.to_owned(), |alias| alias.name.value.to_lowercase());
    Some(Part { alias, catalogue, held: None })
}

/// Takes a conjunction apart.
fn conjuncts<'a>(expression: &'a Expr, into: &mut Vec<&'a Expr>) {
    match expression {
        Expr::Nested(inner) => conjuncts(inner, into),
        Expr::BinaryOp { left, op: BinaryOperator::And, right } => {
            conjuncts(left, into);
            conjuncts(right, into);
        }
        other => into.push(other),
    }
}

fn is_column(expression: &Expr) -> bool {
    matches!(expression, Expr::Identifier(_) | Expr::CompoundIdentifier(_))
}
