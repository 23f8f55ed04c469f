//! Names of the columns of a statement, and what a subquery hands on (`_generate_columns_plus_names`).

use std::rc::Rc;

use super::SqlExpr;
use super::from::{ColumnClause, ColumnRef, ColumnRole, From, FromKind};
use super::label::{LabelName, LabelPart, Seed};
use super::statement::LabelStyle;
use crate::model::ident::Ident;

/// A column of a statement with the names it may be written under.
#[derive(Clone, Debug)]
pub struct NamedColumn {
    pub expr: SqlExpr,
    /// The name it must be written under.
    pub required: Option<LabelName>,
    /// The name it is written under if it needs one.
    pub fallback: Option<LabelName>,
}

impl SqlExpr {
    /// The columns of a statement, tables among them taken apart.
    pub fn selected_columns(&self) -> Vec<SqlExpr> {
        match self {
            Self::Select(select) => select.columns.iter().flat_map(Self::select_iterable).collect(),
            Self::Compound(compound) => compound.selects.first().map(Self::selected_columns).unwrap_or_default(),
            Self::SelectGrouping(inner) | Self::ScalarSelect(inner) => inner.selected_columns(),
            Self::TextualSelect(textual) => {
                textual.columns.iter().map(|(name, ty)| Self::Column(ColumnRef::free(name, Rc::clone(ty)))).collect()
            }
            Self::Insert(insert) => returned(&insert.returning),
            Self::Update(update) => returned(&update.returning),
            Self::Delete(delete) => returned(&delete.returning),
            _ => Vec::new(),
        }
    }

    /// What an element of a columns clause stands for: a table is all of its columns.
    pub fn select_iterable(&self) -> Vec<Self> {
        match self {
            Self::From(from) => from.column_refs(),
            Self::List(list) if !list.expression => list.clauses.iter().flat_map(Self::select_iterable).collect(),
            other => vec![other.clone()],
        }
    }

    /// `.name` of an element, where it has one.
    pub fn name_attribute(&self) -> Option<LabelName> {
        match self {
            Self::Column(reference) => Some(reference.column.name.clone()),
            Self::Label(label) => Some(label.name.clone()),
            Self::Function(function) => Some(LabelName::from(&*function.name)),
            Self::NextValue(_) => Some(LabelName::from("next_value")),
            Self::WholeRow(row) => Some(row.1.name.clone()),
            Self::FunctionColumn(column) => Some(column.1.name.clone()),
            Self::Grouping(inner) => inner.name_attribute(),
            _ => None,
        }
    }

    /// The name it is selected under by nature (`_non_anon_label`).
    pub fn natural_label(&self) -> Option<LabelName> {
        match self {
            Self::Column(reference) => Some(reference.column.name.clone()),
            Self::Label(label) => Some(label.name.clone()),
            Self::WholeRow(row) => Some(row.1.name.clone()),
            Self::FunctionColumn(column) => Some(column.1.name.clone()),
            Self::Grouping(inner) => inner.natural_label(),
            _ => None,
        }
    }

    /// The name the compiler invents for it (`_anon_name_label`).
    pub fn invented_label(&self) -> LabelName {
        if let Some(wrapped) = self.wrapped() {
            if matches!(wrapped, Self::Text(_) | Self::TextClause(_)) {
                return self.anonymous(None);
            }
            return wrapped.natural_label().unwrap_or_else(|| wrapped.invented_label());
        }
        self.anonymous(self.name_attribute())
    }

    /// `_anon_label(name)`.
    fn anonymous(&self, name: Option<LabelName>) -> LabelName {
        match name {
            Some(LabelName::Anonymous(parts)) => {
                let mut parts = parts.to_vec();
                parts.push(LabelPart::Numbered { seed: self.seed(), body: "".into() });
                LabelName::Anonymous(parts.into())
            }
            Some(name) => LabelName::anonymous(self.seed(), name.plain().unwrap_or("anon")),
            None => LabelName::anonymous(self.seed(), "anon"),
        }
    }

