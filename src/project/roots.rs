//! From configured texts to folders: the script folder, the revisions' folders, the module path, the project root.

use camino::{Utf8Path, Utf8PathBuf};

use super::finder::{self, Finder};
use super::paths::{self, Names};
use super::read::cannot_read;
use super::search::{Found, Input, Lookup};
use super::url::DatabaseUrl;
use super::{Config, Project};
use crate::diag::{Code, Diagnostic};
use crate::source::Span;

/// Resolves what was found.
///
/// # Errors
/// The options that are no good and the folders that are not there, as many as can be told in one go.
pub(super) fn resolve(lookup: &Lookup, found: Found) -> Result<Project, Vec<Diagnostic>> {
    check_section(&found.config).map_err(|problem| vec![problem])?;
    let mut resolver = Resolver { lookup, found: &found, problems: Vec::new(), sys_path: Vec::new() };
    resolver.configured_sys_path();
    let script_location = resolver.script_location();
    let root = resolver.root(script_location.as_deref());
    let versions = resolver.versions(script_location.as_deref());
    resolver.reasonable_sys_path(&root, script_location.iter().chain(&versions));
    let [recursive, sourceless] = ["recursive_version_locations", "sourceless"].map(|name| resolver.flag(name));
    let [url, file_template, timezone] = ["sqlalchemy.url", "file_template", "timezone"].map(|name| resolver.text(name));
    let Resolver { problems, sys_path, .. } = resolver;
    if !problems.is_empty() {
        return Err(problems);
    }
    let beside = sys_path.iter().cloned().chain(versions.iter().filter_map(|folder| folder.parent().map(Utf8Path::to_owned)));
    let names = Names::new(&root, beside.collect::<Vec<_>>());
    Ok(Project {
        inputs: found.read.into_iter().map(|(path, sha256)| Input { name: names.of(&path), sha256 }).collect(),
        root,
        config_file: found.config_file,
        config: found.config,
        settings: found.settings,
        settings_folder: found.settings_folder,
        script_location,
        versions,
        recursive,
        sourceless,
        sys_path,
        url: url.map(DatabaseUrl::new),
        file_template,
        timezone,
        names,
    })
}

/// `-n` must name a section, unless the options stand in a TOML table.
fn check_section(config: &Config) -> Result<(), Diagnostic> {
    match &config.ini {
        Some(file) if !file.ini.has_section(&config.section) && config.toml.is_none() => {
            let known = file.ini.sections().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
            let help = if known.is_empty() {
                "the file has no sections".to_owned()
            } else {
                format!("its sections are {known}; choose one with `-n`")
            };
            Err(Diagnostic::error(Code::BadConfig, format!("{} has no section `[{}]`", file.source.name, config.section)).help(help))
        }
        _ => Ok(()),
    }
}

struct Resolver<'a> {
    lookup: &'a Lookup,
    found: &'a Found,
    problems: Vec<Diagnostic>,
    sys_path: Vec<Utf8PathBuf>,
}

