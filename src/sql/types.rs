//! Types as a dialect writes them (`TypeCompiler.process`).

use std::borrow::Cow;
use std::rc::Rc;

use super::literal;
use crate::diag::{Code, Diagnostic};
use crate::dialect::spec::{Conditional, Enumeration};
use crate::dialect::{Dialect, TypeRow};
use crate::model::{EnumType, Name, OptionValue, Type, TypeParam};
use crate::template::{Field, Fields};

/// A type's text.
///
/// # Errors
/// A type the dialect can't render, or that lacks what it needs.
pub fn type_text(ty: &Type, dialect: &Dialect) -> Result<String, Diagnostic> {
    let ty = resolved(ty, dialect);
    if let Some(enumeration) = &ty.enumeration {
        return enumeration_text(ty, enumeration, dialect);
    }
    match class_name(ty) {
        "NullType" => Err(null_type()),
        "ARRAY" => array(ty, dialect),
        "DOMAIN" if dialect.spec().strategies.enumeration == Enumeration::NamedType => domain_name(ty, dialect),
        "MatchType" => row("Boolean", ty, dialect),
        "Interval" if flag(ty, "native") == Some(false) => row("DateTime", &Type::plain("DateTime"), dialect),
        "Uuid" | "UUID" if flag(ty, "native_uuid") == Some(false) => row("CHAR", &character(32), dialect),
        "PickleType" => match ty.params.get("impl") {
            Some(TypeParam::Type(inner)) => type_text(inner, dialect),
            _ => row("PickleType", ty, dialect),
        },
        _ => match text_param(ty, "col_spec") {
            Some(text) => Ok(text.to_owned()),
            None => row(&ty.class, ty, dialect),
        },
    }
}

/// The type that is really meant: the variant for the dialect, what a decorator stands for.
pub fn resolved<'a>(ty: &'a Type, dialect: &Dialect) -> &'a Type {
    if let Some((_, variant)) = ty.variants.iter().find(|(name, _)| &**name == dialect.library_name()) {
        return resolved(variant, dialect);
    }
    match &ty.decorated {
        Some(decorated) => resolved(decorated, dialect),
        None => ty,
    }
}

/// The class without the dialect it belongs to.
fn class_name(ty: &Type) -> &str {
    ty.class.rsplit('.').next().unwrap_or(&ty.class)
}

/// An argument of a type that is true or false.
pub fn flag(ty: &Type, name: &str) -> Option<bool> {
    match ty.params.get(name) {
        Some(TypeParam::Value(OptionValue::Bool(value))) => Some(*value),
        _ => None,
    }
}

/// An argument of a type that is text.
pub fn text_param<'a>(ty: &'a Type, name: &str) -> Option<&'a str> {
    match ty.params.get(name) {
        Some(TypeParam::Value(OptionValue::Str(text))) => Some(text),
        _ => None,
    }
}

fn character(length: i128) -> Type {
    let mut ty = Type::plain("CHAR");
    ty.params.insert("length".into(), TypeParam::Value(OptionValue::Int(length)));
    ty
}

/// Writes the row of the type table for a class, `dialect.CLASS` or `CLASS`.
fn row(class: &str, ty: &Type, dialect: &Dialect) -> Result<String, Diagnostic> {
    let short = class.rsplit('.').next().unwrap_or(class);
    let found = dialect.type_row(class).or_else(|| dialect.type_row(short));
    let Some(found) = found else {
        return Err(cannot_render(short, dialect));
    };
    let template = found.template().map_err(|why| cannot_render_since(class, short, &why, dialect))?;
    let fields = fields(ty, found.asks(), dialect)?;
    if let Some(complaint) = found.complaint(|name| fields.get(name).is_some()) {
        return Err(complained(short, &complaint, dialect));
    }
    template.render(&fields).map_err(|problem| {
        Diagnostic::error(Code::BadTemplate, format!("the type `{class}` of `{}` can't be written: {problem}", dialect.name()))
    })
}

