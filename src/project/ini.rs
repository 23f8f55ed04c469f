//! INI text as Python's `configparser.ConfigParser` reads it: sections, defaults, continuation lines, `%(name)s`.
//!
//! Input: the text of an `alembic.ini`. Output: an [`Ini`], whose values are interpolated when they are asked for,
//! so that a bad `%` in an option that nobody reads is no error, as in Python.

use std::ops::Range;

use indexmap::IndexMap;

/// How deep one value may refer to another (`configparser.MAX_INTERPOLATION_DEPTH`).
const INTERPOLATION_DEPTH: usize = 10;
/// The section whose options every other one inherits.
const DEFAULT_SECTION: &str = "DEFAULT";

/// What is wrong with an INI text, and the bytes of the text it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IniError {
    pub message: String,
    pub place: Range<usize>,
}

#[derive(Clone, Debug)]
struct Entry {
    raw: String,
    place: Range<usize>,
}

type Options = IndexMap<String, Entry>;

/// A parsed INI file.
#[derive(Clone, Debug, Default)]
pub struct Ini {
    defaults: Options,
    sections: IndexMap<String, Options>,
}

impl Ini {
    /// Parses a text, whose line ends are `\n` alone.
    ///
    /// # Errors
    /// What `configparser` refuses: a line before the first section, a line that is no option, an option or section given twice.
    pub fn parse(text: &str) -> Result<Ini, IniError> {
        let mut reader = Reader::default();
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            reader.line(line, start..start + line.trim_end().len())?;
            start += line.len();
        }
        Ok(reader.finish())
    }

    /// Whether the section is there; the defaults are none.
    pub fn has_section(&self, section: &str) -> bool {
        self.sections.contains_key(section)
    }

    /// The names of the sections, in order.
    pub fn sections(&self) -> impl Iterator<Item = &str> {
        self.sections.keys().map(String::as_str)
    }

    /// Whether the section, or the defaults, give the option.
    pub fn has_option(&self, section: &str, option: &str) -> bool {
        self.entry(section, &option.to_lowercase()).is_some()
    }

    /// Where the option stands in the text, if it does.
    pub fn place(&self, section: &str, option: &str) -> Option<Range<usize>> {
        self.entry(section, &option.to_lowercase()).map(|entry| entry.place.clone()).filter(|place| !place.is_empty())
    }

    /// An option's value, interpolated (`ConfigParser.get` with `fallback=None`).
    ///
    /// # Errors
    /// Where `BasicInterpolation` refuses the value.
    pub fn get(&self, section: &str, option: &str) -> Result<Option<String>, IniError> {
        let Some(entry) = self.entry(section, &option.to_lowercase()) else { return Ok(None) };
        let mut value = String::new();
        self.interpolate(section, &entry.raw, 1, &mut value)
            .map_err(|message| IniError { message: format!("option `{option}`: {message}"), place: entry.place.clone() })?;
        Ok(Some(value))
    }

    /// All options of a section with the defaults', interpolated (`ConfigParser.items`): the defaults first, as there.
    ///
    /// # Errors
    /// As [`Ini::get`], for the first option that can't be interpolated.
    pub fn items(&self, section: &str) -> Result<IndexMap<String, String>, IniError> {
        let own = self.sections.get(section).into_iter().flat_map(Options::keys);
        let mut items = IndexMap::new();
        for name in self.defaults.keys().chain(own) {
            items.insert(name.clone(), self.get(section, name)?.unwrap_or_default());
        }
        Ok(items)
    }

    /// Sets an option, making the section where it is missing (`Config.set_section_option`).
    pub fn set(&mut self, section: &str, option: &str, raw: &str) {
        let options = if section == DEFAULT_SECTION { &mut self.defaults } else { self.sections.entry(section.to_owned()).or_default() };
        options.insert(option.to_lowercase(), Entry { raw: raw.to_owned(), place: 0..0 });
    }

    /// Gives a default that the file itself may replace, as the constructor's argument does in Python.
    pub fn set_default(&mut self, option: &str, raw: &str) {
        if !self.defaults.contains_key(option) {
            self.defaults.shift_insert(0, option.to_owned(), Entry { raw: raw.to_owned(), place: 0..0 });
        }
    }

    fn entry(&self, section: &str, option: &str) -> Option<&Entry> {
        if section == DEFAULT_SECTION {
            return self.defaults.get(option);
        }
        self.sections.get(section)?.get(option).or_else(|| self.defaults.get(option))
    }

    /// `BasicInterpolation._interpolate_some`.
    fn interpolate(&self, section: &str, raw: &str, depth: usize, out: &mut String) -> Result<(), String> {
        if depth > INTERPOLATION_DEPTH {
            return Err("values refer to each other too deeply".to_owned());
        }
        let mut rest = raw;
        while let Some((before, after)) = rest.split_once('%') {
            out.push_str(before);
            if let Some(after) = after.strip_prefix('%') {
                out.push('%');
                rest = after;
                continue;
            }
            let (name, after) = reference(after)?;
            let name = name.to_lowercase();
            let entry = self.entry(section, &name).ok_or_else(|| format!("`%({name})s` names an option that is not there"))?;
            if entry.raw.contains('%') {
                self.interpolate(section, &entry.raw, depth + 1, out)?;
            } else {
                out.push_str(&entry.raw);
            }
            rest = after;
        }
        out.push_str(rest);
        Ok(())
    }
}

