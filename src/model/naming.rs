//! Naming conventions: the names that SQLAlchemy makes up for constraints and indexes that have none.
//!
//! Mirrors `sqlalchemy.sql.naming`. Truncating what comes out too long is the dialect's business.

use std::rc::Rc;

use super::constraint::{ConstraintKind, Name};
use super::ident::TableName;
use crate::model::ByName;

/// What a convention names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Named {
    Index,
    Unique,
    Check,
    ForeignKey,
    PrimaryKey,
}

impl Named {
    /// How a constraint of a kind is named; none where no convention names it.
    pub fn of(kind: &ConstraintKind) -> Option<Self> {
        match kind {
            ConstraintKind::PrimaryKey { .. } => Some(Self::PrimaryKey),
            ConstraintKind::Unique { .. } => Some(Self::Unique),
            ConstraintKind::ForeignKey(_) => Some(Self::ForeignKey),
            ConstraintKind::Check { .. } => Some(Self::Check),
            ConstraintKind::Exclude { .. } => None,
        }
    }

    /// The key of a convention for this kind: `ix`, `uq`, `ck`, `fk`, `pk`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Index => "ix",
            Self::Unique => "uq",
            Self::Check => "ck",
            Self::ForeignKey => "fk",
            Self::PrimaryKey => "pk",
        }
    }
}

/// `MetaData(naming_convention=…)`: patterns by the key of what they name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamingConvention {
    /// By `ix`, `uq`, `ck`, `fk`, `pk`, as `%(token)s` formats.
    pub patterns: ByName<Rc<str>>,
    /// The tokens that the project computes by functions of its own.
    pub tokens: Vec<Rc<str>>,
}

impl Default for NamingConvention {
    /// SQLAlchemy's own: indexes alone are named.
    fn default() -> Self {
        let patterns = ByName::from_iter([(Rc::from("ix"), Rc::from("ix_%(column_0_label)s"))]);
        Self { patterns, tokens: Vec::new() }
    }
}

/// A column as conventions see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedColumn {
    pub name: Rc<str>,
    pub key: Rc<str>,
}

impl NamedColumn {
    /// A column whose key is its name.
    pub fn new(name: impl Into<Rc<str>>) -> Self {
        let name = name.into();
        Self { key: Rc::clone(&name), name }
    }
}

/// What is to be named.
#[derive(Clone, Copy, Debug)]
pub struct Subject<'a> {
    pub kind: Named,
    /// The name it was given, if any.
    pub name: Option<&'a Name>,
    pub table: &'a TableName,
    pub columns: &'a [NamedColumn],
    pub referred_table: Option<&'a str>,
    pub referred_columns: &'a [Rc<str>],
}

/// Why a convention gives no name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NamingError<E> {
    /// The pattern has `%(constraint_name)s`, and there is none (`InvalidRequestError`).
    NeedsName,
    /// A token that neither SQLAlchemy nor the project knows (`KeyError`).
    UnknownToken(String),
    /// The pattern is no format that Python takes (`ValueError`).
    BadPattern(String),
    /// The project's own function failed.
    Custom(E),
}

impl<E> NamingError<E> {
    /// The class and text of the exception that SQLAlchemy raises, where it is not the project's own.
    pub fn exception(&self) -> Option<(&'static str, String)> {
        match self {
            Self::NeedsName => Some((
                "InvalidRequestError",
                "Naming convention including %(constraint_name)s token requires that constraint is explicitly named.".into(),
            )),
            Self::UnknownToken(token) => Some(("KeyError", format!("'{token}'"))),
            Self::BadPattern(text) => Some(("ValueError", text.clone())),
            Self::Custom(_) => None,
        }
    }
}

