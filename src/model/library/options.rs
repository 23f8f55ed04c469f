//! Keyword arguments for one dialect: `postgresql_using=`, `mysql_engine=`.

use super::data::{self, ARGUMENTS};
use super::object::Extra;
use super::state::Cx;
use crate::eval::Unwind;

/// Checks keywords as `DialectKWArgs._validate_dialect_kwargs` does.
///
/// `classes` are the names that dialects register arguments under: the construct's own, then its bases'. Dialects
/// that are not known are no error, as there.
///
/// # Errors
/// `TypeError` for a keyword without a dialect, `ArgumentError` for one that the dialect does not take here.
pub fn validate(cx: &mut Cx<'_>, classes: &[&str], path: &str, options: &Extra) -> Result<(), Unwind> {
    for name in options.keys() {
        let Some((dialect, argument)) = name.split_once('_').filter(|(dialect, argument)| !dialect.is_empty() && !argument.is_empty())
        else {
            let text = format!("Additional arguments should be named <dialectname>_<argument>, got '{name}'");
            return Err(cx.raise_builtin("TypeError", text));
        };
        let rows: Vec<_> = classes.iter().filter_map(|class| data::row(ARGUMENTS, &format!("{dialect}.{class}"))).collect();
        let known_dialect = data::rows_under(ARGUMENTS, &format!("{dialect}.")).next().is_some();
        let accepted = rows.iter().any(|row| row.field(0).split_ascii_whitespace().any(|known| known == "*" || known == argument));
        if known_dialect && !accepted {
            let text = format!("Argument '{name}' is not accepted by dialect '{dialect}' on behalf of <class '{path}'>");
            return Err(cx.raise("ArgumentError", text));
        }
    }
    Ok(())
}