fn complained(class: &str, complaint: &str, dialect: &Dialect) -> Diagnostic {
    Diagnostic::error(Code::Unsupported, format!("{class} {complaint} on dialect {}", dialect.name()))
        .help("name another type for this dialect with `.with_variant(…)`")
}

/// Whether a type may stand in a column's description, where the driver makes another class of it (`TypeEngine.dialect_impl`).
///
/// # Errors
/// An argument that the other class does not take.
pub fn check_in_column(ty: &Type, dialect: &Dialect) -> Result<(), Diagnostic> {
    let ty = resolved(ty, dialect);
    let asks = dialect.type_row(&ty.class).and_then(TypeRow::asks);
    match asks.and_then(|asks| asks.refuses_in_column.as_deref()).filter(|name| ty.params.contains_key(*name)) {
        Some(refused) => Err(complained(class_name(ty), &format!("takes no `{refused}`"), dialect)),
        None => Ok(()),
    }
}

/// The arguments of a type as fields; a length of nothing is none, unless the type needs one.
fn fields<'a>(ty: &'a Type, asks: Option<&Conditional>, dialect: &Dialect) -> Result<Fields<'a>, Diagnostic> {
    let mut fields = Fields::new();
    let asked = |name: &str, by: fn(&Conditional) -> Option<&str>| asks.and_then(by) == Some(name);
    for (name, param) in &ty.params {
        let TypeParam::Value(value) = param else { continue };
        match (&**name, value) {
            (name, OptionValue::Int(0)) if asked(name, |asks| asks.not_zero.as_deref()) => {}
            (name, OptionValue::Str(text)) if asked(name, |asks| asks.number.as_deref()) => return Err(no_number(name, text)),
            ("length", OptionValue::Int(0)) if asked("length", |asks| asks.requires.as_deref()) => {
                fields.set("length", "0");
            }
            ("collation", OptionValue::Str(text)) => {
                let quoted = collation(text, text_param(ty, "collation_schema"), dialect);
                fields.set("collation", Field::Name { quoted, raw: text.to_string() });
            }
            ("length", OptionValue::Int(0)) | (_, OptionValue::None) => {}
            (name, OptionValue::Int(number)) => {
                fields.set(name, number.to_string());
            }
            (name, OptionValue::Bool(flag)) => {
                fields.set(name, *flag);
            }
            ("storage_format", OptionValue::Str(text)) if text.contains("%(") => {
                fields.set("digits_only", is_all_digits(text));
            }
            // Alembic puts the precision of a number into its type as it is, that of a time as a number.
            ("precision", OptionValue::Str(text))
                if NUMBERS.contains(&class_name(ty)) && text.bytes().all(|byte| byte.is_ascii_digit()) =>
            {
                fields.set("precision", &**text);
            }
            (name, OptionValue::Str(text)) if name.ends_with("precision") => {
                return Err(no_number(name, text));
            }
            (name, OptionValue::Str(text)) => {
                fields.set(name, &**text);
            }
            (name, OptionValue::List(items)) => {
                let texts = items.iter().filter_map(|item| if let OptionValue::Str(text) = item { Some(text) } else { None });
                let labels: Result<Vec<_>, _> = texts.map(|text| literal::string(text, dialect)).collect();
                fields.set(name, labels?.join(","));
            }
            _ => {}
        }
    }
    Ok(fields)
}

/// Types whose precision is not computed with.
const NUMBERS: [&str; 9] = ["DECIMAL", "DOUBLE", "DOUBLE_PRECISION", "Double", "FLOAT", "Float", "NUMERIC", "Numeric", "REAL"];

/// Whether a format for dates leaves nothing but digits, so that the database would take the text for a number
/// (`_DateTimeMixin.format_is_text_affinity`).
fn is_all_digits(format: &str) -> bool {
    let outside = format.split("%(").enumerate().map(|(index, part)| match part.split_once(')') {
        Some((_, rest)) if index > 0 => rest.trim_start_matches(|c: char| c.is_ascii_digit()).strip_prefix('d').unwrap_or(rest),
        _ => part,
    });
    outside.flat_map(str::chars).all(|c| c.is_ascii_digit())
}