    /// The expression that lends this one its name (`WrapsColumnExpression`).
    fn wrapped(&self) -> Option<&Self> {
        match self {
            Self::Cast(cast) | Self::TryCast(cast) | Self::TypeCoerce(cast) => Some(&cast.clause),
            Self::OrderedAggregate(aggregate) if !aggregate.argument => Some(&aggregate.element),
            Self::Unary(unary) if matches!(unary.op, super::Op::IsTrue | super::Op::IsFalse) => Some(&unary.element),
            _ => None,
        }
    }

    /// The label of a repeated column (`_dedupe_anon_label_idx`).
    fn repeated_label(&self, index: usize) -> LabelName {
        if let Some(wrapped) = self.wrapped() {
            return match wrapped.natural_label() {
                Some(name) => self.anonymous(Some(name.with_suffix(&LabelName::from("_")))),
                None => self.repeated_qualified_label(index),
            };
        }
        match self.name_attribute() {
            Some(name) => self.numbered(index, &name),
            None => self.repeated_qualified_label(index),
        }
    }

    fn repeated_qualified_label(&self, index: usize) -> LabelName {
        self.numbered(index, &self.qualified_label().unwrap_or_else(|| LabelName::from("anon")))
    }

    fn numbered(&self, index: usize, name: &LabelName) -> LabelName {
        let suffixed = name.with_suffix(&LabelName::from("_"));
        let node = match self.seed() {
            Seed::Node(address) => address,
            _ => 0,
        };
        match suffixed {
            LabelName::Anonymous(parts) => {
                let mut parts = parts.to_vec();
                parts.push(LabelPart::Numbered { seed: Seed::Repeat(node, index), body: "".into() });
                LabelName::Anonymous(parts.into())
            }
            plain => LabelName::anonymous(Seed::Repeat(node, index), plain.plain().unwrap_or("anon")),
        }
    }

    /// `table_column` (`_tq_label`).
    pub fn qualified_label(&self) -> Option<LabelName> {
        match self {
            Self::Column(reference) => reference.qualified_label(),
            Self::Label(label) => Some(label.name.clone()),
            Self::Grouping(inner) => inner.qualified_label().or_else(|| Some(self.invented_label())),
            _ => self.wrapped().and_then(Self::qualified_label),
        }
    }

    /// The key under which a subquery knows it (`_proxy_key`).
    pub fn proxy_key(&self) -> Option<Rc<str>> {
        match self {
            Self::Column(reference) => reference.column.key_text().map(Rc::from),
            Self::Label(label) => label.name.plain().map(Rc::from),
            Self::Function(function) => Some(Rc::clone(&function.name)),
            Self::Bind(bind) => bind.key.plain().map(Rc::from),
            Self::Grouping(inner) => inner.proxy_key(),
            _ => match self.wrapped() {
                Some(Self::Text(_) | Self::TextClause(_)) | None => None,
                Some(wrapped) => wrapped.proxy_key(),
            },
        }
    }

    /// Whether a column of a statement gets a name at all.
    fn takes_label(&self) -> bool {
        match self {
            Self::Text(_) | Self::TextClause(_) => false,
            Self::Column(reference) => reference.from.is_some(),
            _ => true,
        }
    }
}

fn returned(columns: &[SqlExpr]) -> Vec<SqlExpr> {
    columns.iter().flat_map(SqlExpr::select_iterable).collect()
}

impl ColumnRef {
    /// A label of which the author said whether its column or table is to be quoted.
    fn quoted_as_given(&self, label: LabelName, from: &From) -> LabelName {
        let said = |name: &LabelName| match name {
            LabelName::Given(ident) => ident.quote,
            _ => None,
        };
        match (said(&self.column.name).or_else(|| from.name.as_ref().and_then(said)), label.plain()) {
            (Some(quote), Some(text)) => LabelName::Given(Ident { text: text.into(), quote: Some(quote) }),
            _ => label,
        }
    }

