//! Column types against what SQLAlchemy writes (`golden/types`, written by `scripts/type_reference.py`).

#![allow(clippy::unwrap_used)]

use std::fmt::Write as _;

use aludel::dialect::Dialect;
use aludel::model::{OptionValue, Type, TypeParam};
use aludel::sql::type_text;
use serde_json::Value;

fn ty(class: &str, arguments: &str) -> Type {
    let mut ty = Type::plain(class);
    let arguments: Value = serde_json::from_str(arguments).unwrap();
    for (name, value) in arguments.as_object().unwrap() {
        let value = match value {
            Value::Bool(flag) => OptionValue::Bool(*flag),
            Value::Number(number) => OptionValue::Int(number.as_i64().unwrap().into()),
            other => OptionValue::Str(other.as_str().unwrap().into()),
        };
        ty.params.insert(name.as_str().into(), TypeParam::Value(value));
    }
    ty
}

#[test]
fn types_are_written_as_the_reference_writes_them() {
    let mut faults = String::new();
    for name in &Dialect::names(&[]) {
        let dialect = Dialect::load(name, &[]).unwrap();
        let rows = std::fs::read_to_string(format!("{}/golden/types/{name}.tsv", env!("CARGO_MANIFEST_DIR"))).unwrap();
        for row in rows.lines() {
            let [class, arguments, expected] = row.split('\t').collect::<Vec<_>>()[..] else { panic!("{row}") };
            let text = type_text(&ty(class, arguments), &dialect).unwrap_or_else(|_| "!".to_owned());
            if expected != "?" && text != expected {
                writeln!(faults, "{name}: {class} {arguments}: {text} instead of {expected}").unwrap();
            }
        }
    }
    assert!(faults.is_empty(), "\n{faults}");
}
