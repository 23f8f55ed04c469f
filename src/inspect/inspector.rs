//! The inspector: questions to answers, each answered once.

use std::cell::RefCell;
use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::constraints::{check, foreign_key, listed, primary_key, uniques};
use super::guard::{Guard, Guards};
use super::shape::{entries, optional, texts};
use super::{Question, Refusal, Window, columns, indexes};
use crate::eval::Value;
use crate::model::{ConstraintKind, Ident, TableName};
use crate::schema::{Answer, PlainKind, Reason, Schema, Table, TypeKind, Why};
use crate::source::Span;

/// An object of `sa.inspect(bind)`: it keeps every answer it gave, as SQLAlchemy's does.
#[derive(Debug, Default)]
pub struct Inspector {
    cache: RefCell<FxHashMap<Question, Value>>,
    /// The `try` that would have caught what making it raises where there is no database.
    pub guarded_by: Option<Span>,
    /// How much the step had written when it was made.
    pub made_after: usize,
}

/// What an inspector says.
#[derive(Clone, Debug)]
pub enum Reply {
    Value(Value),
    /// `sqlalchemy.exc.NoSuchTableError`, with the name it tells.
    NoSuchTable(Rc<str>),
    /// Some of a list is known, and the rest is not.
    Listing(Box<Listing>),
    Refused(Box<Refusal>),
}

/// A list of which only some items are known.
#[derive(Clone, Debug)]
pub struct Listing {
    pub known: Vec<Value>,
    pub refusal: Refusal,
    pub question: Question,
}

/// Where answers come from.
struct View<'a> {
    schema: &'a Schema,
    window: &'a dyn Window,
    question: &'a Question,
}

/// An answer with what made it so.
type Known = (Value, Why);

impl Inspector {
    /// One that is made within a `try`.
    pub fn within(guarded_by: Option<Span>, made_after: usize) -> Self {
        Self { guarded_by, made_after, ..Self::default() }
    }

    /// Whether it has answered nothing yet.
    pub fn is_fresh(&self) -> bool {
        self.cache.borrow().is_empty()
    }

    /// Answers a question, and keeps the answer as a guard.
    pub fn ask(&self, schema: &Schema, window: &dyn Window, guards: &Guards, question: &Question, place: Span) -> Reply {
        if let Some(value) = self.cache.borrow().get(question) {
            return Reply::Value(value.clone());
        }
        match (View { schema, window, question }).answer() {
            Ok((value, why)) => {
                guards.record(Guard { place, question: question.to_string(), answer: brief(&value), why });
                self.cache.borrow_mut().insert(question.clone(), value.clone());
                Reply::Value(value)
            }
            Err(reply) => reply,
        }
    }

    /// Forgets all answers (`Inspector.clear_cache`).
    pub fn clear(&self) {
        self.cache.borrow_mut().clear();
    }
}

impl Listing {
    /// Whether a list of names has a name, though not all names are known.
    ///
    /// # Errors
    /// Where that one name is not known either.
    pub fn contains(&self, schema: &Schema, guards: &Guards, name: &str, place: Span) -> Result<bool, Box<Refusal>> {
        let object = TableName { schema: self.question.schema.as_deref().map(Ident::new), name: Ident::new(name) };
        let (kind, answer) = match self.question.method {
            "get_table_names" => ("table", schema.has_table(&object)),
            "get_view_names" | "get_materialized_view_names" => ("view", schema.has_view(&object)),
            "get_sequence_names" => ("sequence", schema.has_sequence(&object)),
            _ => return Err(Box::new(self.refusal.clone())),
        };
        let found = answer.known();
        match (answer, found) {
            (Answer::Yes(why) | Answer::No(why), Some(found)) => {
                guards.record(Guard { place, question: format!("'{name}' in {}", self.question), answer: python(found), why });
                Ok(found)
            }
            (answer, _) => Err(Box::new(Refusal::existence(kind, name, answer.why().clone()))),
        }
    }
}

