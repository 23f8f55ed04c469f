//! `str()` and `repr()` of names and schema objects.

use super::names::NameKind;
use super::object::{self, Handle, Object};
use super::{columns, literals, tables, type_text, types};

/// The text of an object; nothing where it is not known.
pub fn text(object: &Handle, repr: bool) -> Option<String> {
    Some(match Object::of(object)? {
        Object::Name(name) if name.kind == NameKind::Module => format!("<module '{}'>", name.path),
        Object::Name(name) if name.kind == NameKind::Class => format!("<class '{}'>", name.path),
        Object::Name(name) => format!("<function {}>", name.short()),
        Object::Type(ty) if repr => types::repr(&ty.borrow()),
        Object::Type(ty) => type_text::text(&ty.borrow().ty)?,
        Object::Column(_) if repr => column_repr(object),
        Object::Column(_) => columns::text(object),
        Object::Table(_) if repr => table_repr(object),
        Object::Table(_) => tables::text(object),
        Object::MetaData(_) => "MetaData()".into(),
        _ => return None,
    })
}

fn column_repr(handle: &Handle) -> String {
    let Some(cell) = object::column(handle) else { return String::new() };
    let object = cell.borrow();
    let name = object.name.as_ref().map_or_else(|| "None".to_owned(), |name| literals::quoted(&name.text));
    let mut parts = vec![name, literals::repr(&object.ty)];
    let table = columns::table_of(handle).and_then(|table| tables::name(&table));
    parts.push(table.map_or_else(|| "table=None".to_owned(), |table| format!("table=<{}>", table.name.text)));
    if object.primary_key {
        parts.push("primary_key=True".into());
    }
    if !object.nullable {
        parts.push("nullable=False".into());
    }
    format!("Column({})", parts.join(", "))
}

fn table_repr(handle: &Handle) -> String {
    let name = tables::name(handle);
    let mut parts = vec![name.as_ref().map_or_else(String::new, |name| literals::quoted(&name.name.text)), "MetaData()".to_owned()];
    parts.extend(tables::columns(handle).iter().map(column_repr));
    let schema = name.and_then(|name| name.schema).map_or_else(|| "None".to_owned(), |schema| literals::quoted(&schema.text));
    parts.push(format!("schema={schema}"));
    format!("Table({})", parts.join(", "))
}
