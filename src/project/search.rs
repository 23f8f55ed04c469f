//! Which configuration files are in charge.

use std::sync::Arc;

use camino::{Utf8Path, Utf8PathBuf};

use super::aludel_toml::{self, Settings};
use super::config::{Config, IniFile, TomlFile, refused_ini};
use super::ini::Ini;
use super::paths;
use super::read::{cannot_read, read_text};
use crate::diag::redact::redact_in_place;
use crate::diag::{Code, Diagnostic};
use crate::source::{Source, Sources};

/// Where a configuration is looked for when `-c` names none, in this order, after `aludel.toml`.
const PLACES: [&str; 4] = ["alembic.ini", "pyproject.toml", "migrations/alembic.ini", "alembic/alembic.ini"];
/// Our own file.
const ALUDEL: &str = "aludel.toml";
/// The file that Alembic reads a TOML table of.
const PYPROJECT: &str = "pyproject.toml";
/// Alembic's own section.
const SECTION: &str = "alembic";

/// What the user said of where the project is.
#[derive(Clone, Debug, Default)]
pub struct Lookup {
    /// The current folder, absolute.
    pub folder: Utf8PathBuf,
    /// The files of `-c`.
    pub config: Vec<Utf8PathBuf>,
    /// The section of `-n`.
    pub section: Option<String>,
    /// The folders of `--versions`.
    pub versions: Vec<Utf8PathBuf>,
    /// The folders of `--sys-path`.
    pub sys_path: Vec<Utf8PathBuf>,
}

/// The files that were found, read.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub settings: Settings,
    /// The folder of `aludel.toml`, where there is one.
    pub settings_folder: Option<Utf8PathBuf>,
    pub config: Config,
    /// The INI file, else the TOML file, absolute.
    pub config_file: Option<Utf8PathBuf>,
    /// Everything that was read, absolute, with its checksum.
    pub read: Vec<(Utf8PathBuf, String)>,
}

/// A file that was read, by its name in reports, and the checksum of its bytes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Input {
    pub name: Utf8PathBuf,
    pub sha256: String,
}

/// Finds and reads the configuration files.
///
/// # Errors
/// `E0701` where there are none and no `--versions` either, `E0702` and `E0705` for files that are no good.
pub(super) fn find(lookup: &Lookup, sources: &Sources) -> Result<Found, Diagnostic> {
    let mut search = Search { lookup, sources, found: Found::default() };
    search.run()?;
    Ok(search.found)
}

struct Search<'a> {
    lookup: &'a Lookup,
    sources: &'a Sources,
    found: Found,
}

