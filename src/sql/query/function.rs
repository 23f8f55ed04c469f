//! Calls of functions, arrays, sequences, and the names of types.

use std::rc::Rc;

use crate::diag::{Code, Diagnostic};
use crate::dialect::LiteralKind;
use crate::model::column::Sequence;
use crate::model::expr::{Affinity, Function, SqlExpr};
use crate::model::types::Type;
use crate::template::Fields;

use super::compiler::{Compiler, Context};

impl Compiler<'_> {
    /// A call (`visit_function`).
    pub fn function(&mut self, function: &Function, context: Context<'_>) -> Result<String, Diagnostic> {
        let context = self.told(&function.name, context);
        let mut arguments = Vec::with_capacity(function.arguments.len());
        for argument in &function.arguments {
            arguments.push(self.process(argument, Context { as_from: false, ..context })?);
        }
        let text = self.call(function, &arguments, "")?;
        if !context.as_from || function.name.eq_ignore_ascii_case("table") {
            return Ok(text);
        }
        let mut fields = Fields::new();
        fields.set("operand", text);
        let template = self.dialect.spec().query.function_source.clone();
        self.fill(&template, &fields)
    }

    /// A call with an order inside of its parentheses (`visit_aggregateorderby`).
    pub fn ordered_function(&mut self, function: &Function, order_by: &[SqlExpr], context: Context<'_>) -> Result<String, Diagnostic> {
        let mut arguments = Vec::with_capacity(function.arguments.len());
        for argument in &function.arguments {
            arguments.push(self.process(argument, context)?);
        }
        let order = self.joined(order_by, ", ", context)?;
        self.call(function, &arguments, &order)
    }

    fn call(&mut self, function: &Function, arguments: &[String], order: &str) -> Result<String, Diagnostic> {
        let template = self.dialect.spec().query.functions.get(&function.name.to_lowercase());
        let takes_order = order.is_empty() || template.is_some_and(|template| template.contains("order"));
        let behind = if takes_order { String::new() } else { format!(" ORDER BY {order}") };
        let list = format!("{}{behind}", arguments.join(", "));
        let mut text = match template {
            Some(template) if function.packages.is_empty() => {
                let mut fields = Fields::new();
                fields.set("arguments", list);
                fields.set_some("order", (!order.is_empty()).then_some(order));
                for (name, argument) in ["first", "second", "third"].into_iter().zip(arguments) {
                    fields.set(name, argument.as_str());
                }
                self.fill(template, &fields)?
            }
            _ => self.plain_call(function, &list),
        };
        if function.with_ordinality {
            text.push_str(" WITH ORDINALITY");
        }
        Ok(text)
    }

    fn plain_call(&self, function: &Function, list: &str) -> String {
        let bare = &self.dialect.spec().query.bare_functions;
        let name = match generic_name(function, bare) {
            Some((name, always)) if always || !list.is_empty() => format!("{name}({list})"),
            Some((name, _)) => name,
            None if list.is_empty() && self.is_parenless(&function.name) => self.function_name(&function.name, function.quote_name),
            None => format!("{}({list})", self.function_name(&function.name, function.quote_name)),
        };
        let mut parts: Vec<String> = function.packages.iter().map(|package| self.function_name(package, false)).collect();
        parts.push(name);
        parts.join(".")
    }

    fn is_parenless(&self, name: &str) -> bool {
        self.dialect.spec().query.parenless_functions.iter().any(|known| known.eq_ignore_ascii_case(name))
    }

    /// The name of a function: quoted only where it holds what no name may.
    fn function_name(&self, name: &str, quote: bool) -> String {
        let legal = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '$'));
        if quote || !legal { self.dialect.quote_text(name).into_owned() } else { name.to_owned() }
    }

    /// `postgresql.array([…])` (`visit_array`).
    pub fn array(&mut self, items: &[SqlExpr], ty: &Rc<Type>, context: Context<'_>) -> Result<String, Diagnostic> {
        if self.dialect.type_row("ARRAY").is_none_or(|row| row.template().is_err()) {
            return Err(crate::dialect::unsupported(self.dialect, "an array"));
        }
        let untyped = ty.item_type().is_none_or(|item| item.is_null());
        if items.is_empty() && !untyped {
            return Ok(format!("{}::{}", self.dialect.literal(LiteralKind::Array, "")?, self.type_name(ty)?));
        }
        let items = self.joined(items, ", ", context)?;
        self.dialect.literal(LiteralKind::Array, &items)
    }

    /// The next value of a sequence (`visit_next_value_func`).
    pub fn next_value(&mut self, sequence: &Sequence) -> Result<String, Diagnostic> {
        let Some(template) = self.dialect.spec().query.functions.get("next_value") else {
            return Err(self.unsupported("the next value of a sequence"));
        };
        let name = self.dialect.sequence(&sequence.name);
        let mut fields = Fields::new();
        fields.set("arguments", name.as_str()).set("text", name.replace('\'', "''"));
        self.fill(template, &fields)
    }

    /// A type as DDL writes it.
    pub fn type_name(&self, ty: &Type) -> Result<String, Diagnostic> {
        if ty.is_null() {
            return Err(Diagnostic::error(Code::BadArgument, "a cast is made to no type").help("name the type that is meant"));
        }
        crate::sql::type_text(ty, self.dialect)
    }

    /// What a type is called in a cast, where that is not its name in DDL; empty where there is no cast to it.
    pub fn cast_name(&self, ty: &Type) -> Result<Option<String>, Diagnostic> {
        let casts = &self.dialect.spec().query.casts;
        if casts.is_empty() {
            return Ok(None);
        }
        let ty = crate::sql::types::resolved(ty, self.dialect);
        let native = ty.enumeration.as_ref().is_some_and(|enumeration| enumeration.native);
        let own = native.then(|| casts.get("enumeration")).flatten();
        let Some(template) = own.or_else(|| casts.get(family(ty)?)) else { return Ok(None) };
        let mut fields = Fields::new();
        for name in ["length", "precision", "scale"] {
            fields.set_some(name, ty.number(name));
        }
        if let Some(length) = ty.enumeration.as_ref().and_then(|enumeration| enumeration.longest()) {
            fields.set("length", length.to_string());
        }
        if ty.is_dialect_type() || ty.class_name() == "CHAR" {
            for name in ["charset", "collation"] {
                if let Some(crate::model::OptionValue::Str(text)) = ty.param(name) {
                    fields.set(name, text.to_string());
                }
            }
        }
        fields.set("unsigned", matches!(ty.param("unsigned"), Some(crate::model::OptionValue::Bool(true))));
        self.fill(template, &fields).map(Some)
    }

    /// Whether the driver needs to be told the type of a parameter (`render_bind_cast`).
    pub fn casts_parameters_of(&self, ty: &Type) -> bool {
        let ty = ty.variant_for(self.dialect.library_name());
        let named = ty.enumeration.is_some() || matches!(ty.class_name(), "Enum" | "ENUM");
        let family = match ty.affinity() {
            Affinity::String => "string",
            Affinity::Integer => "integer",
            Affinity::Date => "date",
            Affinity::DateTime => "datetime",
            Affinity::Time => "time",
            Affinity::Json => "json",
            Affinity::Array => "array",
            Affinity::Uuid => "uuid",
            Affinity::Range => "range",
            _ => "",
        };
        !named && self.dialect.spec().query.parameter_casts.iter().any(|known| known == family || *known == *ty.class)
    }

    /// The type named behind a parameter: strings without their length.
    pub fn parameter_type(&self, ty: &Type) -> Result<String, Diagnostic> {
        if ty.affinity() == Affinity::String { self.type_name(&Type::plain("String")) } else { self.type_name(ty) }
    }
}

