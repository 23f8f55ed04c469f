//! Values as SQL literals, by the type they are taken for.

use std::rc::Rc;

use crate::diag::{Code, Diagnostic};
use crate::dialect::LiteralKind;
use crate::model::expr::literal::float_repr;
use crate::model::expr::{Affinity, Bind, Literal, Op};
use crate::model::option::OptionValue;
use crate::model::types::{Type, TypeParam};
use crate::sql::literal;
use crate::template::Fields;

use super::compiler::Compiler;

impl Compiler<'_> {
    /// A value as a literal (`render_literal_value` and the types' `literal_processor`).
    pub fn literal(&self, value: &Literal, ty: &Type) -> Result<String, Diagnostic> {
        if *value == Literal::None {
            return Ok(self.dialect.spec().literals.null.clone());
        }
        let ty = ty.variant_for(self.dialect.library_name());
        match (ty.decorated.as_deref(), ty.affinity()) {
            (Some(decorated), _) => self.literal(value, decorated),
            _ => self.typed(value, ty).ok_or_else(|| no_literal(value, ty)).and_then(|written| written),
        }
    }

    /// The literal of a type that has them; nothing where the value does not fit.
    fn typed(&self, value: &Literal, ty: &Type) -> Option<Result<String, Diagnostic>> {
        match ty.class_name() {
            "JSONIntIndexType" | "JSONStrIndexType" | "JSONIndexType" | "JSONPathType" if self.dialect.spec().query.json_paths => {
                return json_path(value).map(|text| self.string(&text));
            }
            "JSONIntIndexType" => return integer(value).map(Ok),
            "JSONStrIndexType" | "CITEXT" => return text_of(value).map(|text| self.string(text)),
            "JSONPathType" | "JSONPATH" => return path(value).map(|text| self.string(&text)),
            "JSONIndexType" => return integer(value).map(Ok).or_else(|| text_of(value).map(|text| self.string(text))),
            _ => {}
        }
        match ty.affinity() {
            Affinity::String if ty.enumeration.is_some() || ty.class_name() == "Enum" => {
                enum_label(value, ty).map(|text| self.string(text))
            }
            Affinity::String if is_national(ty) => text_of(value).map(|text| literal::national_string(text, self.dialect)),
            Affinity::String => text_of(value).map(|text| self.string(text)),
            Affinity::Integer => integer(value).map(Ok),
            Affinity::Numeric | Affinity::Float => number(value).map(Ok),
            Affinity::Boolean => truth(value).map(|truth| Ok(literal::boolean(truth, self.dialect).to_owned())),
            Affinity::Date => portion(value, Portion::Date).map(|text| self.dialect.literal(LiteralKind::Date, &text)),
            // Where times are texts of one form, moments have another.
            Affinity::Time if self.dialect.spec().features.times_as_text && matches!(value, Literal::DateTime { .. }) => None,
            Affinity::Time => portion(value, Portion::Time).map(|text| self.dialect.literal(LiteralKind::Time, &self.time_text(text, ty))),
            Affinity::DateTime => {
                portion(value, Portion::Whole).map(|text| self.dialect.literal(LiteralKind::DateTime, &self.time_text(text, ty)))
            }
            // Without intervals of its own the database keeps a moment, for which a duration is no value.
            Affinity::Interval => match value {
                Literal::Interval(micros) if ty.is_dialect_type() || self.has_intervals(ty) => {
                    Some(self.dialect.literal(LiteralKind::Interval, &seconds(*micros)))
                }
                _ => None,
            },
            Affinity::Uuid => self.uuid(value, ty).map(|text| self.dialect.literal(LiteralKind::Uuid, &text)),
            Affinity::Binary => match value {
                Literal::Bytes(bytes) => {
                    let text = std::str::from_utf8(bytes).ok()?.replace('\'', "''");
                    let backslashes = self.dialect.spec().literals.backslash_escapes;
                    let text = if backslashes { text.replace('\\', "\\\\") } else { text };
                    Some(self.dialect.literal(LiteralKind::Bytes, &text))
                }
                _ => None,
            },
            Affinity::Array => self.array_literal(value, ty.item_type()?, ty.is_dialect_type()),
            _ => None,
        }
    }

    /// A time of day, behind its date if it has one, as the dialect keeps it in text (`_storage_format`).
    fn time_text(&self, moment: String, ty: &Type) -> String {
        if !self.dialect.spec().features.times_as_text {
            return moment;
        }
        let (date, time) = match moment.split_once(' ') {
            Some((date, time)) => (Some(date), time),
            None if moment.contains(':') => (None, moment.as_str()),
            None => (Some(moment.as_str()), "00:00:00"),
        };
        let unzoned = time.split(['+', '-', 'Z']).next().unwrap_or(time);
        let (seconds, fraction) = unzoned.split_once('.').unwrap_or((unzoned, "000000"));
        let truncated = matches!(ty.param("truncate_microseconds"), Some(OptionValue::Bool(true)));
        let date = date.map(|date| format!("{date} ")).unwrap_or_default();
        if truncated { format!("{date}{seconds}") } else { format!("{date}{seconds}.{fraction}") }
    }

    /// A quoted string (`String.literal_processor`).
    pub fn string(&self, text: &str) -> Result<String, Diagnostic> {
        literal::string(text, self.dialect)
    }

    fn has_intervals(&self, ty: &Type) -> bool {
        self.dialect.spec().features.native_interval && !matches!(ty.param("native"), Some(OptionValue::Bool(false)))
    }

    fn uuid(&self, value: &Literal, ty: &Type) -> Option<String> {
        let native = self.dialect.spec().features.native_uuid && !matches!(ty.param("native_uuid"), Some(OptionValue::Bool(false)));
        match value {
            Literal::Str(text) if native && self.dialect.spec().features.uuid_texts_as_given => Some(text.replace('\'', "''")),
            Literal::Str(text) if matches!(ty.param("as_uuid"), Some(OptionValue::Bool(false))) => {
                Some(text.replace('-', "").replace('\'', "''"))
            }
            Literal::Uuid(text) if native => Some(text.to_string()),
            Literal::Uuid(text) => Some(text.replace('-', "")),
            Literal::Str(text) if native => Some(text.replace('\'', "''")),
            _ => None,
        }
    }

    fn array_literal(&self, value: &Literal, item: &Rc<Type>, own: bool) -> Option<Result<String, Diagnostic>> {
        let Literal::List(items) = value else { return None };
        let mut written = Vec::with_capacity(items.len());
        for value in items.iter() {
            let text = match value {
                Literal::List(_) => self.array_literal(value, item, own)?,
                Literal::None => return None,
                _ => self.literal(value, item),
            };
            match text {
                Ok(text) => written.push(text),
                Err(diagnostic) => return Some(Err(diagnostic)),
            }
        }
        let items = written.join(", ");
        // The array of a dialect's own is written its way everywhere.
        Some(if own { Ok(format!("ARRAY[{items}]")) } else { self.dialect.literal(LiteralKind::Array, &items) })
    }

    /// The items of `IN` (`_literal_execute_expanding_parameter_literal_binds`).
    pub fn expanded(&self, bind: &Bind) -> Result<String, Diagnostic> {
        let Literal::List(items) = &bind.value else {
            return Err(no_literal(&bind.value, &bind.ty));
        };
        let tuple_types = tuple_types(&bind.ty);
        let values = if tuple_types.is_some() && self.dialect.spec().query.tuples_in_values { "VALUES " } else { "" };
        if items.is_empty() {
            let types = tuple_types.unwrap_or_else(|| vec![Rc::clone(&bind.ty)]);
            if bind.expand_op.is_some() && !self.dialect.spec().query.empty_set_compared {
                return Ok(format!("{values}{}", empty_set(bind.expand_op.as_ref(), types.len())));
            }
            return Ok(format!("{values}{}", self.empty_set(&types)?));
        }
        let mut written = Vec::with_capacity(items.len());
        for item in items.iter() {
            written.push(match (item, &tuple_types) {
                (Literal::List(members), Some(types)) => self.tuple_item(members, types)?,
                _ => self.literal(item, &bind.ty)?,
            });
        }
        Ok(format!("{values}{}", written.join(", ")))
    }

    /// A statement that gives no row (`visit_empty_set_expr`).
    fn empty_set(&self, types: &[Rc<Type>]) -> Result<String, Diagnostic> {
        let query = &self.dialect.spec().query;
        let mut items = Vec::with_capacity(types.len());
        let names: Vec<String> = (0..types.len()).map(|index| format!("_in_{index}")).collect();
        for (ty, name) in types.iter().zip(&names) {
            let mut fields = Fields::new();
            fields.set("name", name.as_str());
            if query.empty_set_item.contains("type") {
                fields.set("type", if ty.is_null() { self.type_name(&Type::plain("INTEGER"))? } else { self.type_name(ty)? });
            }
            items.push(self.fill(&query.empty_set_item, &fields)?);
        }
        let mut fields = Fields::new();
        fields.set("items", items.join(", ")).set("names", names.join(", "));
        self.fill(&query.empty_set, &fields)
    }

    fn tuple_item(&self, members: &[Literal], types: &[Rc<Type>]) -> Result<String, Diagnostic> {
        let null = Rc::new(Type::null());
        let mut written = Vec::with_capacity(members.len());
        for (index, member) in members.iter().enumerate() {
            let ty = types.get(index).unwrap_or(&null);
            let ty = if ty.is_null() { Rc::new(member.natural_type()) } else { Rc::clone(ty) };
            written.push(self.literal(member, &ty)?);
        }
        Ok(format!("({})", written.join(", ")))
    }
}

