//! Whole scripts: what `env.py` writes around the migrations, and these with their changes of the version table.

use super::line::Line;
use super::version_table::VersionRows;
use super::writer::{ScriptOptions, Writer};
use crate::diag::Diagnostic;
use crate::dialect::Dialect;
use crate::revision::Step;

/// A part of a script, as `env.py` puts it together.
#[derive(Clone, Debug)]
pub enum Section {
    Line(Line),
    /// The transaction begins.
    Begin,
    Migrations,
    /// The transaction ends.
    Commit,
}

/// Puts scripts together. Each thread has one of its own.
#[derive(Clone)]
pub struct Composer<'a> {
    pub dialect: &'a Dialect,
    pub options: ScriptOptions,
    pub sections: Vec<Section>,
    pub versions: VersionRows,
}

/// A script that is put together.
pub struct Composed {
    pub text: String,
    /// Whether each step's statements all stand in one transaction with its version row.
    pub transactional: bool,
}

impl Composer<'_> {
    /// The script of some steps, each with what it writes (`MigrationContext.run_migrations`).
    ///
    /// # Errors
    /// Where the version table's statements can't be written.
    pub fn script(&self, steps: &[(&Step, Vec<Line>)]) -> Result<Composed, Diagnostic> {
        let mut writer = self.writer();
        for section in &self.sections {
            match section {
                Section::Line(line) => writer.aside(line),
                Section::Begin => writer.begin_script(),
                Section::Migrations => steps.iter().try_for_each(|(step, lines)| self.step(&mut writer, step, lines))?,
                Section::Commit => writer.end_script(),
            }
        }
        let transactional = self.is_transactional() && !writer.is_cut();
        Ok(Composed { text: writer.finish(), transactional })
    }

    /// An empty script.
    pub fn writer(&self) -> Writer<'_> {
        Writer::new(self.dialect, &self.options)
    }

    fn step(&self, writer: &mut Writer<'_>, step: &Step, lines: &[Line]) -> Result<(), Diagnostic> {
        writer.begin_migration();
        if step.creates_version_table {
            writer.statement(&self.versions.create);
        }
        writer.comment(&["-- Running ", &step.log].concat());
        writer.lines(lines);
        for change in &step.changes {
            writer.statement(&self.versions.statement(change, self.dialect)?);
        }
        writer.end_migration();
        Ok(())
    }

    /// Whether a step stands in one transaction with its version row, unless what it writes can't.
    pub fn is_transactional(&self) -> bool {
        let begins = || self.sections.iter().any(|section| matches!(section, Section::Begin));
        self.options.transactional_ddl && (self.options.transaction_per_migration || begins())
    }
}
