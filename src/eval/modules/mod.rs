//! Modules: finding them, and evaluating of the project's own what is asked for.

mod demand;
pub mod index;
mod star;
mod whole;

pub use whole::{Wanted, Whole};

use std::rc::Rc;

use ruff_python_ast::Stmt;
use rustc_hash::FxHashSet;

use super::exception::{Evaluated, Unwind};
use super::frame::Frame;
use super::host::{Access, Args, Host, Import};
use super::module::Module;
use super::natives;
use super::value::{Origin, Value};
use super::vm::{Caught, Vm};
use crate::python::Ast;
use crate::source::Span;

impl Vm {
    /// Runs a file whole, top to bottom, and gives its module.
    pub fn run_module(&mut self, host: &mut dyn Host, ast: &Ast, name: &str, is_package: bool) -> Evaluated<Rc<Module>> {
        let module = Module::whole(name, is_package, ast.clone());
        self.block(host, &mut Frame::top(&module, ast), &ast.module.body)?;
        Ok(module)
    }

    /// Imports a module by its absolute dotted name, and gives that module itself.
    pub fn import(&mut self, host: &mut dyn Host, name: &str, span: Span) -> Evaluated {
        if let Some(value) = self.found(host, name)? {
            return Ok(value);
        }
        let reason = match host.import(name) {
            Import::NotThere { reason, harmless } => (reason, harmless),
            _ => (format!("the module `{name}` could not be read"), false),
        };
        let harmless = natives::stdlib::harmless(name).unwrap_or(reason.1);
        let origin = if harmless { Origin::Harmless } else { Origin::Project };
        let text = if natives::stdlib::harmless(name).is_some() { format!("the module `{name}` is not evaluated") } else { reason.0 };
        let value = Value::unknown(span, text, origin);
        Ok(value)
    }

    /// What `import a.b.c` binds as `a`.
    pub(super) fn import_root(&mut self, host: &mut dyn Host, root: &str, full: &str, span: Span) -> Evaluated {
        self.loaded.push(full.into());
        if let Some(value) = self.found(host, root)? {
            return Ok(value);
        }
        if root != full && self.found(host, full)?.is_some() {
            let package = Value::Module(Module::namespace(root));
            self.modules.insert(root.into(), package.clone());
            return Ok(package);
        }
        self.import(host, root, span)
    }

    /// A module that is there: one Aludel implements, one of the project, or one of a library.
    fn found(&mut self, host: &mut dyn Host, name: &str) -> Evaluated<Option<Value>> {
        if let Some(value) = self.modules.get(name) {
            return Ok(Some(value.clone()));
        }
        let value = match natives::module(name) {
            Some(native) => Value::Module(Module::native(native)),
            None => match host.import(name) {
                Import::Project(ast, is_package) => {
                    let index = self.index_of_module(&ast);
                    Value::Module(Module::on_demand(name, is_package, ast, index))
                }
                Import::Library(value) => value,
                Import::NotThere { .. } => return Ok(None),
            },
        };
        self.modules.insert(name.into(), value.clone());
        self.loaded.push(name.into());
        if let Value::Module(module) = &value {
            self.register(host, module)?;
        }
        Ok(Some(value))
    }

