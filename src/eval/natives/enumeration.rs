//! `enum`.

use std::rc::Rc;

use crate::eval::class::{Class, Hooks, Instance};
use crate::eval::dict::Dict;
use crate::eval::exception::Evaluated;
use crate::eval::function::{Call, Native, NativeType, Row};
use crate::eval::generator::Generator;
use crate::eval::host::{Args, Host};
use crate::eval::object::{Descriptor, Object};
use crate::eval::value::Value;
use crate::eval::vm::Vm;
use crate::source::Span;

/// The module `enum`.
pub static MODULE: super::NativeModule = super::NativeModule {
    functions: &[Row::any("unique", |call| call.one("unique")), Row::any("member", |call| call.one("member"))],
    types: &[&AUTO],
    values: &[
        Row::any("Enum", |call| base(call, "Enum", None)),
        Row::any("ReprEnum", |call| base(call, "ReprEnum", None)),
        Row::any("IntEnum", |call| base(call, "IntEnum", Some(&super::numbers::INT))),
        Row::any("StrEnum", |call| base(call, "StrEnum", Some(&super::str::TYPE))),
        Row::any("Flag", |call| base(call, "Flag", None)),
        Row::any("IntFlag", |call| base(call, "IntFlag", Some(&super::numbers::INT))),
    ],
    ..super::NativeModule::new("enum")
};

/// `auto()`
static AUTO: NativeType = NativeType::new("auto", "enum", Row::any("auto", |_| Ok(Object::value(&AUTO, ()))));

static HOOKS: Hooks = Hooks {
    created: Some(created),
    called: Some(called),
    methods: &[
        Row::any("__iter__", |call| Ok(Generator::over(members(call).into_iter().map(|(_, member)| member).collect()))),
        Row::any("__len__", |call| Ok(Value::Int(members(call).len() as i128))),
        Row::any("__getitem__", |call| {
            let name = call.one("__getitem__")?;
            let found = members_and_aliases(call).into_iter().find(|(known, _)| name.as_str() == Some(&**known));
            match found {
                Some((_, member)) => Ok(member),
                None => Err(call.vm.raise_builtin("KeyError", vec![name], call.span)),
            }
        }),
        Row::any("__contains__", |call| {
            let item = call.one("__contains__")?;
            for (_, member) in members(call) {
                let value = value_of(&member);
                if member.is(&item) || call.vm.equal(call.host, &value, &item, call.span)? {
                    return Ok(Value::Bool(true));
                }
            }
            Ok(Value::Bool(false))
        }),
        Row::any("__reversed__", |call| {
            let mut all: Vec<Value> = members(call).into_iter().map(|(_, member)| member).collect();
            all.reverse();
            Ok(Generator::over(all))
        }),
    ],
};

/// The base classes of the module: made once, since classes compare by identity.
fn base(call: &mut Call<'_>, name: &str, native: Option<&'static NativeType>) -> Evaluated {
    let bases = match (name, native) {
        ("Enum", _) => Vec::new(),
        (_, native) => {
            let module = call.vm.import(call.host, "enum", call.span)?;
            let root = call.vm.get_attr(call.host, &module, "Enum", call.span)?;
            native.map(|ty| Value::Native(Native::Type(ty))).into_iter().chain([root]).collect()
        }
    };
    let class = Class::plain("enum", name, bases);
    class.hooks.set(Some(&HOOKS));
    let property = |row: &'static Row| {
        Value::Descriptor(Rc::new(Descriptor::Property { get: Some(Value::Native(Native::Function(row))), set: None, delete: None }))
    };
    let mut namespace = class.namespace.borrow_mut();
    if name == "Enum" {
        namespace.set("name", property(&NAME));
        namespace.set("value", property(&VALUE));
        namespace.set("__repr__", Value::Native(Native::Function(&REPR)));
        namespace.set("__hash__", Value::Native(Native::Function(&HASH)));
        namespace.set("__str__", Value::Native(Native::Function(&STR)));
    } else if native.is_some() || name == "ReprEnum" {
        // The text of members of `ReprEnum` and its like is that of their value.
        namespace.set("__str__", Value::Native(Native::Function(&VALUE_TEXT)));
    }
    if name.ends_with("Flag") {
        for row in super::flag::ROWS {
            namespace.set(row.name, Value::Native(Native::Function(row)));
        }
    }
    drop(namespace);
    Ok(Value::Class(class))
}

