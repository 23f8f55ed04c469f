//! What is told by how SQL text begins, whose rest only the database may know.

use super::tokens::{Kind, Token, statements, tokens};
use crate::schema::Rules;

/// What the definitions say they define, where its own name follows. What holds tables is none of them.
const KINDS: [&str; 10] = ["TABLE", "COLUMN", "VIEW", "TYPE", "DOMAIN", "SEQUENCE", "FUNCTION", "PROCEDURE", "EXTENSION", "ROLE"];

/// Words that may stand between the kind and the name.
const BETWEEN: [&str; 5] = ["IF", "NOT", "EXISTS", "ONLY", "CONCURRENTLY"];

impl Rules {
    /// Whether every statement of a text works on rows, and surely changes no table's definition.
    pub fn works_on_rows(&self, text: &str) -> bool {
        let tokens = tokens(text);
        !tokens.is_empty() && !nests_comments(text) && self.all_on_rows(&tokens)
    }

    /// Whether a text of which only the beginning is known does so; what follows is taken to end no statement.
    pub fn begins_on_rows(&self, begins: &str) -> bool {
        let tokens = tokens(begins);
        let Some(last) = tokens.last() else { return false };
        let lone = tokens.len() == 1 || tokens.get(tokens.len() - 2).is_some_and(|before| before.is_symbol(";"));
        let may_be_cut = lone && last.end() == begins.len();
        // A switch that is not known may turn the checks off that rebuilds depend on.
        let switches = statements(&tokens).any(|statement| statement.first().is_some_and(|head| head.is("PRAGMA")));
        !last.is_symbol(";") && !may_be_cut && !switches && !nests_comments(begins) && self.all_on_rows(&tokens)
    }

    fn all_on_rows(&self, tokens: &[Token<'_>]) -> bool {
        statements(tokens).all(|statement| statement.first().is_some_and(|head| self.is_on_rows(head)))
    }

    fn is_on_rows(&self, head: &Token<'_>) -> bool {
        ["SELECT", "WITH", "VALUES"].iter().any(|word| head.is(word)) || self.harmless_statements.iter().any(|word| head.is(word))
    }
}

/// Whether a comment may stand within another, which not all databases read as one.
fn nests_comments(text: &str) -> bool {
    text.matches("/*").nth(1).is_some()
}

/// Whether the beginning of one statement says what it works on, so that no other table can be meant. What is dropped may always
/// be the first of several.
pub fn names_its_object(begins: &str) -> bool {
    let tokens = tokens(begins);
    if tokens.iter().any(|token| token.is_symbol(";")) || nests_comments(begins) {
        return false;
    }
    let Some((head, rest)) = complete(&tokens, begins.len()).split_first() else { return false };
    let defines = ["CREATE", "ALTER", "COMMENT"].iter().any(|word| head.is(word));
    defines && (names_its_table(head, rest) || names_itself(rest))
}

/// The tokens that nothing unknown can make longer: a name at the very end may be cut short, or be the schema of another.
fn complete<'a, 't>(tokens: &'t [Token<'a>], mut end: usize) -> &'t [Token<'a>] {
    let mut kept = tokens;
    while let Some((last, before)) = kept.split_last()
        && last.end() == end
        && (is_name(last) || last.is_symbol("."))
    {
        end = last.start;
        kept = before;
    }
    kept
}

/// Whether an index or trigger is made, and its table told.
fn names_its_table(head: &Token<'_>, rest: &[Token<'_>]) -> bool {
    let is_made =
        head.is("CREATE") && first_of(rest, &["INDEX", "TRIGGER"]).is_some_and(|at| first_of(rest, &KINDS).is_none_or(|kind| at < kind));
    let table = first_of(rest, &["ON"]).and_then(|on| rest.get(on + 1..)).unwrap_or_default();
    is_made && table.iter().find(|token| !token.is("ONLY")).is_some_and(is_name)
}