/// Reads `(name)s` behind a `%`.
fn reference(after: &str) -> Result<(&str, &str), String> {
    let inner = after.strip_prefix('(').ok_or("`%` must be followed by `%` or `(`; write `%%` for a plain one")?;
    let (name, rest) = inner.split_once(')').ok_or("`%(` is not closed")?;
    let rest = rest.strip_prefix('s').filter(|_| !name.is_empty()).ok_or("a reference is written `%(name)s`")?;
    Ok((name, rest))
}

/// The state of `RawConfigParser._read`.
#[derive(Default)]
struct Reader {
    ini: Ini,
    /// The section being filled; none before the first.
    section: Option<String>,
    /// The option that a continuation line would belong to.
    option: Option<String>,
    indentation: usize,
}

impl Reader {
    fn line(&mut self, line: &str, place: Range<usize>) -> Result<(), IniError> {
        let value = line.trim();
        if value.starts_with(['#', ';']) {
            return Ok(());
        }
        if value.is_empty() {
            self.continued("");
            return Ok(());
        }
        let indentation = line.chars().take_while(|c| c.is_whitespace()).count();
        if indentation > self.indentation && self.continued(value) {
            return Ok(());
        }
        self.indentation = indentation;
        match header(value) {
            Some(name) => self.open(name, place),
            None => self.assign(value, place),
        }
    }

    /// Adds a line to the option before it; false where there is none.
    fn continued(&mut self, value: &str) -> bool {
        let Some(option) = self.option.clone() else { return false };
        let Some(entry) = self.options().and_then(|options| options.get_mut(&option)) else { return false };
        entry.raw.push('\n');
        entry.raw.push_str(value);
        true
    }

    fn open(&mut self, name: &str, place: Range<usize>) -> Result<(), IniError> {
        if self.ini.sections.contains_key(name) {
            return Err(IniError { message: format!("section `[{name}]` is there twice"), place });
        }
        if name != DEFAULT_SECTION {
            self.ini.sections.insert(name.to_owned(), Options::new());
        }
        self.section = Some(name.to_owned());
        self.option = None;
        Ok(())
    }

    fn assign(&mut self, line: &str, place: Range<usize>) -> Result<(), IniError> {
        let Some(options) = self.options() else {
            return Err(IniError { message: "a line stands before the first `[section]`".to_owned(), place });
        };
        let Some(at) = line.find(['=', ':']).filter(|at| *at > 0) else {
            return Err(IniError { message: "a line is neither `name = value` nor a `[section]`".to_owned(), place });
        };
        let (name, value) = line.split_at(at);
        let name = name.trim_end().to_lowercase();
        if options.contains_key(&name) {
            return Err(IniError { message: format!("option `{name}` is there twice"), place });
        }
        options.insert(name.clone(), Entry { raw: value.get(1..).unwrap_or("").trim().to_owned(), place });
        self.option = Some(name);
        Ok(())
    }

