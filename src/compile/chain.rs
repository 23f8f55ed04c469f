//! The chain of one dialect: every revision evaluated in its place, scripts put together from what they wrote.

use std::rc::Rc;

use super::around::Part;
use super::report::Report;
use super::settings::Assumption;
use super::step::{Direction, RevisionSource, Session, StepError, StepResult, with_way_out};
use crate::diag::Diagnostic;
use crate::eval::Module;
use crate::ops::{Item, SchemaEffect, Statement};
use crate::python::Ast;
use crate::revision::{Action, Graph, Plan, RevisionIndex, Step};
use crate::schema::{Reason, Schema, Why, World as DatabaseWorld};
use crate::script::{Composer, ScriptOptions, VersionTable, Writer};
use crate::source::Span;

/// The revisions of a project, linked, with their parsed files by [`RevisionIndex::position`].
#[derive(Clone, Copy)]
pub struct Revisions<'a> {
    pub graph: &'a Graph,
    pub files: &'a [Ast],
}

/// One dialect's run over a chain.
pub struct Chain<'a, 'w> {
    pub(super) session: Session<'w>,
    pub(super) revisions: Revisions<'a>,
    modules: Vec<Option<Rc<Module>>>,
    pub(super) version_table: VersionTable,
    pub(super) composer: Composer<'w>,
    /// What was noticed before the first step.
    report: Report,
    /// Why the chain is taken to begin on a database that is not empty, once that is known.
    open: Option<Why>,
}

impl<'a, 'w> Chain<'a, 'w> {
    /// Prepares a run.
    ///
    /// # Errors
    /// Where the dialect can't write the version table.
    pub fn new(mut session: Session<'w>, revisions: Revisions<'a>) -> Result<Self, Diagnostic>
    where
        'a: 'w,
    {
        session.host.revisions = Some(revisions);
        session.preload(revisions.files);
        let settings = session.host.settings;
        let configured = Rc::clone(&session.host.configured);
        let table = session.version_table();
        let options = ScriptOptions {
            transactional_ddl: session.host.transactional_ddl(),
            transaction_per_migration: settings.transaction_per_migration.unwrap_or(configured.transaction_per_migration),
            batch_separator: configured.batch_separator.clone(),
        };
        let version_table = VersionTable::new(&table, &settings.dialect)?;
        let sections = configured.around.iter().filter_map(Part::section).collect();
        let composer = Composer { dialect: &settings.dialect, options, sections, versions: version_table.rows.clone() };
        let modules = vec![None; revisions.graph.len()];
        let report = std::mem::take(&mut session.host.report);
        Ok(Self { session, revisions, modules, version_table, composer, report, open: None })
    }

    /// The project files that `env.py` read, itself among them.
    pub fn env_py_inputs(&self) -> &[String] {
        &self.session.host.env_py_inputs
    }

    /// The schema of the database before the first step.
    pub fn empty_schema(&self) -> Schema {
        let settings = self.session.host.settings;
        let world = match &self.open {
            _ if settings.baseline.is_some() => DatabaseWorld::Stated(Why::nowhere(Reason::Baseline)),
            _ if settings.assume.contains(&Assumption::Fresh) => DatabaseWorld::Stated(Why::nowhere(Reason::Assumed)),
            Some(why) => DatabaseWorld::Open(why.clone()),
            None => DatabaseWorld::Closed,
        };
        let mut schema = Schema::new(crate::schema::Rules::of(&settings.dialect), world);
        for assumption in &settings.assume {
            match assumption {
                Assumption::Exists(name) => schema.assume(name, true),
                Assumption::Absent(name) => schema.assume(name, false),
                Assumption::Fresh | Assumption::Offline => {}
            }
        }
        schema.create_table(&self.version_table.definition, true, Span::NOWHERE);
        if let Some(baseline) = &settings.baseline {
            schema.apply_sql(&baseline.text, Span { source: baseline.id, start: 0, end: 0 });
        }
        if settings.blank {
            schema.begin_blank();
        }
        for part in self.session.host.configured.around.iter().take_while(|part| !matches!(part, Part::Migrations)) {
            if let Part::Item(item) = part {
                super::folder::replay(std::slice::from_ref(item), &mut schema);
            }
        }
        schema
    }

    /// Evaluates a revision on a schema.
    ///
    /// # Errors
    /// Whatever keeps it from being compiled.
    pub fn evaluate(&mut self, index: RevisionIndex, direction: Direction, schema: &Schema) -> Result<StepResult, Box<StepError>> {
        if direction == Direction::Downgrade && self.session.host.settings.blank {
            let mut used = schema.clone();
            used.begin_use();
            return self.evaluate_on(index, direction, &used);
        }
        self.evaluate_on(index, direction, schema)
    }

