//! An Alembic configuration: an INI file and the `[tool.alembic]` table of a `pyproject.toml`, read together as Alembic reads them.

use std::collections::BTreeMap;

use camino::Utf8PathBuf;

use super::ini::{Ini, IniError};
use super::{aludel_toml, locations};
use crate::diag::{Code, Diagnostic};
use crate::source::{Source, Span};
use std::sync::Arc;

/// The INI side of a configuration.
#[derive(Clone, Debug)]
pub struct IniFile {
    pub source: Arc<Source>,
    pub ini: Ini,
    /// The folder of the file, absolute: what `%(here)s` stands for.
    pub here: Utf8PathBuf,
}

/// The `[tool.alembic]` side of a configuration.
#[derive(Clone, Debug)]
pub struct TomlFile {
    pub source: Arc<Source>,
    pub table: toml::Table,
    pub here: Utf8PathBuf,
}

/// What Alembic's `Config` answers from.
#[derive(Clone, Debug, Default)]
pub struct Config {
    /// The main section, `alembic` or that of `-n`.
    pub section: String,
    pub ini: Option<IniFile>,
    pub toml: Option<TomlFile>,
}

impl Config {
    /// An option of the main section of the INI file alone (`Config.get_main_option`).
    ///
    /// # Errors
    /// `E0702` where the value can't be interpolated.
    pub fn main_option(&self, name: &str) -> Result<Option<String>, Diagnostic> {
        let Some(file) = &self.ini else { return Ok(None) };
        file.ini.get(&self.section, name).map_err(|error| file.refused(&error))
    }

    /// All options of a section of the INI file (`Config.get_section`); nothing where it is missing.
    ///
    /// # Errors
    /// `E0702` where a value can't be interpolated.
    pub fn section(&self, name: &str) -> Result<Option<indexmap::IndexMap<String, String>>, Diagnostic> {
        match &self.ini {
            Some(file) if file.ini.has_section(name) => file.ini.items(name).map(Some).map_err(|error| file.refused(&error)),
            _ => Ok(None),
        }
    }

    /// A text option of the INI file, else of the TOML table (`Config.get_alembic_option`).
    ///
    /// # Errors
    /// `E0702` where the value can't be interpolated or is no text.
    pub fn option(&self, name: &str) -> Result<Option<String>, Diagnostic> {
        if let Some(value) = self.main_option(name)? {
            return Ok(Some(value));
        }
        match self.toml_value(name) {
            None => Ok(None),
            Some((file, toml::Value::String(text))) => file.substitute(name, text).map(Some),
            Some((_, toml::Value::Integer(number))) => Ok(Some(number.to_string())),
            Some((file, _)) => Err(file.refused(name, "a text is expected")),
        }
    }

    /// A yes-or-no option (`Config.get_alembic_boolean_option`): in the INI file, `true` alone is yes.
    ///
    /// # Errors
    /// `E0702` where the TOML value is no boolean.
    pub fn boolean(&self, name: &str) -> Result<bool, Diagnostic> {
        if let Some(value) = self.main_option(name)? {
            return Ok(value == "true");
        }
        match self.toml_value(name) {
            None => Ok(false),
            Some((_, toml::Value::Boolean(value))) => Ok(*value),
            Some((file, _)) => Err(file.refused(name, "`true` or `false` is expected")),
        }
    }

    /// The folders of `version_locations` (`Config.get_version_locations_list`), empty where it is not given.
    ///
    /// # Errors
    /// `E0702` for an unknown separator or a value that is no list.
    pub fn version_locations(&self) -> Result<Vec<String>, Diagnostic> {
        self.paths("version_locations", &["path_separator", "version_path_separator"], locations::split_legacy_locations)
    }

    /// The folders of `prepend_sys_path` (`Config.get_prepend_sys_paths_list`), empty where it is not given.
    ///
    /// # Errors
    /// As [`Config::version_locations`].
    pub fn prepend_sys_path(&self) -> Result<Vec<String>, Diagnostic> {
        self.paths("prepend_sys_path", &["path_separator"], locations::split_legacy_sys_path)
    }

    /// The place of an option in the INI file, for a label.
    pub fn place(&self, name: &str) -> Span {
        let place = self.ini.as_ref().and_then(|file| Some(aludel_toml::span(&file.source, file.ini.place(&self.section, name)?)));
        place.unwrap_or(Span::NOWHERE)
    }

    fn paths(&self, name: &str, separators: &[&str], legacy: fn(&str) -> Vec<String>) -> Result<Vec<String>, Diagnostic> {
        if let Some(value) = self.main_option(name)?.filter(|value| !value.is_empty()) {
            return Ok(match self.separator(separators)? {
                Some(separator) => locations::split(&value, separator),
                None => legacy(&value),
            });
        }
        match self.toml_value(name) {
            None => Ok(Vec::new()),
            Some((file, toml::Value::Array(values))) => values
                .iter()
                .map(|value| match value {
                    toml::Value::String(text) => file.substitute(name, text),
                    _ => Err(file.refused(name, "a list of texts is expected")),
                })
                .collect(),
            Some((file, _)) => Err(file.refused(name, "a list of texts is expected")),
        }
    }

    /// `Config._get_file_separator_char`: the first of the options that is given decides.
    fn separator(&self, names: &[&str]) -> Result<Option<char>, Diagnostic> {
        for name in names {
            let Some(value) = self.main_option(name)? else { continue };
            return locations::separator(&value).map(Some).ok_or_else(|| {
                Diagnostic::error(Code::BadConfig, format!("`{value}` is no `{name}`"))
                    .label(self.place(name), "given here")
                    .help("it is one of `os`, `space`, `newline`, `:` and `;`")
            });
        }
        Ok(None)
    }

    fn toml_value(&self, name: &str) -> Option<(&TomlFile, &toml::Value)> {
        let file = self.toml.as_ref()?;
        file.table.get(name).map(|value| (file, value))
    }
}

impl IniFile {
    /// An INI error as a diagnostic with its place.
    pub(super) fn refused(&self, error: &IniError) -> Diagnostic {
        refused_ini(&self.source, error)
    }
}

/// An INI error as a diagnostic with its place.
pub(super) fn refused_ini(source: &Source, error: &IniError) -> Diagnostic {
    Diagnostic::error(Code::BadConfig, format!("{} is not understood: {}", source.name, error.message))
        .label(aludel_toml::span(source, error.place.clone()), "here")
        .help("Python's `configparser` refuses this too; correct the file and run again")
}

impl TomlFile {
    fn refused(&self, name: &str, expected: &str) -> Diagnostic {
        Diagnostic::error(Code::BadConfig, format!("{}: `tool.alembic.{name}`: {expected}", self.source.name))
            .help("correct the file and run again")
    }

    /// `value % {"here": …}`, as far as texts need it.
    fn substitute(&self, name: &str, text: &str) -> Result<String, Diagnostic> {
        let values = BTreeMap::from([("here", self.here.as_str())]);
        percent_format(text, &values).ok_or_else(|| self.refused(name, "`%` must be `%%`, or begin `%(here)s`"))
    }
}

/// Python's `text % mapping` for `%(name)s` and `%%`; nothing for every other form.
fn percent_format(text: &str, values: &BTreeMap<&str, &str>) -> Option<String> {
    let mut formatted = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('%') {
        formatted.push_str(before);
        if let Some(after) = after.strip_prefix('%') {
            formatted.push('%');
            rest = after;
        } else {
            let (name, after) = after.strip_prefix('(')?.split_once(")s")?;
            formatted.push_str(values.get(name)?);
            rest = after;
        }
    }
    formatted.push_str(rest);
    Some(formatted)
}