impl View<'_> {
    fn answer(&self) -> Result<Known, Reply> {
        match self.question.method {
            "has_table" => self.has_table(),
            "has_index" => self.has_index(),
            "has_sequence" => self.existence("sequence", self.schema.has_sequence(&self.object())),
            "has_schema" => self.has_schema(),
            "get_table_names" => self.table_names(),
            "get_view_names" => self.view_names(false),
            "get_materialized_view_names" => self.view_names(true),
            "get_sequence_names" => self.sequence_names(),
            "get_schema_names" => self.schema_names(),
            "get_enums" => self.enums(),
            _ => self.of_table(),
        }
    }

    fn object(&self) -> TableName {
        let name = self.question.object.as_deref().unwrap_or_default();
        TableName { schema: self.question.schema.as_deref().map(Ident::new), name: Ident::new(name) }
    }

    fn existence(&self, kind: &str, answer: Answer) -> Result<Known, Reply> {
        match answer {
            Answer::Yes(why) => Ok((Value::Bool(true), why)),
            Answer::No(why) => Ok((Value::Bool(false), why)),
            Answer::Unknown(why) => {
                let name = self.question.part.as_ref().or(self.question.object.as_ref()).map(|name| name.to_string()).unwrap_or_default();
                Err(Reply::Refused(Box::new(Refusal::existence(kind, &name, why))))
            }
        }
    }

    /// Views count as tables here (`Inspector.has_table`).
    fn has_table(&self) -> Result<Known, Reply> {
        let answer = match (self.schema.has_table(&self.object()), self.schema.has_view(&self.object())) {
            (Answer::Yes(why), _) | (_, Answer::Yes(why)) => Answer::Yes(why),
            (answer, _) => answer,
        };
        self.existence("table", answer)
    }

    fn has_index(&self) -> Result<Known, Reply> {
        let table = self.table()?;
        let name = self.question.part.clone().unwrap_or_default();
        let naming = self.schema.naming();
        let key = naming.part(&name);
        if let Some(constraint) = table.constraint(naming, &key)
            && matches!(constraint.kind, ConstraintKind::Unique { .. } | ConstraintKind::Exclude { .. })
            && self.schema.rules().shapes.constraint_indexes
        {
            return Ok((Value::Bool(true), Why::new(constraint.place, Reason::Made)));
        }
        self.existence("index", table.has_index(naming, &key))
    }

    fn has_schema(&self) -> Result<Known, Reply> {
        let key = self.schema.schema_key(&self.object().name);
        if self.schema.rules().shapes.schemas.iter().any(|schema| **schema == *key.name) {
            return Ok((Value::Bool(true), Why::nowhere(Reason::Baseline)));
        }
        self.existence("schema", self.schema.has_plain(PlainKind::Schema, &key))
    }

    /// The schema (namespace) that is asked about.
    fn namespace(&self) -> Rc<str> {
        let schema = self.question.schema.as_deref().map(Ident::new);
        self.schema.naming().namespace(schema.as_ref())
    }

    fn table_names(&self) -> Result<Known, Reply> {
        let namespace = self.namespace();
        let mut found: Vec<(&Rc<str>, u64, bool)> = Vec::new();
        for (_, table, sure) in self.schema.tables_and_sureness().filter(|(key, ..)| key.schema == namespace) {
            found.push((&table.definition.name.name.text, table.order, sure));
        }
        if self.schema.rules().shapes.tables_by_name {
            found.sort_by_key(|(name, ..)| Rc::clone(name));
        } else {
            found.sort_by_key(|(_, order, _)| *order);
        }
        let doubtful = found.iter().find(|(.., sure)| !sure).map(|(name, ..)| Rc::clone(name));
        let names = found.iter().filter(|(.., sure)| *sure).map(|(name, ..)| Value::Str(Rc::clone(name))).collect();
        self.list(names, doubtful.and_then(|name| self.doubt_of(&name)))
    }

    fn doubt_of(&self, table: &Rc<str>) -> Option<Why> {
        let name = TableName { schema: self.question.schema.as_deref().map(Ident::new), name: Ident::new(Rc::clone(table)) };
        match self.schema.has_table(&name) {
            Answer::Unknown(why) => Some(why),
            _ => None,
        }
    }

    fn view_names(&self, materialized: bool) -> Result<Known, Reply> {
        let namespace = self.namespace();
        let views = self.schema.views().filter(|(key, view)| key.schema == namespace && view.materialized == materialized);
        self.list(views.map(|(_, view)| Value::Str(Rc::clone(&view.name))).collect(), None)
    }

    fn sequence_names(&self) -> Result<Known, Reply> {
        let namespace = self.namespace();
        let mut found: Vec<_> = self.schema.sequences().filter(|(key, _)| key.schema == namespace).map(|(_, sequence)| sequence).collect();
        found.sort_by_key(|sequence| sequence.order);
        self.list(found.iter().map(|sequence| Value::Str(Rc::clone(&sequence.name))).collect(), None)
    }

    fn schema_names(&self) -> Result<Known, Reply> {
        let listed = self.schema.rules().shapes.schemas.iter().map(|schema| Rc::from(schema.as_str()));
        let mut names: Vec<Rc<str>> = listed.chain(self.schema.schemas().cloned()).collect();
        names.sort();
        names.dedup();
        self.list(names.into_iter().map(Value::Str).collect(), None)
    }

    fn enums(&self) -> Result<Known, Reply> {
        let namespace = self.namespace();
        let all = self.question.schema.as_deref() == Some("*");
        let mut found = Vec::new();
        for (key, object) in self.schema.types().filter(|(key, _)| all || key.schema == namespace) {
            if let TypeKind::Enum(Some(labels)) = &object.kind {
                let visible = *key.schema == *self.schema.rules().default_schema;
                found.push(entries([
                    ("name".to_owned(), Value::Str(Rc::clone(&object.name))),
                    ("schema".to_owned(), Value::Str(Rc::clone(&key.schema))),
                    ("visible".to_owned(), Value::Bool(visible)),
                    ("labels".to_owned(), texts(labels)),
                ]));
            }
        }
        self.list(found, None)
    }

    /// A list of all there is; only some of it where more may be there.
    fn list(&self, known: Vec<Value>, doubt: Option<Why>) -> Result<Known, Reply> {
        match doubt.map_or_else(|| self.schema.not_listed(), Answer::Unknown) {
            Answer::No(why) if why.reason == Reason::NeverMade => Ok((Value::list(known), Why::new(why.place, Reason::Complete))),
            Answer::Yes(why) | Answer::No(why) => Ok((Value::list(known), why)),
            Answer::Unknown(why) => {
                let what = self.question.method.trim_start_matches("get_").replace('_', " ");
                let refusal = Refusal { unknown: format!("the list of {what}"), object: String::new(), why, existence: false };
                Err(Reply::Listing(Box::new(Listing { known, refusal, question: self.question.clone() })))
            }
        }
    }

    fn table(&self) -> Result<std::borrow::Cow<'_, Table>, Reply> {
        let name = self.object();
        match self.schema.has_table(&name) {
            Answer::Yes(_) => {}
            Answer::No(_) if self.schema.has_view(&name).known() == Some(true) => {
                let why = self.schema.has_view(&name).why().clone();
                return Err(Reply::Refused(Box::new(Refusal::definition("the definition of view", &name.name.text, why))));
            }
            Answer::No(_) => return Err(Reply::NoSuchTable(self.question.object.clone().unwrap_or_default())),
            Answer::Unknown(why) => return Err(Reply::Refused(Box::new(Refusal::existence("table", &name.name.text, why)))),
        }
        self.schema.table(&name).ok_or_else(|| Reply::NoSuchTable(self.question.object.clone().unwrap_or_default()))
    }

    fn of_table(&self) -> Result<Known, Reply> {
        let table = self.table()?;
        let value = match self.question.method {
            "get_pk_constraint" => primary_key(self.schema, &table),
            "get_table_comment" => entries([("text".to_owned(), optional(table.definition.comment.as_ref()))]),
            "get_table_options" => entries([]),
            _ => Value::list(self.parts(&table)),
        };
        match table.knowledge.why() {
            None => Ok((value, table.made.clone())),
            Some(why) => Err(self.partly(&table, value, why)),
        }
    }

    fn parts(&self, table: &Table) -> Vec<Value> {
        let (schema, window) = (self.schema, self.window);
        match self.question.method {
            "get_columns" => table.definition.columns.iter().map(|column| columns::column(schema, window, table, column)).collect(),
            "get_indexes" => indexes::indexes(schema, window, table),
            "get_foreign_keys" => listed(schema, table, |kind| matches!(kind, ConstraintKind::ForeignKey(_)))
                .into_iter()
                .filter_map(|constraint| match &constraint.kind {
                    ConstraintKind::ForeignKey(rule) => Some(foreign_key(schema, constraint, rule, false)),
                    _ => None,
                })
                .collect(),
            "get_unique_constraints" => uniques(schema, table),
            _ => listed(schema, table, |kind| matches!(kind, ConstraintKind::Check { .. }))
                .into_iter()
                .map(|constraint| check(schema, window, constraint))
                .collect(),
        }
    }

    /// What is known of a table of which not everything is known.
    fn partly(&self, table: &Table, value: Value, why: &Why) -> Reply {
        let what = self.question.method.trim_start_matches("get_").replace('_', " ");
        let refusal = Refusal::definition(&format!("the {what}"), &table.definition.name.name.text, why.clone());
        match (&value, &table.knowledge) {
            (Value::List(items), crate::schema::Knowledge::Partial(_)) if !items.borrow().is_empty() => {
                Reply::Listing(Box::new(Listing { known: items.borrow().clone(), refusal, question: self.question.clone() }))
            }
            _ => Reply::Refused(Box::new(refusal)),
        }
    }
}

