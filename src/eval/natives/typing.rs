//! `typing` and its kin: hints mean nothing to a migration, but they have to be there.

use super::NativeModule;
use crate::eval::class::{Class, Hooks};
use crate::eval::function::{Call, Native, NativeType, Row};
use crate::eval::object::Object;
use crate::eval::value::Value;

/// The module `typing`.
pub static MODULE: NativeModule = NativeModule { functions: FUNCTIONS, types: TYPES, values: VALUES, ..NativeModule::new("typing") };

/// The module `typing_extensions`.
pub static EXTENSIONS: NativeModule =
    NativeModule { functions: FUNCTIONS, types: TYPES, values: VALUES, ..NativeModule::new("typing_extensions") };

/// The module `abc`.
pub static ABC: NativeModule = NativeModule {
    functions: &[Row::any("abstractmethod", |call| call.one("abstractmethod"))],
    types: &[&ABC_CLASS, &ABC_META],
    ..NativeModule::new("abc")
};

/// The module `collections.abc`.
pub static COLLECTIONS_ABC: NativeModule = NativeModule { types: ABSTRACT, ..NativeModule::new("collections.abc") };

static FUNCTIONS: &[Row] = &[
    Row::any("cast", |call| {
        let [_, value] = call.bind("cast", ["typ", "val"], 2)?;
        Ok(value.unwrap_or(Value::None))
    }),
    Row::any("overload", |call| call.one("overload")),
    Row::any("final", |call| call.one("final")),
    Row::any("override", |call| call.one("override")),
    Row::any("no_type_check", |call| call.one("no_type_check")),
    Row::any("runtime_checkable", |call| call.one("runtime_checkable")),
    Row::any("TypeVar", hint),
    Row::any("ParamSpec", hint),
    Row::any("TypeVarTuple", hint),
    Row::any("NewType", |call| {
        let [_, base] = call.bind("NewType", ["name", "tp"], 2)?;
        Ok(base.unwrap_or(Value::None))
    }),
    Row::any("get_type_hints", |_| Ok(Value::dict(crate::eval::Dict::new()))),
];

fn of_collections(call: &mut Call<'_>, name: &str) -> crate::eval::Evaluated {
    let module = call.vm.import(call.host, "collections", call.span)?;
    call.vm.get_attr(call.host, &module, name, call.span)
}

fn hint(_: &mut Call<'_>) -> crate::eval::Evaluated {
    Ok(Object::value(&HINT, ()))
}

static VALUES: &[Row] = &[
    Row::any("NamedTuple", super::collections::named_tuple::typed),
    Row::any("TypedDict", typed_dict),
    Row::any("TYPE_CHECKING", |_| Ok(Value::Bool(false))),
    Row::any("List", |_| Ok(Value::Native(Native::Type(&super::list::TYPE)))),
    Row::any("Dict", |_| Ok(Value::Native(Native::Type(&super::dict::TYPE)))),
    Row::any("Set", |_| Ok(Value::Native(Native::Type(&super::set::TYPE)))),
    Row::any("FrozenSet", |_| Ok(Value::Native(Native::Type(&super::set::FROZEN)))),
    Row::any("Tuple", |_| Ok(Value::Native(Native::Type(&super::containers::TUPLE)))),
    Row::any("Type", |_| Ok(Value::Native(Native::Type(&super::object::TYPE_TYPE)))),
    Row::any("Text", |_| Ok(Value::Native(Native::Type(&super::str::TYPE)))),
    Row::any("DefaultDict", |call| of_collections(call, "defaultdict")),
    Row::any("OrderedDict", |call| of_collections(call, "OrderedDict")),
    Row::any("Counter", |call| of_collections(call, "Counter")),
    Row::any("Deque", |call| of_collections(call, "deque")),
    Row::any("AnyStr", hint),
    Row::any("LiteralString", hint),
    Row::any("Any", hint),
    Row::any("Optional", hint),
    Row::any("Union", hint),
    Row::any("Literal", hint),
    Row::any("Final", hint),
    Row::any("ClassVar", hint),
    Row::any("Annotated", hint),
    Row::any("Self", hint),
    Row::any("NoReturn", hint),
    Row::any("Never", hint),
    Row::any("TypeAlias", hint),
    Row::any("Concatenate", hint),
    Row::any("Unpack", hint),
    Row::any("Required", hint),
    Row::any("NotRequired", hint),
];

