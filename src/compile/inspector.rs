//! Inspectors: questions about the database, answered by the replayed schema.

use std::rc::Rc;

use super::host::Compiler;
use super::reflection::{Reflection, type_value};
use super::report::Decided;
use crate::diag::{Code, Diagnostic};
use crate::dialect::Dialect;
use crate::eval::{Arg, Args, Evaluated, Live, Unwind, Value, Vm};
use crate::inspect::{self, Guards, Inspector, Listing, NoReflection, Question, Reply, Rows, Window};
use crate::model::library::{Cx, object};
use crate::model::{Ident, SqlExpr, Table, TableName, Type};
use crate::ops::{Shared, Thing};
use crate::schema::Schema;
use crate::source::Span;

/// Methods of an inspector that are understood.
pub(super) const METHODS: &[&str] = &[
    "get_table_names",
    "has_table",
    "get_columns",
    "get_indexes",
    "get_unique_constraints",
    "get_foreign_keys",
    "get_pk_constraint",
    "get_check_constraints",
    "get_table_comment",
    "has_index",
    "has_schema",
    "get_schema_names",
    "get_view_names",
    "get_materialized_view_names",
    "get_sequence_names",
    "get_enums",
    "get_table_options",
    "has_sequence",
    "reflect_table",
    "clear_cache",
];

/// An attribute of an inspector.
pub(super) fn attribute(compiler: &Compiler<'_>, name: &str, span: Span) -> Option<Value> {
    match name {
        "dialect" => Some(Value::Library(compiler.library.dialect_object())),
        "bind" | "engine" => Some(Thing::Connection.into_value(span)),
        "default_schema_name" => Some(Value::str(compiler.settings.dialect.spec().identifiers.default_schema.as_str())),
        _ => None,
    }
}

/// A call of a method of an inspector.
pub(super) fn call(
    compiler: &mut Compiler<'_>,
    vm: &mut Vm,
    inspector: &Inspector,
    name: &str,
    args: &Args,
    span: Span,
) -> Result<Value, Unwind> {
    match answer(compiler, vm, inspector, name, args, span) {
        Err(Unwind::Stop(problem)) => Err(compiler.as_without_database(vm, inspector, problem, span)),
        answered => answered,
    }
}

fn answer(compiler: &mut Compiler<'_>, vm: &mut Vm, inspector: &Inspector, name: &str, args: &Args, span: Span) -> Result<Value, Unwind> {
    if name == "clear_cache" {
        inspector.clear();
        return Ok(Value::None);
    }
    for arg in args.positional.iter().chain(args.keywords.iter().map(|(_, arg)| arg)) {
        if let Some(problem) = vm.sink(&arg.value, format!("an argument of `{name}()`"), arg.span) {
            return Err(problem.into());
        }
    }
    let Some(question) = Question::of(name, args) else {
        return Err(Diagnostic::error(Code::NotUnderstood, format!("this call of `Inspector.{name}()` is not understood"))
            .label(span, "asked here")
            .help("ask about one named object, or give the revision's SQL by hand in `aludel.toml`")
            .into());
    };
    let migration = compiler.asking(span)?;
    let guards = Guards::default();
    let reply = inspector.ask(&migration.borrow().schema, &compiler.window(), &guards, &question, span);
    compiler.decided(guards);
    match reply {
        Reply::Value(value) => Ok(value),
        Reply::NoSuchTable(table) => Err(no_such_table(compiler, vm, &table, span)),
        Reply::Listing(listing) if inspector.guarded_by.is_some() => Err(listing.refusal.diagnostic(span).into()),
        Reply::Listing(listing) => Ok(Thing::Listing(listing).into_value(span)),
        Reply::Refused(refusal) => Err(refusal.diagnostic(span).into()),
    }
}

/// `name in inspector.get_table_names()`, where not all names are known.
pub(super) fn contains(compiler: &mut Compiler<'_>, listing: &Listing, item: &Value, span: Span) -> Result<Value, Unwind> {
    let Some(name) = item.as_str() else { return Ok(Value::Bool(false)) };
    let migration = compiler.asking(span)?;
    let guards = Guards::default();
    let found = listing.contains(&migration.borrow().schema, &guards, name, span);
    compiler.decided(guards);
    found.map(Value::Bool).map_err(|refusal| refusal.diagnostic(span).into())
}