fn no_number(name: &str, text: &str) -> Diagnostic {
    Diagnostic::error(Code::BadArgument, format!("`{name}` of a type is a number, not `{text}`"))
        .help("give a number, or another type for this dialect with `.with_variant(…)`")
}

/// A collation's name (`IdentifierPreparer.format_collation`).
pub fn collation(name: &str, schema: Option<&str>, dialect: &Dialect) -> String {
    let name = if dialect.spec().identifiers.quote_collations { dialect.quote_text(name) } else { Cow::Borrowed(name) };
    match schema {
        Some(schema) => format!("{}.{name}", dialect.quote_text(schema)),
        None => name.into_owned(),
    }
}

/// The item's type with brackets before its collation (`PGTypeCompiler.visit_ARRAY`).
fn array(ty: &Type, dialect: &Dialect) -> Result<String, Diagnostic> {
    let template = dialect.type_row("ARRAY").map(|row| row.template());
    let Some(Ok(template)) = template else {
        return Err(cannot_render("ARRAY", dialect));
    };
    let item = match ty.params.get("item_type") {
        Some(TypeParam::Type(item)) => type_text(item, dialect)?,
        _ => return Err(null_type()),
    };
    let dimensions = match ty.params.get("dimensions") {
        Some(TypeParam::Value(OptionValue::Int(count))) => usize::try_from(*count).unwrap_or(0),
        _ => 1,
    };
    let (item, collation) = item.find(" COLLATE").map_or((item.as_str(), ""), |at| item.split_at(at));
    let mut fields = Fields::new();
    fields.set("item", item).set("brackets", "[]".repeat(dimensions)).set("item_collation", collation);
    template.render(&fields).map_err(|problem| Diagnostic::error(Code::BadTemplate, problem))
}

fn enumeration_text(ty: &Type, enumeration: &EnumType, dialect: &Dialect) -> Result<String, Diagnostic> {
    let strategy = dialect.spec().strategies.enumeration;
    let own_class = class_name(ty) == "ENUM";
    match strategy {
        Enumeration::NamedType if enumeration.native || own_class => enumeration_name(ty, enumeration, dialect),
        Enumeration::Inline if enumeration.native || own_class => inline_enumeration(ty, enumeration, dialect),
        _ if dialect.type_row(&ty.class).is_some_and(|row| row.template().is_err()) => Err(cannot_render(class_name(ty), dialect)),
        _ => {
            let mut string = character(enumeration.longest().unwrap_or(0));
            string.params.extend(
                ty.params.iter().filter(|(name, _)| name.starts_with("collation")).map(|(name, param)| (name.clone(), param.clone())),
            );
            row("VARCHAR", &string, dialect)
        }
    }
}

fn inline_enumeration(ty: &Type, enumeration: &EnumType, dialect: &Dialect) -> Result<String, Diagnostic> {
    let labels: Result<Vec<_>, _> = enumeration.values.iter().map(|value| literal::string(value, dialect)).collect();
    let mut fields = fields(ty, None, dialect)?;
    fields.set("values", Field::Text(labels?.join(",")));
    let Some(Ok(template)) = dialect.type_row("Enum").map(|row| row.template()) else {
        return Err(cannot_render("Enum", dialect));
    };
    template.render(&fields).map_err(|problem| Diagnostic::error(Code::BadTemplate, problem))
}

/// The name of a type that the database knows by name (`PGIdentifierPreparer.format_type`).
///
/// # Errors
/// A type without a name, or with the name of one of the database's own.
pub fn enumeration_name(ty: &Type, enumeration: &EnumType, dialect: &Dialect) -> Result<String, Diagnostic> {
    let class = class_name(ty);
    let title = &dialect.spec().about.title;
    let Some(name) = enumeration.name.as_ref().filter(|name| !name.text().is_empty()) else {
        return Err(Diagnostic::error(Code::Unsupported, format!("{title} {class} type requires a name")).help("give the type a `name=`"));
    };
    let quoted = match name {
        Name::Given(ident) => dialect.quote(ident),
        other => dialect.quote_text(other.text()),
    };
    match &enumeration.schema {
        Some(schema) => Ok(format!("{}.{quoted}", dialect.schema(schema))),
        None => {
            not_builtin(class, name.text(), dialect)?;
            Ok(quoted.into_owned())
        }
    }
}

