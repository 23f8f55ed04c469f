//! `collections.namedtuple` and `typing.NamedTuple`: classes of tuples whose items have names.

use std::rc::Rc;

use crate::eval::class::{Class, Hooks, Instance};
use crate::eval::dict::Dict;
use crate::eval::exception::Evaluated;
use crate::eval::function::{Call, Native, Row};
use crate::eval::host::{Args, Host};
use crate::eval::natives::calling::function;
use crate::eval::natives::containers::TUPLE;
use crate::eval::object::Descriptor;
use crate::eval::value::Value;
use crate::eval::vm::Vm;

static HOOKS: Hooks = Hooks { created: Some(created), called: Some(called), methods: &[] };

static REPR: Row = Row::any("__repr__", |call| {
    let this = call.this();
    let mut shown = Vec::new();
    for (name, value) in entries(&this) {
        shown.push(format!("{name}={}", call.repr(&value)?));
    }
    Ok(Value::str(format!("{}({})", call.vm.type_name(&this), shown.join(", "))))
});

static AS_DICT: Row = Row::any("_asdict", |call| {
    let this = call.this();
    call.dict(entries(&this).into_iter().map(|(name, value)| (Value::Str(name), value)))
});

static REPLACE: Row = Row::any("_replace", |call| {
    let this = call.this();
    let Value::Instance(instance) = &this else { return Ok(Value::None) };
    let mut values = entries(&this);
    for (name, argument) in std::mem::take(&mut call.args.keywords) {
        match values.iter_mut().find(|(known, _)| *known == name) {
            Some((_, value)) => *value = argument.value,
            None => return Err(call.raise("ValueError", format!("Got unexpected field names: ['{name}']"))),
        }
    }
    Ok(filled(call, &instance.class, values.into_iter().map(|(_, value)| value).collect()))
});

static MAKE: Row = Row::any("_make", |call| {
    let this = call.this();
    let [iterable] = call.need("_make", ["iterable"])?;
    let values = call.items(&iterable)?;
    match &this {
        Value::Class(class) => Ok(filled(call, class, values)),
        _ => Ok(Value::None),
    }
});

/// `namedtuple(typename, field_names, *, rename, defaults, module)`.
pub(super) fn named_tuple(call: &mut Call<'_>) -> Evaluated {
    let [name, fields, _, _, defaults, _] = call.take("namedtuple", ["typename", "field_names", "*", "rename", "defaults", "module"], 2)?;
    let name = call.need_text(&name.unwrap_or(Value::None))?;
    let fields = fields.unwrap_or(Value::None);
    let names: Vec<Rc<str>> = match Call::text_of(&fields) {
        Some(text) => text.split([' ', ',', '\n', '\t']).filter(|name| !name.is_empty()).map(Rc::from).collect(),
        None => {
            let mut names = Vec::new();
            for item in call.items(&fields)? {
                names.push(call.need_text(&item)?);
            }
            names
        }
    };
    let defaults = match defaults {
        None | Some(Value::None) => Vec::new(),
        Some(defaults) => call.items(&defaults)?,
    };
    let class = Class::plain("", &name, vec![Value::Native(Native::Type(&TUPLE))]);
    let skip = names.len().saturating_sub(defaults.len());
    let defaults = names.iter().skip(skip).cloned().zip(defaults).collect();
    complete(&class, names, defaults);
    Ok(Value::Class(class))
}

/// `typing.NamedTuple`, the base of classes whose annotated names are the fields.
pub fn typed(_: &mut Call<'_>) -> Evaluated {
    let class = Class::plain("typing", "NamedTuple", vec![Value::Native(Native::Type(&TUPLE))]);
    class.hooks.set(Some(&HOOKS));
    Ok(Value::Class(class))
}

fn complete(class: &Rc<Class>, names: Vec<Rc<str>>, defaults: Vec<(Rc<str>, Value)>) {
    class.hooks.set(Some(&HOOKS));
    let mut dict = Dict::new();
    for (name, value) in defaults {
        dict.insert_str(&name, value);
    }
    let mut namespace = class.namespace.borrow_mut();
    namespace.set("_fields", Value::tuple(names.into_iter().map(Value::Str).collect()));
    namespace.set("_field_defaults", Value::dict(dict));
    for row in [&REPR, &AS_DICT, &REPLACE] {
        if !namespace.contains(row.name) {
            namespace.set(row.name, function(row));
        }
    }
    namespace.set("_make", Value::Descriptor(Rc::new(Descriptor::ClassMethod(function(&MAKE)))));
}