/// Whether a type's texts are of the national character set (`_UnicodeLiteral`).
fn is_national(ty: &Type) -> bool {
    matches!(ty.class_name(), "Unicode" | "UnicodeText" | "NVARCHAR" | "NCHAR" | "NTEXT" | "NVARCHAR2")
}

/// The types of a tuple's members.
fn tuple_types(ty: &Type) -> Option<Vec<Rc<Type>>> {
    if ty.affinity() != Affinity::Tuple {
        return None;
    }
    Some(
        ty.params
            .values()
            .filter_map(|param| match param {
                TypeParam::Type(member) => Some(Rc::clone(member)),
                TypeParam::Value(_) => None,
            })
            .collect(),
    )
}

/// What stands inside of `IN (…)` where there is nothing (`visit_empty_set_op_expr`).
fn empty_set(op: Option<&Op>, width: usize) -> String {
    let nulls = vec!["NULL"; width].join(", ");
    let nulls = if width > 1 { format!("({nulls})") } else { nulls };
    if op == Some(&Op::NotIn) { format!("{nulls}) OR (1 = 1") } else { format!("{nulls}) AND (1 != 1") }
}

/// Why a value has no literal.
pub fn no_literal(value: &Literal, ty: &Type) -> Diagnostic {
    let what = value.describe();
    let message = if ty.is_null() {
        format!("no literal can be written for `{what}`, whose column has no type")
    } else {
        format!("no literal of type `{}` can be written for `{what}`", ty.class)
    };
    let help = match ty.affinity() {
        Affinity::Null => "give the column its type, as in `sa.column(\"name\", sa.String)`",
        Affinity::Json => "write the document as text and cast it, as in `sa.cast(sa.literal('…', sa.Text), sa.JSON)`",
        _ => "write the value as SQL text, as in `sa.text(\"…\")`",
    };
    Diagnostic::error(Code::NoLiteral, message).help(help)
}

