//! `dataclasses`.

use std::rc::Rc;

use super::NativeModule;
use super::calling::function;
use super::functools::partial_of;
use crate::eval::class::{Class, Instance};
use crate::eval::dict::Dict;
use crate::eval::exception::Evaluated;
use crate::eval::function::{Call, NativeType, Row};
use crate::eval::object::Object;
use crate::eval::value::Value;

/// `dataclasses`.
pub static MODULE: NativeModule = NativeModule {
    functions: &[
        Row::any("dataclass", dataclass),
        Row::any("field", |call| {
            let [_, default, factory, init, repr, _, compare, _, keyword_only] =
                call.take("field", ["*", "default", "default_factory", "init", "repr", "hash", "compare", "metadata", "kw_only"], 0)?;
            let field = Field {
                name: "".into(),
                default,
                factory,
                init: call.flag(init.as_ref(), true)?,
                repr: call.flag(repr.as_ref(), true)?,
                compare: call.flag(compare.as_ref(), true)?,
                keyword_only: call.flag(keyword_only.as_ref(), false)?,
                stored: true,
            };
            Ok(Object::value(&FIELD, field))
        }),
        Row::any("fields", |call| {
            let [object] = call.need("fields", ["class_or_instance"])?;
            let fields = class_of(&object).map(|class| fields_of(&class)).unwrap_or_default();
            Ok(Value::tuple(fields.into_iter().filter(|field| field.stored).map(|field| Object::value(&FIELD, field)).collect()))
        }),
        Row::any("asdict", |call| {
            let [object] = call.need("asdict", ["obj"])?;
            plain(call, &object, true)
        }),
        Row::any("astuple", |call| {
            let [object] = call.need("astuple", ["obj"])?;
            plain(call, &object, false)
        }),
        Row::any("replace", replace),
        Row::any("is_dataclass", |call| {
            let [object] = call.need("is_dataclass", ["obj"])?;
            Ok(Value::Bool(class_of(&object).is_some_and(|class| class.lookup(FIELDS).is_some())))
        }),
    ],
    types: &[&FIELD],
    values: &[
        Row::any("FrozenInstanceError", |call| {
            let base = call.vm.builtin_exception("AttributeError");
            Ok(Value::Class(call.vm.exception_class("dataclasses", "FrozenInstanceError", base.as_slice())))
        }),
        Row::any("MISSING", |_| Ok(Object::value(&MISSING, ()))),
        Row::any("KW_ONLY", |_| Ok(Object::value(&MISSING, ()))),
    ],
    ..NativeModule::new("dataclasses")
};

const FIELDS: &str = "__dataclass_fields__";

static MISSING: NativeType = NativeType::new("_MISSING_TYPE", "dataclasses", Row::any("_MISSING_TYPE", |_| Ok(Value::None)));

static FIELD: NativeType = NativeType {
    getters: &[
        Row::any("name", |call| Ok(call.object()?.body::<Field>().map_or(Value::None, |field| Value::Str(Rc::clone(&field.name))))),
        Row::any("default", |call| {
            let given = call.object()?.body::<Field>().and_then(|field| field.default.clone());
            Ok(given.unwrap_or_else(|| Object::value(&MISSING, ())))
        }),
    ],
    ..NativeType::new("Field", "dataclasses", Row::any("Field", |call| Ok(call.not_computed("a `Field` made by hand is not evaluated"))))
};

/// One field of a data class.
#[derive(Clone)]
struct Field {
    name: Rc<str>,
    default: Option<Value>,
    factory: Option<Value>,
    init: bool,
    repr: bool,
    compare: bool,
    keyword_only: bool,
    /// Whether the instance keeps it; an `InitVar` is handed to `__post_init__` alone.
    stored: bool,
}