/// How one of SQLAlchemy's own function classes is spelled, and whether it has parentheses without arguments too.
fn generic_name(function: &Function, bare: &[String]) -> Option<(String, bool)> {
    if !function.generic || !function.packages.is_empty() {
        return None;
    }
    let name = &*function.name;
    match name {
        _ if bare.iter().any(|known| known == name) => Some((name.to_uppercase(), false)),
        "sysdate" => Some((name.to_owned(), false)),
        "cube" | "rollup" => Some((name.to_uppercase(), true)),
        "grouping_sets" => Some(("GROUPING SETS".to_owned(), true)),
        _ => None,
    }
}

/// The family of a type as the table of casts calls it.
fn family(ty: &Type) -> Option<&'static str> {
    let name = ty.class_name();
    Some(match ty.affinity() {
        _ if matches!(name, "Text" | "UnicodeText" | "CLOB" | "TEXT" | "LONG") && ty.enumeration.is_none() => "text",
        _ if matches!(name, "ENUM" | "SET") => "enumeration",
        Affinity::String => "string",
        Affinity::Integer => "integer",
        Affinity::Numeric if name == "DECIMAL" => return None,
        Affinity::Numeric => "numeric",
        Affinity::Float => "float",
        Affinity::Boolean => "boolean",
        Affinity::Binary => "binary",
        Affinity::Json => "json",
        Affinity::Uuid => "uuid",
        Affinity::Interval => "interval",
        Affinity::DateTime if name == "TIMESTAMP" => "timestamp",
        Affinity::Date | Affinity::DateTime | Affinity::Time => return None,
        _ => "other",
    })
}