fn text_of(value: &Literal) -> Option<&str> {
    match value {
        Literal::Str(text) => Some(text),
        // A `str` that is also an enumeration's member.
        Literal::Member { value, .. } => text_of(value),
        _ => None,
    }
}

fn integer(value: &Literal) -> Option<String> {
    match value {
        Literal::Int(value) => Some(value.to_string()),
        Literal::Bool(value) => Some(i128::from(*value).to_string()),
        Literal::Float(value) if value.is_finite() => Some(format!("{:.0}", value.trunc())),
        Literal::Str(text) | Literal::Decimal(text) => text.trim().parse::<i128>().ok().map(|value| value.to_string()),
        Literal::Member { value, .. } => integer(value),
        _ => None,
    }
}

fn number(value: &Literal) -> Option<String> {
    match value {
        Literal::Int(value) => Some(value.to_string()),
        Literal::Float(value) => Some(float_repr(*value)),
        Literal::Decimal(text) => Some(text.to_string()),
        Literal::Bool(true) => Some("True".into()),
        Literal::Bool(false) => Some("False".into()),
        Literal::Str(text) => text.trim().parse::<f64>().ok().map(|_| text.to_string()),
        _ => None,
    }
}

fn truth(value: &Literal) -> Option<bool> {
    match value {
        Literal::Bool(value) => Some(*value),
        Literal::Int(value @ (0 | 1)) => Some(*value == 1),
        Literal::Float(value) if *value == 0.0 || *value == 1.0 => Some(*value == 1.0),
        _ => None,
    }
}

