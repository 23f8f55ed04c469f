//! How two schemas differ: what a downgrade left behind, or what a revision would see from its ancestors alone.

use std::collections::BTreeMap;
use std::rc::Rc;

use imbl::OrdMap;
use imbl::ordmap::DiffItem;

use super::table::{constraint_key, index_key};
use super::{Key, Known, Schema, Table, TypeKind, reflected_type};
use crate::model::{Column, Constraint, ConstraintKind, Ident, Index, IndexElement, Name, ServerDefault, SqlExpr};

/// One thing in which two schemas differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The table it is about, where it is about one.
    pub table: Option<Key>,
    /// The difference as a clause that speaks of the second schema: `column "a" of table "t" is missing`.
    pub what: String,
}

impl Schema {
    /// What `other` has differently, in a fixed order. Places, and who made an object, do not count.
    ///
    /// Takes time by what was touched between the two, not by their size.
    pub fn differences(&self, other: &Self) -> Vec<Difference> {
        let mut found = Vec::new();
        for (key, left, right) in changed(&self.tables, &other.tables) {
            self.tables_differ(&key, left, right, &mut found);
        }
        found.extend(existence("type", &self.types, &other.types, |left, right| labels(&left.kind) != labels(&right.kind)));
        let owned = |known: &Known<super::SequenceObject>| known.entry.get().is_some_and(|sequence| sequence.owner.is_some());
        let sequences = changed(&self.sequences, &other.sequences)
            .into_iter()
            .filter(|(_, left, right)| !left.is_some_and(owned) && !right.is_some_and(owned));
        found.extend(
            sequences.filter_map(|(key, left, right)| presence("sequence", &key, left, right, |left, right| left.options != right.options)),
        );
        found.extend(existence("view", &self.views, &other.views, |left, right| left.definition != right.definition));
        found.extend(
            changed(&self.plain, &other.plain)
                .into_iter()
                .filter_map(|((kind, key), left, right)| presence(kind.word(), &key, left, right, |_, _| false)),
        );
        found
    }

    /// What `other` has differently in one table.
    pub fn table_differences(&self, other: &Self, key: &Key) -> Vec<Difference> {
        let mut found = Vec::new();
        self.tables_differ(key, self.tables.get(key), other.tables.get(key), &mut found);
        found
    }

    fn tables_differ(&self, key: &Key, left: Option<&Known<Table>>, right: Option<&Known<Table>>, found: &mut Vec<Difference>) {
        let (left, right) = (left.and_then(|known| known.entry.get()), right.and_then(|known| known.entry.get()));
        let mut tell = |what: String| found.push(Difference { table: Some(key.clone()), what });
        match (left, right) {
            (Some(left), Some(right)) if Rc::ptr_eq(left, right) => {}
            (Some(left), Some(right)) => self.definitions_differ(left, right, &mut tell),
            (Some(_), None) => tell(format!("table \"{key}\" is missing")),
            (None, Some(_)) => tell(format!("table \"{key}\" is left over")),
            (None, None) => {}
        }
    }

    fn definitions_differ(&self, left: &Table, right: &Table, tell: &mut dyn FnMut(String)) {
        let table = &left.definition.name.name.text;
        let naming = self.naming();
        let (one, other) = (&left.definition, &right.definition);
        let shared =
            one.columns.len() == other.columns.len() && one.columns.iter().zip(&other.columns).all(|(one, other)| Rc::ptr_eq(one, other));
        if !shared {
            pairs(
                "column",
                table,
                (&one.columns, &other.columns),
                |column| (naming.ident(&column.name), Rc::clone(&column.name.text)),
                tell,
                |left_column, right_column, tell| {
                    self.columns_differ(table, (left, left_column), (right, right_column), tell);
                },
            );
        }
        let written = |name: &Option<Name>| name.as_ref().map(|name| Rc::from(name.text()));
        let label = |constraint: &Constraint| {
            let key = constraint_label(constraint, constraint_key(naming, constraint));
            (key, constraint_label(constraint, written(&constraint.name)))
        };
        pairs("constraint", table, (&one.constraints, &other.constraints), label, tell, |left, right, tell| {
            if !same_constraint(left, right) {
                tell(format!("constraint \"{}\" of table \"{table}\" differs", label(left).1));
            }
        });
        let label = |index: &Index| (index_key(naming, index).unwrap_or_default(), written(&index.name).unwrap_or_default());
        pairs("index", table, (&one.indexes, &other.indexes), label, tell, |left, right, tell| {
            if !same_index(left, right) {
                tell(format!("index \"{}\" of table \"{table}\" differs", label(left).1));
            }
        });
        if left.definition.comment != right.definition.comment {
            tell(format!("the comment of table \"{table}\" differs"));
        }
    }

