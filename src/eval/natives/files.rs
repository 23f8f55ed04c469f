//! `open` and `io`: text files of the project, and texts in memory.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::NativeModule;
use super::paths::path_text;
use crate::eval::exception::{Evaluated, Unwind};
use crate::eval::function::{Call, NativeType, Row};
use crate::eval::generator::{Generator, Pull};
use crate::eval::host::Host;
use crate::eval::object::Object;
use crate::eval::value::Value;
use crate::eval::vm::Vm;
use crate::source::Span;

/// `io`.
pub static IO: NativeModule = NativeModule { functions: &[OPEN], types: &[&STRING, &BYTES], ..NativeModule::new("io") };

/// `codecs`, as far as its `open`.
pub static CODECS: NativeModule = NativeModule { functions: &[OPEN], ..NativeModule::new("codecs") };

/// `open`.
pub const OPEN: Row = Row::any("open", open);

/// A text or bytes that are read and written at a place.
struct Stream {
    text: RefCell<String>,
    /// Where it is read next, in bytes.
    at: Cell<usize>,
    binary: bool,
}

static STRING: NativeType = NativeType {
    methods: METHODS,
    getters: &[Row::any("closed", |_| Ok(Value::Bool(false))), Row::any("name", |_| Ok(Value::str("")))],
    ..NativeType::new(
        "StringIO",
        "_io",
        Row::new("StringIO", |call| {
            let [text, _] = call.take("StringIO", ["initial_value", "newline"], 0)?;
            let text = match text {
                None | Some(Value::None) => String::new(),
                Some(text) => call.need_text(&text)?.to_string(),
            };
            Ok(stream(&STRING, text, false))
        }),
    )
};

static BYTES: NativeType = NativeType {
    methods: METHODS,
    ..NativeType::new(
        "BytesIO",
        "_io",
        Row::new("BytesIO", |call| {
            let [bytes] = call.take("BytesIO", ["initial_bytes"], 0)?;
            let bytes = match bytes {
                None | Some(Value::None) => Rc::from([]),
                Some(bytes) => call.need_bytes(&bytes)?,
            };
            match String::from_utf8(bytes.to_vec()) {
                Ok(text) => Ok(stream(&BYTES, text, true)),
                Err(_) => Ok(call.not_computed("a stream of bytes that are no UTF-8 text is not evaluated")),
            }
        }),
    )
};

static FILE: NativeType = NativeType {
    methods: METHODS,
    getters: &[Row::any("closed", |_| Ok(Value::Bool(false)))],
    ..NativeType::new("TextIOWrapper", "_io", Row::new("TextIOWrapper", |call| Ok(call.not_computed("a wrapped stream is not evaluated"))))
};

static METHODS: &[Row] = &[
    Row::new("read", |call| {
        let [size] = call.take("read", ["size"], 0)?;
        let size = match size {
            None | Some(Value::None) => None,
            Some(size) => usize::try_from(call.need_int(&size)?).ok(),
        };
        with(call, |stream| {
            let text = stream.text.borrow();
            let rest = text.get(stream.at.get()..).unwrap_or_default();
            let taken: String = size.map_or_else(|| rest.to_owned(), |size| rest.chars().take(size).collect());
            stream.at.set(stream.at.get() + taken.len());
            stream.value(taken)
        })
    }),
    Row::new("readline", |call| with(call, |stream| stream.line().map_or_else(|| stream.value(String::new()), |line| stream.value(line)))),
    Row::new("readlines", |call| with(call, |stream| Value::list(stream.lines()))),
    Row::new("__iter__", |call| Ok(Generator::lazy(Lines(call.object()?)))),
    Row::new("__next__", |call| {
        let line = call.object()?.body::<Stream>().and_then(|stream| stream.line().map(|line| stream.value(line)));
        line.map_or_else(|| Err(call.vm.raise_builtin("StopIteration", Vec::new(), call.span)), Ok)
    }),
    Row::new("getvalue", |call| with(call, |stream| stream.value(stream.text.borrow().clone()))),
    Row::new("write", |call| {
        let [text] = call.need("write", ["s"])?;
        let text: String = match &text {
            Value::Bytes(bytes) => String::from_utf8_lossy(bytes).into_owned(),
            _ => call.need_text(&text)?.to_string(),
        };
        with(call, |stream| {
            let length = text.chars().count();
            let mut own = stream.text.borrow_mut();
            let (head, tail) = own.split_at_checked(stream.at.get()).unwrap_or((&own, ""));
            // What is written takes the place of as much text as it is long.
            let kept: String = tail.chars().skip(length).collect();
            let written = format!("{head}{text}");
            stream.at.set(written.len());
            *own = written + &kept;
            Value::Int(length as i128)
        })
    }),
    Row::new("seek", |call| {
        let [place, _] = call.take("seek", ["offset", "whence"], 1)?;
        let place = usize::try_from(call.need_int(&place.unwrap_or(Value::None))?).unwrap_or(0);
        with(call, |stream| {
            stream.at.set(place.min(stream.text.borrow().len()));
            Value::Int(stream.at.get() as i128)
        })
    }),
    Row::new("tell", |call| with(call, |stream| Value::Int(stream.at.get() as i128))),
    Row::any("close", |_| Ok(Value::None)),
    Row::any("flush", |_| Ok(Value::None)),
    Row::any("__enter__", |call| Ok(call.this())),
    Row::any("__exit__", |_| Ok(Value::None)),
    Row::any("readable", |_| Ok(Value::Bool(true))),
];