impl Resolver<'_> {
    /// `prepend_sys_path`, then what the user adds.
    fn configured_sys_path(&mut self) {
        for text in self.kept(self.found.config.prepend_sys_path()).unwrap_or_default() {
            let folders = self.bases().into_iter().map(|base| paths::from(&base, &text)).collect::<Vec<_>>();
            folders.into_iter().for_each(|folder| self.add_sys_path(folder));
        }
        for folder in &self.lookup.sys_path {
            // One that is not there is passed over, as Python does: an import that fails for it names its module.
            self.add_sys_path(paths::from(&self.lookup.folder, folder));
        }
        if let Some(base) = &self.found.settings_folder {
            self.found.settings.sys_path.iter().for_each(|folder| self.add_sys_path(paths::from(base, folder)));
        }
    }

    /// What Python has on its path when the project is installed or run from its root.
    fn reasonable_sys_path<'f>(&mut self, root: &'f Utf8Path, folders: impl Iterator<Item = &'f Utf8PathBuf>) {
        self.add_sys_path(root.to_owned());
        self.add_sys_path(root.join("src"));
        for folder in folders.map(Utf8PathBuf::as_path).chain([root]) {
            let above = finder::import_root(folder);
            if above != folder {
                self.add_sys_path(above);
            }
        }
    }

    fn add_sys_path(&mut self, folder: Utf8PathBuf) {
        if !self.sys_path.contains(&folder) && folder.is_dir() {
            self.sys_path.push(folder);
        }
    }

    /// The script folder; an INI file that names none stands in it.
    fn script_location(&mut self) -> Option<Utf8PathBuf> {
        let config = &self.found.config;
        if let Some(text) = self.kept(config.option("script_location"))? {
            let folder = self.located("script_location", &text)?;
            if !folder.is_dir() {
                self.problems.push(missing(
                    &folder,
                    &self.lookup.folder,
                    "the folder of `script_location`",
                    config.place("script_location"),
                ));
            }
            return Some(folder);
        }
        if config.ini.is_none() && config.toml.is_some() {
            self.problems.push(
                Diagnostic::error(Code::BadConfig, "`tool.alembic` has no `script_location`")
                    .help("add `script_location = \"%(here)s/alembic\"`, naming the folder that holds `env.py`"),
            );
        }
        config.ini.as_ref().map(|file| file.here.clone())
    }

    fn versions(&mut self, script_location: Option<&Utf8Path>) -> Vec<Utf8PathBuf> {
        if !self.lookup.versions.is_empty() {
            return self.given(&self.lookup.versions, &self.lookup.folder, "a folder of `--versions`");
        }
        if let (false, Some(base)) = (self.found.settings.versions.is_empty(), &self.found.settings_folder) {
            return self.given(&self.found.settings.versions, base, "a folder of `versions`");
        }
        let config = &self.found.config;
        let Some(locations) = self.kept(config.version_locations()) else { return Vec::new() };
        let place = config.place("version_locations");
        let folders: Vec<_> = if locations.is_empty() {
            script_location.map(|folder| folder.join("versions")).into_iter().collect()
        } else {
            locations.iter().filter_map(|text| self.located("version_locations", text)).collect()
        };
        let script_is_there = script_location.is_some_and(Utf8Path::is_dir);
        if let (Some(first), false, true) = (folders.first(), folders.iter().any(|folder| folder.is_dir()), script_is_there) {
            self.problems.push(missing(first, &self.lookup.folder, "the folder of revisions", place));
        }
        folders.into_iter().filter(|folder| folder.is_dir()).collect()
    }

    /// Folders that were named outright: each must be there.
    fn given(&mut self, folders: &[Utf8PathBuf], base: &Utf8Path, what: &str) -> Vec<Utf8PathBuf> {
        let folders: Vec<_> = folders.iter().map(|folder| paths::from(base, folder)).collect();
        let gone = folders.iter().filter(|folder| !folder.is_dir());
        self.problems.extend(gone.map(|folder| missing(folder, &self.lookup.folder, what, Span::NOWHERE)));
        folders
    }

    /// `util.coerce_resource_to_filename`: a path, or `package:path`. A path that is not in the current folder is looked for
    /// beside the configuration too.
    fn located(&mut self, option: &str, text: &str) -> Option<Utf8PathBuf> {
        if Utf8Path::new(text).is_absolute() || !text.contains(':') {
            let candidates = self.bases().into_iter().map(|base| paths::from(&base, text)).collect::<Vec<_>>();
            let scripts = |path: &&Utf8PathBuf| path.join("env.py").is_file() || path.join("versions").is_dir();
            let likely = candidates.iter().find(scripts).or_else(|| candidates.iter().find(|path| path.exists()));
            return likely.or(candidates.first()).cloned();
        }
        let mut tokens = text.split(':');
        let package = tokens.next().unwrap_or_default();
        match self.package(package) {
            Some(folder) => Some(tokens.fold(folder, |folder, token| paths::from(&folder, token))),
            None => {
                self.problems.push(
                    Diagnostic::error(Code::BadConfig, format!("the package `{package}` of `{option}` is not found"))
                        .label(self.found.config.place(option), "named here")
                        .help("name the folder that holds the package with `--sys-path DIR`"),
                );
                None
            }
        }
    }

    fn package(&self, package: &str) -> Option<Utf8PathBuf> {
        let bases = self.bases().into_iter().flat_map(|base| [base.join("src"), finder::import_root(&base), base]);
        let mut folders = self.sys_path.clone();
        folders.extend(bases);
        Finder::new(folders).find(package).folder()
    }

    /// What relative paths are relative to: the current folder, as for Alembic, then that of the configuration, then that of
    /// the package it stands in.
    fn bases(&self) -> Vec<Utf8PathBuf> {
        let mut bases = vec![self.lookup.folder.clone()];
        if let Some(folder) = self.found.config_file.as_deref().and_then(Utf8Path::parent) {
            bases.extend([folder.to_owned(), finder::import_root(folder)]);
        }
        bases.dedup();
        bases
    }

    /// The configuration's folder; the one above it where the configuration stands among the scripts; the current folder where
    /// only that holds the scripts.
    fn root(&self, script_location: Option<&Utf8Path>) -> Utf8PathBuf {
        let current = self.lookup.folder.as_path();
        let Some(folder) = self.found.config_file.as_deref().and_then(Utf8Path::parent) else {
            return self.found.settings_folder.clone().unwrap_or_else(|| current.to_owned());
        };
        match script_location {
            Some(location) if location == folder => folder.parent().unwrap_or(folder).to_owned(),
            Some(location) if !location.starts_with(folder) && location.starts_with(current) => current.to_owned(),
            _ => folder.to_owned(),
        }
    }

    fn flag(&mut self, name: &str) -> bool {
        let value = self.found.config.boolean(name);
        self.kept(value).unwrap_or(false)
    }

    fn text(&mut self, name: &str) -> Option<String> {
        let value = self.found.config.option(name);
        self.kept(value).flatten()
    }

    fn kept<T>(&mut self, result: Result<T, Diagnostic>) -> Option<T> {
        result.map_err(|problem| self.problems.push(problem)).ok()
    }
}

/// A folder that is not there, called as it stands below the current folder, else by its last two names.
fn missing(folder: &Utf8Path, current: &Utf8Path, what: &str, place: Span) -> Diagnostic {
    let name = match folder.strip_prefix(current) {
        Ok(inner) => inner.to_owned(),
        Err(_) => {
            let mut names: Vec<_> = folder.iter().rev().take(2).filter(|name| *name != "/").collect();
            names.reverse();
            names.join("/").into()
        }
    };
    cannot_read(&name, &format!("{what} is not there")).label(place, "named here")
}