/// `TypedDict`: calling a class of it makes a plain dictionary.
fn typed_dict(_: &mut Call<'_>) -> crate::eval::Evaluated {
    static HOOKS: Hooks = Hooks {
        created: None,
        called: Some(|call| {
            if matches!(call.args.positional.first(), Some(argument) if argument.value.as_str().is_some()) {
                return Ok(Value::Native(Native::Type(&super::dict::TYPE)));
            }
            let args = std::mem::take(&mut call.args);
            call.vm.call(call.host, &Value::Native(Native::Type(&super::dict::TYPE)), args, call.span)
        }),
        methods: &[],
    };
    let class = Class::plain("typing", "TypedDict", Vec::new());
    class.hooks.set(Some(&HOOKS));
    Ok(Value::Class(class))
}

static TYPES: &[&NativeType] = &[
    &GENERIC,
    &PROTOCOL,
    &CALLABLE,
    &ITERABLE,
    &ITERATOR,
    &SEQUENCE,
    &MUTABLE_SEQUENCE,
    &MAPPING,
    &MUTABLE_MAPPING,
    &COLLECTION,
    &HASHABLE,
    &SIZED,
    &GENERATOR,
    &ABSTRACT_SET,
];

static ABSTRACT: &[&NativeType] = &[
    &CALLABLE,
    &ITERABLE,
    &ITERATOR,
    &SEQUENCE,
    &MUTABLE_SEQUENCE,
    &MAPPING,
    &MUTABLE_MAPPING,
    &COLLECTION,
    &HASHABLE,
    &SIZED,
    &GENERATOR,
    &ABSTRACT_SET,
];

/// A hint such as `Optional` or a `TypeVar`; `Optional[int]` is one again.
static HINT: NativeType = NativeType {
    methods: &[
        Row::any("__getitem__", |call| Ok(call.this())),
        Row::any("__or__", |call| Ok(call.this())),
        Row::any("__ror__", |call| Ok(call.this())),
        Row::any("__call__", |call| Ok(call.this())),
    ],
    ..NativeType::new("TypeVar", "typing", Row::any("TypeVar", hint))
};

const fn abstract_type(name: &'static str, holds: fn(&Value) -> bool) -> NativeType {
    NativeType {
        holds,
        ..NativeType::new(name, "collections.abc", Row::any(name, |call| Err(call.raise("TypeError", "Can't instantiate abstract class"))))
    }
}

static GENERIC: NativeType = abstract_type("Generic", |_| false);
static PROTOCOL: NativeType = abstract_type("Protocol", |_| false);
static ABC_CLASS: NativeType = abstract_type("ABC", |_| false);
static ABC_META: NativeType = abstract_type("ABCMeta", |_| false);
static CALLABLE: NativeType =
    abstract_type("Callable", |value| matches!(value, Value::Function(_) | Value::Method(_) | Value::Native(_) | Value::Class(_)));
static ITERABLE: NativeType =
    abstract_type("Iterable", |value| is_sequence(value) || is_collection(value) || matches!(value, Value::Generator(_)));
static ITERATOR: NativeType = abstract_type("Iterator", |value| matches!(value, Value::Generator(_)));
static GENERATOR: NativeType = abstract_type("Generator", |value| matches!(value, Value::Generator(_)));
static SEQUENCE: NativeType = abstract_type("Sequence", is_sequence);
static MUTABLE_SEQUENCE: NativeType = abstract_type("MutableSequence", |value| matches!(value, Value::List(_)));
static MAPPING: NativeType = abstract_type("Mapping", |value| matches!(value, Value::Dict(_)));
static MUTABLE_MAPPING: NativeType = abstract_type("MutableMapping", |value| matches!(value, Value::Dict(_)));
static COLLECTION: NativeType = abstract_type("Collection", |value| is_sequence(value) || is_collection(value));
static SIZED: NativeType = abstract_type("Sized", |value| is_sequence(value) || is_collection(value));
static HASHABLE: NativeType = abstract_type("Hashable", |value| !matches!(value, Value::List(_) | Value::Dict(_) | Value::Set(_)));
static ABSTRACT_SET: NativeType = abstract_type("AbstractSet", |value| matches!(value, Value::Set(_) | Value::FrozenSet(_)));

fn is_sequence(value: &Value) -> bool {
    matches!(value, Value::List(_) | Value::Tuple(_) | Value::Str(_) | Value::Bytes(_) | Value::Range(_))
}

fn is_collection(value: &Value) -> bool {
    matches!(value, Value::Dict(_) | Value::Set(_) | Value::FrozenSet(_))
}

/// The class behind a hint that is used as a base; nothing where the value is no hint.
pub(in crate::eval) fn origin(value: &Value) -> Option<Value> {
    match value {
        Value::Object(object) if std::ptr::eq(object.ty, &HINT) => Some(Value::Native(Native::Type(&GENERIC))),
        _ => None,
    }
}
