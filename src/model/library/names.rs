//! Names of the libraries: what a module holds, what a class inherits.

use std::cell::RefCell;
use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::data::{self, CLASSES, HARMLESS, MODULES, NAMES};
use super::third_party;

/// A module, class, function or constant of a library.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NameObject {
    /// The canonical path, whatever module it was reached through: `sqlalchemy.sql.schema.Column`.
    pub path: &'static str,
    pub kind: NameKind,
}

/// What a name stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameKind {
    Module,
    Class,
    Function,
    Constant,
}

/// What a module holds under a name.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Member {
    Name(NameObject),
    /// A literal, as JSON.
    Literal(&'static str),
}

impl NameObject {
    /// The last part of the path: `Column`.
    pub fn short(self) -> &'static str {
        self.path.rsplit('.').next().unwrap_or(self.path)
    }
}

/// What a dotted name of a library stands for, if there is such a one.
pub fn find(dotted: &str) -> Option<Member> {
    let Some(row) = data::row(NAMES, dotted) else { return find_elsewhere(dotted) };
    let kind = match row.field(0) {
        "m" => NameKind::Module,
        "c" => NameKind::Class,
        "f" => NameKind::Function,
        "o" => NameKind::Constant,
        _ => return Some(Member::Literal(row.field(1))),
    };
    let path = if row.field(1) == "=" { row.key } else { row.field(1) };
    Some(Member::Name(NameObject { path, kind }))
}

/// What a dotted name of a package with types of its own stands for.
fn find_elsewhere(dotted: &str) -> Option<Member> {
    let module = data::row(MODULES, dotted).map(|row| {
        let kind = match row.field(0) {
            "m" => NameKind::Module,
            "c" => NameKind::Class,
            _ => NameKind::Function,
        };
        let path = Some(row.field(1)).filter(|path| !path.is_empty()).unwrap_or(row.key);
        NameObject { path, kind }
    });
    let class = || third_party::class(dotted).map(|path| NameObject { path, kind: NameKind::Class });
    module.or_else(class).map(Member::Name)
}

/// Whether a module belongs to a package of which only some names are understood.
pub fn is_partly_known(module: &str) -> bool {
    data::row(MODULES, module).is_some_and(|row| row.field(1).is_empty())
}

/// Whether a package can't touch a database: calling what it holds is harmless.
pub fn harmless(dotted: &str) -> bool {
    let top = dotted.split('.').next().unwrap_or(dotted);
    data::row(HARMLESS, top).is_some()
}

/// What a module of a library holds under a name.
pub fn member(module: &str, name: &str) -> Option<Member> {
    find(&format!("{module}.{name}"))
}

/// The public names of a module, for `from module import *`.
pub fn members(module: &str) -> Vec<Rc<str>> {
    let prefix = format!("{module}.");
    data::rows_under(NAMES, &prefix)
        .filter_map(|row| row.key.strip_prefix(&prefix))
        .filter(|name| !name.contains('.'))
        .map(Rc::from)
        .collect()
}

/// Whether a package is a library that is understood: an import of what it lacks is an error, as in Python.
pub fn is_library(package: &str) -> bool {
    let top = package.split('.').next().unwrap_or(package);
    matches!(find(top), Some(Member::Name(_)))
}

/// Whether the class at a canonical path is, or inherits from, the other.
pub fn is_subclass(class: &str, of: &str) -> bool {
    class == of || ancestors(class).contains(&of)
}

/// All that a class inherits from, looked up once for each class.
pub fn ancestors(class: &str) -> Rc<[&'static str]> {
    thread_local! {
        static ANCESTORS: RefCell<FxHashMap<Box<str>, Rc<[&'static str]>>> = RefCell::default();
    }
    if let Some(known) = ANCESTORS.with_borrow(|all| all.get(class).cloned()) {
        return known;
    }
    let mut found: Vec<&'static str> = Vec::new();
    for base in bases(class) {
        found.push(base);
        found.extend(ancestors(base).iter());
    }
    let found: Rc<[&'static str]> = found.into();
    ANCESTORS.with_borrow_mut(|all| all.insert(class.into(), Rc::clone(&found)));
    found
}

/// The canonical path of a class that only one dialect has; empty where there is none.
pub fn class_path(name: &str) -> &'static str {
    let path_of = |line: &'static str| line.split('\t').next().unwrap_or_default();
    CLASSES.lines().map(path_of).find(|path| path.rsplit('.').next() == Some(name)).unwrap_or_default()
}

/// The direct bases of a class.
pub fn bases(class: &str) -> impl Iterator<Item = &'static str> {
    data::row(CLASSES, class).map(|row| row.field(0)).unwrap_or("").split_ascii_whitespace()
}

/// What kind of member a class has under a name, itself or by inheritance.
pub fn class_member(class: &str, name: &str) -> Option<ClassMember> {
    if let Some(row) = data::row(CLASSES, class) {
        if row.field(1).split_ascii_whitespace().any(|method| method == name) {
            return Some(ClassMember::Method);
        }
        let literal = row.field(3).split('\u{1f}').find_map(|pair| pair.split_once('=').filter(|(key, _)| *key == name));
        if let Some((_, value)) = literal {
            return Some(ClassMember::Literal(value));
        }
        if row.field(2).split_ascii_whitespace().any(|attribute| attribute == name) {
            return Some(ClassMember::Attribute);
        }
    }
    bases(class).find_map(|base| class_member(base, name))
}

/// A member of a class.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClassMember {
    Method,
    Attribute,
    /// A class attribute with a literal value, as JSON.
    Literal(&'static str),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_inherit() {
        assert!(is_subclass("sqlalchemy.sql.sqltypes.VARCHAR", "sqlalchemy.sql.type_api.TypeEngine"));
        assert!(!is_subclass("sqlalchemy.sql.sqltypes.String", "sqlalchemy.sql.sqltypes.VARCHAR"));
        assert_eq!(class_member("sqlalchemy.sql.schema.Column", "in_"), Some(ClassMember::Method));
        assert_eq!(class_member("sqlalchemy.sql.schema.Column", "nope"), None);
        assert_eq!(class_member("sqlalchemy.sql.sqltypes.VARCHAR", "__visit_name__"), Some(ClassMember::Literal("\"VARCHAR\"")));
    }

    #[test]
    fn modules_hold_names() {
        assert!(members("sqlalchemy.types").iter().any(|name| &**name == "JSON"));
        assert!(is_library("sqlalchemy.dialects.postgresql") && !is_library("requests"));
    }
}