    fn evaluate_on(&mut self, index: RevisionIndex, direction: Direction, schema: &Schema) -> Result<StepResult, Box<StepError>> {
        let position = index.position();
        let revision = self.revisions.graph.revision(index);
        let Some(ast) = self.revisions.files.get(position) else {
            let diagnostic = Box::new(Diagnostic::bug(revision.span, "a revision without a file"));
            return Err(Box::new(StepError { diagnostic, schema: schema.clone(), report: Report::default(), salvaged: false }));
        };
        if let Some(result) = self.by_hand(&revision.id, direction, schema) {
            return Ok(result);
        }
        if let Some(error) = &ast.broken {
            let diagnostic = Box::new(with_way_out((**error).clone(), &revision.id, direction));
            return Err(Box::new(StepError { diagnostic, schema: schema.clone(), report: Report::default(), salvaged: false }));
        }
        let source = RevisionSource { index, id: &revision.id, ast };
        let mut module = self.modules.get_mut(position).and_then(Option::take);
        let result = self.session.step(&source, &mut module, direction, schema).map_err(|mut error| {
            if let Some(schema) = self.session.salvage(&source, direction, schema) {
                (error.schema, error.salvaged) = (schema, true);
            }
            error
        });
        if let Some(slot) = self.modules.get_mut(position) {
            *slot = module;
        }
        result
    }

    /// The step that hand-written SQL stands for.
    fn by_hand(&self, id: &str, direction: Direction, schema: &Schema) -> Option<StepResult> {
        let by_hand = self.session.host.settings.by_hand.get(id)?;
        let source = match direction {
            Direction::Upgrade => by_hand.upgrade.as_ref()?,
            Direction::Downgrade => by_hand.downgrade.as_ref()?,
        };
        let place = Span { source: source.id, start: 0, end: 0 };
        let text = source.text.trim().trim_end_matches(';').trim_end();
        let mut schema = schema.clone();
        schema.apply_sql(text, place);
        let effect = SchemaEffect::Sql(text.into());
        let items = vec![Item::Statement(Statement::new(text, effect, place))];
        Some(StepResult {
            items,
            schema,
            report: Report::default(),
            inputs: vec![source.name.to_string()],
            irreversible: None,
            asked_schema: false,
            by_hand: true,
        })
    }

    /// What is left of a schema after a step that could not be compiled: what it surely did, and doubt about all it names.
    pub fn doubtful_after(&self, error: &StepError, index: RevisionIndex) -> Schema {
        if error.salvaged {
            return error.schema.clone();
        }
        let mut schema = error.schema.clone();
        let place = error.diagnostic.labels.first().map_or(Span::NOWHERE, |label| label.span);
        let why = super::salvage::why_lost(place);
        if let Some(ast) = self.revisions.files.get(index.position()) {
            schema.lose(&ast.source.text, &why);
        }
        schema
    }

    /// An empty script of the run's dialect.
    pub fn writer(&self) -> Writer<'_> {
        self.composer.writer()
    }

    /// Takes note that the chain begins on a database that is not empty, if the schema shows it for the first time.
    ///
    /// Gives whether the chain must be evaluated again.
    pub fn learns_open(&mut self, schema: &Schema) -> bool {
        if self.open.is_some() || !matches!(schema.world(), DatabaseWorld::Closed) {
            return false;
        }
        self.open = schema.stranger().cloned();
        self.open.is_some()
    }

    /// What was noticed beside the steps, as in `env.py`.
    pub fn take_report(&mut self) -> Report {
        std::mem::take(&mut self.report)
    }

    /// Lets go of a revision's module and of the project's modules, so that no revision sees what another one stored there.
    pub fn let_go(&mut self, index: RevisionIndex) {
        if let Some(module) = self.modules.get_mut(index.position()).and_then(Option::take) {
            module.release();
        }
        self.session.forget_modules();
    }

    /// Starts over, as for a chain that has not been looked at.
    pub fn forget_changes(&mut self) {
        self.session.forget_modules();
        self.modules.fill(None);
    }
}

/// What a step of a plan runs.
pub fn ran(step: &Step) -> Option<(RevisionIndex, Direction)> {
    match step.action {
        Action::Upgrade(index) => Some((index, Direction::Upgrade)),
        Action::Downgrade(index) => Some((index, Direction::Downgrade)),
        Action::Stamp => None,
    }
}

/// The plan of a revision by itself.
///
/// # Errors
/// Where its place in the version table can't be told.
pub fn alone(graph: &Graph, index: RevisionIndex, direction: Direction) -> Result<Plan, Diagnostic> {
    match direction {
        Direction::Upgrade => Plan::upgrade_alone(graph, index),
        Direction::Downgrade => Plan::downgrade_alone(graph, index),
    }
}
