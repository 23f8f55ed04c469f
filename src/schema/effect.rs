//! What an edit of the schema came to.

use super::answer::Why;

/// What an edit came to.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// The database surely takes it, and the schema has it.
    Applied,
    /// The database surely refuses it; the schema is as before.
    Fails(Box<Failure>),
    /// The database may refuse it; the schema is as though it took it.
    Unsure(Why),
}

/// What the database would say no to.
#[derive(Clone, Debug, PartialEq)]
pub struct Failure {
    pub kind: FailureKind,
    /// The object it is about: a table, `column "c" of table "t"`, …
    pub object: String,
    /// What made it so earlier.
    pub why: Why,
}

/// The kinds of errors a database has for edits of a schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FailureKind {
    DuplicateTable,
    UndefinedTable,
    DuplicateColumn,
    UndefinedColumn,
    DuplicateIndex,
    UndefinedIndex,
    DuplicateConstraint,
    UndefinedConstraint,
    DuplicateSequence,
    UndefinedSequence,
    DuplicateType,
    UndefinedType,
    DuplicateLabel,
    UndefinedLabel,
    DuplicateView,
    UndefinedView,
    DuplicateSchema,
    UndefinedSchema,
    DuplicateExtension,
    UndefinedExtension,
    UndefinedFunction,
    DuplicateObject,
    UndefinedObject,
    /// Something else still depends on what is dropped.
    DependentObjects,
    /// A table with a second primary key.
    SecondPrimaryKey,
    /// A foreign key to columns that no unique constraint or index holds together.
    NoUniqueTarget,
}

impl FailureKind {
    /// The kind as the dialects' data names it, like `undefined_table`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::DuplicateTable => "duplicate_table",
            Self::UndefinedTable => "undefined_table",
            Self::DuplicateColumn => "duplicate_column",
            Self::UndefinedColumn => "undefined_column",
            Self::DuplicateIndex => "duplicate_index",
            Self::UndefinedIndex => "undefined_index",
            Self::DuplicateConstraint => "duplicate_constraint",
            Self::UndefinedConstraint => "undefined_constraint",
            Self::DuplicateSequence => "duplicate_sequence",
            Self::UndefinedSequence => "undefined_sequence",
            Self::DuplicateType => "duplicate_type",
            Self::DuplicateObject => "duplicate_object",
            Self::UndefinedObject => "undefined_object",
            Self::UndefinedType => "undefined_type",
            Self::DuplicateLabel => "duplicate_label",
            Self::UndefinedLabel => "undefined_label",
            Self::DuplicateView => "duplicate_view",
            Self::UndefinedView => "undefined_view",
            Self::DuplicateSchema => "duplicate_schema",
            Self::UndefinedSchema => "undefined_schema",
            Self::DuplicateExtension => "duplicate_extension",
            Self::UndefinedExtension => "undefined_extension",
            Self::UndefinedFunction => "undefined_function",
            Self::DependentObjects => "dependent_objects",
            Self::SecondPrimaryKey => "second_primary_key",
            Self::NoUniqueTarget => "no_unique_target",
        }
    }
}

impl Failure {
    /// What is wrong, as a clause: "table \"t\" does not exist".
    pub fn sentence(&self) -> String {
        if let (FailureKind::DependentObjects, Some((object, reason))) = (self.kind, self.object.split_once(": ")) {
            return format!("{object} can't be dropped: {reason}");
        }
        let rest = match self.kind {
            FailureKind::DependentObjects => "is needed by other objects",
            FailureKind::SecondPrimaryKey => "has a primary key already",
            FailureKind::NoUniqueTarget => "has no unique constraint on the columns referred to",
            kind if kind.as_str().starts_with("duplicate") => "is there already",
            _ => "does not exist",
        };
        format!("{} {rest}", self.object)
    }
}

impl Effect {
    /// A sure failure.
    pub fn fails(kind: FailureKind, object: impl Into<String>, why: Why) -> Self {
        Self::Fails(Box::new(Failure { kind, object: object.into(), why }))
    }

    /// The graver of two effects on the same step: a failure, then doubt, then none.
    #[must_use]
    pub fn and(self, then: Self) -> Self {
        match (&self, &then) {
            (Self::Fails(_), _) | (Self::Unsure(_), Self::Applied | Self::Unsure(_)) => self,
            _ => then,
        }
    }

    /// The failure, where it is sure.
    pub fn failure(&self) -> Option<&Failure> {
        match self {
            Self::Fails(failure) => Some(failure),
            _ => None,
        }
    }
}
