//! The registry of diagnostic codes. A code is never reused and never renumbered.

/// Makes the [`Code`] enum and everything that is known of each code from one list.
macro_rules! codes {
    ($($variant:ident $text:literal $summary:literal,)*) => {
        /// A diagnostic code.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Code { $(#[doc = $summary] $variant,)* }

        impl Code {
            /// Every code there is, in order.
            pub const ALL: &'static [Code] = &[$(Code::$variant,)*];

            /// The code as printed, like `E0101`.
            pub fn as_str(self) -> &'static str {
                match self { $(Code::$variant => $text,)* }
            }

            /// What the code stands for, in one sentence.
            pub fn summary(self) -> &'static str {
                match self { $(Code::$variant => $summary,)* }
            }
        }
    };
}

codes! {
    Bug "E0001" "Aludel ran into something it holds to be impossible.",
    // E01xx: reading and parsing Python
    PythonSyntax "E0101" "A Python file has a syntax error.",
    NotUtf8 "E0102" "A file is not UTF-8 text.",
    FileTooLarge "E0103" "A file is larger than Aludel reads.",
    TooDeeplyNested "E0104" "Python code is nested deeper than Python itself allows.",
    // E02xx: evaluation
    NotUnderstood "E0201" "A statement is not understood.",
    UnknownValue "E0202" "A value that is not known at compile time is needed.",
    LiveValue "E0203" "A value that only the database knows is needed.",
    UnknownCall "E0204" "Something unknown is called, which may have emitted operations.",
    UncaughtException "E0205" "The revision raises an exception.",
    StepBudget "E0206" "Evaluation took too many steps.",
    RecursionLimit "E0207" "Calls are nested too deeply.",
    // E03xx: arguments of operations
    BadArgument "E0301" "An operation was given an argument it does not take.",
    NoLiteral "E0302" "A value has no literal form in this dialect.",
    // E04xx: schema
    DoubtfulSchema "E0401" "What is known of a table is not enough for this.",
    UnknownExistence "E0402" "Whether an object exists is not known.",
    IrreversibleRevision "E0403" "A revision can't be downgraded.",
    // E05xx: revision graph
    NoRevisionId "E0501" "A Python file among the revisions has no revision id.",
    DuplicateRevision "E0502" "Two files have the same revision id.",
    MissingParent "E0503" "A revision names a parent that is not there.",
    RevisionCycle "E0504" "Revisions depend on each other in a circle.",
    MultipleHeads "E0505" "There are several heads where one is meant.",
    AmbiguousRevision "E0506" "A revision symbol fits several revisions.",
    UnknownRevision "E0507" "A revision symbol fits no revision.",
    BadRange "E0508" "A revision range can't be walked.",
    BadHeader "E0509" "The identifiers at the head of a revision are not what Alembic takes.",
    DuplicateLabel "E0510" "A branch label is used by two branches.",
    // E06xx: dialect
    UnknownDialect "E0601" "The dialect is not known.",
    Unsupported "E0602" "The dialect has no way to say this.",
    // E07xx: configuration and templates
    NoConfig "E0701" "No Alembic configuration was found.",
    BadConfig "E0702" "The configuration is not understood.",
    NoRevisions "E0703" "There are no revisions.",
    BadDialectData "E0704" "A dialect's data is not what Aludel expects.",
    CannotRead "E0705" "A file can't be read.",
    CannotWrite "E0706" "A file can't be written.",
    FolderInTheWay "E0707" "The output folder holds what Aludel did not write.",
    BadUsage "E0708" "The command line asks for what can't be done.",
    BadTemplate "E0709" "A statement template can't be rendered.",
    SeveralDatabases "E0710" "`env.py` runs the migrations for several databases, and none was named.",
    UnknownDatabase "E0711" "`env.py` runs no migrations for a database of this name.",
    // E08xx: manifest
    BadManifest "E0801" "The manifest can't be read.",
    NewerManifest "E0802" "The manifest was written by a later version.",
    VerifyFailed "E0803" "A file differs from the manifest.",
    // L5xx: findings
    SkippedOffline "L501" "A branch on offline mode skips work.",
    SurelyFails "L502" "A statement surely fails on the replayed schema.",
    Reproducible "L503" "A value that changes from run to run was fixed.",
    AssumedStart "L504" "The starting version was assumed.",
    SkippedConstraint "L505" "A check that a type brings along is left out, as Alembic does.",
    NotUndone "L506" "A downgrade does not undo its upgrade.",
    UndecidedTry "L507" "Whether an operation inside `try` fails can't be decided; the script is for the case that it does not.",
    MadeAgain "L508" "What a rebuild has kept is dropped where a revision makes it again.",
    NamelessDrop "L509" "A constraint that is dropped without a name was found in the replayed schema.",
    HangsOnOthers "L510" "What a revision writes hangs on revisions of another branch.",
    NotHeard "L511" "What a module of the project registers is not followed.",
    SameDatabase "L512" "An engine that a revision makes is taken to lead to the database that is migrated.",
    FileNotWritten "L513" "A file that a revision writes is not written.",
}