static NAME: Row = Row::any("name", |call| Ok(attribute(&own(call), "_name_")));
static VALUE: Row = Row::any("value", |call| Ok(attribute(&own(call), "_value_")));
static HASH: Row = Row::any("__hash__", |call| {
    let value = attribute(&call.this(), "_value_");
    let native = match call.this() {
        Value::Instance(instance) => instance.native.borrow().is_some(),
        _ => false,
    };
    Ok(if native { value } else { attribute(&call.this(), "_name_") })
});
static STR: Row = Row::any("__str__", |call| {
    let this = call.this();
    let name = attribute(&this, "_name_");
    Ok(Value::str(format!("{}.{}", call.vm.type_name(&this), name.as_str().unwrap_or_default())))
});
static VALUE_TEXT: Row = Row::any("__str__", |call| {
    let value = attribute(&call.this(), "_value_");
    call.vm.text(call.host, &value, call.span)
});
static REPR: Row = Row::any("__repr__", |call| {
    let this = call.this();
    let value = call.vm.repr(call.host, &attribute(&this, "_value_"), call.span)?;
    let name = attribute(&this, "_name_");
    Ok(Value::str(format!("<{}.{}: {}>", call.vm.type_name(&this), name.as_str().unwrap_or_default(), value.as_str().unwrap_or_default())))
});

/// The member that a property getter is called with.
fn own(call: &Call<'_>) -> Value {
    call.receiver.clone().or_else(|| call.args.positional.first().map(|argument| argument.value.clone())).unwrap_or(Value::None)
}

fn attribute(member: &Value, name: &str) -> Value {
    match member {
        Value::Instance(instance) => instance.attribute(name).unwrap_or(Value::None),
        _ => Value::None,
    }
}

fn value_of(member: &Value) -> Value {
    attribute(member, "_value_")
}

fn class_of(call: &Call<'_>) -> Option<Rc<Class>> {
    match &call.receiver {
        Some(Value::Class(class)) => Some(Rc::clone(class)),
        _ => None,
    }
}

fn members(call: &Call<'_>) -> Vec<(Rc<str>, Value)> {
    class_of(call)
        .and_then(|class| class.members.get().cloned())
        .unwrap_or_default()
        .into_iter()
        .map(|(name, member)| (name, Value::Instance(member)))
        .collect()
}

fn members_and_aliases(call: &Call<'_>) -> Vec<(Rc<str>, Value)> {
    let Some(class) = class_of(call) else { return Vec::new() };
    let namespace = class.namespace.borrow();
    let is_member = |value: &Value| matches!(value, Value::Instance(member) if Rc::ptr_eq(&member.class, &class));
    namespace.iter().filter(|(_, value)| is_member(value)).map(|(name, value)| (name.into(), value.clone())).collect()
}

/// Makes members of the plain attributes of an enumeration's body.
fn created(vm: &mut Vm, host: &mut dyn Host, class: &Rc<Class>, _: &Args) -> Evaluated<()> {
    let entries: Vec<(Rc<str>, Value)> = class.namespace.borrow().iter().map(|(name, value)| (Rc::from(name), value.clone())).collect();
    let ignored = |name: &str, value: &Value| {
        name.starts_with('_')
            || matches!(
                value,
                Value::Function(_) | Value::Descriptor(_) | Value::Class(_) | Value::Native(Native::Function(_) | Native::Unbound(_))
            )
    };
    let mut members: Vec<(Rc<str>, Rc<Instance>)> = Vec::new();
    for (name, value) in entries {
        if ignored(&name, &value) {
            continue;
        }
        let value = match &value {
            Value::Object(object) if std::ptr::eq(object.ty, &AUTO) => automatic(vm, host, class, &name, &members)?,
            _ => value,
        };
        let member = Instance::new(class, class.place);
        member.attributes.borrow_mut().set("_name_", Value::Str(Rc::clone(&name)));
        let arguments = match &value {
            Value::Tuple(items) => items.to_vec(),
            other => vec![other.clone()],
        };
        if let Some(native @ Native::Type(_)) = class.native_base()
            && !value.is_uncertain()
        {
            let args = Args::of(arguments.clone(), class.place);
            let native = vm.call(host, &Value::Native(native), args, class.place)?;
            *member.native.borrow_mut() = Some(native);
        }
        member.attributes.borrow_mut().set("_value_", value.clone());
        if let Some(init) = class.lookup("__init__") {
            vm.call_bound(host, &init, Value::Instance(Rc::clone(&member)), Args::of(arguments, class.place), class.place)?;
        }
        let value = member.attribute("_value_").unwrap_or(value);
        let alias = find(vm, host, &members, &value, class.place)?;
        let bound = alias.unwrap_or_else(|| {
            members.push((Rc::clone(&name), Rc::clone(&member)));
            member
        });
        class.namespace.borrow_mut().set(&*name, Value::Instance(bound));
    }
    let mut by_name = Dict::new();
    for (name, member) in &members {
        by_name.insert_str(name, Value::Instance(Rc::clone(member)));
    }
    class.namespace.borrow_mut().set("__members__", Value::dict(by_name));
    // An enumeration is made once.
    let _ = class.members.set(members);
    Ok(())
}

