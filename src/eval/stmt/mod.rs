//! Statements: each says how control goes on. What is not understood is an error.

mod assign;
mod define;

pub(super) use define::docstring;
mod delete;
pub(in crate::eval) mod import;
mod loops;
mod matching;
mod raising;
mod with;

use ruff_python_ast::{Expr, Stmt, StmtAssert, StmtIf};
use ruff_text_size::Ranged;

use super::exception::{Evaluated, Unwind};
use super::frame::{Declared, Flow, Frame};
use super::host::Host;
use super::value::Value;
use super::vm::Vm;
use crate::diag::{Code, Diagnostic};
use crate::source::Span;

impl Vm {
    /// Runs statements in order, until one leaves the block.
    pub(super) fn block(&mut self, host: &mut dyn Host, frame: &mut Frame<'_>, body: &[Stmt]) -> Evaluated<Flow> {
        for statement in body {
            match self.statement(host, frame, statement)? {
                Flow::Next => {}
                leaving => return Ok(leaving),
            }
        }
        Ok(Flow::Next)
    }

    /// Runs one statement.
    pub(super) fn statement(&mut self, host: &mut dyn Host, frame: &mut Frame<'_>, statement: &Stmt) -> Evaluated<Flow> {
        let span = frame.span(statement.range());
        self.step(span)?;
        self.enter(span)?;
        let result = self.statement_of_kind(host, frame, statement);
        self.leave();
        match result {
            Err(unwind) if self.is_salvaging() => self.past_statement(host, frame, statement, unwind),
            result => result,
        }
    }

    fn statement_of_kind(&mut self, host: &mut dyn Host, frame: &mut Frame<'_>, statement: &Stmt) -> Evaluated<Flow> {
        match statement {
            Stmt::Expr(inner) => self.expr(host, frame, &inner.value).map(|_| Flow::Next),
            Stmt::Assign(inner) => self.assign_statement(host, frame, inner).map(next),
            Stmt::AnnAssign(inner) => self.annotated(host, frame, inner).map(next),
            Stmt::AugAssign(inner) => self.augmented(host, frame, inner).map(next),
            Stmt::If(inner) if self.is_salvaging() => self.salvage_if(host, frame, inner, statement),
            Stmt::If(inner) => self.if_statement(host, frame, inner),
            Stmt::For(inner) => self.for_statement(host, frame, inner),
            Stmt::While(inner) if self.is_salvaging() => self.salvage_while(host, frame, inner),
            Stmt::While(inner) => self.while_statement(host, frame, inner),
            Stmt::With(inner) => self.with_statement(host, frame, inner),
            Stmt::Try(inner) => self.try_statement(host, frame, inner, statement),
            Stmt::Match(inner) => self.match_statement(host, frame, inner),
            Stmt::Raise(inner) => {
                let unwind = self.raise_statement(host, frame, inner);
                self.note_raise(&unwind);
                Err(unwind)
            }
            Stmt::Return(inner) => match &inner.value {
                Some(value) => self.expr(host, frame, value).map(Flow::Return),
                None => Ok(Flow::Return(Value::None)),
            },
            Stmt::Pass(_) => Ok(Flow::Next),
            Stmt::Break(_) => Ok(Flow::Break),
            Stmt::Continue(_) => Ok(Flow::Continue),
            Stmt::FunctionDef(inner) => self.define_function(host, frame, inner).map(next),
            Stmt::ClassDef(inner) => self.define_class(host, frame, inner).map(next),
            Stmt::Import(inner) => self.import_statement(host, frame, inner).map(next),
            Stmt::ImportFrom(inner) => self.import_from(host, frame, inner).map(next),
            Stmt::Assert(inner) => self.assert_statement(host, frame, inner).map(next),
            Stmt::Delete(inner) => self.delete_statement(host, frame, inner).map(next),
            Stmt::Global(inner) => {
                frame.declared.extend(inner.names.iter().map(|name| (name.id.clone(), Declared::Global)));
                Ok(Flow::Next)
            }
            Stmt::Nonlocal(inner) => {
                frame.declared.extend(inner.names.iter().map(|name| (name.id.clone(), Declared::Nonlocal)));
                Ok(Flow::Next)
            }
            Stmt::TypeAlias(inner) => {
                let unknown = Value::unknown(frame.span(inner.range), "a type alias", super::value::Origin::Harmless);
                self.assign(host, frame, &inner.name, unknown).map(next)
            }
            Stmt::IpyEscapeCommand(_) => Err(not_understood(frame.span(statement.range()), "this statement")),
        }
    }

    fn if_statement(&mut self, host: &mut dyn Host, frame: &mut Frame<'_>, inner: &StmtIf) -> Evaluated<Flow> {
        if self.condition(host, frame, &inner.test, "the condition of this `if`")? {
            return self.block(host, frame, &inner.body);
        }
        for clause in &inner.elif_else_clauses {
            let taken = match &clause.test {
                Some(test) => self.condition(host, frame, test, "the condition of this `elif`")?,
                None => true,
            };
            if taken {
                return self.block(host, frame, &clause.body);
            }
        }
        Ok(Flow::Next)
    }

    /// Evaluates what a branch asks; `what` names it where it is not known.
    fn condition(&mut self, host: &mut dyn Host, frame: &mut Frame<'_>, test: &Expr, what: &str) -> Evaluated<bool> {
        let value = self.expr(host, frame, test)?;
        let span = frame.span(test.range());
        self.need(&value, what, span)?;
        self.truth(host, &value, span)
    }

    fn assert_statement(&mut self, host: &mut dyn Host, frame: &mut Frame<'_>, inner: &StmtAssert) -> Evaluated<()> {
        if self.condition(host, frame, &inner.test, "what this `assert` asks")? {
            return Ok(());
        }
        let args = match &inner.msg {
            Some(message) => vec![self.expr(host, frame, message)?],
            None => Vec::new(),
        };
        let span = frame.span(inner.range);
        Err(self.raise_builtin("AssertionError", args, span))
    }
}

fn next((): ()) -> Flow {
    Flow::Next
}

fn not_understood(span: Span, what: &str) -> Unwind {
    Diagnostic::error(Code::NotUnderstood, format!("{what} is not understood"))
        .label(span, "here")
        .help("say it in another way, or let hand-written SQL stand in for this revision")
        .into()
}
