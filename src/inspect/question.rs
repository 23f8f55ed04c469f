//! What is asked of an inspector.

use std::rc::Rc;

use crate::eval::{Args, Value};

/// A method of the inspector with its arguments.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Question {
    pub method: &'static str,
    /// The table, sequence or schema asked about.
    pub object: Option<Rc<str>>,
    /// The index asked about.
    pub part: Option<Rc<str>>,
    pub schema: Option<Rc<str>>,
}

/// The methods there are, with their parameters in order.
const METHODS: &[(&str, &[&str])] = &[
    ("has_table", &["table_name", "schema"]),
    ("has_index", &["table_name", "index_name", "schema"]),
    ("has_sequence", &["sequence_name", "schema"]),
    ("has_schema", &["schema_name"]),
    ("get_table_names", &["schema"]),
    ("get_view_names", &["schema"]),
    ("get_materialized_view_names", &["schema"]),
    ("get_sequence_names", &["schema"]),
    ("get_schema_names", &[]),
    ("get_enums", &["schema"]),
    ("get_columns", &["table_name", "schema"]),
    ("get_pk_constraint", &["table_name", "schema"]),
    ("get_foreign_keys", &["table_name", "schema"]),
    ("get_unique_constraints", &["table_name", "schema"]),
    ("get_check_constraints", &["table_name", "schema"]),
    ("get_indexes", &["table_name", "schema"]),
    ("get_table_comment", &["table_name", "schema"]),
    ("get_table_options", &["table_name", "schema"]),
];

impl Question {
    /// Reads a method's arguments; none where it is no such method, or an argument is not a known text.
    pub fn of(method: &str, args: &Args) -> Option<Self> {
        let (method, parameters) = METHODS.iter().find(|(name, _)| *name == method)?;
        let mut question = Self { method, object: None, part: None, schema: None };
        for (parameter, arg) in parameters.iter().zip(&args.positional) {
            question.set(parameter, &arg.value)?;
        }
        if args.positional.len() > parameters.len() {
            return None;
        }
        for (keyword, arg) in &args.keywords {
            question.set(keyword, &arg.value)?;
        }
        Some(question)
    }

    fn set(&mut self, parameter: &str, value: &Value) -> Option<()> {
        let text = match value {
            Value::Str(text) => Some(Rc::clone(text)),
            Value::None => None,
            // `conv` and `quoted_name` are texts too.
            other => Some(Rc::clone(&crate::model::library::object::text(&crate::model::library::object::handle(other)?)?.text)),
        };
        match parameter {
            "table_name" | "sequence_name" | "schema_name" => self.object = text,
            "index_name" => self.part = text,
            "schema" => self.schema = text,
            "info_cache" => {}
            _ => return None,
        }
        Some(())
    }
}

impl std::fmt::Display for Question {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let arguments: Vec<String> = self
            .object
            .iter()
            .chain(&self.part)
            .map(|text| format!("'{text}'"))
            .chain(self.schema.iter().map(|schema| format!("schema='{schema}'")))
            .collect();
        write!(out, "{}({})", self.method, arguments.join(", "))
    }
}
