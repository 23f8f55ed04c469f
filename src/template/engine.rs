//! Templates that need the engine: loops, filters, expressions.

use std::sync::Arc;

use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Object, Value};
use minijinja::{Environment, UndefinedBehavior};

use super::fields::{Field, Fields};
use super::pieces::known_field;

const NAME: &str = "template";

/// One template in an environment of its own.
#[derive(Debug)]
pub struct Engine {
    environment: Environment<'static>,
}

impl Engine {
    /// Compiles a template that may name `known` fields.
    ///
    /// # Errors
    /// A sentence where the syntax is wrong or a name is not among the known fields.
    pub fn compile(source: &str, known: &[&str]) -> Result<Self, String> {
        let mut environment = Environment::empty();
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        environment.set_syntax(syntax()?);
        environment.add_template_owned(NAME, source.to_owned()).map_err(|error| sentence(&error))?;
        let mut names: Vec<String> = match environment.get_template(NAME) {
            Ok(template) => template.undeclared_variables(false).into_iter().collect(),
            Err(error) => return Err(sentence(&error)),
        };
        names.sort();
        names.iter().try_for_each(|name| known_field(name, known))?;
        Ok(Self { environment })
    }

    /// Writes the template with these fields.
    ///
    /// # Errors
    /// The engine's own sentence.
    pub fn render(&self, fields: &Fields) -> Result<String, String> {
        let template = self.environment.get_template(NAME).map_err(|error| sentence(&error))?;
        template.render(Value::from_object(Context::of(fields))).map_err(|error| sentence(&error))
    }
}

/// The fields as the engine looks them up; an absent one is empty text, since all names were checked before.
#[derive(Debug)]
struct Context(Vec<(String, Field)>);

impl Context {
    fn of(fields: &Fields) -> Self {
        Self(fields.iter().map(|(name, field)| (name.to_owned(), field.clone())).collect())
    }

    fn get(&self, name: &str) -> Option<&Field> {
        self.0.iter().rev().find(|(key, _)| key == name).map(|(_, field)| field)
    }
}

impl Object for Context {
    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        self.get_value_by_str(key.as_str()?)
    }

    fn get_value_by_str(self: &Arc<Self>, key: &str) -> Option<Value> {
        Some(match self.get(key) {
            None => Value::from(""),
            Some(Field::Flag(flag)) => Value::from(*flag),
            Some(Field::Text(text)) => Value::from(text.as_str()),
            Some(Field::List(items)) => items.iter().map(|item| Value::from(item.as_str())).collect(),
            Some(Field::Name { quoted, raw }) => Value::from_object(Name { quoted: quoted.clone(), raw: raw.clone() }),
        })
    }
}

/// An identifier inside the engine.
#[derive(Debug)]
struct Name {
    quoted: String,
    raw: String,
}

impl Object for Name {
    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        (key.as_str() == Some("raw")).then(|| Value::from(self.raw.as_str()))
    }

    fn is_true(self: &Arc<Self>) -> bool {
        true
    }

    fn render(self: &Arc<Self>, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(&self.quoted)
    }
}

/// Text is kept as it stands, its last newline too.
fn syntax() -> Result<SyntaxConfig, String> {
    SyntaxConfig::builder().keep_trailing_newline(true).build().map_err(|error| sentence(&error))
}

fn sentence(error: &minijinja::Error) -> String {
    match error.line() {
        Some(line) => format!("{error:#} (line {line})"),
        None => format!("{error:#}"),
    }
}