/// `connection.dialect.has_table(connection, name, schema)`.
pub(super) fn has_table(compiler: &mut Compiler<'_>, vm: &mut Vm, args: &Args, span: Span) -> Result<Value, Unwind> {
    call(compiler, vm, &Inspector::default(), "has_table", args, span)
}

/// The result of a query that only the database can answer, with the schema that it was put to.
pub(super) fn result(compiler: &Compiler<'_>, query: Rc<str>, span: Span) -> Result<Value, Unwind> {
    let schema = compiler.migration(span)?.borrow().schema.clone();
    Ok(match Value::live(span, query) {
        Value::Live(live) => live.keeping(Rc::new(schema)),
        other => other,
    })
}

/// `result.keys()` of a query on one whole table; nothing where its columns are not known.
pub(super) fn result_keys(compiler: &mut Compiler<'_>, vm: &mut Vm, live: &Live, method: &str, span: Span) -> Option<Evaluated> {
    let schema = live.kept(1)?.downcast_ref::<Schema>().filter(|_| method == "keys")?;
    let question = Question::of("get_columns", &by_name(&schema.whole_table(&live.query)?, span))?;
    compiler.asking(span).ok()?;
    let guards = Guards::default();
    let reply = Inspector::default().ask(schema, &compiler.window(), &guards, &question, span);
    let Reply::Value(columns) = reply else { return None };
    compiler.decided(guards);
    let columns = vm.iterate(compiler, &columns, span).ok()?;
    Some(columns.iter().map(|column| vm.get_item(compiler, column, &Value::str("name"), span)).collect::<Result<_, _>>().map(Value::list))
}

/// The arguments that name a table.
fn by_name(name: &TableName, span: Span) -> Args {
    let arg = |ident: &Ident| Arg { value: Value::Str(Rc::clone(&ident.text)), span };
    let keywords = name.schema.as_ref().map(|schema| (Rc::from("schema"), arg(schema))).into_iter().collect();
    Args { positional: vec![arg(&name.name)], keywords }
}

/// Whether a table is there, by its model's name.
pub(super) fn has_named_table(compiler: &mut Compiler<'_>, vm: &mut Vm, name: &TableName, span: Span) -> Result<Value, Unwind> {
    has_table(compiler, vm, &by_name(name, span), span)
}

/// `Table(name, metadata, *items, autoload_with=connection)`.
pub(super) fn reflect_into_table(compiler: &mut Compiler<'_>, vm: &mut Vm, args: &Args, span: Span) -> Result<Value, Unwind> {
    let is_reflecting = |name: &str| matches!(name, "autoload_with" | "autoload" | "autoload_replace" | "resolve_fks");
    let kept: Vec<(Rc<str>, Arg)> = args.keywords.iter().filter(|(name, _)| !is_reflecting(name)).cloned().collect();
    let schema = kept.iter().find(|(name, _)| &**name == "schema").map(|(_, arg)| arg.value.clone()).unwrap_or(Value::None);
    let name = args.positional.first().map(|arg| arg.value.clone()).unwrap_or(Value::None);
    let ident = |value: &Value| crate::model::library::signature::identifier(value, None);
    let Some(name) = ident(&name) else {
        return Err(vm
            .sink(&name, "the name of a table", span)
            .map_or_else(|| vm.raise("TypeError", "Table() needs a name", span), Into::into));
    };
    let table = reflected(compiler, vm, &TableName { schema: ident(&schema), name }, span)?;
    let mut positional: Vec<Arg> = args.positional.clone();
    let own: Vec<Rc<str>> = positional.iter().skip(2).filter_map(|arg| column_name(&arg.value)).collect();
    positional.extend(items(compiler, vm, &table, &own, span)?.into_iter().map(|value| Arg { value, span }));
    let library = vm.import(compiler, "sqlalchemy", span)?;
    let class = vm.get_attr(compiler, &library, "Table", span)?;
    vm.call(compiler, &class, Args { positional, keywords: kept }, span)
}

