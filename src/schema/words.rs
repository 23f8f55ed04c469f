//! The words of SQL text and expressions, wherever they stand.

use std::collections::BTreeSet;
use std::rc::Rc;

use crate::model::SqlExpr;
use crate::model::expr::LabelName;

/// Every word of the text: runs of letters, digits, `_` and `$`, and whatever stands between quotes.
///
/// Case is kept. What is quoted appears both whole and as the words in it.
pub fn of_text(text: &str) -> BTreeSet<&str> {
    let mut words: BTreeSet<&str> = text.split(|letter: char| !is_word(letter)).filter(|word| !word.is_empty()).collect();
    for quote in ['"', '`'] {
        words.extend(text.split(quote).skip(1).step_by(2));
    }
    words.extend(text.split('[').skip(1).filter_map(|rest| rest.split_once(']').map(|(word, _)| word)));
    words
}

/// Whether a letter is one of a word.
pub fn is_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_' || letter == '$'
}

/// Whether a text names a column, outside of its string literals.
pub fn names(text: &str, column: &str) -> bool {
    text.split('\'').step_by(2).any(|piece| of_text(piece).contains(column))
}

/// Whether an expression speaks of a column.
pub fn mentions(expression: &SqlExpr, column: &str) -> bool {
    let mut found = false;
    each_part(expression, &mut |part| {
        found |= match part {
            SqlExpr::Text(text) | SqlExpr::TextLabelReference(text) => names(text, column),
            SqlExpr::TextClause(clause) => names(&clause.text, column),
            SqlExpr::Column(reference) if reference.column.literal => {
                label_text(&reference.column.name).is_some_and(|text| names(text, column))
            }
            SqlExpr::Column(reference) => label_text(&reference.column.name) == Some(column),
            _ => false,
        };
    });
    found
}

/// A name as far as it is said and not invented.
pub fn label_text(name: &LabelName) -> Option<&str> {
    match name {
        LabelName::Given(ident) => Some(&ident.text),
        LabelName::Derived(text) => Some(text),
        LabelName::Anonymous(_) => None,
    }
}

fn each_part(expression: &SqlExpr, see: &mut impl FnMut(&SqlExpr)) {
    see(expression);
    match expression {
        SqlExpr::Unary(unary) => each_part(&unary.element, see),
        SqlExpr::Binary(binary) => {
            each_part(&binary.left, see);
            each_part(&binary.right, see);
        }
        SqlExpr::List(list) | SqlExpr::Tuple(list) => list.clauses.iter().for_each(|part| each_part(part, see)),
        SqlExpr::Grouping(inner) | SqlExpr::LabelReference(inner) => each_part(inner, see),
        SqlExpr::Function(function) => function.arguments.iter().for_each(|part| each_part(part, see)),
        SqlExpr::Cast(cast) | SqlExpr::TypeCoerce(cast) => each_part(&cast.clause, see),
        SqlExpr::Extract(extract) => each_part(&extract.1, see),
        SqlExpr::Label(label) => each_part(&label.element, see),
        SqlExpr::Array(array) => array.0.iter().for_each(|part| each_part(part, see)),
        SqlExpr::Case(case) => {
            case.value.iter().chain(&case.otherwise).for_each(|part| each_part(part, see));
            for (when, then) in &case.whens {
                each_part(when, see);
                each_part(then, see);
            }
        }
        _ => {}
    }
}

/// Renames a column within an expression, outside of literals.
pub fn rename(expression: &mut Rc<SqlExpr>, from: &str, to: &str) {
    if mentions(expression, from) {
        rename_part(Rc::make_mut(expression), from, to);
    }
}

fn rename_part(expression: &mut SqlExpr, from: &str, to: &str) {
    match expression {
        SqlExpr::Text(text) => *text = rename_word(text, from, to).into(),
        SqlExpr::TextClause(clause) => {
            let clause = Rc::make_mut(clause);
            clause.text = rename_word(&clause.text, from, to).into();
        }
        SqlExpr::Column(reference) => {
            let column = Rc::make_mut(&mut reference.column);
            if label_text(&column.name) == Some(from) {
                column.name = LabelName::Given(crate::model::Ident::new(to));
            }
        }
        SqlExpr::Unary(unary) => rename_part(&mut Rc::make_mut(unary).element, from, to),
        SqlExpr::Binary(binary) => {
            let binary = Rc::make_mut(binary);
            rename_part(&mut binary.left, from, to);
            rename_part(&mut binary.right, from, to);
        }
        SqlExpr::List(list) | SqlExpr::Tuple(list) => {
            Rc::make_mut(list).clauses.iter_mut().for_each(|part| rename_part(part, from, to));
        }
        SqlExpr::Grouping(inner) | SqlExpr::LabelReference(inner) => rename_part(Rc::make_mut(inner), from, to),
        SqlExpr::Function(function) => {
            Rc::make_mut(function).arguments.iter_mut().for_each(|part| rename_part(part, from, to));
        }
        SqlExpr::Cast(cast) | SqlExpr::TypeCoerce(cast) => rename_part(&mut Rc::make_mut(cast).clause, from, to),
        _ => {}
    }
}

/// Replaces a whole word outside of string literals.
fn rename_word(text: &str, from: &str, to: &str) -> String {
    let pieces = text.split('\'').enumerate().map(|(at, piece)| if at % 2 == 1 { piece.to_owned() } else { rename_bare(piece, from, to) });
    pieces.collect::<Vec<_>>().join("'")
}

fn rename_bare(piece: &str, from: &str, to: &str) -> String {
    let mut out = String::with_capacity(piece.len());
    let mut rest = piece;
    while let Some((before, after)) = rest.split_once(from) {
        let whole = !before.chars().next_back().is_some_and(is_word) && !after.chars().next().is_some_and(is_word);
        out.push_str(before);
        out.push_str(if whole { to } else { from });
        rest = after;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::{of_text, rename_word};

    #[test]
    fn words_stand_anywhere() {
        let words = of_text("DO $$ BEGIN EXECUTE 'alter table users drop'; PERFORM \"My Table\"; END $$");
        assert!(words.contains("users") && words.contains("My Table") && words.contains("Table"));
        assert!(!words.contains("user"));
    }

    #[test]
    fn only_whole_words_outside_literals_are_renamed() {
        assert_eq!(rename_word("a > 0 and ab > 'a' or x.a", "a", "b"), "b > 0 and ab > 'a' or x.b");
    }
}