/// `@dataclass` with or without options.
fn dataclass(call: &mut Call<'_>) -> Evaluated {
    let mut positional = std::mem::take(&mut call.args.positional).into_iter();
    match positional.next().map(|argument| argument.value) {
        Some(Value::Class(class)) => {
            let flag = |name: &str| call.args.keyword(name).cloned();
            let (frozen, order, keyword_only) = (flag("frozen"), flag("order"), flag("kw_only"));
            let (init, repr, equal) = (flag("init"), flag("repr"), flag("eq"));
            let options = Options {
                frozen: call.flag(frozen.as_ref(), false)?,
                order: call.flag(order.as_ref(), false)?,
                keyword_only: call.flag(keyword_only.as_ref(), false)?,
                init: call.flag(init.as_ref(), true)?,
                repr: call.flag(repr.as_ref(), true)?,
                equal: call.flag(equal.as_ref(), true)?,
            };
            complete(&class, &options);
            Ok(Value::Class(class))
        }
        None | Some(Value::None) => Ok(partial_of(function(&DATACLASS), std::mem::take(&mut call.args))),
        Some(other) => Ok(other),
    }
}

static DATACLASS: Row = Row::any("dataclass", dataclass);

struct Options {
    frozen: bool,
    order: bool,
    keyword_only: bool,
    init: bool,
    repr: bool,
    equal: bool,
}

