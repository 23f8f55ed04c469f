//! `pathlib`.

use std::rc::Rc;

use super::{path_text, posix};
use crate::eval::exception::Evaluated;
use crate::eval::function::{Call, NativeType, Row};
use crate::eval::natives::{NativeModule, files};
use crate::eval::object::Object;
use crate::eval::value::Value;

/// `pathlib`.
pub static PATHLIB: NativeModule =
    NativeModule { types: &[&PURE_PATH, &PURE_POSIX_PATH, &PATH, &POSIX_PATH], ..NativeModule::new("pathlib") };

/// What a path object keeps: its text, normalized as `PurePath` does.
struct Path(Rc<str>);

static PURE_PATH: NativeType = NativeType {
    methods: &[
        Row::new("__str__", |call| Ok(Value::Str(own(call)?))),
        Row::new("__fspath__", |call| Ok(Value::Str(own(call)?))),
        Row::new("__repr__", |call| {
            let text = own(call)?;
            let shown = call.repr(&Value::Str(text))?;
            let name = call.object()?.ty.name.replace("Path", "PosixPath").replace("PosixPosix", "Posix");
            Ok(Value::str(format!("{name}({shown})")))
        }),
        Row::new("as_posix", |call| Ok(Value::Str(own(call)?))),
        Row::any("__hash__", |call| {
            let text = own(call)?;
            Ok(Value::Int(text.bytes().fold(7, |hash: i128, byte| (hash * 31 + i128::from(byte)) % 1_000_000_007)))
        }),
        Row::new("__eq__", |call| {
            let [other] = call.need("__eq__", ["other"])?;
            let text = own(call)?;
            Ok(text_of(&other).map_or(Value::NotImplemented, |other| Value::Bool(other == text)))
        }),
        Row::new("__lt__", |call| {
            let [other] = call.need("__lt__", ["other"])?;
            let text = own(call)?;
            Ok(text_of(&other).map_or(Value::NotImplemented, |other| Value::Bool(text.split('/').lt(other.split('/')))))
        }),
        Row::new("__truediv__", |call| {
            let [other] = call.need("__truediv__", ["key"])?;
            joined(call, vec![other])
        }),
        Row::new("__rtruediv__", |call| {
            let [other] = call.need("__rtruediv__", ["key"])?;
            let (head, text) = (path_text(call, &other)?, own(call)?);
            made(call, &posix::join([&*head, &*text]))
        }),
        Row::new("joinpath", |call| {
            let parts = std::mem::take(&mut call.args.positional).into_iter().map(|argument| argument.value).collect();
            joined(call, parts)
        }),
        Row::new("with_suffix", |call| {
            let [suffix] = call.need("with_suffix", ["suffix"])?;
            let (suffix, text) = (call.need_text(&suffix)?, own(call)?);
            let (root, _) = posix::split_extension(&text);
            made(call, &format!("{root}{suffix}"))
        }),
        Row::new("with_name", |call| {
            let [name] = call.need("with_name", ["name"])?;
            let (name, text) = (call.need_text(&name)?, own(call)?);
            let parent = parent(&text);
            made(call, &posix::join([&*parent, &*name]))
        }),
        Row::new("with_stem", |call| {
            let [stem] = call.need("with_stem", ["stem"])?;
            let (stem, text) = (call.need_text(&stem)?, own(call)?);
            let parent = parent(&text);
            made(call, &posix::join([&*parent, &format!("{stem}{}", posix::split_extension(&text).1)]))
        }),
        Row::new("is_absolute", |call| Ok(Value::Bool(own(call)?.starts_with('/')))),
        Row::new("relative_to", |call| {
            let [other] = call.need("relative_to", ["other"])?;
            let (other, text) = (path_text(call, &other)?, own(call)?);
            let start = normal(&other);
            let rest = if start == "." { Some(&*text) } else { text.strip_prefix(&*start) };
            match rest.filter(|rest| rest.is_empty() || rest.starts_with('/') || start == "." || start == "/") {
                Some(rest) => made(call, rest.trim_start_matches('/')),
                None => Err(call.raise("ValueError", format!("'{text}' is not in the subpath of '{start}'"))),
            }
        }),
        Row::new("is_relative_to", |call| {
            let [other] = call.need("is_relative_to", ["other"])?;
            let (other, text) = (path_text(call, &other)?, own(call)?);
            let start = normal(&other);
            Ok(Value::Bool(*text == *start || text.starts_with(&format!("{}/", start.trim_end_matches('/')))))
        }),
    ],
    getters: &[
        Row::any("name", |call| Ok(Value::str(name(&own(call)?)))),
        Row::any("stem", |call| {
            let text = own(call)?;
            Ok(Value::str(posix::split_extension(name(&text)).0))
        }),
        Row::any("suffix", |call| {
            let text = own(call)?;
            Ok(Value::str(posix::split_extension(name(&text)).1))
        }),
        Row::any("suffixes", |call| {
            let text = own(call)?;
            let name = name(&text).trim_start_matches('.');
            Ok(Value::list(name.split('.').skip(1).map(|suffix| Value::str(format!(".{suffix}"))).collect()))
        }),
        Row::any("parent", |call| {
            let text = own(call)?;
            made(call, &parent(&text))
        }),
        Row::any("parents", |call| {
            let mut text = own(call)?;
            let mut parents = Vec::new();
            loop {
                let above: Rc<str> = parent(&text).into();
                if above == text {
                    return Ok(Value::tuple(parents));
                }
                parents.push(made(call, &above)?);
                text = above;
            }
        }),
        Row::any("parts", |call| {
            let text = own(call)?;
            let root = text.starts_with('/').then(|| Value::str("/"));
            let parts = text.split('/').filter(|part| !part.is_empty() && *part != ".").map(Value::str);
            Ok(Value::tuple(root.into_iter().chain(parts).collect()))
        }),
        Row::any("root", |call| Ok(Value::str(if own(call)?.starts_with('/') { "/" } else { "" }))),
        Row::any("anchor", |call| Ok(Value::str(if own(call)?.starts_with('/') { "/" } else { "" }))),
        Row::any("drive", |_| Ok(Value::str(""))),
    ],
    ..NativeType::new("PurePath", "pathlib", Row::new("PurePath", |call| construct(call, &PURE_PATH)))
};

