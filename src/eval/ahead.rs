//! The world as a generator sees it that runs ahead of whoever asks for its values.
//!
//! What it does to the database would come too early, so that is refused.

use super::host::{Access, Host, Import, Outcome};
use super::salvage::{Lost, State};
use super::value::Value;
use super::vm::Vm;
use crate::diag::{Code, Diagnostic};
use crate::source::Span;

/// A host that lets nothing through to the database.
pub(super) struct Ahead<'h> {
    pub host: &'h mut dyn Host,
    /// Where a value was asked for.
    pub asked: Span,
}

impl Host for Ahead<'_> {
    fn library(&mut self, vm: &mut Vm, access: Access<'_>, span: Span) -> Outcome {
        if let Access::Call { object, .. } = &access
            && self.host.touches_database(&Value::Library(std::rc::Rc::clone(object)))
        {
            let diagnostic =
                Diagnostic::error(Code::NotUnderstood, "a generator that works on the database is asked for one value at a time")
                    .label(span, "this would happen too early")
                    .label(self.asked, "a value is asked for here")
                    .help("go over the generator with `for`, which keeps the order");
            return Outcome::Refused(Box::new(diagnostic));
        }
        self.host.library(vm, access, span)
    }

    fn import(&mut self, name: &str) -> Import {
        self.host.import(name)
    }

    fn call_live(
        &mut self,
        vm: &mut Vm,
        live: &std::rc::Rc<super::Live>,
        method: &str,
        args: &super::Args,
        span: Span,
    ) -> Option<super::Evaluated> {
        self.host.call_live(vm, live, method, args, span)
    }

    fn touches_database(&self, value: &Value) -> bool {
        self.host.touches_database(value)
    }

    fn env(&mut self, name: &str) -> Option<String> {
        self.host.env(name)
    }

    fn now(&mut self, span: Span) -> i64 {
        self.host.now(span)
    }

    fn chance(&mut self, span: Span) -> u128 {
        self.host.chance(span)
    }

    fn read_file(&mut self, path: &str) -> Result<String, String> {
        self.host.read_file(path)
    }

    fn path_exists(&mut self, path: &str) -> Option<bool> {
        self.host.path_exists(path)
    }

    fn say(&mut self, span: Span, text: String) {
        self.host.say(span, text);
    }

    fn report(&mut self, diagnostic: Diagnostic) {
        self.host.report(diagnostic);
    }

    fn state(&mut self) -> State {
        self.host.state()
    }

    fn restore(&mut self, state: &State) {
        self.host.restore(state);
    }

    fn merge(&mut self, ways: &[State], place: Span) {
        self.host.merge(ways, place);
    }

    fn perhaps(&mut self, begins: bool) {
        self.host.perhaps(begins);
    }

    fn lost(&mut self, piece: &Lost) {
        self.host.lost(piece);
    }
}
