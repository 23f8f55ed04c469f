//! The nodes of an expression.

use std::borrow::Cow;
use std::rc::Rc;

use super::compiler::{Compiler, Context, NameClass, Scope};
use super::select::ungrouped;
use crate::diag::{Code, Diagnostic};
use crate::model::expr::{
    Bind, Case, FrameBound, Label, LabelName, LabelStyle, Literal, Op, OrderedAggregate, Over, Select, SqlExpr, TextualSelect, build,
};
use crate::source::Span;
use crate::template::Fields;

impl<'d> Compiler<'d> {
    /// The text of any node.
    pub fn process(&mut self, expr: &SqlExpr, context: Context<'_>) -> Result<String, Diagnostic> {
        match expr {
            SqlExpr::Text(text) => self.text(text, &[], context),
            SqlExpr::TextClause(clause) => self.text(&clause.text, &clause.binds, context),
            SqlExpr::Column(reference) => Ok(self.column(reference, context)),
            SqlExpr::Bind(bind) => self.bind(bind, context),
            SqlExpr::Null => Ok(self.dialect.spec().literals.null.clone()),
            SqlExpr::True => Ok(self.dialect.spec().literals.r#true.clone()),
            SqlExpr::False => Ok(self.dialect.spec().literals.r#false.clone()),
            SqlExpr::Unary(unary) => self.unary(unary, context),
            SqlExpr::Binary(binary) => self.binary(binary, context),
            SqlExpr::List(list) => self.clause_list(list, context),
            SqlExpr::Tuple(list) => Ok(format!("({})", self.joined(&list.clauses, ", ", context)?)),
            SqlExpr::Grouping(inner) => Ok(format!("({})", self.process(inner, Context { as_from: false, ..context })?)),
            SqlExpr::Function(function) => self.function(function, context),
            SqlExpr::Case(case) => self.case(case, context),
            SqlExpr::Cast(cast) => self.cast(&cast.clause, &cast.ty, context),
            SqlExpr::TryCast(cast) => self.try_cast(&cast.clause, &cast.ty, context),
            SqlExpr::TypeCoerce(coerce) => match &coerce.clause {
                SqlExpr::Bind(bind) => self.bind(&bind.with_type(Rc::clone(&coerce.ty)), context),
                other => self.process(other, context),
            },
            SqlExpr::Extract(extract) => self.extract(&extract.0, &extract.1, context),
            SqlExpr::Label(label) => self.label(label, context),
            SqlExpr::LabelReference(inner) => self.label_reference(inner, context),
            SqlExpr::TextLabelReference(name) => self.text_label_reference(name, context),
            SqlExpr::Over(over) => self.over(over, context),
            SqlExpr::Filter(filter) => {
                Ok(format!("{} FILTER (WHERE {})", self.process(&filter.function, context)?, self.process(&filter.criterion, context)?))
            }
            SqlExpr::OrderedAggregate(aggregate) => self.ordered_aggregate(aggregate, context),
            SqlExpr::Collation(collation) => Ok(self.collation(collation.0.as_deref(), &collation.1)),
            SqlExpr::Array(array) => self.array(&array.0, &array.1, context),
            SqlExpr::Slice(slice) => Ok(format!("{}:{}", self.process(&slice.0, context)?, self.process(&slice.1, context)?)),
            SqlExpr::ScalarSelect(inner) => {
                let inner = unlabelled(inner);
                Ok(format!("({})", self.process(&inner, Context { as_from: false, embedded: false, ..context })?))
            }
            SqlExpr::SelectGrouping(inner) => Ok(format!("({})", self.process(inner, context)?)),
            SqlExpr::Select(select) => self.select(expr, select, context),
            SqlExpr::Compound(compound) => self.compound(expr, compound, context),
            SqlExpr::TextualSelect(textual) => self.textual(textual, context),
            SqlExpr::From(from) => self.source(from, context),
            SqlExpr::Insert(insert) => self.insert(insert, context),
            SqlExpr::Update(update) => self.update(update, context),
            SqlExpr::Delete(delete) => self.delete(delete, context),
            SqlExpr::NextValue(sequence) => self.next_value(sequence),
            SqlExpr::ScalarValues(rows) => Ok(format!("({})", self.rows(rows, context)?)),
            SqlExpr::WholeRow(row) => {
                let name = self.quoted(NameClass::Column, &row.1.name);
                Ok(format!("{name}{}", self.dialect.spec().query.whole_row))
            }
            SqlExpr::FunctionColumn(column) => {
                let function = self.process(&column.0, context)?;
                Ok(format!("({function}).{}", self.quoted(NameClass::Column, &column.1.name)))
            }
            SqlExpr::ChangeLimit(_) | SqlExpr::DistinctOn(_) | SqlExpr::FrameClause(_) => {
                Err(self.unsupported("an extension that is part of no statement"))
            }
            SqlExpr::Ddl(_) => Err(Diagnostic::bug(Span::NOWHERE, "a DDL element was taken for an expression")),
        }
    }

    /// A text with columns (`visit_textual_select`).
    fn textual(&mut self, textual: &TextualSelect, context: Context<'_>) -> Result<String, Diagnostic> {
        let top = self.is_top();
        self.stack.push(Scope::default());
        self.independent_ctes(&textual.ctes, context)?;
        let text = self.process(&textual.text, context)?;
        let text = self.with_ctes(top, false, text);
        self.stack.pop();
        Ok(text)
    }

    /// Texts of several nodes with a separator between them, empty ones left out.
    pub fn joined(&mut self, clauses: &[SqlExpr], separator: &str, context: Context<'_>) -> Result<String, Diagnostic> {
        let mut texts = Vec::with_capacity(clauses.len());
        for clause in clauses {
            let text = self.process(clause, context)?;
            if !text.is_empty() {
                texts.push(text);
            }
        }
        Ok(texts.join(separator))
    }

    /// A condition list of `WHERE` or `HAVING` (`_generate_delimited_and_list`).
    pub fn conditions(&mut self, criteria: &[SqlExpr], context: Context<'_>) -> Result<String, Diagnostic> {
        self.joined(&build::where_clauses(criteria), " AND ", context)
    }

    /// A bound value (`visit_bindparam`).
    pub fn bind(&mut self, bind: &Bind, context: Context<'_>) -> Result<String, Diagnostic> {
        let context = Context { literals: context.literals || bind.inline, ..context };
        if !context.literals && bind.expanding {
            let name = self.name(NameClass::Bind, &bind.key);
            return Ok(format!("(__[POSTCOMPILE_{}])", name.text));
        }
        if !context.literals {
            return self.placeholder(&bind.key, &bind.ty);
        }
        if bind.expanding && bind.value != Literal::None {
            return Ok(format!("({})", self.expanded(bind)?));
        }
        if bind.value == Literal::None {
            let null = self.dialect.spec().literals.null.clone();
            return Ok(if bind.expanding { format!("({null})") } else { null });
        }
        self.literal(&bind.value, &bind.ty)
    }

    /// A parameter that stays one (`bindparam_string`).
    pub fn placeholder(&mut self, key: &LabelName, ty: &crate::model::Type) -> Result<String, Diagnostic> {
        let name = self.name(NameClass::Bind, key);
        let mut text = if self.dialect.doubles_percents() { format!("%({})s", name.text) } else { format!(":{}", name.text) };
        if self.casts_parameters_of(ty) {
            text.push_str("::");
            text.push_str(&self.parameter_type(ty)?);
        }
        Ok(text)
    }

    fn case(&mut self, case: &Case, context: Context<'_>) -> Result<String, Diagnostic> {
        let mut text = String::from("CASE ");
        if let Some(value) = &case.value {
            text.push_str(&self.process(value, context)?);
            text.push(' ');
        }
        for (when, then) in &case.whens {
            let when = self.process(when, context)?;
            let then = self.process(then, context)?;
            text.push_str(&format!("WHEN {when} THEN {then} "));
        }
        if let Some(otherwise) = &case.otherwise {
            text.push_str(&format!("ELSE {} ", self.process(otherwise, context)?));
        }
        text.push_str("END");
        Ok(text)
    }

    /// A field of a moment (`visit_extract`).
    fn extract(&mut self, field: &str, operand: &SqlExpr, context: Context<'_>) -> Result<String, Diagnostic> {
        let query = &self.dialect.spec().query;
        let known = query.extract_fields.get(field).cloned();
        if known.is_none() && query.extract_listed {
            return Err(self.unsupported(&format!("the `{field}` of a moment")));
        }
        let template = query.extract.clone();
        let mut fields = Fields::new();
        fields.set("field", known.unwrap_or_else(|| field.to_owned())).set("operand", self.process(operand, context)?);
        self.fill(&template, &fields)
    }

    /// `CAST(… AS …)` (`visit_cast`): a collation stands behind the parentheses.
    pub fn cast(&mut self, clause: &SqlExpr, ty: &crate::model::Type, context: Context<'_>) -> Result<String, Diagnostic> {
        let name = match self.cast_name(ty)? {
            // What the database can't cast to must still be a type of its own.
            Some(name) if name.is_empty() => {
                self.type_name(ty)?;
                return self.process(&build::self_group(clause, None), context);
            }
            Some(name) => name,
            None => self.type_name(ty)?,
        };
        let (name, collation) = match name.rfind(" COLLATE ") {
            Some(at) => name.split_at(at),
            None => (name.as_str(), ""),
        };
        Ok(format!("CAST({} AS {name}){collation}", self.process(clause, context)?))
    }

    /// `TRY_CAST` (`visit_try_cast`).
    fn try_cast(&mut self, clause: &SqlExpr, ty: &crate::model::Type, context: Context<'_>) -> Result<String, Diagnostic> {
        let template = self.dialect.spec().query.try_cast.clone();
        if template.is_empty() {
            return Err(self.unsupported("TRY_CAST"));
        }
        let mut fields = Fields::new();
        fields.set("operand", self.process(clause, context)?).set("type", self.type_name(ty)?);
        self.fill(&template, &fields)
    }

    /// A labelled expression (`visit_label`).
    fn label(&mut self, label: &std::rc::Rc<Label>, context: Context<'_>) -> Result<String, Diagnostic> {
        let seed = SqlExpr::Label(Rc::clone(label)).seed();
        if context.columns_clause && !context.label_clause {
            return self.labelled(&label.element, &label.name, context);
        }
        if context.label_reference == Some(seed) {
            return Ok(self.quoted(NameClass::Column, &label.name));
        }
        self.process(&self.grouped_label(label), Context { columns_clause: false, label_reference: None, ..context })
    }

    fn grouped_label(&self, label: &Label) -> SqlExpr {
        build::self_group(&label.element, Some(&Op::As))
    }

    /// `expr AS name`.
    pub fn labelled(&mut self, element: &SqlExpr, name: &LabelName, context: Context<'_>) -> Result<String, Diagnostic> {
        let element = build::self_group(element, Some(&Op::As));
        let ident = self.name(NameClass::Column, name);
        let inner = Context { columns_clause: true, label_clause: true, label_reference: None, ..context };
        let text = self.process(&element, inner)?;
        Ok(format!("{text} AS {}", self.dialect.quote(&ident)))
    }

    /// What an `ORDER BY` names (`visit_label_reference`).
    fn label_reference(&mut self, inner: &SqlExpr, context: Context<'_>) -> Result<String, Diagnostic> {
        let named = self.dialect.spec().query.orders_by_label;
        let reference = referred_label(inner).filter(|label| named && self.resolves(label, context.columns_clause));
        let label_reference = reference.map(|label| label.seed());
        self.process(inner, Context { label_reference, ..context })
    }

    fn resolves(&self, label: &SqlExpr, columns_clause: bool) -> bool {
        let (SqlExpr::Label(label), Some(labels)) = (label, self.stack.last().and_then(|scope| scope.labels.as_ref())) else {
            return false;
        };
        let names = if columns_clause { &labels.sources } else { &labels.columns };
        let Some(name) = label.name.plain() else { return false };
        let Some((_, found)) = names.iter().find(|(key, _)| &**key == name) else { return false };
        let other = match found {
            SqlExpr::Label(other) => ungrouped(&other.element),
            other => other,
        };
        let same_label = found.seed() == SqlExpr::Label(Rc::clone(label)).seed();
        same_label || other.seed() == ungrouped(&label.element).seed()
    }

    /// A string given to `order_by` or `group_by` (`visit_textual_label_reference`).
    fn text_label_reference(&mut self, name: &str, context: Context<'_>) -> Result<String, Diagnostic> {
        let Some(scope) = self.stack.last() else {
            return self.text(name, &[], context);
        };
        let found = scope.labels.as_ref().and_then(|labels| {
            let columns = (!context.columns_clause).then_some(&labels.columns);
            columns.into_iter().chain([&labels.sources]).flatten().find(|(key, _)| &**key == name).map(|(_, found)| found.clone())
        });
        let Some(found) = found else {
            return Err(Diagnostic::error(
                Code::BadArgument,
                format!(
                    "can't resolve label reference for ORDER BY / GROUP BY / DISTINCT etc.: no column of the statement is called `{name}`"
                ),
            )
            .help(format!("declare the textual SQL explicitly, as `text('{name}')`")));
        };
        self.process(&found, Context { label_reference: Some(found.seed()), ..context })
    }

    fn over(&mut self, over: &Over, context: Context<'_>) -> Result<String, Diagnostic> {
        let element = self.process(&over.element, context)?;
        let mut parts = Vec::new();
        for (word, clauses) in [("PARTITION", &over.partition_by), ("ORDER", &over.order_by)] {
            if !clauses.is_empty() {
                parts.push(format!("{word} BY {}", self.joined(clauses, ", ", context)?));
            }
        }
        if let Some(frame) = &over.frame {
            let lower = self.frame_bound(&frame.lower, "PRECEDING", context)?;
            let upper = self.frame_bound(&frame.upper, "FOLLOWING", context)?;
            let mut text = format!("{} BETWEEN {lower} AND {upper}", frame.unit);
            if let Some(exclude) = &frame.exclude {
                text.push_str(&format!(" EXCLUDE {exclude}"));
            }
            parts.push(text);
        }
        Ok(format!("{element} OVER ({})", parts.join(" ")))
    }

    fn frame_bound(&mut self, bound: &FrameBound, unbounded: &str, context: Context<'_>) -> Result<String, Diagnostic> {
        Ok(match bound {
            FrameBound::Unbounded => format!("UNBOUNDED {unbounded}"),
            FrameBound::Current => "CURRENT ROW".into(),
            FrameBound::Preceding(value) => format!("{} PRECEDING", self.process(value, context)?),
            FrameBound::Following(value) => format!("{} FOLLOWING", self.process(value, context)?),
        })
    }

    fn ordered_aggregate(&mut self, aggregate: &OrderedAggregate, context: Context<'_>) -> Result<String, Diagnostic> {
        let behind = self.dialect.spec().query.aggregates_within_group && !aggregate.argument;
        if aggregate.within_group || behind {
            let element = self.process(&aggregate.element, context)?;
            return Ok(format!("{element} WITHIN GROUP (ORDER BY {})", self.joined(&aggregate.order_by, ", ", context)?));
        }
        if aggregate.argument {
            if !self.dialect.spec().query.ordered_arguments {
                return Err(self.unsupported("an argument of an aggregate with an order of its own"));
            }
            let element = self.process(&aggregate.element, context)?;
            return Ok(format!("{element} ORDER BY {}", self.joined(&aggregate.order_by, ", ", context)?));
        }
        let SqlExpr::Function(function) = &aggregate.element else {
            return Err(Diagnostic::bug(Span::NOWHERE, "an aggregate with an order is no function"));
        };
        self.ordered_function(function, &aggregate.order_by, context)
    }

    fn collation(&self, schema: Option<&str>, name: &str) -> String {
        let quote = |text: &str| {
            if self.dialect.spec().identifiers.quote_collations { self.dialect.quote_text(text).into_owned() } else { text.to_owned() }
        };
        match schema {
            Some(schema) => format!("{}.{}", quote(schema), quote(name)),
            None => quote(name),
        }
    }
}

/// The label that an element of an `ORDER BY` is about (`_order_by_label_element`).
fn referred_label(expr: &SqlExpr) -> Option<&SqlExpr> {
    match expr {
        SqlExpr::Label(_) => Some(expr),
        SqlExpr::Unary(unary) if unary.op.is_order_modifier() => referred_label(&unary.element),
        _ => None,
    }
}

/// A statement that is one value names none of its columns anew (`SelectBase.scalar_subquery`).
fn unlabelled(statement: &SqlExpr) -> Cow<'_, SqlExpr> {
    match statement {
        SqlExpr::Select(select) if select.labels != LabelStyle::None => {
            Cow::Owned(SqlExpr::Select(Rc::new(Select { labels: LabelStyle::None, ..(**select).clone() })))
        }
        SqlExpr::Compound(compound) => {
            let mut compound = (**compound).clone();
            if let Some(first) = compound.selects.first_mut() {
                *first = unlabelled(first).into_owned();
            }
            Cow::Owned(SqlExpr::Compound(Rc::new(compound)))
        }
        other => Cow::Borrowed(other),
    }
}