    fn options(&mut self) -> Option<&mut Options> {
        match self.section.as_deref()? {
            DEFAULT_SECTION => Some(&mut self.ini.defaults),
            name => self.ini.sections.get_mut(name),
        }
    }

    /// Python joins the lines of a value and strips the end alone.
    fn finish(mut self) -> Ini {
        let sections = self.ini.sections.values_mut().chain([&mut self.ini.defaults]);
        for entry in sections.flat_map(|options| options.values_mut()) {
            entry.raw.truncate(entry.raw.trim_end().len());
        }
        self.ini
    }
}

/// The name between the first `[` and the last `]` of a line that begins with one.
fn header(line: &str) -> Option<&str> {
    let inner = line.strip_prefix('[')?;
    let end = inner.rfind(']')?;
    inner.get(..end).filter(|name| !name.is_empty())
}

#[cfg(test)]
mod tests {
    use super::Ini;

    fn get(text: &str, option: &str) -> Option<String> {
        let mut ini = Ini::parse(text).expect("parses");
        ini.set_default("here", "/srv/app");
        ini.get("alembic", option).expect("interpolates")
    }

    #[test]
    fn references_and_escapes() {
        let text = "[alembic]\nbase = x\nlocation = %(here)s/%(BASE)s\ntemplate = %%(rev)s_%%(slug)s\n";
        assert_eq!(get(text, "location").as_deref(), Some("/srv/app/x"));
        assert_eq!(get(text, "Template").as_deref(), Some("%(rev)s_%(slug)s"));
    }

    #[test]
    fn comments_are_whole_lines() {
        let text = "[alembic]\n# a = 1\n; b = 2\n  # c\nurl = p://h/d # kept ; kept\n";
        assert_eq!(get(text, "url").as_deref(), Some("p://h/d # kept ; kept"));
        assert_eq!(get(text, "a"), None);
    }

    #[test]
    fn continuation_lines_keep_their_breaks() {
        let text = "[alembic]\nlocations =\n    a\n\n    # left out\n    b = c\n  d\n\nnext: 1\n";
        assert_eq!(get(text, "locations").as_deref(), Some("\na\n\nb = c\nd"));
        assert_eq!(get(text, "next").as_deref(), Some("1"));
    }

    #[test]
    fn a_deeper_line_after_a_section_is_an_option() {
        assert_eq!(get("[alembic]\n    a = 1\n    b = 2\n", "b").as_deref(), Some("2"));
    }

    #[test]
    fn defaults_are_inherited_and_listed_first() {
        let mut ini = Ini::parse("[DEFAULT]\na = 1\n[alembic]\nb = %(a)s2\n").expect("parses");
        ini.set_default("here", "/h");
        let items: Vec<_> = ini.items("alembic").expect("interpolates").into_iter().collect();
        let pairs = [("here", "/h"), ("a", "1"), ("b", "12")];
        assert_eq!(items, pairs.map(|(name, value)| (name.to_owned(), value.to_owned())));
    }

    #[test]
    fn errors_are_pythons() {
        for (text, expected) in [
            ("a = 1\n", "before the first"),
            ("[s]\nnonsense\n", "neither"),
            ("[s]\n= 1\n", "neither"),
            ("[s]\na=1\nA=2\n", "option `a` is there twice"),
            ("[s]\n[t]\n[s]\n", "section `[s]` is there twice"),
        ] {
            let error = Ini::parse(text).expect_err(text);
            assert!(error.message.contains(expected), "{text:?}: {}", error.message);
        }
    }

    #[test]
    fn bad_interpolation_is_an_error_only_when_read() {
        let ini = Ini::parse("[alembic]\nok = 1\nbad = 50%\nmissing = %(nope)s\nloop = %(loop)s\n").expect("parses");
        assert_eq!(ini.get("alembic", "ok").expect("fine").as_deref(), Some("1"));
        for option in ["bad", "missing", "loop"] {
            assert!(ini.get("alembic", option).is_err(), "{option}");
        }
    }
}