    fn columns_differ(
        &self,
        table: &str,
        (left_table, left): (&Table, &Column),
        (right_table, right): (&Table, &Column),
        tell: &mut dyn FnMut(String),
    ) {
        let gaps = (left_table.gaps_of(self.naming(), &left.name), right_table.gaps_of(self.naming(), &right.name));
        let mut say = |what: &str| tell(format!("the {what} of column \"{}\" of table \"{table}\" differs", left.name.text));
        if !gaps.0.ty && !gaps.1.ty && reflected_type(self, &left.ty) != reflected_type(self, &right.ty) {
            say("type");
        }
        if !gaps.0.nullable && !gaps.1.nullable && left.nullable != right.nullable {
            say("nullability");
        }
        if !gaps.0.default && !gaps.1.default && !same_default(left.server_default.as_ref(), right.server_default.as_ref()) {
            say("default");
        }
        if !gaps.0.comment && !gaps.1.comment && left.comment != right.comment {
            say("comment");
        }
    }
}

impl super::PlainKind {
    /// The kind's word.
    pub fn word(self) -> &'static str {
        match self {
            Self::Schema => "schema",
            Self::Extension => "extension",
            Self::Function => "function",
            Self::Trigger => "trigger",
            Self::Role => "role",
            Self::Policy => "policy",
        }
    }
}

/// An entry that was touched, with what it was on either side.
type Touched<'a, K, T> = (K, Option<&'a Known<T>>, Option<&'a Known<T>>);

/// The entries of two maps that were touched between them.
fn changed<'a, K: Ord + Clone, T>(left: &'a OrdMap<K, Known<T>>, right: &'a OrdMap<K, Known<T>>) -> Vec<Touched<'a, K, T>> {
    left.diff(right)
        .map(|item| match item {
            DiffItem::Add(key, value) => (key.clone(), None, Some(value)),
            DiffItem::Update { old: (key, old), new: (_, new) } => (key.clone(), Some(old), Some(new)),
            DiffItem::Remove(key, value) => (key.clone(), Some(value), None),
        })
        .collect()
}

fn existence<T>(
    word: &str,
    left: &OrdMap<Key, Known<T>>,
    right: &OrdMap<Key, Known<T>>,
    differ: impl Fn(&T, &T) -> bool,
) -> Vec<Difference> {
    changed(left, right).into_iter().filter_map(|(key, left, right)| presence(word, &key, left, right, &differ)).collect()
}

fn presence<T>(
    word: &str,
    key: &Key,
    left: Option<&Known<T>>,
    right: Option<&Known<T>>,
    differ: impl Fn(&T, &T) -> bool,
) -> Option<Difference> {
    let what = match (left.and_then(|known| known.entry.get()), right.and_then(|known| known.entry.get())) {
        (Some(_), None) => "is missing",
        (None, Some(_)) => "is left over",
        (Some(left), Some(right)) if differ(left, right) => "differs",
        _ => return None,
    };
    Some(Difference { table: None, what: format!("{word} \"{}\" {what}", key.name) })
}

/// Compares what has the same name, and tells what one side alone has. `name` gives it in compared form and as it is written.
fn pairs<'a, T: PartialEq>(
    word: &str,
    table: &str,
    (left, right): (&'a [T], &'a [T]),
    name: impl Fn(&T) -> (Rc<str>, Rc<str>),
    tell: &mut dyn FnMut(String),
    compare: impl Fn(&T, &T, &mut dyn FnMut(String)),
) {
    // Most of what was touched is as it was.
    if left == right {
        return;
    }
    let keyed = |items: &'a [T]| -> BTreeMap<Rc<str>, (Rc<str>, &'a T)> {
        let entry = |item: &'a T| {
            let (key, written) = name(item);
            (key, (written, item))
        };
        items.iter().map(entry).collect()
    };
    let (left, mut right) = (keyed(left), keyed(right));
    for (key, (name, one)) in left {
        match right.remove(&key) {
            Some((_, other)) if one == other => {}
            Some((_, other)) => compare(one, other, tell),
            None => tell(format!("{word} \"{name}\" of table \"{table}\" is missing")),
        }
    }
    for (name, _) in right.values() {
        tell(format!("{word} \"{name}\" of table \"{table}\" is left over"));
    }
}

fn labels(kind: &TypeKind) -> Option<&Vec<Rc<str>>> {
    match kind {
        TypeKind::Enum(labels) => labels.as_ref(),
        _ => None,
    }
}