    fn qualified_label(&self) -> Option<LabelName> {
        if self.column.literal {
            return None;
        }
        let Some(from) = self.from.as_ref().filter(|from| from.named_with_column()) else {
            return Some(self.column.name.clone());
        };
        let table = from.name.clone()?;
        let mut label = match from.schema() {
            Some(schema) => LabelName::from(format!("{}_", schema.text.replace('.', "_")).as_str()).with_suffix(&table),
            None => table,
        };
        label = label.with_suffix(&LabelName::from("_")).with_suffix(&self.column.name);
        let taken = |text: &str| from.columns.iter().any(|column| column.key_text() == Some(text));
        if let Some(text) = label.plain().filter(|text| taken(text)).map(str::to_owned) {
            let free = (1..).map(|count| format!("{text}_{count}")).find(|name| !taken(name))?;
            label = LabelName::Derived(free.into());
        }
        Some(self.quoted_as_given(label, from))
    }
}

/// The columns of a statement with the names they are written under; `repeat` says whether a column that stands
/// there twice gets a second name.
pub fn named_columns(columns: Vec<SqlExpr>, style: LabelStyle, repeat: bool) -> Vec<NamedColumn> {
    let mut names: Vec<(LabelName, Seed)> = Vec::new();
    let mut index = 0;
    columns
        .into_iter()
        .map(|expr| match style {
            LabelStyle::None => as_it_is(expr),
            _ => name_column(expr, style == LabelStyle::Qualified, repeat, &mut names, &mut index),
        })
        .collect()
}

/// A column of a statement that tells no columns apart.
fn as_it_is(expr: SqlExpr) -> NamedColumn {
    let fallback = expr.takes_label().then(|| expr.natural_label().unwrap_or_else(|| expr.invented_label()));
    NamedColumn { expr, required: None, fallback }
}

fn name_column(expr: SqlExpr, qualified: bool, repeat: bool, names: &mut Vec<(LabelName, Seed)>, index: &mut usize) -> NamedColumn {
    if !expr.takes_label() {
        return NamedColumn { expr, required: None, fallback: None };
    }
    let next = |index: &mut usize| {
        *index += 1;
        if qualified { expr.repeated_qualified_label(*index) } else { expr.repeated_label(*index) }
    };
    let natural = if qualified { expr.qualified_label() } else { expr.natural_label() };
    let Some(natural) = natural else {
        let invented = expr.invented_label();
        let fallback = if names.iter().any(|(name, _)| *name == invented) {
            next(index)
        } else {
            names.push((invented.clone(), expr.seed()));
            invented
        };
        return NamedColumn { expr, required: None, fallback: Some(fallback) };
    };
    let mut required = qualified.then(|| natural.clone());
    let mut fallback = natural.clone();
    match names.iter().find(|(name, _)| *name == natural).map(|(_, seed)| *seed) {
        None => names.push((natural, expr.seed())),
        Some(seed) if seed != expr.seed() => {
            let mut label = match qualified {
                true => expr.anonymous(expr.qualified_label()),
                false => expr.invented_label(),
            };
            if repeat && names.iter().any(|(name, _)| *name == label) {
                label = next(index);
            } else {
                names.push((label.clone(), expr.seed()));
            }
            required = Some(label.clone());
            fallback = label;
        }
        Some(_) if repeat => {
            let label = next(index);
            required = Some(label.clone());
            fallback = label;
        }
        Some(_) => {}
    }
    NamedColumn { expr, required, fallback: Some(fallback) }
}

/// The columns that a subquery of this statement hands on (`_generate_fromclause_column_proxies`).
pub fn proxies(statement: &SqlExpr) -> Vec<Rc<ColumnClause>> {
    let mut keys: Vec<Rc<str>> = Vec::new();
    named_columns(statement.selected_columns(), statement.label_style(), false)
        .into_iter()
        .filter(|column| !matches!(column.expr, SqlExpr::Text(_) | SqlExpr::TextClause(_)))
        .map(|column| proxy(&column, &mut keys))
        .collect()
}