/// Whether a type is a domain.
pub fn is_domain(ty: &Type) -> bool {
    class_name(ty) == "DOMAIN"
}

/// The name of a domain.
///
/// # Errors
/// As [`enumeration_name`].
pub fn domain_name(ty: &Type, dialect: &Dialect) -> Result<String, Diagnostic> {
    let Some(name) = text_param(ty, "name") else {
        let title = &dialect.spec().about.title;
        return Err(Diagnostic::error(Code::Unsupported, format!("{title} {} type requires a name", class_name(ty))));
    };
    match text_param(ty, "schema") {
        Some(schema) => Ok(format!("{}.{}", dialect.quote_text(schema), dialect.quote_text(name))),
        None => {
            not_builtin(class_name(ty), name, dialect)?;
            Ok(dialect.quote_text(name).into_owned())
        }
    }
}

fn not_builtin(class: &str, name: &str, dialect: &Dialect) -> Result<(), Diagnostic> {
    if !dialect.spec().builtin_types.iter().any(|known| known == name) {
        return Ok(());
    }
    let message = format!(
        "the {class} type has name `{name}` that matches an existing type, and requires an explicit schema name in order to be rendered in DDL"
    );
    Err(Diagnostic::error(Code::Unsupported, message).help("give the type a `schema=` or another name"))
}

fn null_type() -> Diagnostic {
    Diagnostic::error(Code::Unsupported, "can't generate DDL for NullType(); did you forget to specify a type on this Column?")
        .help("give the column a type")
}

fn cannot_render(class: &str, dialect: &Dialect) -> Diagnostic {
    Diagnostic::error(Code::Unsupported, format!("{} can't render the type `{class}`", dialect.spec().about.title))
        .help("name another type for this dialect with `.with_variant(…)`, or add the type to the dialect's `[types]`")
}

/// As [`cannot_render`], where the dialect's data says why.
fn cannot_render_since(class: &str, short: &str, why: &str, dialect: &Dialect) -> Diagnostic {
    let package = class.strip_prefix("sqlalchemy.dialects.").and_then(|path| path.split('.').next());
    let named = package.map_or_else(|| format!("`{short}`"), |package| format!("`{package}.{short}`"));
    Diagnostic::error(Code::Unsupported, format!("{} can't render the type {named}: {why}", dialect.spec().about.title))
        .help("name another type for this dialect with `.with_variant(…)`, or say how it is written in the dialect's `[types]`")
}

/// The named type that a column's type brings into the database, seen through variants, decorators and arrays.
///
/// Nothing where the dialect keeps no named types, or the type has no name (`NamedType` of SQLAlchemy).
pub fn named_type(ty: &Type, dialect: &Dialect) -> Option<Rc<Type>> {
    let ty = resolved(ty, dialect);
    if let Some(enumeration) = &ty.enumeration {
        let native = (enumeration.native || class_name(ty) == "ENUM") && dialect.spec().strategies.enumeration == Enumeration::NamedType;
        return (native && enumeration.name.is_some()).then(|| Rc::new(ty.clone()));
    }
    if is_domain(ty) {
        return Some(Rc::new(ty.clone()));
    }
    ty.params.values().find_map(|param| match param {
        TypeParam::Type(inner) if class_name(ty) == "ARRAY" => named_type(inner, dialect),
        _ => None,
    })
}

/// Whether a table that uses the named type creates it (`create_type=`).
pub fn comes_with_table(ty: &Type) -> bool {
    ty.enumeration.as_ref().map_or_else(|| flag(ty, "create_type").unwrap_or(true), |enumeration| enumeration.create_type)
}
