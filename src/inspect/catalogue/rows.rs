//! The rows of the tables in which a database describes itself.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::rc::Rc;

use super::super::Refusal;
use super::condition::Condition;
use super::source::Source;
use crate::dialect::replay::{Catalogue, CatalogueRow};
use crate::model::{Ident, Name, TableName};
use crate::schema::{Answer, Key, PlainKind, Reason, Schema, Table, TypeKind, Why};

/// What a row says of its object.
pub(super) type Fields = BTreeMap<Rc<str>, Rc<str>>;

/// The rows that meet the conditions, for certain all of them.
///
/// # Errors
/// Where there may be more, or fewer.
pub(super) fn rows(schema: &Schema, source: &Source<'_>, conditions: &[Condition]) -> Result<(Vec<Fields>, Why), Box<Refusal>> {
    let catalogue = source.catalogue();
    let mut found = Vec::new();
    let mut why = Why::nowhere(Reason::NotThere);
    let letter = one(conditions, "letter");
    let asked = conditions.iter().find(|condition| &*condition.field == "kind").and_then(Condition::texts);
    let is_word = |text: &Rc<str>| catalogue.words.values().any(|word| **word == **text);
    let unlisted = letter.is_some() && letter.as_deref() == catalogue.not_null.as_deref();
    if catalogue.all_databases && one(conditions, "schema").is_none() || unlisted || !source.tells_apart(conditions) {
        return Err(everything(schema));
    }
    if !catalogue.words.is_empty() && !asked.is_some_and(|texts| texts.iter().all(is_word)) {
        return Err(everything(schema));
    }
    let query = Asked { schema, catalogue, only: source.only(), conditions };
    for kind in &catalogue.rows {
        let word = catalogue.words.get(kind);
        if letter.as_deref().is_some_and(|letter| !letters(*kind).contains(&letter))
            || word.is_some_and(|word| asked.is_some_and(|texts| texts.iter().all(|text| **text != **word)))
        {
            continue;
        }
        let (mut more, because) = query.rows_of(*kind)?;
        if let Some(word) = word {
            more.iter_mut().for_each(|fields| {
                fields.insert("kind".into(), word.as_str().into());
            });
        }
        if !more.is_empty() {
            why = because;
        }
        found.extend(more);
    }
    if source.matches_by_name() {
        check_names(schema, &found, conditions, source.crosses())?;
    }
    found.retain(|fields| source.joins(fields) && conditions.iter().all(|condition| condition.meets(fields)));
    Ok((found, why))
}

/// What is put together by its name must be the only one that has it; of one column too, where each column would meet each.
fn check_names(schema: &Schema, found: &[Fields], conditions: &[Condition], crosses: bool) -> Result<(), Box<Refusal>> {
    let meets = |fields: &Fields, but: &[&str]| {
        let said = conditions.iter().filter(|condition| !but.contains(&&*condition.field));
        said.into_iter().all(|condition| condition.meets(fields))
    };
    for fields in found.iter().filter(|fields| meets(fields, &["used_column"])) {
        let Some(name) = fields.get("name") else { continue };
        let same: Vec<&Fields> = found.iter().filter(|other| other.get("name") == Some(name)).collect();
        let met = same.iter().any(|other| meets(other, &["column", "referred_column", "position"]));
        let has =
            |table: &&Rc<Table>| table.definition.constraints.iter().any(|one| one.name.as_ref().is_some_and(|own| own.text() == &**name));
        if crosses && same.len() > 1 && met || schema.tables().map(|(_, table)| table).filter(has).count() > 1 {
            return Err(everything(schema));
        }
    }
    Ok(())
}

/// The letters by which a kind goes where kinds are letters.
fn letters(kind: CatalogueRow) -> &'static [&'static str] {
    match kind {
        CatalogueRow::Table => &["r", "p"],
        CatalogueRow::View => &["v", "m"],
        CatalogueRow::Index => &["i"],
        CatalogueRow::Sequence => &["S"],
        CatalogueRow::Constraint => &["p", "u", "f", "c", "x"],
        _ => &[],
    }
}