/// Makes fields of the annotated names of a class that inherits from `NamedTuple` itself.
fn created(_: &mut Vm, _: &mut dyn Host, class: &Rc<Class>, _: &Args) -> Evaluated<()> {
    if class.lookup("_fields").is_some() {
        return Ok(());
    }
    let names: Vec<Rc<str>> = class.annotations.borrow().iter().map(|annotation| Rc::clone(&annotation.name)).collect();
    let mut defaults = Vec::new();
    for name in &names {
        // A default hides the field of the instance no longer, once it stands with the defaults.
        if let Some(value) = class.namespace.borrow_mut().remove(name) {
            defaults.push((Rc::clone(name), value));
        }
    }
    complete(class, names, defaults);
    Ok(())
}

fn field_names(class: &Class) -> Vec<Rc<str>> {
    match class.lookup("_fields") {
        Some(Value::Tuple(names)) => names.iter().filter_map(Call::text_of).collect(),
        _ => Vec::new(),
    }
}

fn entries(value: &Value) -> Vec<(Rc<str>, Value)> {
    let Value::Instance(instance) = value else { return Vec::new() };
    match &*instance.native.borrow() {
        Some(Value::Tuple(items)) => field_names(&instance.class).into_iter().zip(items.iter().cloned()).collect(),
        _ => Vec::new(),
    }
}

fn filled(call: &Call<'_>, class: &Rc<Class>, values: Vec<Value>) -> Value {
    let instance = Instance::new(class, call.span);
    for (name, value) in field_names(class).iter().zip(&values) {
        instance.attributes.borrow_mut().set(&**name, value.clone());
    }
    *instance.native.borrow_mut() = Some(Value::tuple(values));
    Value::Instance(instance)
}

/// `Point(1, y=2)`; `NamedTuple("Point", [("x", int)])` where the class is `NamedTuple` itself.
fn called(call: &mut Call<'_>) -> Evaluated {
    let Value::Class(class) = call.this() else { return Ok(Value::None) };
    if class.lookup("_fields").is_none() {
        return functional(call, &class);
    }
    let names = field_names(&class);
    let args = std::mem::take(&mut call.args);
    let missing = |call: &mut Call<'_>, message: String| Err(call.raise("TypeError", format!("{}.__new__() {message}", class.name)));
    if args.positional.len() > names.len() {
        return missing(call, format!("takes {} positional arguments but {} were given", names.len() + 1, args.positional.len() + 1));
    }
    let mut values: Vec<Option<Value>> = args.positional.into_iter().map(|argument| Some(argument.value)).collect();
    values.resize(names.len(), None);
    for (name, argument) in args.keywords {
        match names.iter().position(|known| *known == name).and_then(|place| values.get_mut(place)) {
            Some(slot @ None) => *slot = Some(argument.value),
            Some(_) => return missing(call, format!("got multiple values for argument '{name}'")),
            None => return missing(call, format!("got an unexpected keyword argument '{name}'")),
        }
    }
    let defaults = class.lookup("_field_defaults");
    let mut complete = Vec::with_capacity(names.len());
    for (name, value) in names.iter().zip(values) {
        let default = || match &defaults {
            Some(Value::Dict(dict)) => dict.borrow().get_str(name).cloned(),
            _ => None,
        };
        match value.or_else(default) {
            Some(value) => complete.push(value),
            None => return missing(call, format!("missing 1 required positional argument: '{name}'")),
        }
    }
    Ok(filled(call, &class, complete))
}

fn functional(call: &mut Call<'_>, base: &Rc<Class>) -> Evaluated {
    let [name, fields] = call.take("NamedTuple", ["typename", "fields"], 1)?;
    let name = call.need_text(&name.unwrap_or(Value::None))?;
    let mut names = Vec::new();
    for pair in call.items(&fields.unwrap_or_else(|| Value::list(Vec::new())))? {
        let pair = call.items(&pair)?;
        names.push(call.need_text(pair.first().unwrap_or(&Value::None))?);
    }
    let class = Class::plain("", &name, base.bases.clone());
    complete(&class, names, Vec::new());
    Ok(Value::Class(class))
}