/// How many items of a list a guard names.
const NAMED: usize = 12;
/// About how much room one of them takes.
const USUAL_NAME: usize = 16;

/// An answer in a few words, for the list of guards.
fn brief(value: &Value) -> String {
    match value {
        Value::Bool(flag) => python(*flag),
        Value::List(items) => {
            let items = items.borrow();
            let mut text = String::with_capacity(items.len().min(NAMED) * USUAL_NAME);
            for (position, item) in items.iter().take(NAMED).enumerate() {
                text.push_str(if position == 0 { "[" } else { ", " });
                push_name(item, &mut text);
            }
            match items.len().saturating_sub(NAMED) {
                0 if items.is_empty() => "[]".to_owned(),
                0 => text + "]",
                more => format!("{text}, … and {more} more]"),
            }
        }
        Value::Dict(_) => {
            let mut text = String::new();
            push_name(value, &mut text);
            text
        }
        _ => String::new(),
    }
}

/// Writes what an item of an answer is called.
fn push_name(value: &Value, text: &mut String) {
    let mut quoted = |name: &str| ["'", name, "'"].into_iter().for_each(|part| text.push_str(part));
    match value {
        Value::Str(name) => quoted(name),
        Value::Dict(dict) => match dict.borrow().iter().find(|(key, _)| key.as_str() == Some("name")).and_then(|(_, name)| name.as_str()) {
            Some(name) => quoted(name),
            None => text.push_str("None"),
        },
        _ => text.push('…'),
    }
}

fn python(flag: bool) -> String {
    if flag { "True".to_owned() } else { "False".to_owned() }
}
