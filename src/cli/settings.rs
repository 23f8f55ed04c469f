//! From options as meant to the compiler's settings.

use std::rc::Rc;

use indexmap::IndexMap;

use super::compiling::loaded;
use super::pipeline::{ByHandSql, Opened, Options};
use crate::compile::{self, Assumption, ByHand, Settings};
use crate::diag::{Code, Diagnostic};
use crate::dialect::{Dialect, Version};
use crate::project::Project;

/// Settings for what is asked before a dialect is chosen.
pub(super) fn plain_settings(project: &Project) -> Result<Settings, Diagnostic> {
    let name = Dialect::names(&[]).into_iter().next().unwrap_or_default();
    project_settings(project, Dialect::load(&name, &[])?)
}

fn project_settings(project: &Project, dialect: Dialect) -> Result<Settings, Diagnostic> {
    let config = &project.config;
    let sections = config.ini.as_ref().map(|file| file.ini.sections().map(str::to_owned).collect::<Vec<_>>()).unwrap_or_default();
    let mut all = IndexMap::new();
    for name in sections {
        if let Ok(Some(options)) = config.section(&name) {
            all.insert(name, options);
        }
    }
    Ok(Settings {
        dialect: Rc::new(dialect),
        tag: None,
        x_arguments: Vec::new(),
        environment: IndexMap::new(),
        now: None,
        assume: Vec::new(),
        blank: false,
        database: None,
        transaction_per_migration: None,
        version_table: None,
        version_table_schema: None,
        target: None,
        hardened: false,
        main_options: config.section(&config.section)?.unwrap_or_default(),
        sections: all,
        section: config.section.clone(),
        config_file: project.config_file.as_ref().map(|path| project.name(path).to_string()),
        baseline: None,
        by_hand: std::collections::BTreeMap::new(),
    })
}

/// Settings to compile with.
///
/// # Errors
/// A dialect that can't be loaded, and options that are not understood.
pub(super) fn settings(opened: &Opened, dialect: &str, options: &Options) -> Result<Settings, Diagnostic> {
    let mut settings = project_settings(&opened.project, loaded(dialect, &opened.overlays)?)?;
    settings.tag.clone_from(&options.tag);
    settings.x_arguments.clone_from(&options.x_arguments);
    settings.environment.clone_from(&options.environment);
    settings.database.clone_from(&options.database);
    settings.transaction_per_migration = options.transaction_per_migration;
    settings.version_table.clone_from(&options.version_table);
    settings.version_table_schema.clone_from(&options.version_table_schema);
    settings.now = options.now.as_deref().map(moment).transpose()?;
    settings.assume = options.assume.iter().map(|fact| assumption(fact)).collect::<Result<_, _>>()?;
    settings.target = target(dialect, &options.target)?;
    settings.baseline = options.baseline.as_ref().map(|(name, text)| opened.sources.add(name, text.as_str()));
    for (revision, sql) in &options.by_hand {
        settings.by_hand.insert(revision.clone(), by_hand(opened, revision, sql)?);
    }
    Ok(settings)
}

/// The version that `--target` names for a dialect.
fn target(dialect: &str, given: &[(String, String)]) -> Result<Option<Version>, Diagnostic> {
    let given = given.iter().rev().find(|(name, _)| name == dialect);
    given.map(|(_, text)| Version::parse(text).ok_or_else(|| not_a_version(text))).transpose()
}

fn not_a_version(text: &str) -> Diagnostic {
    Diagnostic::error(Code::BadUsage, format!("`{text}` is no version")).help("write it like `--target DIALECT=3.35`")
}

fn moment(text: &str) -> Result<i64, Diagnostic> {
    compile::parse_moment(text).ok_or_else(|| {
        Diagnostic::error(Code::BadUsage, format!("`{text}` is no time"))
            .help("write it like `2024-05-01T10:00:00Z`, or as seconds since 1970")
    })
}

fn assumption(fact: &str) -> Result<Assumption, Diagnostic> {
    match fact.split_once(':') {
        None if fact == "fresh" => Ok(Assumption::Fresh),
        None if fact == "offline" => Ok(Assumption::Offline),
        Some(("exists", name)) if !name.is_empty() => Ok(Assumption::Exists(name.to_owned())),
        Some(("absent", name)) if !name.is_empty() => Ok(Assumption::Absent(name.to_owned())),
        _ => Err(Diagnostic::error(Code::BadUsage, format!("`{fact}` can't be assumed"))
            .help("write `exists:TABLE`, `absent:TABLE`, `fresh` or `offline`")),
    }
}

/// The hand-written SQL of a revision, refused once its Python is not what it was written for.
fn by_hand(opened: &Opened, revision: &str, sql: &ByHandSql) -> Result<ByHand, Diagnostic> {
    let index = opened.graph.find(revision);
    let file = index.and_then(|index| opened.files.get(index.position()));
    let Some(file) = file else {
        return Err(Diagnostic::error(
            Code::UnknownRevision,
            format!("there is hand-written SQL for revision `{revision}`, which is not there"),
        )
        .help("correct the id in `aludel.toml`, or take the section out"));
    };
    if !sql.source_sha256.is_empty() && sql.source_sha256 != file.sha256 {
        return Err(Diagnostic::error(
            Code::BadConfig,
            format!("the Python of revision `{revision}` has changed since its SQL was written by hand"),
        )
        .help(format!("look at both again, then set `source-sha256 = \"{}\"`", file.sha256)));
    }
    let source = |part: &Option<(String, String)>| part.as_ref().map(|(name, text)| opened.sources.add(name, text.as_str()));
    Ok(ByHand { upgrade: source(&sql.upgrade), downgrade: source(&sql.downgrade) })
}
