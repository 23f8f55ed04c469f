//! `str()` of an expression that holds no values, as SQLAlchemy writes it where it knows no dialect (`StrSQLCompiler`).

use crate::model::SqlExpr;
use crate::model::expr::Function;

/// Functions that are written without parentheses, in capitals (`AnsiFunction`).
const BARE: [&str; 8] =
    ["current_date", "current_time", "current_timestamp", "current_user", "localtime", "localtimestamp", "session_user", "user"];

/// The text; nothing for what is more than a word.
pub(super) fn of(expr: &SqlExpr) -> Option<String> {
    Some(match expr {
        SqlExpr::Null => "NULL".to_owned(),
        SqlExpr::True => "true".to_owned(),
        SqlExpr::False => "false".to_owned(),
        SqlExpr::Text(text) => text.replace("\\:", ":"),
        SqlExpr::Function(function) if function.arguments.is_empty() => called(function),
        _ => return None,
    })
}

fn called(function: &Function) -> String {
    let name = &*function.name;
    match name {
        _ if function.generic && BARE.contains(&name) => name.to_uppercase(),
        "sysdate" if function.generic => name.to_owned(),
        _ => {
            let path: Vec<&str> = function.packages.iter().map(|package| &**package).chain([name]).collect();
            format!("{}()", path.join("."))
        }
    }
}