static PURE_POSIX_PATH: NativeType = NativeType {
    bases: &[&PURE_PATH],
    ..NativeType::new("PurePosixPath", "pathlib", Row::new("PurePosixPath", |call| construct(call, &PURE_POSIX_PATH)))
};

static PATH: NativeType = NativeType {
    methods: &[
        Row::new("read_text", |call| {
            let text = own(call)?;
            let [encoding, _] = call.take("read_text", ["encoding", "errors"], 0)?;
            files::read_text(call, &text, encoding.as_ref(), true)
        }),
        Row::new("read_bytes", |call| {
            let text = own(call)?;
            files::read(call, &text).map(|read| read.map_or_else(|unknown| unknown, |text| Value::Bytes(text.into_bytes().into())))
        }),
        Row::new("open", |call| {
            let text = own(call)?;
            call.args.positional.insert(0, crate::eval::host::Arg { value: Value::Str(text), span: call.span });
            files::open(call)
        }),
        Row::new("exists", exists),
        Row::new("is_file", exists),
        Row::new("resolve", |call| {
            let text = own(call)?;
            made(call, &posix::normalize(&text))
        }),
        Row::new("absolute", |call| {
            let text = own(call)?;
            made(call, &text)
        }),
    ],
    statics: &[Row::any("cwd", |call| Ok(call.not_computed("the working folder of this machine is not asked")))],
    bases: &[&PURE_POSIX_PATH],
    ..NativeType::new("Path", "pathlib", Row::new("Path", |call| construct(call, &PATH)))
};

static POSIX_PATH: NativeType =
    NativeType { bases: &[&PATH], ..NativeType::new("PosixPath", "pathlib", Row::new("PosixPath", |call| construct(call, &PATH))) };

/// The text of a path object.
pub fn text_of(value: &Value) -> Option<Rc<str>> {
    match value {
        Value::Object(object) => object.body::<Path>().map(|path| Rc::clone(&path.0)),
        Value::Instance(instance) => instance.native.borrow().as_ref().and_then(text_of),
        _ => None,
    }
}

fn own(call: &mut Call<'_>) -> Evaluated<Rc<str>> {
    let text = text_of(&call.this());
    text.ok_or_else(|| call.raise("TypeError", "descriptor requires a 'PurePath' object"))
}

/// A path of the type that the method was called on.
fn made(call: &mut Call<'_>, text: &str) -> Evaluated {
    let ty = call.object()?.ty;
    Ok(Object::value(ty, Path(normal(text).into())))
}

fn construct(call: &mut Call<'_>, ty: &'static NativeType) -> Evaluated {
    let mut parts = Vec::new();
    for argument in std::mem::take(&mut call.args.positional) {
        parts.push(path_text(call, &argument.value)?);
    }
    Ok(Object::value(ty, Path(normal(&posix::join(parts.iter().map(|part| &**part))).into())))
}

/// A path without empty and `.` parts, as `PurePath` keeps it.
fn normal(path: &str) -> String {
    let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty() && *part != ".").collect();
    let text = format!("{}{}", if path.starts_with('/') { "/" } else { "" }, parts.join("/"));
    if text.is_empty() { ".".to_owned() } else { text }
}

fn name(path: &str) -> &str {
    let name = posix::split(path).1;
    if name == "." { "" } else { name }
}

fn parent(path: &str) -> String {
    let head = posix::split(path).0;
    if path == "." || head.is_empty() { ".".to_owned() } else { head.to_owned() }
}

fn joined(call: &mut Call<'_>, parts: Vec<Value>) -> Evaluated {
    let mut texts = vec![own(call)?];
    for part in &parts {
        // `path / None` is a `TypeError` that names the operator.
        match (Call::text_of(part), text_of(part)) {
            (Some(text), _) | (None, Some(text)) => texts.push(text),
            _ => return Ok(Value::NotImplemented),
        }
    }
    made(call, &posix::join(texts.iter().map(|text| &**text)))
}

fn exists(call: &mut Call<'_>) -> Evaluated {
    let text = own(call)?;
    Ok(files::exists(call, &text))
}
