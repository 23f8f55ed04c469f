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
pub(super) fn attribute(compiler: &mut Compiler<'_>, thing: &Rc<Thing>, name: &str, span: Span) -> Option<Value> {
    match name {
        "drivername" => Some(Value::str(compiler.url().split_once("://").map_or("", |(scheme, _)| scheme))),
        "database" | "host" | "port" | "username" | "password" | "query" => {
            if let Some(part) = compiler.configured_url().and_then(|url| part(&url, name)) {
                compiler.url_as_text(span);
                return Some(part);
            }
            Some(Value::unknown(span, format!("`{name}` of the database's address is known at run time only"), Origin::Harmless))
        }
        _ => METHODS.contains(&name).then(|| Rc::new(Thing::Method(Rc::clone(thing), name.into())).value(span)),
    }
}

/// A part of an address (`_parse_url` of SQLAlchemy); `None` for what is not told: the password, and what is escaped.
fn part(url: &str, name: &str) -> Option<Value> {
    let (_, rest) = url.split_once("://")?;
    let rest = rest.split('?').next().unwrap_or(rest);
    let (server, database) = rest.split_once('/').map_or((rest, None), |(server, database)| (server, Some(database)));
    let (user, host) = server.rsplit_once('@').map_or((None, server), |(user, host)| (Some(user), host));
    let (host, port) = match host.strip_prefix('[').and_then(|host| host.split_once(']')) {
        Some((host, port)) => (host, port.strip_prefix(':')),
        None => host.split_once(':').map_or((host, None), |(host, port)| (host, Some(port))),
    };
    let text = |text: Option<&str>| text.filter(|text| !text.is_empty()).map_or(Value::None, Value::str);
    let found = match name {
        "database" => text(database),
        "host" => text(Some(host)),
        "port" => match port.filter(|port| !port.is_empty()) {
            Some(port) => Value::Int(port.parse().ok()?),
            None => Value::None,
        },
        "username" => text(user.map(|user| user.split(':').next().unwrap_or(user))),
        _ => return None,
    };
    (!found.as_str().is_some_and(|text| text.contains('%'))).then_some(found)
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
        self.configured_url().unwrap_or_else(|| format!("{}://", self.settings.dialect.library_name()))
    }

    /// Whether a text is the configured address, with its password or as it is shown, or what stands for it.
    pub(super) fn is_own_url(&self, text: &str) -> bool {
        let shown = self.url();
        self.main_option("sqlalchemy.url").is_some_and(|url| url == text) || shown == text || redact(&shown) == text
    }

    fn configured_url(&self) -> Option<String> {
        self.main_option("sqlalchemy.url").filter(|url| {
            let scheme = url.split("://").next().unwrap_or_default();
            scheme.split('+').next() == Some(self.settings.dialect.library_name())
        })
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
