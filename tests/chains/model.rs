//! The schema that a generated chain has made, as far as what may come next depends on it.

use std::collections::BTreeMap;

/// Tables by name.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    pub tables: BTreeMap<String, Table>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    pub name: String,
    /// The first is `id`, which is never changed.
    pub columns: Vec<Column>,
    pub key: Key,
    pub constraints: Vec<Constraint>,
    pub indexes: Vec<Index>,
    pub views: Vec<View>,
    /// The identifiers of its rows are 1 to this.
    pub rows: usize,
    /// Which line of a chain with branches may change it.
    pub line: usize,
}

/// How the primary key is made.
#[derive(Clone, Debug, PartialEq)]
pub enum Key {
    OnColumn,
    Unnamed,
    Named(String),
    Autoincrement,
    /// `WITHOUT ROWID`.
    NoRowid,
    /// With another column, `WITHOUT ROWID`.
    Composite(String),
}

#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    pub name: String,
    pub family: Family,
    /// The type, in Python.
    pub kind: &'static str,
    pub nullable: bool,
    /// The server default, in Python.
    pub default: Option<&'static str>,
    /// Its values are identifiers of this table's rows.
    pub refers: Option<String>,
    /// It is of the primary key, and so stays as it is.
    pub pinned: bool,
    /// No row lacks a value.
    pub filled: bool,
    /// No two rows have the same value.
    pub distinct: bool,
}

/// What a column's values are made of, whatever its type is at the time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Family {
    Number,
    Text,
    Truth,
    Day,
    Moment,
    Json,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Constraint {
    pub name: Option<String>,
    pub columns: Vec<String>,
    pub what: What,
}

#[derive(Clone, Debug, PartialEq)]
pub enum What {
    Unique,
    Check(String),
    /// The table, and the options in Python.
    Foreign(String, String),
}

#[derive(Clone, Debug, PartialEq)]
pub struct Index {
    pub name: String,
    pub columns: Vec<String>,
    pub unique: bool,
    /// The condition of a partial index, as SQL.
    pub condition: Option<String>,
    /// What stands in place of columns, as SQL; Alembic can't read it from a database.
    pub expression: Option<String>,
}

/// A view or a trigger of one table.
#[derive(Clone, Debug, PartialEq)]
pub struct View {
    pub kind: &'static str,
    pub name: String,
    pub columns: Vec<String>,
    pub sql: String,
}

impl Table {
    pub fn column(&self, name: &str) -> Option<&Column> {
        self.columns.iter().find(|column| column.name == name)
    }

    pub fn column_mut(&mut self, name: &str) -> Option<&mut Column> {
        self.columns.iter_mut().find(|column| column.name == name)
    }

    /// Whether a column is of the key, or raw SQL names it.
    pub fn holds(&self, column: &Column) -> bool {
        let named = |columns: &[String]| columns.contains(&column.name);
        column.pinned
            || self.constraints.iter().any(|constraint| matches!(constraint.what, What::Check(_)) && named(&constraint.columns))
            || self.indexes.iter().any(|index| index.expression.is_some() && named(&index.columns))
            || self.views.iter().any(|view| named(&view.columns))
    }

    /// Whether a key, constraint or index stands on a column, or raw SQL names it.
    pub fn uses(&self, column: &Column) -> bool {
        self.holds(column)
            || self.constraints.iter().any(|constraint| constraint.columns.contains(&column.name))
            || self.indexes.iter().any(|index| index.columns.contains(&column.name))
    }

    /// Whether foreign keys can refer to its `id` alone.
    pub fn can_be_referred_to(&self) -> bool {
        !matches!(self.key, Key::Composite(_))
    }
}

impl State {
    /// Whether any column of another table holds a table's identifiers.
    pub fn is_referred_to(&self, table: &str) -> bool {
        let refers = |column: &Column| column.refers.as_deref() == Some(table);
        self.tables.values().any(|other| other.name != table && other.columns.iter().any(refers))
    }

    pub fn has_name(&self, name: &str) -> bool {
        self.tables.values().any(|table| {
            table.name == name
                || table.indexes.iter().any(|index| index.name == name)
                || table.views.iter().any(|view| view.name == name)
                || table.constraints.iter().any(|constraint| constraint.name.as_deref() == Some(name))
        })
    }
}