/// The lines of a stream, each read when it is asked for.
struct Lines(Rc<Object>);

impl Pull for Lines {
    fn next(&mut self, _: &mut Vm, _: &mut dyn Host, _: Span) -> Evaluated<Option<Value>> {
        Ok(self.0.body::<Stream>().and_then(|stream| stream.line().map(|line| stream.value(line))))
    }
}

impl Stream {
    fn value(&self, text: String) -> Value {
        if self.binary { Value::Bytes(text.into_bytes().into()) } else { Value::str(text) }
    }

    fn line(&self) -> Option<String> {
        let text = self.text.borrow();
        let rest = text.get(self.at.get()..)?;
        let line = rest.split_inclusive('\n').next()?;
        self.at.set(self.at.get() + line.len());
        Some(line.to_owned())
    }

    fn lines(&self) -> Vec<Value> {
        std::iter::from_fn(|| self.line()).map(|line| self.value(line)).collect()
    }
}

fn stream(ty: &'static NativeType, text: String, binary: bool) -> Value {
    Object::value(ty, Stream { text: RefCell::new(text), at: Cell::new(0), binary })
}

fn with(call: &mut Call<'_>, act: impl FnOnce(&Stream) -> Value) -> Evaluated {
    let object = call.object()?;
    Ok(object.body::<Stream>().map_or(Value::None, act))
}

/// Whether a path is there; not known for what is outside of the project.
pub(super) fn exists(call: &mut Call<'_>, path: &str) -> Value {
    if let Some(unknown) = super::writing::written(call, path) {
        return unknown;
    }
    match call.host.path_exists(path) {
        Some(there) => Value::Bool(there),
        None => call.not_computed(format!("`{path}` is outside of the project, so that it is not asked whether it is there")),
    }
}

/// The text of a project's file, lines ending as they do there; the unknown with the reason where the host does not read it.
pub(super) fn read(call: &mut Call<'_>, path: &str) -> Evaluated<Result<String, Value>> {
    let there = exists(call, path);
    if there.is_uncertain() {
        return Ok(Err(there));
    }
    if matches!(there, Value::Bool(false)) {
        return Err(not_found(call, path));
    }
    Ok(call.host.read_file(path).map_err(|reason| call.not_computed(format!("`{path}` can't be read: {reason}"))))
}

/// What is raised for a file that is not there.
pub(super) fn not_found(call: &mut Call<'_>, path: &str) -> Unwind {
    refused(call, "FileNotFoundError", 2, "No such file or directory", path)
}

/// What is raised for a file that is to be made, and is there.
pub(super) fn in_the_way(call: &mut Call<'_>, path: &str) -> Unwind {
    refused(call, "FileExistsError", 17, "File exists", path)
}

fn refused(call: &mut Call<'_>, class: &str, number: i128, reason: &str, path: &str) -> Unwind {
    let args = vec![Value::Int(number), Value::str(reason), Value::str(path)];
    match call.vm.builtin_exception(class) {
        Some(class) => call.vm.raise_class(&class, args, call.span),
        None => call.raise("OSError", format!("[Errno {number}] {reason}: '{path}'")),
    }
}

/// `open(path, mode, …)` of a text.
pub(super) fn open(call: &mut Call<'_>) -> Evaluated {
    let [path, mode, _, encoding, _, newline, ..] =
        call.take("open", ["file", "mode", "buffering", "encoding", "errors", "newline", "closefd", "opener"], 1)?;
    let path = path.unwrap_or(Value::None);
    if path.is_uncertain() {
        return Ok(call.not_computed("which file is opened is not known"));
    }
    let path = path_text(call, &path)?;
    let mode = mode.map_or(Ok("r".into()), |mode| call.need_text(&mode))?;
    if mode.contains(['w', 'a', 'x', '+']) {
        return super::writing::open(call, &path, &mode);
    }
    if mode.contains('b') {
        return Ok(read(call, &path)?.map_or_else(|unknown| unknown, |text| stream(&FILE, text, true)));
    }
    let universal = newline.is_none_or(|newline| newline.is_none());
    Ok(match read_text(call, &path, encoding.as_ref(), universal)? {
        Value::Str(text) => stream(&FILE, text.to_string(), false),
        unknown => unknown,
    })
}

/// The text of a project's file in an encoding, lines ending in `\n` alone where they are to; unknown where it is not read.
pub(super) fn read_text(call: &mut Call<'_>, path: &str, encoding: Option<&Value>, universal_newlines: bool) -> Evaluated {
    let text = match read(call, path)? {
        Ok(text) => text,
        Err(unknown) => return Ok(unknown),
    };
    let Some(text) = decoded(text, encoding) else {
        return Ok(call.not_computed(format!("`{path}` is not read in another encoding than UTF-8")));
    };
    Ok(Value::str(if universal_newlines { text.replace("\r\n", "\n").replace('\r', "\n") } else { text }))
}

/// What a text of UTF-8 is when it is read in an encoding; nothing where that is not known.
fn decoded(text: String, encoding: Option<&Value>) -> Option<String> {
    let name = match encoding {
        None | Some(Value::None) => return Some(text),
        Some(name) => name.as_str()?.to_lowercase().replace('_', "-"),
    };
    match name.as_str() {
        "utf-8" | "utf8" => Some(text),
        "utf-8-sig" | "utf8-sig" => Some(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text)),
        _ => text.is_ascii().then_some(text),
    }
}
