//! SQL text without what the parser stumbles over: clauses that say nothing of what is followed, and options in an order
//! it does not take.

use super::cursor::Cursor;
use super::tokens::{Kind, Token};

/// How sequence options begin, in the order the parser takes them.
const SEQUENCE_OPTIONS: &[&str] =
    &["AS", "INCREMENT", "MINVALUE", "NO MINVALUE", "MAXVALUE", "NO MAXVALUE", "START", "CACHE", "CYCLE", "NO CYCLE", "OWNED"];

/// The statement's text again, changed; none where there is nothing to change.
pub(super) fn soften(statement: &[Token<'_>]) -> Option<String> {
    let mut kept: Vec<Token<'_>> = Vec::with_capacity(statement.len());
    let mut rest = Cursor::new(statement);
    let creates = rest.eat("CREATE");
    if creates {
        kept.extend(statement.first().copied());
    }
    let is_domain = rest.peek().is_some_and(|token| token.is("DOMAIN"));
    let is_sequence = statement.iter().take(4).any(|token| token.is("SEQUENCE"));
    let is_table = rest.peek().is_some_and(|token| token.is("TABLE") || token.is("UNLOGGED"));
    let mut depth = 0_i32;
    while let Some(token) = rest.peek() {
        if creates && skip_clause(&mut rest) {
            continue;
        }
        depth += i32::from(token.is_symbol("(")) - i32::from(token.is_symbol(")"));
        if is_table && depth == 0 && rest.eat("USING") {
            rest.next();
            continue;
        }
        if is_domain && ["CHECK", "NOT", "NULL", "DEFAULT", "CONSTRAINT", "COLLATE"].iter().any(|word| token.is(word)) {
            break;
        }
        if is_sequence && is_option(&rest) {
            kept.extend(sorted_options(rest.rest()));
            break;
        }
        let identity = token.is("IDENTITY");
        kept.push(*token);
        rest.next();
        if identity && rest.peek().is_some_and(|token| token.is_symbol("(")) {
            kept.extend(identity_options(&mut rest));
        }
    }
    let text = joined(&kept);
    (text != joined(statement)).then_some(text)
}

/// Passes over a clause that says nothing of what is followed.
fn skip_clause(rest: &mut Cursor<'_, '_>) -> bool {
    if rest.eat("TABLESPACE") {
        rest.next();
        return true;
    }
    if rest.eat_any(&["INCLUDING", "EXCLUDING"]) {
        rest.next();
        return true;
    }
    if rest.eat_any(&["WITH NO DATA", "WITH DATA", "NULLS NOT DISTINCT", "NULLS DISTINCT"]) {
        return true;
    }
    let mut ahead = *rest;
    if ahead.eat("ON ONLY") {
        return rest.eat("ONLY");
    }
    if ahead.eat("ONLY") {
        *rest = ahead;
        return true;
    }
    false
}

fn is_option(rest: &Cursor<'_, '_>) -> bool {
    SEQUENCE_OPTIONS.iter().any(|option| Cursor::new(rest.rest()).eat(option))
}

/// The options in parentheses behind `AS IDENTITY`.
fn identity_options<'a>(rest: &mut Cursor<'a, '_>) -> Vec<Token<'a>> {
    let whole = rest.rest();
    rest.skip_parentheses();
    let length = whole.len() - rest.rest().len();
    let (Some(open), Some(close), Some(inside)) =
        (whole.first(), whole.get(length.saturating_sub(1)), whole.get(1..length.saturating_sub(1)))
    else {
        return Vec::new();
    };
    std::iter::once(*open).chain(sorted_options(inside)).chain(std::iter::once(*close)).collect()
}

fn sorted_options<'a>(options: &[Token<'a>]) -> Vec<Token<'a>> {
    let mut phrases: Vec<(usize, Vec<Token<'a>>)> = Vec::new();
    let mut rest = Cursor::new(options);
    while let Some(token) = rest.peek() {
        let rank = SEQUENCE_OPTIONS.iter().position(|option| Cursor::new(rest.rest()).eat(option));
        match (rank, phrases.last_mut()) {
            (Some(rank), last) if !last.as_ref().is_some_and(|(_, phrase)| phrase.last().is_some_and(|token| token.is("NO"))) => {
                phrases.push((rank, vec![*token]));
            }
            (_, Some((_, phrase))) => phrase.push(*token),
            (_, None) => phrases.push((0, vec![*token])),
        }
        rest.next();
    }
    phrases.sort_by_key(|(rank, _)| *rank);
    phrases.into_iter().flat_map(|(_, phrase)| phrase).collect()
}

/// Tokens as text, with the spaces they had or need.
pub(super) fn joined(tokens: &[Token<'_>]) -> String {
    let mut text = String::new();
    let mut end = None;
    for token in tokens {
        let touches = end == Some(token.start) && !(token.kind == Kind::Symbol && token.text == "(");
        if !text.is_empty() && !touches {
            text.push(' ');
        }
        text.push_str(token.text);
        end = Some(token.end());
    }
    text
}

#[cfg(test)]
mod tests {
    use super::super::tokens::tokens;
    use super::soften;

    fn softened(text: &str) -> Option<String> {
        soften(&tokens(text))
    }

    #[test]
    fn sequence_options_come_in_the_order_that_is_taken() {
        let sequence = softened("CREATE SEQUENCE s START WITH 5 NO CYCLE INCREMENT BY 2").expect("a change");
        assert_eq!(sequence, "CREATE SEQUENCE s INCREMENT BY 2 START WITH 5 NO CYCLE");
        let table = softened("CREATE TABLE t (a int GENERATED ALWAYS AS IDENTITY (START WITH 1 INCREMENT BY 2), b int)").expect("a change");
        assert_eq!(
            table.replace(" (", "(").replace("( ", "(").replace(" )", ")"),
            "CREATE TABLE t(a int GENERATED ALWAYS AS IDENTITY(INCREMENT BY 2 START WITH 1), b int)"
        );
    }

    #[test]
    fn what_is_not_followed_is_left_out() {
        assert_eq!(softened("CREATE DOMAIN d AS text NOT NULL"), Some("CREATE DOMAIN d AS text".to_owned()));
        assert_eq!(softened("CREATE TABLE t (a int) TABLESPACE x"), Some("CREATE TABLE t (a int)".to_owned()));
        assert_eq!(softened("CREATE TABLE t (a int)"), None);
    }
}