impl Search<'_> {
    fn run(&mut self) -> Result<(), Diagnostic> {
        let (own, named) = self.named()?;
        match own {
            Some(path) => self.read_settings(&path)?,
            None if named.is_empty() => {
                let path = paths::from(&self.lookup.folder, ALUDEL);
                if path.is_file() {
                    self.read_settings(&path)?;
                }
            }
            None => {}
        }
        self.found.config.section =
            self.lookup.section.clone().or_else(|| self.found.settings.section.clone()).unwrap_or_else(|| SECTION.to_owned());
        for path in self.chosen(named)? {
            self.read_config(&path)?;
        }
        self.read_sibling_settings()
    }

    /// The files of `-c`: our own apart from Alembic's.
    fn named(&self) -> Result<(Option<Utf8PathBuf>, Vec<Utf8PathBuf>), Diagnostic> {
        let files = self.lookup.config.iter().map(|path| paths::from(&self.lookup.folder, path));
        let (own, named): (Vec<_>, Vec<_>) = files.partition(|path| path.file_name() == Some(ALUDEL));
        let tomls = named.iter().filter(|path| is_pyproject(path)).count();
        if own.len() > 1 || tomls > 1 || named.len() - tomls > 1 {
            return Err(Diagnostic::error(Code::BadUsage, "`-c` names two files of one kind")
                .help("give at most one INI file, one pyproject.toml and one aludel.toml"));
        }
        Ok((own.into_iter().next(), named))
    }

    /// Alembic's files to read, the INI file first.
    fn chosen(&self, mut named: Vec<Utf8PathBuf>) -> Result<Vec<Utf8PathBuf>, Diagnostic> {
        let asked_without = self.lookup.config.is_empty() && !self.lookup.versions.is_empty();
        if let (false, Some(config), Some(folder)) = (asked_without, &self.found.settings.config, &self.found.settings_folder) {
            named.push(paths::from(folder, config));
        }
        if !named.is_empty() {
            named.sort_by_key(|path| is_pyproject(path));
            return Ok(named);
        }
        if !self.lookup.versions.is_empty() || !self.found.settings.versions.is_empty() {
            return Ok(Vec::new());
        }
        self.searched()
    }

    fn searched(&self) -> Result<Vec<Utf8PathBuf>, Diagnostic> {
        let folder = self.found.settings_folder.as_ref().unwrap_or(&self.lookup.folder);
        for place in PLACES {
            let path = paths::from(folder, place);
            if !path.is_file() || (is_pyproject(&path) && !self.has_table(&path)?) {
                continue;
            }
            let beside = paths::from(folder, PYPROJECT);
            let both = place == "alembic.ini" && beside.is_file() && self.has_table(&beside).unwrap_or(false);
            return Ok(if both { vec![path, beside] } else { vec![path] });
        }
        Err(nothing_found(folder))
    }

    fn has_table(&self, path: &Utf8Path) -> Result<bool, Diagnostic> {
        let text = read_text(path, Utf8Path::new(PYPROJECT))?.text;
        Ok(text.parse::<toml::Table>().map_or(text.contains("[tool.alembic"), |table| alembic_table(&table).is_some()))
    }

    fn read_config(&mut self, path: &Utf8Path) -> Result<(), Diagnostic> {
        let (source, text) = self.read(path)?;
        let here = path.parent().unwrap_or(path).to_owned();
        if is_pyproject(path) || path.extension() == Some("toml") {
            let table: toml::Table = toml::from_str(&text).map_err(|error| aludel_toml::bad(&source, &error))?;
            let table = alembic_table(&table).cloned().ok_or_else(|| no_table(&source))?;
            self.found.config.toml = Some(TomlFile { source, table, here });
        } else {
            let mut ini = Ini::parse(&text).map_err(|error| refused_ini(&source, &error))?;
            ini.set_default("here", here.as_str());
            self.found.config.ini = Some(IniFile { source, ini, here });
        }
        self.found.config_file.get_or_insert_with(|| path.to_owned());
        Ok(())
    }

    /// An `aludel.toml` beside a configuration that `-c` named counts too.
    fn read_sibling_settings(&mut self) -> Result<(), Diagnostic> {
        let folder = self.found.config_file.as_deref().and_then(Utf8Path::parent);
        match folder.map(|folder| folder.join(ALUDEL)).filter(|path| self.found.settings_folder.is_none() && path.is_file()) {
            Some(path) => self.read_settings(&path),
            None => Ok(()),
        }
    }

    fn read_settings(&mut self, path: &Utf8Path) -> Result<(), Diagnostic> {
        let (source, _) = self.read(path)?;
        self.found.settings = aludel_toml::parse(&source)?;
        self.found.settings_folder = path.parent().map(Utf8Path::to_owned);
        Ok(())
    }

    /// Reads a file. What reports may show of it has its passwords hidden; the text that is understood has them.
    fn read(&mut self, path: &Utf8Path) -> Result<(Arc<Source>, String), Diagnostic> {
        let name = path.strip_prefix(&self.lookup.folder).unwrap_or_else(|_| Utf8Path::new(path.file_name().unwrap_or("?")));
        if !path.exists() {
            return Err(cannot_read(name, "it is not there"));
        }
        let file = read_text(path, name)?;
        self.found.read.push((path.to_owned(), file.sha256));
        Ok((self.sources.add(name, redact_in_place(&file.text).into_owned()), file.text))
    }
}

fn is_pyproject(path: &Utf8Path) -> bool {
    path.file_name() == Some(PYPROJECT)
}

fn alembic_table(table: &toml::Table) -> Option<&toml::Table> {
    table.get("tool")?.as_table()?.get("alembic")?.as_table()
}

fn no_table(source: &Source) -> Diagnostic {
    Diagnostic::error(Code::NoConfig, format!("{} has no `[tool.alembic]` table", source.name))
        .help("name the Alembic configuration with `-c FILE`")
}

fn nothing_found(folder: &Utf8Path) -> Diagnostic {
    let places = std::iter::once(ALUDEL).chain(PLACES).map(|place| format!("`{place}`")).collect::<Vec<_>>().join(", ");
    let here = folder.file_name().unwrap_or(folder.as_str());
    Diagnostic::error(Code::NoConfig, format!("no Alembic configuration in the folder `{here}`"))
        .help(format!("looked for {places}; name the file with `-c FILE`, or the revisions with `--versions DIR`"))
}