/// What `auto()` stands for: one more than the last value, or what `_generate_next_value_` says.
fn automatic(vm: &mut Vm, host: &mut dyn Host, class: &Rc<Class>, name: &Rc<str>, members: &[(Rc<str>, Rc<Instance>)]) -> Evaluated {
    let values: Vec<Value> = members.iter().map(|(_, member)| member.attribute("_value_").unwrap_or(Value::None)).collect();
    if let Some(generate) = class.lookup("_generate_next_value_") {
        let generate = match &generate {
            Value::Descriptor(descriptor) => match &**descriptor {
                Descriptor::StaticMethod(inner) => inner.clone(),
                _ => generate,
            },
            _ => generate,
        };
        let args = [Value::Str(Rc::clone(name)), Value::Int(1), Value::Int(members.len() as i128), Value::list(values)];
        return vm.call(host, &generate, Args::of(args, class.place), class.place);
    }
    let inherits = |wanted: &str| class.mro().iter().any(|base| matches!(base, Value::Class(base) if &*base.name == wanted));
    if inherits("StrEnum") {
        return Ok(Value::str(name.to_lowercase()));
    }
    let highest = values.iter().filter_map(|value| if let Value::Int(number) = value { Some(*number) } else { None }).max();
    Ok(Value::Int(if inherits("Flag") {
        highest.map_or(1, |number| number.saturating_mul(2))
    } else {
        highest.map_or(1, |number| number.saturating_add(1))
    }))
}

fn find(
    vm: &mut Vm,
    host: &mut dyn Host,
    members: &[(Rc<str>, Rc<Instance>)],
    value: &Value,
    span: Span,
) -> Evaluated<Option<Rc<Instance>>> {
    for (_, member) in members {
        let own = member.attribute("_value_").unwrap_or(Value::None);
        let same = vm.binary(host, "==", &own, value, span)?;
        if !same.is_uncertain() && vm.truth(host, &same, span)? {
            return Ok(Some(Rc::clone(member)));
        }
    }
    Ok(None)
}

/// `Color("red")`: the member of a value. `Enum("Color", "RED GREEN")`: a new enumeration.
fn called(call: &mut Call<'_>) -> Evaluated {
    let Some(class) = class_of(call) else { return Ok(Value::None) };
    let args = std::mem::take(&mut call.args);
    let Some(first) = args.positional.first().map(|argument| argument.value.clone()).or_else(|| args.keyword("value").cloned()) else {
        return Err(call.raise("TypeError", "an enumeration is called with a value"));
    };
    let members = class.members.get().cloned().unwrap_or_default();
    if members.is_empty() && args.positional.len() > 1 {
        return functional(call, &class, &first, args.positional.get(1).map_or(Value::None, |argument| argument.value.clone()));
    }
    if first.is_uncertain() {
        return Ok(first);
    }
    if let Value::Instance(instance) = &first
        && Rc::ptr_eq(&instance.class, &class)
    {
        return Ok(first);
    }
    if let Some(member) = find(call.vm, call.host, &members, &first, call.span)? {
        return Ok(Value::Instance(member));
    }
    if let Some(missing) = class.lookup("_missing_") {
        let missing = match &missing {
            Value::Descriptor(descriptor) => match &**descriptor {
                Descriptor::ClassMethod(inner) => inner.clone(),
                _ => missing,
            },
            _ => missing,
        };
        let args = Args::of([first.clone()], call.span);
        let found = call.vm.call_bound(call.host, &missing, Value::Class(Rc::clone(&class)), args, call.span)?;
        if !found.is_none() {
            return Ok(found);
        }
    }
    let shown = call.vm.repr(call.host, &first, call.span)?;
    Err(call.raise("ValueError", format!("{} is not a valid {}", shown.as_str().unwrap_or("this"), class.name)))
}

fn functional(call: &mut Call<'_>, base: &Rc<Class>, name: &Value, names: Value) -> Evaluated {
    let class = Class::plain("", name.as_str().unwrap_or_default(), vec![Value::Class(Rc::clone(base))]);
    let entries: Vec<(Rc<str>, Value)> = match &names {
        Value::Str(text) => {
            let parts = text.split([' ', ',']).filter(|part| !part.is_empty());
            parts.enumerate().map(|(index, part)| (Rc::from(part), Value::Int(index as i128 + 1))).collect()
        }
        Value::Dict(dict) => dict.borrow().iter().filter_map(|(name, value)| Some((Rc::from(name.as_str()?), value.clone()))).collect(),
        other => {
            let mut entries = Vec::new();
            for (index, item) in call.iterate(other)?.into_iter().enumerate() {
                match &item {
                    Value::Str(name) => entries.push((Rc::clone(name), Value::Int(index as i128 + 1))),
                    pair => {
                        if let Ok([Value::Str(name), value]) = <[Value; 2]>::try_from(call.iterate(pair)?) {
                            entries.push((name, value));
                        }
                    }
                }
            }
            entries
        }
    };
    for (name, value) in entries {
        class.namespace.borrow_mut().set(&*name, value);
    }
    created(call.vm, call.host, &class, &Args::default())?;
    Ok(Value::Class(class))
}