/// `metadata.reflect(bind, only=[…])`.
pub(super) fn reflect_metadata(
    compiler: &mut Compiler<'_>,
    vm: &mut Vm,
    metadata: &Value,
    args: &Args,
    span: Span,
) -> Result<Value, Unwind> {
    let keyword = |wanted: &str| args.keywords.iter().find(|(name, _)| &**name == wanted).map(|(_, arg)| arg.value.clone());
    let schema = keyword("schema").or_else(|| args.positional.get(1).map(|arg| arg.value.clone())).unwrap_or(Value::None);
    let only = keyword("only").filter(|value| !value.is_none());
    let names = match only {
        Some(only) => vm.iterate(compiler, &only, span)?,
        None => {
            let ask = Args { positional: vec![Arg { value: schema.clone(), span }], keywords: Vec::new() };
            let names = call(compiler, vm, &Inspector::default(), "get_table_names", &ask, span)?;
            vm.iterate(compiler, &names, span)?
        }
    };
    for name in names {
        let positional = vec![Arg { value: name, span }, Arg { value: metadata.clone(), span }];
        let keywords = vec![
            (Rc::from("schema"), Arg { value: schema.clone(), span }),
            (Rc::from("extend_existing"), Arg { value: Value::Bool(true), span }),
        ];
        reflect_into_table(compiler, vm, &Args { positional, keywords }, span)?;
    }
    Ok(Value::None)
}

/// A table as reflection gives it.
fn reflected(compiler: &mut Compiler<'_>, vm: &mut Vm, name: &TableName, span: Span) -> Result<Table, Unwind> {
    let migration = compiler.asking(span)?;
    let table = inspect::reflect_table(&migration.borrow().schema, &compiler.window(), name);
    match table {
        Ok(table) => Ok(table),
        Err(NoReflection::NoSuchTable) => Err(no_such_table(compiler, vm, &name.name.text, span)),
        Err(NoReflection::Refused(refusal)) => Err(refusal.diagnostic(span).into()),
    }
}

/// The columns and constraints of a reflected table as the program's objects, but for columns that the call itself gives.
fn items(compiler: &mut Compiler<'_>, vm: &mut Vm, table: &Table, own: &[Rc<str>], span: Span) -> Result<Vec<Value>, Unwind> {
    Reflection { compiler, vm, span }.items(table, own)
}

fn column_name(value: &Value) -> Option<Rc<str>> {
    let handle = object::handle(value)?;
    let column = object::column(&handle)?.borrow().name.clone()?;
    Some(column.text)
}

fn no_such_table(compiler: &mut Compiler<'_>, vm: &mut Vm, table: &str, span: Span) -> Unwind {
    let library = Rc::clone(&compiler.library);
    Cx { vm, host: compiler, span, library }.raise("NoSuchTableError", table)
}

/// How an inspector shows types and expressions.
pub(super) struct Shown {
    dialect: Rc<Dialect>,
}

impl Window for Shown {
    fn type_value(&self, ty: Type) -> Value {
        type_value(ty)
    }

    fn expression(&self, expression: &SqlExpr) -> Option<String> {
        crate::sql::query::ddl_expr(expression, &self.dialect).ok()
    }
}

impl Compiler<'_> {
    fn window(&self) -> Shown {
        Shown { dialect: Rc::clone(&self.settings.dialect) }
    }

    /// The step that asks its schema a question.
    fn asking(&mut self, span: Span) -> Result<Shared, Unwind> {
        self.refuse_blind(span)?;
        let migration = self.migration(span)?;
        migration.borrow_mut().asked_schema = true;
        Ok(migration)
    }

    /// What a query of the database's catalogue gives, or one of tables without rows, where the replayed schema knows it.
    ///
    /// # Errors
    /// Where no step is evaluated.
    pub(super) fn catalogue(&mut self, query: &str, span: Span) -> Result<Option<Rows>, Unwind> {
        let migration = self.migration(span)?;
        let guards = Guards::default();
        let answer = {
            let schema = &migration.borrow().schema;
            let catalogue = inspect::pragma(schema, &guards, query, span).or_else(|| inspect::query(schema, &guards, query, span));
            match catalogue {
                Some(Ok(rows)) => Some(rows),
                _ => inspect::vacant(schema, &guards, query, span),
            }
        };
        migration.borrow_mut().asked_schema |= answer.is_some();
        if answer.is_some() {
            self.decided(guards);
        }
        Ok(answer)
    }

    fn decided(&mut self, guards: Guards) {
        let decided = guards.take().into_iter().map(|guard| Decided {
            place: guard.place,
            question: guard.question,
            answer: guard.answer,
            why: self.why(&guard.why),
        });
        let decided: Vec<Decided> = decided.collect();
        self.report.guards.extend(decided);
    }

    fn why(&self, why: &crate::schema::Why) -> String {
        match self.sources.get(why.place.source) {
            Some(source) => {
                let (line, _) = source.position(why.place.start);
                format!("{} at {}:{line}", why.reason.text().trim_end_matches(" here"), source.name)
            }
            None => why.reason.text(),
        }
    }
}