fn one(conditions: &[Condition], field: &str) -> Option<Rc<str>> {
    let condition = conditions.iter().find(|condition| &*condition.field == field && condition.texts().is_some())?;
    match condition.texts()? {
        [text] => Some(Rc::clone(text)),
        _ => None,
    }
}

/// A query of one catalogue.
pub(super) struct Asked<'a> {
    pub(super) schema: &'a Schema,
    pub(super) catalogue: &'a Catalogue,
    /// The only kind of constraint that is listed.
    pub(super) only: Option<&'a str>,
    pub(super) conditions: &'a [Condition],
}

type Found = Result<(Vec<Fields>, Why), Box<Refusal>>;

impl Asked<'_> {
    pub(super) fn one(&self, field: &str) -> Option<Rc<str>> {
        one(self.conditions, field)
    }

    /// An object by the name that is asked for.
    fn named(&self, name: &Rc<str>) -> TableName {
        TableName { schema: self.one("schema").as_deref().map(Ident::new), name: Ident::new(Rc::clone(name)) }
    }

    fn rows_of(&self, kind: CatalogueRow) -> Found {
        let schema = self.schema;
        let name = self.one("name");
        match (kind, name) {
            (CatalogueRow::Column, name) => {
                self.of_tables(name, "column", |table, name| table.has_column(schema.naming(), &Ident::new(Rc::clone(name))))
            }
            (CatalogueRow::Constraint | CatalogueRow::Key, name) => {
                let word = if kind == CatalogueRow::Key { "key" } else { "constraint" };
                self.of_tables(name, word, |table, name| table.has_constraint(schema.naming(), &schema.naming().part(name)))
            }
            (CatalogueRow::Index, Some(name)) => {
                let table = self.one("table").map(|table| self.named(&table));
                let namespace = self.one("schema").as_deref().map(Ident::new);
                let answer = schema.has_index(namespace.as_ref(), table.as_ref(), &Name::Conventional(Rc::clone(&name)));
                self.existing(kind, &name, answer)
            }
            (CatalogueRow::Index, None) => self.of_tables(None, "index", |_, _| Answer::No(Why::nowhere(Reason::NotThere))),
            (CatalogueRow::Label, _) => self.labels(),
            (_, None) => Err(everything(schema)),
            (CatalogueRow::Table, Some(name)) => {
                self.check_schemas(&name)?;
                // how a table is partitioned is not followed
                if self.one("letter").as_deref() == Some("p") {
                    return Err(everything(schema));
                }
                self.existing(kind, &name, schema.has_table(&self.named(&name)))
            }
            (CatalogueRow::View, Some(name)) => {
                let key = schema.naming().key(&self.named(&name));
                if schema.views().any(|(own, view)| *own == key && view.materialized) {
                    return Err(everything(schema));
                }
                self.existing(kind, &name, schema.has_view(&self.named(&name)))
            }
            (CatalogueRow::Sequence, Some(name)) => self.existing(kind, &name, schema.has_sequence(&self.named(&name))),
            (CatalogueRow::Type, Some(name)) => self.existing(kind, &name, schema.has_type(&self.named(&name))),
            (CatalogueRow::Schema, Some(name)) => self.plain(kind, PlainKind::Schema, &name),
            (CatalogueRow::Extension, Some(name)) => self.plain(kind, PlainKind::Extension, &name),
        }
    }

    fn plain(&self, kind: CatalogueRow, object: PlainKind, name: &Rc<str>) -> Found {
        let answer = self.schema.has_plain(object, &self.schema.schema_key(&Ident::new(Rc::clone(name))));
        self.existing(kind, name, answer)
    }

    /// The schema that is asked about, the default's where none is.
    fn namespace(&self) -> Rc<str> {
        self.one("schema").unwrap_or_else(|| Rc::clone(&self.schema.rules().default_schema))
    }

    /// The row of one object that is named.
    fn existing(&self, kind: CatalogueRow, name: &Rc<str>, answer: Answer) -> Found {
        match answer {
            Answer::Unknown(why) => Err(Box::new(Refusal::existence("what is called", name, why))),
            Answer::No(why) => Ok((Vec::new(), why)),
            Answer::Yes(why) => Ok((vec![self.row_of(kind, &self.written(kind, name))], why)),
        }
    }

    /// The name of an object as the database has it, which may differ in case from that by which it is found.
    fn written(&self, kind: CatalogueRow, name: &Rc<str>) -> Rc<str> {
        let naming = self.schema.naming();
        let found = match kind {
            CatalogueRow::Table => self.schema.table(&self.named(name)).map(|table| Rc::clone(&table.definition.name.name.text)),
            CatalogueRow::View => {
                let key = naming.key(&self.named(name));
                self.schema.views().find(|(own, _)| **own == key).map(|(_, view)| Rc::clone(&view.name))
            }
            CatalogueRow::Index => self.home_of(name).and_then(|home| {
                let table = self.schema.table_by_key(&home)?;
                table.index(naming, &naming.part(name))?.name.as_ref().map(|name| name.text().into())
            }),
            _ => None,
        };
        found.unwrap_or_else(|| Rc::clone(name))
    }

    /// The table of an index.
    fn home_of(&self, index: &Rc<str>) -> Option<Key> {
        let naming = self.schema.naming();
        let key = Key::new(naming.part(index), naming.namespace(self.one("schema").map(Ident::new).as_ref()));
        self.schema.tables_with_index(&key).first().cloned()
    }

    fn row_of(&self, kind: CatalogueRow, name: &Rc<str>) -> Fields {
        let mut fields = Fields::new();
        fields.insert("name".into(), Rc::clone(name));
        fields.insert("schema".into(), self.namespace());
        let word = match kind {
            CatalogueRow::Table => "BASE TABLE",
            CatalogueRow::View => "VIEW",
            _ => "",
        };
        fields.insert("kind".into(), word.into());
        if matches!(kind, CatalogueRow::Table | CatalogueRow::View) {
            fields.insert("table".into(), Rc::clone(name));
        }
        if let Some(letter) = letters(kind).first() {
            fields.insert("letter".into(), Rc::from(*letter));
        }
        if kind == CatalogueRow::Index
            && let Some(home) = self.home_of(name)
        {
            let table = self.schema.table_by_key(&home).map(|table| Rc::clone(&table.definition.name.name.text));
            fields.insert("table".into(), table.unwrap_or_else(|| Rc::clone(&home.name)));
        }
        fields
    }

    /// The labels of an enumeration that is named.
    fn labels(&self) -> Found {
        let Some(name) = self.one("table") else { return Err(everything(self.schema)) };
        let named = self.named(&name);
        let why = match self.schema.has_type(&named) {
            Answer::Unknown(why) => return Err(Box::new(Refusal::existence("type", &name, why))),
            Answer::No(why) => return Ok((Vec::new(), why)),
            Answer::Yes(why) => why,
        };
        let key = self.schema.naming().key(&named);
        let found = self.schema.types().find(|(own, _)| **own == key).map(|(_, object)| &object.kind);
        let Some(TypeKind::Enum(Some(labels))) = found else {
            return Err(Box::new(Refusal::definition("the labels", &name, why)));
        };
        let row = |label: &Rc<str>| {
            let mut fields = Fields::new();
            fields.insert("name".into(), Rc::clone(label));
            fields.insert("table".into(), Rc::clone(&name));
            fields.insert("schema".into(), self.namespace());
            fields
        };
        Ok((labels.iter().map(row).collect(), why))
    }

    /// Rows that belong to a table: to the one that is named, or to any, where all of them are known.
    fn of_tables(&self, name: Option<Rc<str>>, word: &str, has: impl Fn(&Table, &Rc<str>) -> Answer) -> Found {
        let (mut found, mut because) = (Vec::new(), None);
        for table in self.tables(word)? {
            let title = &table.definition.name.name.text;
            if name.is_none() && word == "index" && self.schema.rules().pragmas && super::super::pragma::has_unnamed_indexes(&table) {
                return Err(everything(self.schema));
            }
            let sure = name.as_ref().map(|name| has(&table, name));
            match (&sure, table.knowledge.why()) {
                (Some(Answer::Unknown(why)), _) | (None, Some(why)) => {
                    return Err(Box::new(Refusal::definition(&format!("every {word}"), title, why.clone())));
                }
                _ => {}
            }
            if because.is_none() || matches!(sure, Some(Answer::Yes(_))) {
                because = Some(sure.map_or_else(|| table.made.clone(), |answer| answer.why().clone()));
            }
            let parts = self.parts(&table, word)?;
            let asked = self.conditions.iter().any(|condition| &*condition.field == "nullable");
            if asked && parts.iter().any(|fields| !fields.contains_key("nullable")) {
                return Err(everything(self.schema));
            }
            found.extend(parts);
        }
        Ok((found, because.unwrap_or_else(|| self.schema.not_listed().why().clone())))
    }

    /// The tables whose parts are asked for.
    fn tables(&self, word: &str) -> Result<Vec<Cow<'_, Table>>, Box<Refusal>> {
        let Some(table) = self.one("table") else { return self.all_tables(word) };
        self.check_schemas(&table)?;
        let named = self.named(&table);
        match self.schema.has_table(&named) {
            Answer::Unknown(why) => Err(Box::new(Refusal::existence("table", &table, why))),
            // views have columns too
            Answer::No(_) if word == "column" && self.schema.has_view(&named).known() != Some(false) => Err(everything(self.schema)),
            Answer::No(_) => Ok(Vec::new()),
            Answer::Yes(_) => self.schema.table(&named).map(|table| vec![table]).ok_or_else(|| everything(self.schema)),
        }
    }

    /// Refuses a name that tables of other schemas have, where no schema is asked for, and one that tables have in another case,
    /// where the server may take them for it.
    fn check_schemas(&self, name: &Rc<str>) -> Result<(), Box<Refusal>> {
        let default = self.schema.naming().namespace(None);
        let anywhere = self.one("schema").is_none();
        let elsewhere = |key: &Key| anywhere && *key.name == **name && key.schema != default;
        let ignores_case = self.schema.rules().catalogues_ignore_case;
        let in_other_case = |key: &Key| ignores_case && *key.name != **name && key.name.to_lowercase() == name.to_lowercase();
        if self.schema.tables().any(|(key, _)| elsewhere(key) || in_other_case(key)) {
            return Err(everything(self.schema));
        }
        Ok(())
    }

    /// All tables, where those of the database itself are surely left out.
    fn all_tables(&self, word: &str) -> Result<Vec<Cow<'_, Table>>, Box<Refusal>> {
        // the database's own tables have no foreign keys
        let foreign = self.one("kind").as_deref() == Some("FOREIGN KEY") || self.one("letter").as_deref() == Some("f");
        let constraint = matches!(word, "constraint" | "key");
        let own = self.one("schema").is_some() || constraint && (foreign || self.one("name").is_some());
        let all_known =
            own && matches!(self.schema.not_listed(), Answer::No(_)) && self.schema.tables_and_sureness().all(|(.., sure)| sure);
        if !all_known || word == "column" && self.schema.views().next().is_some() {
            return Err(everything(self.schema));
        }
        let namespace = self.one("schema").map(|name| self.schema.naming().namespace(Some(&Ident::new(name))));
        let tables = self.schema.tables().filter(|(key, _)| namespace.as_ref().is_none_or(|namespace| key.schema == *namespace));
        let mut tables: Vec<_> = tables.map(|(_, table)| Cow::Borrowed(&**table)).collect();
        tables.sort_by_key(|table| table.order);
        Ok(tables)
    }
}

/// Whether the rows have an order: one row, or the columns of one object.
pub(super) fn are_in_order(found: &[Fields]) -> bool {
    let object = |fields: &Fields| {
        let of_key = fields.contains_key("column").then(|| fields.get("name").cloned()).flatten();
        (fields.get("table").cloned(), fields.get("schema").cloned(), of_key)
    };
    let same = |pair: &[Fields]| matches!(pair, [left, right] if left.contains_key("position") && object(left) == object(right));
    found.windows(2).all(same)
}

/// The refusal to list what is not named.
fn everything(schema: &Schema) -> Box<Refusal> {
    let why = schema.not_listed().why().clone();
    Box::new(Refusal { unknown: "everything that this query may find".to_owned(), object: String::new(), why, existence: false })
}
