//! `operator`.

use super::NativeModule;
use crate::eval::exception::Evaluated;
use crate::eval::function::{Call, NativeType, Row};
use crate::eval::host::Args;
use crate::eval::object::Object;
use crate::eval::value::Value;

/// `operator`.
pub static MODULE: NativeModule = NativeModule {
    functions: &[
        Row::any("add", |call| binary(call, "+")),
        Row::any("concat", |call| binary(call, "+")),
        Row::any("iadd", |call| binary(call, "+")),
        Row::any("sub", |call| binary(call, "-")),
        Row::any("mul", |call| binary(call, "*")),
        Row::any("truediv", |call| binary(call, "/")),
        Row::any("floordiv", |call| binary(call, "//")),
        Row::any("mod", |call| binary(call, "%")),
        Row::any("pow", |call| binary(call, "**")),
        Row::any("and_", |call| binary(call, "&")),
        Row::any("or_", |call| binary(call, "|")),
        Row::any("ior", |call| binary(call, "|")),
        Row::any("xor", |call| binary(call, "^")),
        Row::any("lshift", |call| binary(call, "<<")),
        Row::any("rshift", |call| binary(call, ">>")),
        Row::any("eq", |call| binary(call, "==")),
        Row::any("ne", |call| binary(call, "!=")),
        Row::any("lt", |call| binary(call, "<")),
        Row::any("le", |call| binary(call, "<=")),
        Row::any("gt", |call| binary(call, ">")),
        Row::any("ge", |call| binary(call, ">=")),
        Row::any("contains", |call| {
            let [container, item] = call.need("contains", ["a", "b"])?;
            call.operate("in", &item, &container)
        }),
        Row::any("getitem", |call| {
            let [object, key] = call.need("getitem", ["a", "b"])?;
            call.vm.get_item(call.host, &object, &key, call.span)
        }),
        Row::any("setitem", |call| {
            let [object, key, value] = call.need("setitem", ["a", "b", "c"])?;
            call.vm.set_item(call.host, &object, &key, value, call.span)?;
            Ok(Value::None)
        }),
        Row::any("neg", |call| unary(call, "-")),
        Row::any("pos", |call| unary(call, "+")),
        Row::any("inv", |call| unary(call, "~")),
        Row::any("invert", |call| unary(call, "~")),
        Row::new("not_", |call| {
            let [value] = call.need("not_", ["a"])?;
            Ok(Value::Bool(!call.truth(&value)?))
        }),
        Row::new("truth", |call| {
            let [value] = call.need("truth", ["a"])?;
            Ok(Value::Bool(call.truth(&value)?))
        }),
        Row::any("is_", |call| {
            let [one, two] = call.need("is_", ["a", "b"])?;
            Ok(Value::Bool(one.is(&two)))
        }),
        Row::any("is_not", |call| {
            let [one, two] = call.need("is_not", ["a", "b"])?;
            Ok(Value::Bool(!one.is(&two)))
        }),
    ],
    types: &[&ITEM_GETTER, &ATTRIBUTE_GETTER, &METHOD_CALLER],
    ..NativeModule::new("operator")
};

fn binary(call: &mut Call<'_>, op: &'static str) -> Evaluated {
    let [left, right] = call.need("operator", ["a", "b"])?;
    call.operate(op, &left, &right)
}

fn unary(call: &mut Call<'_>, op: &'static str) -> Evaluated {
    let [operand] = call.need("operator", ["a"])?;
    call.vm.unary(call.host, op, &operand, call.span)
}

static ITEM_GETTER: NativeType = NativeType {
    methods: &[Row::any("__call__", |call| {
        let [object] = call.need("itemgetter", ["obj"])?;
        each(call, |call, key| call.vm.get_item(call.host, &object, key, call.span))
    })],
    ..NativeType::new("itemgetter", "operator", Row::new("itemgetter", |call| Ok(Object::value(&ITEM_GETTER, given(call)))))
};

static ATTRIBUTE_GETTER: NativeType = NativeType {
    methods: &[Row::any("__call__", |call| {
        let [object] = call.need("attrgetter", ["obj"])?;
        each(call, |call, path| {
            let path = call.need_text(path)?;
            let mut value = object.clone();
            for name in path.split('.') {
                value = call.attr(&value, name)?;
            }
            Ok(value)
        })
    })],
    ..NativeType::new("attrgetter", "operator", Row::new("attrgetter", |call| Ok(Object::value(&ATTRIBUTE_GETTER, given(call)))))
};

static METHOD_CALLER: NativeType = NativeType {
    methods: &[Row::any("__call__", |call| {
        let [object] = call.need("methodcaller", ["obj"])?;
        let caller = call.object()?;
        let mut args = caller.body::<Args>().cloned().unwrap_or_default();
        if args.positional.is_empty() {
            return Ok(Value::None);
        }
        let name = args.positional.remove(0).value;
        let name = call.need_text(&name)?;
        call.vm.call_method(call.host, &object, &name, args, call.span)
    })],
    ..NativeType::new(
        "methodcaller",
        "operator",
        Row::any("methodcaller", |call| Ok(Object::value(&METHOD_CALLER, std::mem::take(&mut call.args)))),
    )
};

fn given(call: &mut Call<'_>) -> Vec<Value> {
    std::mem::take(&mut call.args.positional).into_iter().map(|argument| argument.value).collect()
}

/// What a getter gives: one value for one key, a tuple for several.
fn each(call: &mut Call<'_>, mut get: impl FnMut(&mut Call<'_>, &Value) -> Evaluated) -> Evaluated {
    let getter = call.object()?;
    let Some(keys) = getter.body::<Vec<Value>>() else { return Ok(Value::None) };
    if let [key] = keys.as_slice() {
        return get(call, key);
    }
    let mut values = Vec::with_capacity(keys.len());
    for key in keys {
        values.push(get(call, key)?);
    }
    Ok(Value::tuple(values))
}