impl Family {
    /// The types that its values go through without a loss, in Python.
    pub fn kinds(self) -> &'static [&'static str] {
        match self {
            Self::Number => &["sa.Integer()", "sa.BigInteger()", "sa.SmallInteger()", "sa.String(30)", "sa.Numeric(10, 2)", "sa.Float()"],
            Self::Text => &["sa.String(50)", "sa.Text()", "sa.String()", "sa.VARCHAR(80)", "sa.Unicode(60)"],
            Self::Truth => &["sa.Boolean()", "sa.Integer()"],
            Self::Day => &["sa.Date()", "sa.String(10)"],
            Self::Moment => &["sa.DateTime()"],
            Self::Json => &["sa.JSON()"],
        }
    }

    /// Server defaults of constants, in Python; the last, of some, is an expression.
    pub fn defaults(self) -> &'static [&'static str] {
        match self {
            Self::Number => &["'5'", "sa.text('7')", "sa.text('-3')", "sa.text('(1 + 2)')"],
            Self::Text => &["'plain'", "\"it's\"", "''", "sa.text(\"'text'\")", "sa.text(\"(lower('A') || 'b')\")"],
            Self::Truth => &["sa.false()", "sa.text('1')", "'0'", "sa.true()"],
            Self::Day => &["'2020-01-01'", "sa.text(\"'2021-12-31'\")", "sa.text(\"(date('2020-02-02'))\")"],
            Self::Moment => &["'2020-01-01 00:00:00'", "sa.text('CURRENT_TIMESTAMP')", "sa.func.now()"],
            Self::Json => &["'{}'", "sa.text(\"'[1, 2]'\")"],
        }
    }

    /// Whether a default may stand in a column that SQLite adds by itself.
    pub fn is_constant(default: &str) -> bool {
        !default.contains('(')
            || (default.starts_with("sa.text") && !default.contains("'(") && !default.contains("\"(") && !default.contains("CURRENT"))
            || default.starts_with("sa.false")
            || default.starts_with("sa.true")
    }
}

impl Column {
    /// Whether a row has no value in a column that needs none.
    pub fn lacks(row: usize) -> bool {
        row.is_multiple_of(3)
    }

    /// Whether rows that are put in say what its value is.
    pub fn is_given(&self) -> bool {
        self.family != Family::Json && (self.default.is_none() || self.distinct)
    }

    /// A row's value, in Python; the table that it refers to has so many rows.
    pub fn value(&self, row: usize, referred: usize) -> String {
        if self.refers.is_some() && referred == 0 || self.nullable && Self::lacks(row) {
            return "None".to_owned();
        }
        let as_text =
            self.kind.contains("String") || self.kind.contains("Text") || self.kind.contains("VARCHAR") || self.kind.contains("Unicode");
        match self.family {
            Family::Number if as_text => format!("'{}'", self.number(row, referred)),
            Family::Number => self.number(row, referred).to_string(),
            Family::Text => format!("\"s{row}'{}\"", ["", " %", " 100%s", " :x", "; --", " é"][row % 6]),
            Family::Truth if self.kind.contains("Integer") => (row % 2).to_string(),
            Family::Truth => if row.is_multiple_of(2) { "False" } else { "True" }.to_owned(),
            Family::Day if as_text => format!("'2022-03-{:02}'", row % 28 + 1),
            Family::Day => format!("datetime.date(2022, 3, {})", row % 28 + 1),
            Family::Moment => format!("datetime.datetime(2022, 3, {}, 4, 5, {})", row % 28 + 1, row % 60),
            Family::Json => "None".to_owned(),
        }
    }

    fn number(&self, row: usize, referred: usize) -> usize {
        if self.refers.is_some() { (row - 1) % referred + 1 } else { row * 7 }
    }

    /// What gives all rows a value, as SQL.
    pub fn filling(&self) -> String {
        match self.family {
            Family::Number => "id * 7".to_owned(),
            Family::Text => "'f' || id".to_owned(),
            Family::Truth => "id % 2".to_owned(),
            Family::Day => "'2022-04-01'".to_owned(),
            Family::Moment => "'2022-04-01 00:00:00.000000'".to_owned(),
            Family::Json => "'{\"a\": 1}'".to_owned(),
        }
    }
}