impl NamingConvention {
    /// The name that a constraint or index gets when it is attached to its table.
    ///
    /// Names that are final stay; a plain name stays unless the pattern wraps it; none becomes what the pattern says,
    /// or stays none where there is no pattern. `custom` computes the project's own tokens.
    ///
    /// # Errors
    /// See [`NamingError`]. Mirrors `_constraint_name_for_table`.
    pub fn name<E>(&self, subject: Subject<'_>, custom: &mut dyn FnMut(&str) -> Result<String, E>) -> Result<Option<Name>, NamingError<E>> {
        if let Some(Name::Conventional(_) | Name::DatabaseMade(_)) = subject.name {
            return Ok(subject.name.cloned());
        }
        let Some(pattern) = self.patterns.get(subject.kind.key()) else {
            return Ok(subject.name.cloned());
        };
        if subject.name.is_some() && !pattern.contains("constraint_name") {
            return Ok(subject.name.cloned());
        }
        let text = self.format(pattern, subject, custom)?;
        Ok(Some(Name::Conventional(text.into())))
    }

    /// Python's `pattern % tokens`.
    fn format<E>(
        &self,
        pattern: &str,
        subject: Subject<'_>,
        custom: &mut dyn FnMut(&str) -> Result<String, E>,
    ) -> Result<String, NamingError<E>> {
        let mut text = String::with_capacity(pattern.len() + 16);
        let mut rest = pattern;
        while let Some((before, after)) = rest.split_once('%') {
            text.push_str(before);
            if let Some(after) = after.strip_prefix('%') {
                text.push('%');
                rest = after;
                continue;
            }
            let bad = || NamingError::BadPattern(format!("unsupported format character in naming convention `{pattern}`"));
            let (token, after) = after.strip_prefix('(').and_then(|after| after.split_once(')')).ok_or_else(bad)?;
            let (flags, after) = after.split_once('s').ok_or_else(bad)?;
            let value = if self.tokens.iter().any(|known| &**known == token) {
                custom(token).map_err(NamingError::Custom)?
            } else {
                token_value(token, subject)?
            };
            push_formatted(&mut text, &value, flags).ok_or_else(bad)?;
            rest = after;
        }
        text.push_str(rest);
        Ok(text)
    }
}

/// Appends `%<flags>s`: a width to pad to, `-` for left, `.n` to cut.
fn push_formatted(text: &mut String, value: &str, flags: &str) -> Option<()> {
    if flags.is_empty() {
        text.push_str(value);
        return Some(());
    }
    let (width, precision) = flags.split_once('.').map_or((flags, None), |(width, precision)| (width, Some(precision)));
    let cut: String = match precision {
        Some(digits) => value.chars().take(digits.parse().ok()?).collect(),
        None => value.to_owned(),
    };
    let left = width.starts_with('-');
    let width: usize = match width.trim_start_matches('-') {
        "" => 0,
        digits => digits.parse().ok()?,
    };
    let padding = " ".repeat(width.saturating_sub(cut.chars().count()).min(1024));
    if left {
        text.push_str(&cut);
        text.push_str(&padding);
    } else {
        text.push_str(&padding);
        text.push_str(&cut);
    }
    Some(())
}

/// What of a column a token takes.
#[derive(Clone, Copy)]
enum Part {
    Name,
    Key,
    Label,
    Referred,
}

/// The value of one of SQLAlchemy's tokens (`ConventionDict.__getitem__`).
fn token_value<E>(token: &str, subject: Subject<'_>) -> Result<String, NamingError<E>> {
    match token {
        "table_name" => return Ok(subject.table.name.text.to_string()),
        "referred_table_name" => return subject.referred_table.map(str::to_owned).ok_or_else(|| NamingError::UnknownToken(token.into())),
        "constraint_name" => return subject.name.map(|name| name.text().to_owned()).ok_or(NamingError::NeedsName),
        _ => {}
    }
    column_token(token, subject).ok_or_else(|| NamingError::UnknownToken(token.into()))
}

