//! What members of a `Flag` can do: be joined and taken apart.

use std::rc::Rc;

use crate::eval::class::Instance;
use crate::eval::exception::Evaluated;
use crate::eval::function::{Call, Row};
use crate::eval::value::Value;

/// The methods of `Flag` and `IntFlag`.
pub(super) static ROWS: &[Row] = &[
    Row::any("__or__", |call| joined(call, |one, two| one | two)),
    Row::any("__ror__", |call| joined(call, |one, two| one | two)),
    Row::any("__and__", |call| joined(call, |one, two| one & two)),
    Row::any("__rand__", |call| joined(call, |one, two| one & two)),
    Row::any("__xor__", |call| joined(call, |one, two| one ^ two)),
    Row::any("__invert__", |call| {
        let this = own(call)?;
        let all = members(&this).iter().fold(0, |all, (_, number)| all | number);
        let number = number(&this).unwrap_or(0);
        Ok(made(&this, all & !number))
    }),
    Row::any("__bool__", |call| own(call).map(|this| Value::Bool(number(&this) != Some(0)))),
    Row::any("__contains__", |call| {
        let this = own(call)?;
        let [other] = call.need("__contains__", ["other"])?;
        let other = match &other {
            Value::Instance(other) => number(other),
            other => Call::int_of(other),
        };
        Ok(Value::Bool(other.zip(number(&this)).is_some_and(|(other, own)| other & own == other)))
    }),
    Row::any("__eq__", |call| {
        let this = own(call)?;
        let [other] = call.need("__eq__", ["other"])?;
        Ok(match &other {
            Value::Instance(other) if Rc::ptr_eq(&this.class, &other.class) => Value::Bool(number(&this) == number(other)),
            other if this.native.borrow().is_some() && Call::int_of(other).is_some() => Value::Bool(number(&this) == Call::int_of(other)),
            _ => Value::NotImplemented,
        })
    }),
    Row::any("__hash__", |call| own(call).map(|this| Value::Int(number(&this).unwrap_or(0)))),
];

fn own(call: &mut Call<'_>) -> Evaluated<Rc<Instance>> {
    match call.this() {
        Value::Instance(instance) => Ok(instance),
        _ => Err(call.raise("TypeError", "descriptor requires a member of a `Flag`")),
    }
}

fn number(member: &Instance) -> Option<i128> {
    member.attribute("_value_").as_ref().and_then(Call::int_of)
}

fn members(of: &Instance) -> Vec<(Rc<str>, i128)> {
    let members = of.class.enum_members().unwrap_or_default();
    members.into_iter().filter_map(|(name, value)| Some((name, Call::int_of(&value)?))).collect()
}

fn joined(call: &mut Call<'_>, with: fn(i128, i128) -> i128) -> Evaluated {
    let this = own(call)?;
    let [other] = call.need("operator", ["other"])?;
    let other = match &other {
        Value::Instance(other) if Rc::ptr_eq(&this.class, &other.class) => number(other),
        other if this.native.borrow().is_some() => Call::int_of(other),
        _ => None,
    };
    Ok(match number(&this).zip(other) {
        Some((one, two)) => made(&this, with(one, two)),
        None => Value::NotImplemented,
    })
}

/// The member of this number: one of the class, or a joined one.
fn made(like: &Rc<Instance>, number: i128) -> Value {
    let members = members(like);
    if let Some((name, _)) = members.iter().find(|(_, own)| *own == number)
        && let Some(member) = like.class.lookup(name)
    {
        return member;
    }
    let names: Vec<&str> = members.iter().filter(|(_, own)| *own != 0 && own & number == *own).map(|(name, _)| &**name).collect();
    let member = Instance::new(&like.class, like.place);
    {
        let mut attributes = member.attributes.borrow_mut();
        attributes.set("_name_", if names.is_empty() { Value::None } else { Value::str(names.join("|")) });
        attributes.set("_value_", Value::Int(number));
    }
    if like.native.borrow().is_some() {
        *member.native.borrow_mut() = Some(Value::Int(number));
    }
    Value::Instance(member)
}
