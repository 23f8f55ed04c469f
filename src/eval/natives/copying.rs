//! `copy`.

use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::NativeModule;
use crate::eval::class::Instance;
use crate::eval::exception::Evaluated;
use crate::eval::function::{Call, Row};
use crate::eval::set::Set;
use crate::eval::value::Value;

/// `copy`.
pub static MODULE: NativeModule = NativeModule {
    functions: &[
        Row::any("copy", |call| {
            let [value] = call.need("copy", ["x"])?;
            match special(call, &value, "__copy__", &[])? {
                Some(copy) => Ok(copy),
                None => Ok(shallow(&value)),
            }
        }),
        Row::any("deepcopy", |call| {
            let [value, _] = call.take("deepcopy", ["x", "memo"], 1)?;
            deep(call, &value.unwrap_or(Value::None), &mut FxHashMap::default(), 0)
        }),
    ],
    ..NativeModule::new("copy")
};

fn special(call: &mut Call<'_>, value: &Value, name: &str, args: &[Value]) -> Evaluated<Option<Value>> {
    let Value::Instance(instance) = value else { return Ok(None) };
    if instance.class.lookup(name).is_none() {
        return Ok(None);
    }
    let method = call.attr(value, name)?;
    call.apply(&method, args.to_vec()).map(Some)
}

fn shallow(value: &Value) -> Value {
    match value {
        Value::List(items) => Value::list(items.borrow().clone()),
        Value::Dict(dict) => Value::dict(dict.borrow().clone()),
        Value::Set(set) => Value::set(set.borrow().clone()),
        Value::Instance(instance) => {
            let copy = bare(instance);
            *copy.attributes.borrow_mut() = instance.attributes.borrow().clone();
            *copy.native.borrow_mut() = instance.native.borrow().as_ref().map(shallow);
            Value::Instance(copy)
        }
        // Immutable, or a handle whose copy would be the same to every operation.
        other => other.clone(),
    }
}

fn bare(instance: &Rc<Instance>) -> Rc<Instance> {
    let copy = Instance::new(&instance.class, instance.place);
    *copy.library.borrow_mut() = instance.library.borrow().clone();
    copy
}

fn deep(call: &mut Call<'_>, value: &Value, made: &mut FxHashMap<usize, Value>, depth: usize) -> Evaluated {
    if depth > 500 {
        return Err(call.raise("RecursionError", "maximum recursion depth exceeded"));
    }
    if let Some(copy) = made.get(&value.identity()) {
        return Ok(copy.clone());
    }
    Ok(match value {
        Value::List(items) => {
            let copy = Value::list(Vec::new());
            made.insert(value.identity(), copy.clone());
            let items = items.borrow().clone();
            let items = items.iter().map(|item| deep(call, item, made, depth + 1)).collect::<Evaluated<Vec<Value>>>()?;
            if let Value::List(copied) = &copy {
                *copied.borrow_mut() = items;
            }
            copy
        }
        Value::Dict(dict) => {
            let (mut plain, entries) = {
                let dict = dict.borrow();
                let entries: Vec<(Value, Value)> = dict.iter().map(|(name, value)| (name.clone(), value.clone())).collect();
                (dict.clone(), entries)
            };
            plain.clear();
            let copy = Value::dict(plain);
            made.insert(value.identity(), copy.clone());
            for (name, item) in entries {
                let key = call.key(&name)?;
                let item = deep(call, &item, made, depth + 1)?;
                if let Value::Dict(copied) = &copy {
                    copied.borrow_mut().insert(key, name, item);
                }
            }
            copy
        }
        Value::Set(set) => {
            let items: Vec<Value> = set.borrow().iter().cloned().collect();
            let mut copy = Set::new();
            for item in items {
                let key = call.key(&item)?;
                copy.insert(key, item);
            }
            Value::set(copy)
        }
        Value::Tuple(items) => Value::tuple(items.iter().map(|item| deep(call, item, made, depth + 1)).collect::<Evaluated<_>>()?),
        Value::Instance(instance) if instance.class.enum_members().is_none() => {
            let memo = call.dict([])?;
            if let Some(copy) = special(call, value, "__deepcopy__", &[memo])? {
                return Ok(copy);
            }
            let copy = bare(instance);
            made.insert(value.identity(), Value::Instance(Rc::clone(&copy)));
            let attributes: Vec<(String, Value)> =
                instance.attributes.borrow().iter().map(|(name, value)| (name.to_owned(), value.clone())).collect();
            for (name, item) in attributes {
                let item = deep(call, &item, made, depth + 1)?;
                copy.attributes.borrow_mut().set(name, item);
            }
            let native = instance.native.borrow().clone();
            if let Some(native) = native {
                let native = deep(call, &native, made, depth + 1)?;
                *copy.native.borrow_mut() = Some(native);
            }
            Value::Instance(copy)
        }
        other => other.clone(),
    })
}