/// `column_0_name`, `column_0N_label`, `referred_column_0_N_name` and their kin.
fn column_token(token: &str, subject: Subject<'_>) -> Option<String> {
    let (referred, rest) = token.strip_prefix("referred_").map_or((false, token), |rest| (true, rest));
    let rest = rest.strip_prefix("column_")?;
    let digits = rest.find(|c: char| !c.is_ascii_digit())?;
    let index: usize = rest.get(..digits)?.parse().ok()?;
    let rest = rest.get(digits..)?;
    let (separator, rest) = match (rest.strip_prefix("_N_"), rest.strip_prefix("N_")) {
        (Some(rest), _) => (Some("_"), rest),
        (_, Some(rest)) => (Some(""), rest),
        _ => (None, rest.strip_prefix('_')?),
    };
    let part = match (referred, rest) {
        (false, "name") => Part::Name,
        (false, "key") => Part::Key,
        (false, "label") => Part::Label,
        (true, "name") => Part::Referred,
        _ => return None,
    };
    let Some(separator) = separator else {
        return Some(column_part(part, index, subject).unwrap_or_default());
    };
    if index != 0 {
        return None;
    }
    let all: Vec<String> = (0..subject.columns.len()).filter_map(|index| column_part(part, index, subject)).collect();
    Some(all.join(separator))
}

fn column_part(part: Part, index: usize, subject: Subject<'_>) -> Option<String> {
    if let Part::Referred = part {
        return subject.referred_columns.get(index).map(|name| name.to_string());
    }
    let column = subject.columns.get(index)?;
    Some(match part {
        Part::Key => column.key.to_string(),
        Part::Label => label(subject.table, &column.name),
        Part::Name | Part::Referred => column.name.to_string(),
    })
}

/// `<schema>_<table>_<column>` (`ColumnClause._ddl_label`).
fn label(table: &TableName, column: &str) -> String {
    match &table.schema {
        Some(schema) if !schema.text.is_empty() => format!("{}_{}_{column}", schema.text.replace('.', "_"), table.name.text),
        _ => format!("{}_{column}", table.name.text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Ident;

    fn convention(key: &str, pattern: &str) -> NamingConvention {
        NamingConvention { patterns: ByName::from_iter([(Rc::from(key), Rc::from(pattern))]), tokens: vec!["mine".into()] }
    }

    fn name(kind: Named, pattern: &str, given: Option<Name>) -> Result<Option<Name>, NamingError<()>> {
        let table = TableName { schema: Some(Ident::new("a.b")), name: Ident::new("account") };
        let columns = [NamedColumn::new("id"), NamedColumn { name: "user_id".into(), key: "user".into() }];
        let referred: [Rc<str>; 2] = ["x".into(), "y".into()];
        let subject = Subject {
            kind,
            name: given.as_ref(),
            table: &table,
            columns: &columns,
            referred_table: Some("users"),
            referred_columns: &referred,
        };
        convention(kind.key(), pattern).name(subject, &mut |token| Ok(token.to_uppercase()))
    }

    fn conventional(text: &str) -> Result<Option<Name>, NamingError<()>> {
        Ok(Some(Name::Conventional(text.into())))
    }

    #[test]
    fn tokens_of_columns() {
        assert_eq!(name(Named::Index, "ix_%(column_0_label)s", None), conventional("ix_a_b_account_id"));
        assert_eq!(name(Named::Unique, "uq_%(table_name)s_%(column_0_N_name)s", None), conventional("uq_account_id_user_id"));
        assert_eq!(name(Named::Unique, "uq_%(column_0N_key)s_%(column_1_key)s", None), conventional("uq_iduser_user"));
        assert_eq!(name(Named::Unique, "uq_%(column_7_name)s_%%", None), conventional("uq__%"));
        assert_eq!(
            name(Named::ForeignKey, "fk_%(referred_table_name)s_%(referred_column_0_N_name)s_%(mine).2s", None),
            conventional("fk_users_x_y_MI")
        );
    }

    #[test]
    fn given_names_stay_unless_wrapped() {
        let given = || Some(Name::Given(Ident::new("positive")));
        assert_eq!(name(Named::Check, "ck_%(constraint_name)s", given()), conventional("ck_positive"));
        assert_eq!(name(Named::Check, "ck_%(table_name)s", given()), Ok(given()));
        assert_eq!(name(Named::Check, "ck_%(constraint_name)s", conventional("done").unwrap()), conventional("done"));
        assert_eq!(name(Named::Check, "ck_%(constraint_name)s", None), Err(NamingError::NeedsName));
        assert_eq!(name(Named::Check, "ck_%(what)s", None), Err(NamingError::UnknownToken("what".into())));
    }
}