fn proxy(column: &NamedColumn, keys: &mut Vec<Rc<str>>) -> Rc<ColumnClause> {
    let name = match (&column.required, &column.expr) {
        (Some(name), _) => name.clone(),
        (None, expr) => expr.natural_label().unwrap_or_else(|| expr.invented_label()),
    };
    let mut key = if column.required.is_some() { name.plain().map(Rc::from) } else { column.expr.proxy_key() };
    if key.as_ref().is_some_and(|key| keys.contains(key)) {
        key = key.map(|key| Rc::from(format!("{key}_1")));
    }
    let key = key.or_else(|| Some(Rc::from("_no_label")));
    keys.extend(key.clone());
    let literal = matches!(&column.expr, SqlExpr::Column(reference) if reference.column.literal) && column.required.is_none();
    Rc::new(ColumnClause {
        key: key.filter(|key| name.plain() != Some(&**key)),
        name,
        ty: column.expr.ty(),
        literal,
        role: ColumnRole { real: column.expr.is_real_column(), ..ColumnRole::default() },
    })
}

impl SqlExpr {
    /// Whether it is a `Column` of a table, by whatever label.
    pub fn is_real_column(&self) -> bool {
        match self {
            Self::Column(reference) => reference.column.role.real,
            Self::Label(label) => label.element.is_real_column(),
            _ => false,
        }
    }

    /// How the columns of a statement are told apart.
    pub fn label_style(&self) -> LabelStyle {
        match self {
            Self::Select(select) => select.labels,
            Self::Compound(compound) => compound.selects.first().map(Self::label_style).unwrap_or_default(),
            Self::SelectGrouping(inner) => inner.label_style(),
            _ => LabelStyle::default(),
        }
    }
}

impl From {
    /// An alias of a table or another source.
    pub fn alias(self: &Rc<Self>, name: Option<LabelName>, lateral: bool) -> Rc<Self> {
        let id = super::label::Identity::fresh();
        let body = self.name.as_ref().and_then(LabelName::plain).unwrap_or("anon");
        let name = name.unwrap_or_else(|| Self::anonymous_name(id, body));
        let columns = self.columns.iter().map(handed_on).collect();
        Rc::new(Self { id, name: Some(name), kind: FromKind::Alias { element: Rc::clone(self), lateral }, columns })
    }

    /// A statement as a source of rows.
    pub fn subquery(element: SqlExpr, name: Option<LabelName>, lateral: bool) -> Rc<Self> {
        let id = super::label::Identity::fresh();
        let name = name.unwrap_or_else(|| Self::anonymous_name(id, "anon"));
        let columns = proxies(&element);
        Rc::new(Self { id, name: Some(name), kind: FromKind::Subquery { element, lateral }, columns })
    }

    /// A join of two sources; a join on its right side stands in parentheses.
    pub fn join(left: &Rc<Self>, right: &Rc<Self>, on: SqlExpr, outer: bool, full: bool) -> Rc<Self> {
        let right = match right.kind {
            FromKind::Join { .. } => Self::new(None, FromKind::Grouping(Rc::clone(right)), right.columns.clone()),
            _ => Rc::clone(right),
        };
        let on = super::build::self_group(&on, Some(&super::Op::AsBool));
        let columns = left.columns.iter().chain(&right.columns).cloned().collect();
        Self::new(None, FromKind::Join { left: Rc::clone(left), right, on, outer, full }, columns)
    }

    /// A common table expression.
    pub fn cte(name: Option<LabelName>, cte: super::from::Cte) -> Rc<Self> {
        let id = super::label::Identity::fresh();
        let name = name.unwrap_or_else(|| Self::anonymous_name(id, "anon"));
        let columns = match &cte.alias_of {
            Some(original) => original.columns.iter().map(handed_on).collect(),
            None => match &cte.element {
                SqlExpr::From(values) => values.columns.iter().map(handed_on).collect(),
                element => proxies(element),
            },
        };
        Rc::new(Self { id, name: Some(name), kind: FromKind::Cte(cte), columns })
    }
}

/// A column as a pseudo table of the same columns has it.
pub fn same_column(column: &Rc<ColumnClause>) -> Rc<ColumnClause> {
    Rc::new((**column).clone())
}

/// A column as an alias hands it on.
pub fn handed_on(column: &Rc<ColumnClause>) -> Rc<ColumnClause> {
    let role = ColumnRole { real: column.role.real, ..ColumnRole::default() };
    Rc::new(ColumnClause { role, ..(**column).clone() })
}