    /// Imports what is there of the modules that a file names at its top level, for what they register; `seen` holds those before.
    pub fn preload<'a>(&mut self, host: &mut dyn Host, ast: &'a Ast, seen: &mut FxHashSet<Imported<'a>>) -> Evaluated<()> {
        for imported in ast.module.body.iter().flat_map(imported) {
            if !seen.contains(&imported) {
                match imported {
                    (module, None) => self.found(host, module)?,
                    (module, Some(member)) => self.found(host, &format!("{module}.{member}"))?,
                };
                seen.insert(imported);
            }
        }
        Ok(())
    }

    fn index_of_module(&mut self, ast: &Ast) -> Rc<index::Index> {
        let index = self.indices.entry(ast.source.id).or_insert_with(|| Rc::new(index::Index::of(&ast.module.body)));
        Rc::clone(index)
    }

    /// What `from module import name` binds.
    pub(super) fn import_member(&mut self, host: &mut dyn Host, module: &Value, full: &str, name: &str, span: Span) -> Evaluated {
        let value = match module {
            Value::Module(module) => self.module_attr(host, module, name, span)?,
            Value::Library(library) => match Self::outcome(host.library(self, Access::Get { object: library, name }, span)) {
                Ok(value) => Some(value),
                Err(Unwind::Raise(exception)) if exception.class_name() == "AttributeError" => None,
                Err(unwind) => return Err(unwind),
            },
            Value::Unknown(_) => None,
            other => self.try_attr(host, other, name, span)?,
        };
        if let Some(value) = value {
            return Ok(value);
        }
        if let Some(value) = self.found(host, &format!("{full}.{name}"))? {
            return Ok(value);
        }
        match module {
            Value::Unknown(unknown) => {
                let reason = format!("`{name}` comes from `{full}`: {}", unknown.reason);
                Ok(Value::unknown(span, reason, unknown.origin))
            }
            // Another release of the package may have it, which the program was written for.
            Value::Library(_) if !self.catches_import_error() => {
                let reason = format!("`{full}` has no `{name}` in the release that is mirrored here");
                Ok(Value::unknown(span, reason, Origin::Project))
            }
            _ => Err(self.raise("ImportError", format!("cannot import name '{name}' from '{full}'"), span)),
        }
    }

    fn catches_import_error(&self) -> bool {
        let class = self.builtin_exception("ImportError");
        class.is_some_and(|class| !matches!(self.would_catch(&[class]), Caught::No))
    }

    /// A global of a module; a module that is evaluated on demand evaluates what binds it.
    ///
    /// Submodules and the module's own `__getattr__` count too.
    pub fn module_attr(&mut self, host: &mut dyn Host, module: &Rc<Module>, name: &str, span: Span) -> Evaluated<Option<Value>> {
        if let Some(value) = self.global(host, module, name, span)? {
            return Ok(Some(value));
        }
        if module.is_package
            && !name.starts_with("__")
            && let Some(value) = self.found(host, &format!("{}.{name}", module.name))?
        {
            return Ok(Some(value));
        }
        if !name.starts_with("__")
            && let Some(getter) = self.global(host, module, "__getattr__", span)?
        {
            return match self.call(host, &getter, Args::of([Value::str(name)], span), span) {
                Ok(value) => Ok(Some(value)),
                Err(Unwind::Raise(exception)) if exception.class_name() == "AttributeError" => Ok(None),
                Err(unwind) => Err(unwind),
            };
        }
        if let Some(native) = module.native {
            let reason = format!("`{}.{name}` is not evaluated", native.name);
            return Ok(Some(Value::unknown(span, reason, Origin::Harmless)));
        }
        Ok(None)
    }

    /// A global as code of the module sees it.
    pub(super) fn global(&mut self, host: &mut dyn Host, module: &Rc<Module>, name: &str, span: Span) -> Evaluated<Option<Value>> {
        if module.demand.is_some() {
            self.settle(host, module, name)?;
            if let Some(earlier) = module.before_cursor(name) {
                return Ok(Some(earlier));
            }
        }
        if let Some(value) = module.bound(name) {
            return Ok(Some(value));
        }
        if let Some(native) = module.native
            && let Some(value) = self.native_member(host, native, name, span)?
        {
            module.set(name, value.clone());
            return Ok(Some(value));
        }
        self.star_member(host, module, name, span)
    }
}

/// A module that is imported, or a member of one, which may be a module too.
pub type Imported<'a> = (&'a str, Option<&'a str>);

/// What a statement imports.
fn imported(statement: &Stmt) -> impl Iterator<Item = Imported<'_>> {
    let (names, from) = match statement {
        Stmt::Import(import) => (&import.names[..], None),
        Stmt::ImportFrom(import) if import.level == 0 => match &import.module {
            Some(module) => (&import.names[..], Some(module.as_str())),
            None => (&[][..], None),
        },
        _ => (&[][..], None),
    };
    let members = names.iter().map(move |alias| from.map_or((alias.name.as_str(), None), |module| (module, Some(alias.name.as_str()))));
    from.map(|module| (module, None)).into_iter().chain(members)
}
