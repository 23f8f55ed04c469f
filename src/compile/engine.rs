//! Engines that a revision makes itself: `create_engine(…)`, `engine_from_config(…)`.
//!
//! Most are made from the project's own configuration, to ask the database that is migrated a question.

use super::host::Compiler;
use crate::diag::{Code, Diagnostic};
use crate::eval::{Arg, Args, Origin, Value};
use crate::ops::Thing;
use crate::source::Span;

const URL: &str = "sqlalchemy.url";

/// Where an engine leads.
enum Leads {
    /// To the database that is migrated.
    Here,
    /// To another one.
    Elsewhere,
    /// Known at run time only.
    Unknown,
}

/// `create_engine(url)`.
pub(super) fn from_url(compiler: &mut Compiler<'_>, args: &Args, span: Span) -> Value {
    let url = argument(args, 0, "url").map(|arg| arg.value.clone());
    made(compiler, url.as_ref(), span)
}

/// `engine_from_config(configuration, prefix="sqlalchemy.")`.
pub(super) fn from_config(compiler: &mut Compiler<'_>, args: &Args, span: Span) -> Value {
    let prefix =
        argument(args, 1, "prefix").and_then(|arg| arg.value.as_str().map(str::to_owned)).unwrap_or_else(|| "sqlalchemy.".to_owned());
    let url = argument(args, 0, "configuration").and_then(|arg| match &arg.value {
        Value::Dict(options) => options.borrow().get_str(&format!("{prefix}url")).cloned(),
        _ => None,
    });
    made(compiler, url.as_ref(), span)
}

fn argument<'a>(args: &'a Args, position: usize, name: &str) -> Option<&'a Arg> {
    args.positional.get(position).or_else(|| args.keywords.iter().find(|(keyword, _)| &**keyword == name).map(|(_, arg)| arg))
}

fn made(compiler: &mut Compiler<'_>, url: Option<&Value>, span: Span) -> Value {
    compiler.engine_made = true;
    match leads(compiler, url) {
        Leads::Here => {}
        Leads::Elsewhere => {
            return Value::unknown(span, "this engine leads to another database than the one that is migrated", Origin::Project);
        }
        Leads::Unknown => compiler.report.diagnostics.push(
            Diagnostic::warning(Code::SameDatabase, "this engine is taken to lead to the database that is migrated")
                .label(span, "made here")
                .help("write `op.get_bind()` in its place, or say `sqlalchemy.url` in the configuration"),
        ),
    }
    Thing::Connection.into_value(span)
}

fn leads(compiler: &Compiler<'_>, url: Option<&Value>) -> Leads {
    match (url, compiler.main_option(URL)) {
        (Some(url), _) if Thing::of(url).is_some_and(|thing| matches!(*thing, Thing::Url)) => Leads::Here,
        (Some(Value::Str(url)), _) if compiler.is_own_url(url) => Leads::Here,
        (Some(Value::Str(_)), Some(_)) => Leads::Elsewhere,
        _ => Leads::Unknown,
    }
}
