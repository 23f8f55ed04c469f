//! Files that a program opens for writing: a compiler writes none of them, and says so.

use camino::{Utf8Component, Utf8Path, Utf8PathBuf};

use crate::diag::{Code, Diagnostic};
use crate::eval::exception::Evaluated;
use crate::eval::function::{Call, NativeType, Row};
use crate::eval::object::Object;
use crate::eval::value::Value;

static WRITER: NativeType = NativeType {
    methods: &[
        Row::any("write", |call| {
            let text = call.one("write")?;
            Ok(match &text {
                Value::Str(text) => Value::Int(text.chars().count() as i128),
                Value::Bytes(bytes) => Value::Int(bytes.len() as i128),
                _ => call.not_computed("how much is written is not known"),
            })
        }),
        // The lines are made, and what making them does is done.
        Row::any("writelines", |call| {
            let lines = call.one("writelines")?;
            call.vm.iterate(call.host, &lines, call.span).map(|_| Value::None)
        }),
        Row::any("truncate", |_| Ok(Value::Int(0))),
        Row::any("seek", |_| Ok(Value::Int(0))),
        Row::any("flush", |_| Ok(Value::None)),
        Row::any("close", |_| Ok(Value::None)),
        Row::any("writable", |_| Ok(Value::Bool(true))),
        Row::any("read", |call| Ok(call.not_computed("what a file holds that is open for writing is not known"))),
        Row::any("__enter__", |call| Ok(call.this())),
        Row::any("__exit__", |_| Ok(Value::None)),
    ],
    getters: &[Row::any("closed", |_| Ok(Value::Bool(false)))],
    ..NativeType::new("TextIOWrapper", "_io", Row::new("TextIOWrapper", |call| Ok(call.not_computed("a wrapped stream is not evaluated"))))
};

/// A file that takes all that is written and keeps none of it.
pub(super) fn open(call: &mut Call<'_>, path: &str, mode: &str) -> Evaluated {
    let there = super::files::exists(call, path);
    match there {
        Value::Bool(false) if mode.contains('r') => return Err(super::files::not_found(call, path)),
        Value::Bool(true) if mode.contains('x') => return Err(super::files::in_the_way(call, path)),
        _ => {}
    }
    call.vm.written_files.insert(tidied(path));
    let warning = Diagnostic::warning(Code::FileNotWritten, format!("the revision writes `{path}`, which Aludel does not"))
        .label(call.span, "opened for writing here")
        .help("run what needs the file with its own means beside the script");
    call.host.report(warning);
    Ok(Object::value(&WRITER, ()))
}

/// The unknown that a file is which the program itself may have written before; nothing for others.
pub(super) fn written(call: &Call<'_>, path: &str) -> Option<Value> {
    call.vm
        .written_files
        .contains(&tidied(path))
        .then(|| call.not_computed(format!("`{path}` is opened for writing before, and Aludel writes no files for a program")))
}

/// A path without the parts that lead nowhere.
fn tidied(path: &str) -> String {
    let parts = Utf8Path::new(path).components().filter(|part| !matches!(part, Utf8Component::CurDir));
    parts.collect::<Utf8PathBuf>().into_string()
}
