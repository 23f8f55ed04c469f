//! `context.config`: Alembic's configuration as the program sees it.

use std::rc::Rc;

use indexmap::IndexMap;

use super::host::Compiler;
use crate::eval::{Args, Dict, Origin, Unwind, Value, Vm};
use crate::ops::Thing;
use crate::source::Span;

/// Methods of `Config` that are understood.
pub(super) const METHODS: &[&str] = &[
    "get_main_option",
    "get_section",
    "get_section_option",
    "set_main_option",
    "set_section_option",
    "remove_main_option",
    "print_stdout",
    "get_template_directory",
    "get_alembic_option",
    "get_alembic_boolean_option",
];
/// Methods of the dictionaries that only a real run fills.
pub(super) const DICTIONARY: &[&str] = &["get", "pop", "keys", "items", "values", "setdefault", "update"];

/// An attribute of the configuration.
pub(super) fn attribute(compiler: &Compiler<'_>, name: &str, span: Span) -> Option<Value> {
    match name {
        "attributes" => Some(Thing::Attributes.into_value(span)),
        "config_file_name" => Some(compiler.settings.config_file.as_deref().map_or(Value::None, Value::str)),
        "config_ini_section" => Some(Value::str(compiler.settings.section.as_str())),
        "cmd_opts" | "toml_file_name" => Some(Value::None),
        "file_config" | "stdout" => Some(Value::unknown(span, format!("`config.{name}` is known at run time only"), Origin::Harmless)),
        _ => None,
    }
}

/// A call of a method of the configuration.
pub(super) fn call(compiler: &mut Compiler<'_>, vm: &mut Vm, name: &str, args: &Args, span: Span) -> Result<Value, Unwind> {
    let text = |index: usize| args.positional.get(index).and_then(|arg| arg.value.as_str().map(Rc::<str>::from));
    let default = |index: usize| {
        let keyword = args.keywords.iter().find(|(name, _)| &**name == "default").map(|(_, arg)| arg.value.clone());
        args.positional.get(index).map(|arg| arg.value.clone()).or(keyword).unwrap_or(Value::None)
    };
    if let Some(unknown) = args.positional.iter().find(|arg| matches!(arg.value, Value::Unknown(_) | Value::Live(_))) {
        return Ok(if name.starts_with("set") { Value::None } else { unknown.value.clone() });
    }
    match name {
        "get_main_option" | "get_alembic_option" => Ok(match text(0).and_then(|key| compiler.main_option(&key)) {
            Some(value) => Value::str(value),
            None => default(1),
        }),
        "get_alembic_boolean_option" => {
            let value = text(0).and_then(|key| compiler.main_option(&key));
            Ok(Value::Bool(value.as_deref() == Some("true")))
        }
        "get_section_option" => Ok(match (text(0), text(1)) {
            (Some(section), Some(key)) => match compiler.section(&section).and_then(|options| options.get(&*key)) {
                Some(value) => Value::str(value.as_str()),
                None => default(2),
            },
            _ => default(2),
        }),
        "get_section" => Ok(match text(0).and_then(|section| compiler.whole_section(&section)) {
            Some(options) => super::dictionary(dictionary(&options)),
            None => default(1),
        }),
        "set_main_option" => {
            if let (Some(key), Some(value)) = (text(0), text(1)) {
                compiler.overridden.insert(key.to_string(), value.replace("%%", "%"));
            }
            Ok(Value::None)
        }
        "set_section_option" | "remove_main_option" | "print_stdout" => Ok(Value::None),
        _ => {
            let _ = vm;
            Ok(Value::unknown(span, format!("`config.{name}()` is known at run time only"), Origin::Harmless))
        }
    }
}

/// What a dictionary that is empty here answers: the default asked with.
pub(super) fn absent(args: &Args) -> Value {
    args.positional.get(1).map_or(Value::None, |arg| arg.value.clone())
}

/// `config.attributes[key]`.
pub(super) fn item(_compiler: &Compiler<'_>, vm: &mut Vm, thing: &Thing, key: &Value, span: Span) -> Result<Value, Unwind> {
    match (thing, key) {
        (Thing::Attributes, Value::Str(key)) => Err(vm.raise("KeyError", key.to_string(), span)),
        _ => Ok(Value::unknown(span, "an item of the migration context is known at run time only", Origin::Harmless)),
    }
}

impl Compiler<'_> {
    pub(super) fn main_option(&self, key: &str) -> Option<String> {
        self.overridden.get(key).or_else(|| self.settings.main_options.get(key)).cloned()
    }

    /// A section's options, those of the main one with what `env.py` set.
    fn whole_section(&self, name: &str) -> Option<IndexMap<String, String>> {
        let mut options = self.section(name)?.clone();
        if name == self.settings.section {
            options.extend(self.overridden.iter().map(|(key, value)| (key.clone(), value.clone())));
        }
        Some(options)
    }

    fn section(&self, name: &str) -> Option<&IndexMap<String, String>> {
        if name == self.settings.section { Some(&self.settings.main_options) } else { self.settings.sections.get(name) }
    }
}

fn dictionary(options: &IndexMap<String, String>) -> Dict {
    let mut dict = Dict::default();
    for (key, value) in options {
        dict.insert_str(key, Value::str(value.as_str()));
    }
    dict
}
