//! `engine.url`: the database's address, as far as the configuration says it.

use std::rc::Rc;

use super::host::Compiler;
use crate::diag::redact::redact;
use crate::diag::{Code, Diagnostic};
use crate::eval::{Origin, Outcome, Value};
use crate::ops::Thing;
use crate::source::Span;

/// Methods of `URL` that are understood.
pub(super) const METHODS: &[&str] = &["render_as_string", "get_backend_name", "get_driver_name"];

/// An attribute of the address.
pub(super) fn attribute(compiler: &Compiler<'_>, thing: &Rc<Thing>, name: &str, span: Span) -> Option<Value> {
    match name {
        "drivername" => Some(Value::str(compiler.url().split_once("://").map_or("", |(scheme, _)| scheme))),
        "database" | "host" | "port" | "username" | "password" | "query" => {
            Some(Value::unknown(span, format!("`{name}` of the database's address is known at run time only"), Origin::Harmless))
        }
        _ => METHODS.contains(&name).then(|| Rc::new(Thing::Method(Rc::clone(thing), name.into())).value(span)),
    }
}

/// A call of a method.
pub(super) fn call(compiler: &mut Compiler<'_>, name: &str, span: Span) -> Value {
    match name {
        "get_backend_name" => Value::str(compiler.settings.dialect.library_name()),
        "get_driver_name" => Value::str(compiler.library.dialect.driver.to_string()),
        _ => Value::str(compiler.url_as_text(span)),
    }
}

/// `str(url)`.
pub(super) fn text(compiler: &mut Compiler<'_>, span: Span) -> Outcome {
    Outcome::Value(Value::str(compiler.url_as_text(span)))
}

impl Compiler<'_> {
    /// The configured address where it is one of the dialect compiled for, else the dialect's name alone.
    fn url(&self) -> String {
        let dialect = self.settings.dialect.library_name();
        let configured = self.main_option("sqlalchemy.url").filter(|url| {
            let scheme = url.split("://").next().unwrap_or_default();
            scheme.split('+').next() == Some(dialect)
        });
        configured.unwrap_or_else(|| format!("{dialect}://"))
    }

    fn url_as_text(&mut self, span: Span) -> String {
        let shown = redact(&self.url()).into_owned();
        self.report.diagnostics.push(
            Diagnostic::warning(Code::Reproducible, format!("the database's address is taken to be `{shown}`"))
                .label(span, "asked for here")
                .help("say `sqlalchemy.url` in the configuration"),
        );
        shown
    }
}