fn complete(class: &Rc<Class>, options: &Options) {
    let mut fields: Vec<Field> = Vec::new();
    for base in class.mro().iter().skip(1).rev() {
        if let Value::Class(base) = base {
            own_fields(base).into_iter().for_each(|field| put(&mut fields, field));
        }
    }
    let mut keyword_only = options.keyword_only;
    for annotation in class.annotations.borrow().iter() {
        let hint = annotation.text.trim_matches(['"', '\'']).trim_start_matches("typing.").trim_start_matches("dataclasses.");
        if hint.starts_with("ClassVar") {
            continue;
        }
        if hint == "KW_ONLY" {
            keyword_only = true;
            continue;
        }
        let given = class.namespace.borrow().get(&annotation.name).cloned();
        let mut field = match &given {
            Some(Value::Object(object)) => object.body::<Field>().cloned(),
            _ => None,
        }
        .unwrap_or(Field {
            name: "".into(),
            default: given.clone(),
            factory: None,
            init: true,
            repr: true,
            compare: true,
            keyword_only: false,
            stored: true,
        });
        field.name = Rc::clone(&annotation.name);
        field.keyword_only |= keyword_only;
        field.stored = !hint.starts_with("InitVar");
        let mut namespace = class.namespace.borrow_mut();
        match &field.default {
            Some(default) => namespace.set(&*annotation.name, default.clone()),
            None => drop(namespace.remove(&annotation.name)),
        }
        put(&mut fields, field);
    }
    let mut dict = Dict::new();
    for field in fields {
        let name = Rc::clone(&field.name);
        dict.insert_str(&name, Object::value(&FIELD, field));
    }
    let mut namespace = class.namespace.borrow_mut();
    namespace.set(FIELDS, Value::dict(dict));
    let mut rows: Vec<(&'static Row, bool)> = vec![(&INIT, options.init), (&REPR, options.repr), (&EQUAL, options.equal)];
    rows.extend([&LESS, &AT_MOST, &GREATER, &AT_LEAST].map(|row| (row, options.order)));
    rows.extend([(&SET, options.frozen), (&HASH, options.frozen && options.equal)]);
    for (row, wanted) in rows {
        if wanted && !namespace.contains(row.name) {
            namespace.set(row.name, function(row));
        }
    }
    if options.equal && !options.frozen && !namespace.contains("__hash__") {
        namespace.set("__hash__", Value::None);
    }
    if !namespace.contains("__match_args__") {
        let names = fields_in(&namespace.get(FIELDS).cloned()).into_iter().filter(|field| field.init).map(|field| Value::Str(field.name));
        let names = Value::tuple(names.collect());
        namespace.set("__match_args__", names);
    }
}

fn put(fields: &mut Vec<Field>, field: Field) {
    match fields.iter_mut().find(|known| known.name == field.name) {
        Some(known) => *known = field,
        None => fields.push(field),
    }
}

fn fields_in(value: &Option<Value>) -> Vec<Field> {
    let Some(Value::Dict(dict)) = value else { return Vec::new() };
    let field = |value: &Value| match value {
        Value::Object(object) => object.body::<Field>().cloned(),
        _ => None,
    };
    dict.borrow().iter().filter_map(|(_, value)| field(value)).collect()
}

fn own_fields(class: &Class) -> Vec<Field> {
    fields_in(&class.namespace.borrow().get(FIELDS).cloned())
}

fn fields_of(class: &Class) -> Vec<Field> {
    fields_in(&class.lookup(FIELDS))
}

fn class_of(value: &Value) -> Option<Rc<Class>> {
    match value {
        Value::Class(class) => Some(Rc::clone(class)),
        Value::Instance(instance) => Some(Rc::clone(&instance.class)),
        _ => None,
    }
}

fn instance(call: &mut Call<'_>) -> Evaluated<Rc<Instance>> {
    match call.this() {
        Value::Instance(instance) => Ok(instance),
        _ => Err(call.raise("TypeError", "descriptor requires an instance of a data class")),
    }
}

static INIT: Row = Row::any("__init__", |call| {
    let this = instance(call)?;
    let fields = fields_of(&this.class);
    let args = std::mem::take(&mut call.args);
    let name = &this.class.name;
    let positional: Vec<&Field> = fields.iter().filter(|field| field.init && !field.keyword_only).collect();
    if args.positional.len() > positional.len() {
        let (most, given) = (positional.len() + 1, args.positional.len() + 1);
        return Err(call.raise("TypeError", format!("{name}.__init__() takes {most} positional arguments but {given} were given")));
    }
    let mut given: Vec<(Rc<str>, Value)> =
        positional.iter().map(|field| Rc::clone(&field.name)).zip(args.positional.into_iter().map(|argument| argument.value)).collect();
    for (keyword, argument) in args.keywords {
        if !fields.iter().any(|field| field.init && field.name == keyword) {
            return Err(call.raise("TypeError", format!("{name}.__init__() got an unexpected keyword argument '{keyword}'")));
        }
        if given.iter().any(|(known, _)| *known == keyword) {
            return Err(call.raise("TypeError", format!("{name}.__init__() got multiple values for argument '{keyword}'")));
        }
        given.push((keyword, argument.value));
    }
    let mut handed = Vec::new();
    for field in &fields {
        let place = given.iter().position(|(known, _)| *known == field.name);
        let value = match (place, &field.default, &field.factory) {
            (Some(place), ..) => given.remove(place).1,
            (None, Some(default), _) => default.clone(),
            (None, None, Some(factory)) => call.apply(factory, [])?,
            (None, None, None) if !field.init => continue,
            _ => return Err(call.raise("TypeError", format!("{name}.__init__() missing 1 required positional argument: '{}'", field.name))),
        };
        if field.stored {
            call.vm.store_attr(call.host, &this, &field.name, value, call.span)?;
        } else {
            handed.push(value);
        }
    }
    if this.class.lookup("__post_init__").is_some() {
        let after = call.attr(&Value::Instance(this), "__post_init__")?;
        call.apply(&after, handed)?;
    }
    Ok(Value::None)
});

static REPR: Row = Row::any("__repr__", |call| {
    let this = instance(call)?;
    let mut shown = Vec::new();
    for field in fields_of(&this.class).into_iter().filter(|field| field.repr && field.stored) {
        let value = call.attr(&Value::Instance(Rc::clone(&this)), &field.name)?;
        if value.is_uncertain() {
            return Ok(value);
        }
        shown.push(format!("{}={}", field.name, call.repr(&value)?));
    }
    Ok(Value::str(format!("{}({})", this.class.name, shown.join(", "))))
});

/// The fields that are compared, as a tuple.
fn compared(call: &mut Call<'_>, this: &Rc<Instance>) -> Evaluated {
    let mut values = Vec::new();
    for field in fields_of(&this.class).into_iter().filter(|field| field.compare && field.stored) {
        values.push(call.attr(&Value::Instance(Rc::clone(this)), &field.name)?);
    }
    Ok(Value::tuple(values))
}

fn compare(call: &mut Call<'_>, op: &'static str) -> Evaluated {
    let this = instance(call)?;
    let [other] = call.need("comparison", ["other"])?;
    match &other {
        Value::Instance(other) if Rc::ptr_eq(&other.class, &this.class) => {
            let (one, two) = (compared(call, &this)?, compared(call, other)?);
            call.operate(op, &one, &two)
        }
        _ => Ok(Value::NotImplemented),
    }
}

static EQUAL: Row = Row::any("__eq__", |call| compare(call, "=="));
static LESS: Row = Row::any("__lt__", |call| compare(call, "<"));
static AT_MOST: Row = Row::any("__le__", |call| compare(call, "<="));
static GREATER: Row = Row::any("__gt__", |call| compare(call, ">"));
static AT_LEAST: Row = Row::any("__ge__", |call| compare(call, ">="));

static HASH: Row = Row::any("__hash__", |call| {
    let this = instance(call)?;
    compared(call, &this)
});

static SET: Row = Row::any("__setattr__", |call| {
    let [name, _] = call.need("__setattr__", ["name", "value"])?;
    let message = format!("cannot assign to field {}", call.repr(&name)?);
    let module = call.vm.import(call.host, "dataclasses", call.span)?;
    match call.attr(&module, "FrozenInstanceError")? {
        Value::Class(class) => Err(call.vm.raise_class(&class, vec![Value::str(message)], call.span)),
        _ => Err(call.raise("AttributeError", message)),
    }
});

/// `asdict` or `astuple`: data classes within included.
fn plain(call: &mut Call<'_>, value: &Value, dict: bool) -> Evaluated {
    call.vm.enter(call.span)?;
    let result = plain_value(call, value, dict);
    call.vm.leave();
    result
}

fn plain_value(call: &mut Call<'_>, value: &Value, dict: bool) -> Evaluated {
    let each = |call: &mut Call<'_>, items: Vec<Value>| items.iter().map(|item| plain(call, item, dict)).collect::<Evaluated<Vec<Value>>>();
    match value {
        Value::Instance(instance) if instance.class.lookup(FIELDS).is_some() => {
            let mut entries = Vec::new();
            for field in fields_of(&instance.class).into_iter().filter(|field| field.stored) {
                let own = call.attr(value, &field.name)?;
                entries.push((Value::Str(field.name), plain(call, &own, dict)?));
            }
            if dict { call.dict(entries) } else { Ok(Value::tuple(entries.into_iter().map(|(_, value)| value).collect())) }
        }
        Value::List(items) => {
            let items = items.borrow().clone();
            each(call, items).map(Value::list)
        }
        Value::Tuple(items) => each(call, items.to_vec()).map(Value::tuple),
        Value::Dict(entries) => {
            let entries: Vec<(Value, Value)> = entries.borrow().iter().map(|(name, value)| (name.clone(), value.clone())).collect();
            let mut made = Vec::new();
            for (name, item) in entries {
                made.push((name, plain(call, &item, dict)?));
            }
            call.dict(made)
        }
        other => Ok(other.clone()),
    }
}

fn replace(call: &mut Call<'_>) -> Evaluated {
    if call.args.positional.is_empty() {
        return Err(call.raise("TypeError", "replace() missing 1 required positional argument: 'obj'"));
    }
    let object = call.args.positional.remove(0).value;
    let Some(class) = class_of(&object) else { return Err(call.raise("TypeError", "replace() should be called on dataclass instances")) };
    let mut args = std::mem::take(&mut call.args);
    for field in fields_of(&class).into_iter().filter(|field| field.init && field.stored) {
        if args.keyword(&field.name).is_none() {
            let value = call.attr(&object, &field.name)?;
            args.keywords.push((field.name, crate::eval::host::Arg { value, span: call.span }));
        }
    }
    call.vm.call(call.host, &Value::Class(class), args, call.span)
}
