//! Python's own functions, types and modules, as tables of rows.
//!
//! To add a module: a file here with a `pub static MODULE: NativeModule`, and its line in [`MODULES`]. To add a
//! function or method: a [`Row`] in the table it belongs to.

pub mod base64;
pub mod builtins;
mod calling;
pub mod clock;
mod codecs;
pub mod collections;
pub mod compress;
pub mod containers;
pub mod contextlib;
pub mod copying;
pub mod csv;
pub mod dataclasses;
pub mod datetime;
pub mod decimal;
pub mod descriptors;
pub mod dict;
pub mod digest;
pub mod enumeration;
pub mod exceptions;
pub mod exit_stack;
pub mod files;
mod flag;
pub mod functools;
pub mod globals;
mod inside;
pub mod introspect;
pub mod itertools;
pub mod json;
pub(in crate::eval) mod lacking;
mod lazy;
pub mod list;
pub mod literal;
pub mod logging;
pub mod math;
pub mod numbers;
pub mod object;
pub mod operator;
pub mod ordered;
pub mod packed;
pub mod paths;
pub mod pattern;
pub mod proxy;
pub mod random;
pub mod set;
pub mod shell;
pub mod stdlib;
pub mod str;
pub mod string;
pub mod system;
pub mod textwrap;
pub mod typing;
pub mod uuid;
pub mod web;
mod writing;

use super::exception::Evaluated;
use super::function::{Call, Native, NativeType, Row};
use super::host::{Args, Host};
use super::value::{Data, Value};
use super::vm::Vm;
use crate::source::Span;

/// A module of the standard library.
pub struct NativeModule {
    pub name: &'static str,
    pub functions: &'static [Row],
    pub types: &'static [&'static NativeType],
    /// Attributes computed once, at first use: constants, classes, other modules.
    pub values: &'static [Row],
}

impl NativeModule {
    /// A module without members, to be completed with `..NativeModule::new(…)`.
    pub const fn new(name: &'static str) -> Self {
        Self { name, functions: &[], types: &[], values: &[] }
    }
}

/// Every module that Aludel implements.
static MODULES: &[&NativeModule] = &[
    &base64::BINASCII,
    &base64::MODULE,
    &builtins::MODULE,
    &clock::MODULE,
    &collections::MODULE,
    &compress::ZLIB,
    &contextlib::MODULE,
    &copying::MODULE,
    &csv::MODULE,
    &dataclasses::MODULE,
    &datetime::MODULE,
    &decimal::MODULE,
    &digest::MODULE,
    &enumeration::MODULE,
    &files::CODECS,
    &files::IO,
    &functools::MODULE,
    &introspect::INSPECT,
    &introspect::PPRINT,
    &introspect::TRACEBACK,
    &introspect::TYPES,
    &itertools::MODULE,
    &json::DECODER_MODULE,
    &json::ENCODER_MODULE,
    &json::MODULE,
    &literal::MODULE,
    &logging::CONFIG,
    &logging::MODULE,
    &logging::WARNINGS,
    &math::MODULE,
    &operator::MODULE,
    &ordered::BISECT,
    &ordered::HEAPQ,
    &packed::MODULE,
    &paths::MODULE,
    &paths::PATHLIB,
    &paths::POSIX,
    &pattern::MODULE,
    &proxy::MODULE,
    &random::MODULE,
    &shell::FNMATCH,
    &shell::SHLEX,
    &string::MODULE,
    &system::ATEXIT,
    &system::GC,
    &system::GETTEXT,
    &system::IMPORTLIB,
    &system::LOCALE,
    &system::OS,
    &system::SYS,
    &textwrap::MODULE,
    &typing::ABC,
    &typing::COLLECTIONS_ABC,
    &typing::EXTENSIONS,
    &typing::MODULE,
    &uuid::MODULE,
    &web::HTML,
    &web::PARSE,
    &web::URLLIB,
];

/// The module of a dotted name, where Aludel implements it.
pub(super) fn module(name: &str) -> Option<&'static NativeModule> {
    MODULES.iter().find(|module| module.name == name).copied()
}

/// The type of a value that is no instance of a class of the program.
pub(super) fn type_of(value: &Value) -> Option<&'static NativeType> {
    Some(match value {
        Value::None => &object::NONE_TYPE,
        Value::Ellipsis => &object::ELLIPSIS_TYPE,
        Value::NotImplemented => &object::NOT_IMPLEMENTED_TYPE,
        Value::Bool(_) => &numbers::BOOL,
        Value::Int(_) => &numbers::INT,
        Value::Float(_) => &numbers::FLOAT,
        Value::Str(_) => &str::TYPE,
        Value::Bytes(_) => &containers::BYTES,
        Value::Tuple(_) => &containers::TUPLE,
        Value::List(_) => &list::TYPE,
        Value::Dict(dict) => collections::type_of(dict),
        Value::Set(_) => &set::TYPE,
        Value::FrozenSet(_) => &set::FROZEN,
        Value::Range(_) => &containers::RANGE,
        Value::Slice(_) => &containers::SLICE,
        Value::Data(data) => return data_type(data),
        Value::Function(_) => &object::FUNCTION_TYPE,
        Value::Method(_) => &object::METHOD_TYPE,
        Value::Native(Native::Type(_)) => &object::TYPE_TYPE,
        Value::Native(_) => &object::BUILTIN_TYPE,
        Value::Module(_) => &object::MODULE_TYPE,
        Value::Generator(_) => &containers::GENERATOR,
        Value::Object(object) => object.ty,
        Value::Descriptor(descriptor) => descriptors::type_of(descriptor),
        Value::Super(_) => &object::SUPER_TYPE,
        Value::Class(_) | Value::Instance(_) | Value::Library(_) | Value::Live(_) | Value::Unknown(_) => return None,
    })
}

/// The type of a date, UUID or decimal.
fn data_type(data: &Data) -> Option<&'static NativeType> {
    Some(match data {
        Data::Date(_) => &datetime::DATE,
        Data::Time(_) => &datetime::TIME,
        Data::DateTime(..) => &datetime::MOMENT,
        Data::TimeDelta(_) => &datetime::DELTA,
        Data::TimeZone(_) => &datetime::ZONE,
        Data::Uuid(_) => &uuid::UUID,
        Data::Decimal(_) => &decimal::DECIMAL,
    })
}

impl Vm {
    /// A member of a module that Aludel implements.
    pub(super) fn native_member(
        &mut self,
        host: &mut dyn Host,
        module: &'static NativeModule,
        name: &str,
        span: Span,
    ) -> Evaluated<Option<Value>> {
        if let Some(row) = module.functions.iter().find(|row| row.name == name) {
            return Ok(Some(Value::Native(Native::Function(row))));
        }
        if let Some(ty) = module.types.iter().find(|ty| ty.name == name) {
            return Ok(Some(Value::Native(Native::Type(ty))));
        }
        let Some(row) = module.values.iter().find(|row| row.name == name) else { return Ok(None) };
        (row.run)(&mut Call { vm: self, host, receiver: None, args: Args::default(), span }).map(Some)
    }
}
