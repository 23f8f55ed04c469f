//! `os.path` and `pathlib`.

pub mod posix;
mod pure;

pub use pure::PATHLIB;

use std::rc::Rc;

use super::{NativeModule, files};
use crate::eval::exception::Evaluated;
use crate::eval::function::{Call, Row};
use crate::eval::value::Value;

/// `os.path`.
pub static MODULE: NativeModule = NativeModule { functions: FUNCTIONS, values: VALUES, ..NativeModule::new("os.path") };

/// `posixpath`, the same under its own name.
pub static POSIX: NativeModule = NativeModule { functions: FUNCTIONS, values: VALUES, ..NativeModule::new("posixpath") };

static FUNCTIONS: &[Row] = &[
    Row::new("join", |call| {
        let mut parts = Vec::new();
        for argument in std::mem::take(&mut call.args.positional) {
            parts.push(path_text(call, &argument.value)?);
        }
        Ok(Value::str(posix::join(parts.iter().map(|part| &**part))))
    }),
    Row::new("dirname", |call| on_text(call, |path| Value::str(posix::split(path).0))),
    Row::new("basename", |call| on_text(call, |path| Value::str(posix::split(path).1))),
    Row::new("split", |call| {
        on_text(call, |path| {
            let (head, tail) = posix::split(path);
            Value::tuple(vec![Value::str(head), Value::str(tail)])
        })
    }),
    Row::new("splitext", |call| {
        on_text(call, |path| {
            let (root, extension) = posix::split_extension(path);
            Value::tuple(vec![Value::str(root), Value::str(extension)])
        })
    }),
    Row::new("normpath", |call| on_text(call, |path| Value::str(posix::normalize(path)))),
    // Paths are those of the project, from its root: no machine's own stands before them.
    Row::new("abspath", |call| on_text(call, |path| Value::str(posix::normalize(path)))),
    Row::new("realpath", |call| on_text(call, |path| Value::str(posix::normalize(path)))),
    Row::new("normcase", |call| on_text(call, |path| Value::str(path))),
    Row::new("isabs", |call| on_text(call, |path| Value::Bool(path.starts_with('/')))),
    Row::new("exists", exists),
    Row::new("isfile", exists),
    Row::new("isdir", |call| Ok(call.not_computed("whether a path is a folder is not asked of this machine"))),
    Row::new("expanduser", |call| {
        let [path] = call.need("expanduser", ["path"])?;
        let text = path_text(call, &path)?;
        if text.starts_with('~') { Ok(call.not_computed("the home folder of this machine is not asked")) } else { Ok(Value::Str(text)) }
    }),
    Row::new("relpath", |call| {
        let [path, start] = call.take("relpath", ["path", "start"], 1)?;
        let path = path_text(call, &path.unwrap_or(Value::None))?;
        let start = match start {
            None | Some(Value::None) => ".".into(),
            Some(start) => path_text(call, &start)?,
        };
        match posix::relative(&path, &start) {
            Some(text) => Ok(Value::str(text)),
            None => Ok(call.not_computed("the working folder of this machine is not asked")),
        }
    }),
    Row::new("commonprefix", |call| {
        let [paths] = call.need("commonprefix", ["m"])?;
        let paths = call.items(&paths)?;
        let mut texts = Vec::new();
        for path in &paths {
            texts.push(path_text(call, path)?);
        }
        let first = texts.first().cloned().unwrap_or_else(|| "".into());
        let length = first
            .char_indices()
            .map(|(at, char)| at + char.len_utf8())
            .take_while(|end| texts.iter().all(|text| text.get(..*end) == first.get(..*end)))
            .last();
        Ok(Value::str(first.get(..length.unwrap_or(0)).unwrap_or_default()))
    }),
];

static VALUES: &[Row] = &[
    Row::any("sep", |_| Ok(Value::str("/"))),
    Row::any("pardir", |_| Ok(Value::str(".."))),
    Row::any("curdir", |_| Ok(Value::str("."))),
    Row::any("extsep", |_| Ok(Value::str("."))),
    Row::any("pathsep", |_| Ok(Value::str(":"))),
];

/// The text of a path argument: a `str`, or a path object.
pub(super) fn path_text(call: &mut Call<'_>, value: &Value) -> Evaluated<Rc<str>> {
    if let Some(text) = Call::text_of(value) {
        return Ok(text);
    }
    if let Some(text) = pure::text_of(value) {
        return Ok(text);
    }
    let message = format!("expected str, bytes or os.PathLike object, not {}", call.vm.type_name(value));
    Err(call.raise("TypeError", message))
}

fn on_text(call: &mut Call<'_>, act: fn(&str) -> Value) -> Evaluated {
    let [path] = call.need("path", ["path"])?;
    let text = path_text(call, &path)?;
    Ok(act(&text))
}

fn exists(call: &mut Call<'_>) -> Evaluated {
    let [path] = call.need("exists", ["path"])?;
    let text = path_text(call, &path)?;
    Ok(files::exists(call, &text))
}
