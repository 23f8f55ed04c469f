//! The dialect object: `op.get_bind().dialect`.

use std::rc::Rc;

use super::collections;
use super::object::Handle;
use super::state::Cx;
use crate::eval::Value;

/// An attribute of it; nothing for one that is not understood.
pub fn get(cx: &Cx<'_>, object: &Handle, name: &str) -> Option<Value> {
    match name {
        "name" => Some(Value::Str(Rc::clone(&cx.library.dialect.name))),
        "driver" => Some(Value::Str(Rc::clone(&cx.library.dialect.driver))),
        "dialect_description" => Some(Value::str(format!("{}+{}", cx.library.dialect.name, cx.library.dialect.driver))),
        // without a connection there is none, which is what Alembic finds offline
        "server_version_info" if cx.library.dialect.server_version.is_empty() => Some(Value::None),
        "server_version_info" => {
            Some(Value::tuple(cx.library.dialect.server_version.iter().map(|number| Value::Int(i128::from(*number))).collect()))
        }
        "max_identifier_length" => Some(Value::Int(cx.library.dialect.longest_name as i128)),
        _ if cx.library.dialect.flags.contains_key(name) => cx.library.dialect.flags.get(name).map(|flag| Value::Bool(*flag)),
        // What is asked of a database by way of its dialect, the host answers.
        _ if name == "type_descriptor" || name.starts_with("get_") || name.starts_with("has_") => {
            Some(collections::bound_method(cx, object, name))
        }
        _ => None,
    }
}