/// A constraint's name, or what it says where it has none.
fn constraint_label(constraint: &Constraint, name: Option<Rc<str>>) -> Rc<str> {
    name.unwrap_or_else(|| match &constraint.kind {
        ConstraintKind::PrimaryKey { columns } => format!("primary key ({})", joined(columns)).into(),
        ConstraintKind::Unique { columns } => format!("unique ({})", joined(columns)).into(),
        ConstraintKind::ForeignKey(rule) => format!("foreign key ({})", joined(&rule.columns)).into(),
        ConstraintKind::Check { .. } => "check".into(),
        ConstraintKind::Exclude { .. } => "exclude".into(),
    })
}

fn joined(columns: &[Ident]) -> String {
    columns.iter().map(|column| &*column.text).collect::<Vec<_>>().join(", ")
}

fn same_names(left: &[Ident], right: &[Ident]) -> bool {
    left.len() == right.len() && left.iter().zip(right).all(|(left, right)| left.text == right.text)
}

fn same_constraint(left: &Constraint, right: &Constraint) -> bool {
    let same_kind = match (&left.kind, &right.kind) {
        (ConstraintKind::PrimaryKey { columns: one }, ConstraintKind::PrimaryKey { columns: other })
        | (ConstraintKind::Unique { columns: one }, ConstraintKind::Unique { columns: other }) => same_names(one, other),
        (ConstraintKind::ForeignKey(one), ConstraintKind::ForeignKey(other)) => {
            same_names(&one.columns, &other.columns)
                && one.referred_table.name.text == other.referred_table.name.text
                && same_names(&one.referred_columns, &other.referred_columns)
                && same_action(one.ondelete.as_deref(), other.ondelete.as_deref())
                && same_action(one.onupdate.as_deref(), other.onupdate.as_deref())
        }
        (ConstraintKind::Check { condition: one }, ConstraintKind::Check { condition: other }) => same_expression(one, other),
        (ConstraintKind::Exclude { .. }, ConstraintKind::Exclude { .. }) => true,
        _ => false,
    };
    same_kind && left.deferrable.unwrap_or(false) == right.deferrable.unwrap_or(false)
}

fn same_action(left: Option<&str>, right: Option<&str>) -> bool {
    let action = |text: Option<&str>| text.filter(|text| !text.eq_ignore_ascii_case("NO ACTION")).map(str::to_uppercase);
    action(left) == action(right)
}

fn same_index(left: &Index, right: &Index) -> bool {
    let same_element = |(left, right): (&IndexElement, &IndexElement)| match (left, right) {
        (IndexElement::Column(one), IndexElement::Column(other)) => one.text == other.text,
        (IndexElement::Expr(one), IndexElement::Expr(other)) => same_expression(one, other),
        _ => false,
    };
    left.unique == right.unique
        && left.elements.len() == right.elements.len()
        && left.elements.iter().zip(&right.elements).all(same_element)
}

/// Expressions that are not both plain text can't be told apart here, and count as the same.
fn same_expression(left: &SqlExpr, right: &SqlExpr) -> bool {
    match (left, right) {
        (SqlExpr::Text(one), SqlExpr::Text(other)) => squeezed(one) == squeezed(other),
        _ => true,
    }
}

/// A text without spaces, outer parentheses, quotes and casts, in lower case: `'x'::text` is `x`.
fn squeezed(text: &str) -> String {
    let bare = text.split("::").next().unwrap_or(text).trim().trim_matches(['(', ')', '\'', ' ']);
    bare.chars().filter(|letter| !letter.is_whitespace()).flat_map(char::to_lowercase).collect()
}

fn same_default(left: Option<&ServerDefault>, right: Option<&ServerDefault>) -> bool {
    match (left, right) {
        (None, None) => true,
        (None, Some(one)) | (Some(one), None) => matches!(one, ServerDefault::Fetched),
        (Some(left), Some(right)) => match (default_text(left), default_text(right)) {
            (Some(one), Some(other)) => squeezed(&one) == squeezed(&other),
            _ => {
                std::mem::discriminant(left) == std::mem::discriminant(right)
                    || default_text(left).is_some() != default_text(right).is_some()
            }
        },
    }
}

fn default_text(default: &ServerDefault) -> Option<Rc<str>> {
    match default {
        ServerDefault::Text(text) => Some(Rc::clone(text)),
        ServerDefault::Expr(expression) => match &**expression {
            SqlExpr::Text(text) => Some(Rc::clone(text)),
            _ => None,
        },
        _ => None,
    }
}
