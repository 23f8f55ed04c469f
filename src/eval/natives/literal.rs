//! `ast.literal_eval`.

use ruff_python_ast::{Expr, Number, Operator, UnaryOp};

use super::NativeModule;
use crate::eval::exception::Evaluated;
use crate::eval::function::{Call, Row};
use crate::eval::value::Value;

/// `ast`, of which only `literal_eval` is evaluated.
pub static MODULE: NativeModule = NativeModule {
    functions: &[Row::new("literal_eval", |call| {
        let [text] = call.need("literal_eval", ["node_or_string"])?;
        let text = call.need_text(&text)?;
        // The parser recurses; a text nested this deeply is no literal that anybody wrote.
        if text.chars().filter(|char| "([{-+~".contains(*char)).count() > 2000 {
            return Ok(call.not_computed("this literal is nested too deeply"));
        }
        match ruff_python_parser::parse_expression(text.trim_start_matches([' ', '\t'])) {
            Ok(parsed) => value(call, &parsed.syntax().body),
            Err(_) => Err(call.raise("SyntaxError", "invalid syntax")),
        }
    })],
    ..NativeModule::new("ast")
};

fn values(call: &mut Call<'_>, exprs: &[Expr]) -> Evaluated<Vec<Value>> {
    exprs.iter().map(|expr| value(call, expr)).collect()
}

fn value(call: &mut Call<'_>, expr: &Expr) -> Evaluated {
    Ok(match expr {
        Expr::NoneLiteral(_) => Value::None,
        Expr::EllipsisLiteral(_) => Value::Ellipsis,
        Expr::BooleanLiteral(literal) => Value::Bool(literal.value),
        Expr::StringLiteral(literal) => Value::str(literal.value.to_str()),
        Expr::BytesLiteral(literal) => Value::Bytes(literal.value.bytes().collect::<Vec<u8>>().into()),
        Expr::NumberLiteral(literal) => match &literal.value {
            Number::Int(number) => match number.to_string().parse() {
                Ok(number) => Value::Int(number),
                Err(_) => call.not_computed("this integer is larger than Aludel computes with"),
            },
            Number::Float(number) => Value::Float(*number),
            Number::Complex { .. } => call.not_computed("a complex number is not evaluated"),
        },
        Expr::Tuple(tuple) => Value::tuple(values(call, &tuple.elts)?),
        Expr::List(list) => Value::list(values(call, &list.elts)?),
        Expr::Set(set) => {
            let items = values(call, &set.elts)?;
            call.vm.set_of(call.host, items, call.span)?.map_or_else(|unknown| unknown, Value::set)
        }
        Expr::Dict(dict) => {
            let mut entries = Vec::new();
            for item in &dict.items {
                let Some(name) = &item.key else { return Err(malformed(call)) };
                entries.push((value(call, name)?, value(call, &item.value)?));
            }
            call.dict(entries)?
        }
        Expr::UnaryOp(unary) if matches!(unary.op, UnaryOp::USub | UnaryOp::UAdd) => {
            let operand = value(call, &unary.operand)?;
            match (&operand, unary.op) {
                (Value::Int(number), UnaryOp::USub) => Value::Int(-number),
                (Value::Float(number), UnaryOp::USub) => Value::Float(-number),
                (Value::Int(_) | Value::Float(_) | Value::Unknown(_), _) => operand,
                _ => return Err(malformed(call)),
            }
        }
        Expr::BinOp(operation) if matches!(operation.op, Operator::Add | Operator::Sub) => {
            call.not_computed("a complex number is not evaluated")
        }
        _ => return Err(malformed(call)),
    })
}

fn malformed(call: &mut Call<'_>) -> crate::eval::Unwind {
    call.raise("ValueError", "malformed node or string")
}
