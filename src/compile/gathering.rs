//! The tables of a `MetaData` as a whole: those of every module that was imported by now.

use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::host::Compiler;
use crate::diag::{Code, Diagnostic};
use crate::eval::{Access, Args, Outcome, Unwind, Value, Vm, Wanted, Whole};
use crate::model::library::object::{self, Handle, Object};
use crate::model::library::tables;
use crate::python::{Registering, may_act, may_import, sets_attribute, surely_registers};
use crate::source::{SourceId, Span};

/// By what a table is known to be declared.
const DECLARING: Registering<'_> = Registering { maker: "Table", collections: &["Base", "metadata", "registry"], decorator: "mapped" };

/// What a mapped class takes for a column.
const COLUMNS: [&str; 2] = ["Column", "mapped_column"];

/// What an access asks of a `MetaData`.
enum Asked {
    /// All of its tables.
    Whole(Handle),
    /// Those that some table refers to: another that is missing does no harm.
    Referred(Handle),
}

/// Sees to it that a `MetaData` holds all that it holds in Python, before it is asked for what nobody names. Gives a refusal where
/// that is not known.
pub(super) fn before(compiler: &mut Compiler<'_>, vm: &mut Vm, access: &Access<'_>, span: Span) -> Option<Outcome> {
    let asked = Asked::of(access)?;
    let (Asked::Whole(metadata) | Asked::Referred(metadata)) = &asked;
    let is_shared = metadata.place.is_nowhere() || vm.has_imported(metadata.place.source);
    if compiler.in_env_py || compiler.gathering || !is_shared {
        return None;
    }
    compiler.gathering = true;
    let gathered = gather(compiler, vm, &asked, span);
    compiler.gathering = false;
    gathered.err().map(|unwind| Err(unwind).into())
}

impl Asked {
    fn of(access: &Access<'_>) -> Option<Self> {
        let metadata = |handle: Handle| object::metadata(&handle).is_some().then_some(handle);
        match access {
            Access::Get { object, name: "tables" | "sorted_tables" } | Access::Contains { object, .. } => {
                metadata(Handle::clone(object)).map(Self::Whole)
            }
            Access::Call { object, args } => {
                let Object::Method { receiver, name } = Object::of(object)? else { return None };
                let receiver = object::handle(receiver)?;
                match &**name {
                    "create_all" | "drop_all" if tables_of(args).is_none_or(Value::is_none) => metadata(receiver).map(Self::Whole),
                    "create_all" | "drop_all" => metadata(receiver).map(Self::Referred),
                    "create" => tables::metadata_of(&receiver).map(Self::Referred),
                    _ => None,
                }
            }
            _ => None,
        }
    }
}

/// The tables that `create_all()` and `drop_all()` are to keep to.
pub(super) fn tables_of(args: &Args) -> Option<&Value> {
    args.keyword("tables").or(args.positional.get(1).map(|arg| &arg.value))
}

fn gather(compiler: &mut Compiler<'_>, vm: &mut Vm, asked: &Asked, span: Span) -> Result<(), Unwind> {
    let env_py = compiler.env_py.clone();
    let revisions = compiler.revisions.map(|revisions| revisions.files).unwrap_or_default();
    let files: Vec<_> = env_py.iter().chain(revisions).collect();
    let names = compiler.env_py_loaded.clone();
    let counts = |statement: &_| surely_registers(statement, &DECLARING);
    let refused =
        |statement: &_| sets_attribute(statement, &COLUMNS).then_some("a column that is set on a class afterwards is not followed");
    let whole =
        vm.run_imported(compiler, &names, &files, Wanted { runs: &may_act, counts: &counts, imports: &may_import, refused: &refused })?;
    let (Asked::Whole(metadata) | Asked::Referred(metadata)) = asked;
    if let Asked::Whole(metadata) = asked
        && let Some(problem) = doubt(compiler, vm, &whole, metadata, span)
    {
        return Err(Unwind::Stop(Box::new(problem)));
    }
    sort(metadata, &whole.order, vm);
    Ok(())
}

/// Why a table may be missing: a model of the collection that could not be followed.
fn doubt(compiler: &mut Compiler<'_>, vm: &mut Vm, whole: &Whole, metadata: &Handle, span: Span) -> Option<Diagnostic> {
    let failed = whole.failed.iter().find(|failed| match &failed.bases {
        Some(bases) => {
            bases.iter().any(|base| {
                let owner = vm.try_attr(compiler, base, "metadata", span).ok().flatten();
                owner.as_ref().and_then(object::handle).is_some_and(|owner| Handle::ptr_eq(&owner, metadata))
            }) || (bases.is_empty() && failed.counts)
        }
        None => failed.counts,
    })?;
    let problem = Diagnostic::error(Code::UnknownValue, "which tables this `MetaData` holds is not known")
        .label(span, "asked for here")
        .label(failed.place, failed.reason.clone())
        .help("make what it needs readable with `--sys-path`, or name the tables with `tables=`");
    Some(problem)
}

/// Puts the tables into the order in which Python makes them: one that a function makes stays behind the one before it. Those that
/// no imported module makes come last.
fn sort(metadata: &Handle, order: &[Span], vm: &Vm) {
    let mut by_source: FxHashMap<SourceId, Vec<(Span, usize)>> = FxHashMap::default();
    for (position, span) in order.iter().enumerate() {
        by_source.entry(span.source).or_default().push((*span, position));
    }
    let position = |place: Span| {
        let spans = by_source.get(&place.source)?;
        spans.iter().find(|(span, _)| span.start <= place.start && place.start < span.end).map(|(_, position)| *position)
    };
    let Some(cell) = object::metadata(metadata) else { return };
    let mut last = 0;
    let mut positions: FxHashMap<Rc<str>, usize> = FxHashMap::default();
    for (name, table) in &cell.borrow().tables {
        let at = match position(table.place) {
            Some(position) => {
                last = position;
                position
            }
            None if vm.has_imported(table.place.source) => last,
            None => usize::MAX,
        };
        positions.insert(Rc::clone(name), at);
    }
    cell.borrow_mut().tables.sort_by_cached_key(|name, _| positions.get(name).copied().unwrap_or(usize::MAX));
}