/// Whether the name follows of what is defined.
fn names_itself(rest: &[Token<'_>]) -> bool {
    let Some(kind) = first_of(rest, &KINDS) else { return false };
    let named = rest.get(kind + 1..).unwrap_or_default().iter().find(|token| !BETWEEN.iter().any(|word| token.is(word)));
    first_of(rest, &["INDEX", "TRIGGER"]).is_none_or(|other| other > kind) && named.is_some_and(is_name)
}

fn is_name(token: &Token<'_>) -> bool {
    matches!(token.kind, Kind::Word | Kind::Quoted)
}

fn first_of(tokens: &[Token<'_>], words: &[&str]) -> Option<usize> {
    tokens.iter().position(|token| words.iter().any(|word| token.is(word)))
}

#[cfg(test)]
mod tests {
    use super::names_its_object;
    use crate::dialect::Dialect;
    use crate::schema::Rules;

    fn rules() -> std::rc::Rc<Rules> {
        Rules::of(&Dialect::load("sqlite", &[]).expect("the embedded dialect"))
    }

    #[test]
    fn a_text_works_on_rows_where_each_of_its_statements_does() {
        for text in ["SELECT 1", "COMMIT", "-- what isn't left\nDELETE FROM a; /* it's */ update a set x = ';'", "SELECT ';' ;"] {
            assert!(rules().works_on_rows(text), "{text}");
        }
        for text in [
            "",
            "UPDATE b SET x = 1 /* /* */; ALTER TABLE a DROP COLUMN y; SELECT 1 /* */",
            "-- SELECT 1",
            "-- it isn't\nDELETE FROM a; DROP TABLE b; UPDATE a SET x = 'y'",
            "SELECTED",
            "DO $$ $$",
        ] {
            assert!(!rules().works_on_rows(text), "{text}");
        }
    }

    #[test]
    fn a_beginning_works_on_rows_where_nothing_that_follows_can_start_another_statement() {
        for begins in ["UPDATE ", "SELECT '", "DELETE FROM a; UPDATE a SET x = ", "\n-- rows\nWITH q"] {
            assert!(rules().begins_on_rows(begins), "{begins}");
        }
        for begins in [
            "",
            "UPDATE",
            "UPDATE a SET x = 1;",
            "UPDATE a SET x = 1; ",
            "DELETE FROM a; UP",
            "UPDATE a SET x = 1; -- it",
            "PRAGMA foreign_keys = ",
            "DROP ",
        ] {
            assert!(!rules().begins_on_rows(begins), "{begins}");
        }
    }

    #[test]
    fn a_beginning_names_what_the_statement_works_on_once_the_name_is_complete() {
        for known in [
            "ALTER TABLE a ADD COLUMN ",
            "alter table only s.a drop ",
            "ALTER TABLE \"a b\" DROP ",
            "CREATE TYPE t AS ENUM (",
            "CREATE VIRTUAL TABLE t USING ",
            "CREATE UNIQUE INDEX i ON t (",
            "CREATE TRIGGER g AFTER INSERT ON t ",
            "COMMENT ON COLUMN t.c IS '",
        ] {
            assert!(names_its_object(known), "{known}");
        }
        for open in [
            "ALTER TABLE ",
            "ALTER TABLE a",
            "ALTER TABLE s.",
            "ALTER TABLE \"a b\"",
            "ALTER TABLE \"a ",
            "DROP TABLE IF EXISTS ",
            "DROP TABLE a ",
            "DROP SCHEMA s ",
            "ALTER SCHEMA s RENAME TO ",
            "ALTER TABLE [",
            "ALTER TABLE '",
            "CREATE INDEX i ON [",
            "ALTER TABLE a /* /* */ ADD */ ",
            "CREATE VIRTUAL TABLE ",
            "COMMENT ON TABLE ",
            "CREATE INDEX i ON ",
            "CREATE INDEX i",
            "DROP INDEX ",
            "ALTER INDEX i ",
            "",
            "DO $$ ",
            "CALL p ",
            "ALTER TABLE a ADD x INT; DROP TABLE ",
        ] {
            assert!(!names_its_object(open), "{open}");
        }
    }
}
