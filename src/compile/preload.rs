//! What the modules that revisions import register before the first revision runs: operations, compilers, listeners.
//!
//! Alembic imports every revision file before it runs one, so what one of them registers holds for all.

use super::step::Session;
use crate::eval::{Host, Unwind};
use crate::python::Ast;
use crate::source::Span;

impl Session<'_> {
    /// Imports what the files import at their top level, for what it registers. Nothing is emitted.
    pub(super) fn preload(&mut self, files: &[Ast]) {
        self.host.in_env_py = true;
        let mut seen = rustc_hash::FxHashSet::default();
        for file in files {
            if let Err(Unwind::Stop(problem)) = self.vm.preload(&mut self.host, file, &mut seen) {
                let place = problem.labels.first().map_or(Span::NOWHERE, |label| label.span);
                self.host.unregistered(place, &problem.message);
            }
        }
        self.host.in_env_py = false;
        self.host.offline_asked.clear();
        let inputs = std::mem::take(&mut self.host.inputs);
        if self.has_registrations() {
            self.host.env_py_inputs.extend(inputs);
        }
    }

    /// Lets go of the project's modules, unless functions that live in them are still to be called.
    pub(super) fn forget_modules(&mut self) {
        if !self.has_registrations() {
            self.vm.forget_modules();
        }
    }

    pub(super) fn has_registrations(&self) -> bool {
        let host = &self.host;
        !host.registered.is_empty() || !host.implementations.is_empty() || !host.library.compilers.borrow().is_empty()
    }
}
