//! Tables built on the way, as Alembic's `SchemaObjects.table` builds them: so that columns bring their constraints,
//! indexes and conventional names along.

use std::rc::Rc;

use super::binder::Binder;
use crate::eval::{Arg, Args, Unwind, Value};
use crate::model::library::{Object, bind, collections, object};
use crate::model::{Table, TableName};

impl Binder<'_, '_> {
    /// A `Table` of new metadata with the project's naming convention: as the program holds it, and as plain data.
    ///
    /// # Errors
    /// What SQLAlchemy raises, and what is not known.
    pub fn schema_table(
        &mut self,
        name: Value,
        schema: Value,
        items: Vec<Value>,
        keywords: Vec<(Rc<str>, Arg)>,
    ) -> Result<(Value, Table), Unwind> {
        let convention = (!self.convention.is_none()).then(|| (Rc::from("naming_convention"), self.arg(self.convention.clone())));
        let metadata = self.construct("MetaData", Vec::new(), convention.into_iter().collect())?;
        let mut positional = vec![self.arg(name), self.arg(metadata)];
        for item in items.into_iter().filter(|item| !is_passed_over(item)) {
            let item = self.unattached(item)?;
            positional.push(self.arg(item));
        }
        let mut all = vec![(Rc::from("schema"), self.arg(schema))];
        all.extend(keywords);
        let table = self.construct("Table", positional, all)?;
        let model = bind::table(self.cx, &table)?;
        Ok((table, model))
    }

    /// Calls a class of `sqlalchemy`.
    ///
    /// # Errors
    /// What SQLAlchemy raises.
    pub fn construct(&mut self, class: &str, positional: Vec<Arg>, keywords: Vec<(Rc<str>, Arg)>) -> Result<Value, Unwind> {
        // An exclude constraint is one dialect's own; the operation is the same under every name of it.
        let module = if class == "ExcludeConstraint" { self.exclude_module() } else { "sqlalchemy".to_owned() };
        let module = self.cx.vm.import(self.cx.host, &module, self.place)?;
        let class = self.cx.vm.get_attr(self.cx.host, &module, class, self.place)?;
        self.cx.vm.call(self.cx.host, &class, Args { positional, keywords }, self.place)
    }

    fn exclude_module(&self) -> String {
        format!("sqlalchemy.dialects.{}", self.dialect.option_prefix())
    }

    /// A value as an argument at the place of the call.
    pub fn arg(&self, value: Value) -> Arg {
        Arg { value, span: self.place }
    }

    /// A copy of a column or constraint that belongs to a table already, else itself (`sqla_compat._copy`).
    fn unattached(&mut self, item: Value) -> Result<Value, Unwind> {
        let attached = object::handle(&item).is_some_and(|handle| {
            object::column(&handle).is_some_and(|column| column.borrow().table.is_some())
                || object::constraint(&handle).is_some_and(|constraint| constraint.borrow().parent.is_some())
        });
        if attached { self.cx.vm.call_method(self.cx.host, &item, "_copy", Args::default(), self.place) } else { Ok(item) }
    }

    /// The name of a table as two values, for [`Binder::schema_table`].
    pub fn table_values(&self, table: &TableName) -> (Value, Value) {
        (collections::ident(&table.name), collections::optional_ident(table.schema.as_ref()))
    }
}

/// Whether Alembic leaves an item out, of which it takes columns, constraints and indexes alone.
fn is_passed_over(item: &Value) -> bool {
    match item {
        Value::None | Value::Bool(_) | Value::Int(_) | Value::Float(_) | Value::Str(_) => true,
        Value::Library(handle) => matches!(
            Object::of(handle),
            Some(
                Object::MetaData(_) | Object::Sequence(_) | Object::Default(_) | Object::Type(_) | Object::Table(_) | Object::ForeignKey(_)
            )
        ),
        _ => false,
    }
}