enum Portion {
    Date,
    Time,
    Whole,
}

/// The part of a moment that a type keeps (`_RenderISO8601NoT`).
fn portion(value: &Literal, portion: Portion) -> Option<String> {
    let iso = match value {
        Literal::Date(iso) | Literal::DateTime { iso, .. } | Literal::Time { iso, .. } => iso,
        _ => return None,
    };
    Some(match portion {
        Portion::Whole => iso.to_string(),
        Portion::Date => iso.split(' ').next().unwrap_or(iso).to_owned(),
        Portion::Time => iso.rsplit(' ').next().unwrap_or(iso).to_owned(),
    })
}

/// `timedelta.total_seconds()`.
fn seconds(micros: i128) -> String {
    float_repr(micros as f64 / 1_000_000.0)
}

/// An index or path as a JSON path from the root (`JSONIndexType._format_value`, `JSONPathType._format_value`).
fn json_path(value: &Literal) -> Option<String> {
    let step = |value: &Literal| match value {
        Literal::Int(number) => Some(format!("[{number}]")),
        other => text_of(other).map(|text| format!(".\"{text}\"")),
    };
    match value {
        Literal::List(items) => items.iter().map(step).collect::<Option<String>>().map(|steps| format!("${steps}")),
        one => step(one).map(|step| format!("${step}")),
    }
}

fn path(value: &Literal) -> Option<String> {
    let Literal::List(items) = value else { return text_of(value).map(str::to_owned) };
    let steps: Option<Vec<String>> = items
        .iter()
        .map(|item| match item {
            Literal::Str(text) => Some(text.to_string()),
            Literal::Int(index) => Some(index.to_string()),
            _ => None,
        })
        .collect();
    Some(format!("{{{}}}", steps?.join(", ")))
}

/// The label of an enumeration's value (`Enum._db_value_for_elem`).
fn enum_label<'v>(value: &'v Literal, ty: &'v Type) -> Option<&'v str> {
    match value {
        Literal::Str(text) if ty.enumeration.as_ref().is_some_and(|it| it.validate_strings && !it.values.contains(text)) => None,
        Literal::Str(text) => Some(text),
        Literal::Member { name, value } => {
            let labels = ty.enumeration.as_ref().map(|enumeration| enumeration.values.as_slice())?;
            let has = |text: &str| labels.iter().any(|label| &**label == text);
            if has(name) { Some(name) } else { text_of(value).filter(|text| has(text)) }
        }
        _ => None,
    }
}
