//! `import` and `from … import`.

use ruff_python_ast::name::Name;
use ruff_python_ast::{StmtImport, StmtImportFrom};

use crate::eval::exception::Evaluated;
use crate::eval::frame::Frame;
use crate::eval::host::Host;
use crate::eval::module::Module;
use crate::eval::vm::Vm;

impl Vm {
    pub(super) fn import_statement(&mut self, host: &mut dyn Host, frame: &mut Frame<'_>, inner: &StmtImport) -> Evaluated<()> {
        for alias in &inner.names {
            let span = frame.span(alias.range);
            let full = alias.name.as_str();
            match &alias.asname {
                Some(name) => {
                    let value = self.import(host, full, span)?;
                    self.bind(frame, &name.id, value);
                }
                None => {
                    let root = full.split('.').next().unwrap_or(full);
                    let value = self.import_root(host, root, full, span)?;
                    self.bind(frame, &Name::new(root), value);
                }
            }
        }
        Ok(())
    }

    pub(super) fn import_from(&mut self, host: &mut dyn Host, frame: &mut Frame<'_>, inner: &StmtImportFrom) -> Evaluated<()> {
        let span = frame.span(inner.range);
        let named = inner.module.as_ref().map(|module| module.as_str());
        if named == Some("__future__") {
            return Ok(());
        }
        let Some(full) = absolute(frame.module, inner.level, named) else {
            return Err(self.raise("ImportError", "attempted relative import with no known parent package", span));
        };
        let module = self.import(host, &full, span)?;
        for alias in &inner.names {
            if alias.name.as_str() == "*" {
                self.import_star(host, frame, &module, span)?;
                continue;
            }
            let value = self.import_member(host, &module, &full, alias.name.as_str(), frame.span(alias.range))?;
            let name = alias.asname.as_ref().unwrap_or(&alias.name);
            self.bind(frame, &name.id, value);
        }
        Ok(())
    }
}

/// The absolute name that an import means, seen from a module.
pub(in crate::eval) fn absolute(from: &Module, level: u32, name: Option<&str>) -> Option<String> {
    if level == 0 {
        return name.map(str::to_owned);
    }
    let mut parts: Vec<&str> = from.name.split('.').collect();
    let up = level as usize - usize::from(from.is_package);
    if up > parts.len() {
        return None;
    }
    parts.truncate(parts.len() - up);
    parts.extend(name);
    if parts.is_empty() { None } else { Some(parts.join(".")) }
}
