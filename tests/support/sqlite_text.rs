//! The texts of `sqlite_master` in a normal form: quotes where none are needed, and white space, are of no account.

/// A `CREATE TABLE` taken apart.
pub struct CreateTable {
    pub columns: Vec<String>,
    pub constraints: Vec<String>,
    pub options: String,
}

impl CreateTable {
    /// Takes the text of a table apart, as the engine keeps it.
    pub fn parse(sql: &str) -> Self {
        let tokens = tokens(sql);
        let open = tokens.iter().position(|token| token == "(").unwrap_or(tokens.len());
        let mut items: Vec<Vec<String>> = vec![Vec::new()];
        let mut depth = 0;
        let mut end = tokens.len();
        for (at, token) in tokens.iter().enumerate().skip(open) {
            match token.as_str() {
                "(" => depth += 1,
                ")" => depth -= 1,
                _ => {}
            }
            match (token.as_str(), depth) {
                ("(", 1) => {}
                (")", 0) => {
                    end = at + 1;
                    break;
                }
                (",", 1) => items.push(Vec::new()),
                _ => items.last_mut().expect("an item").push(token.clone()),
            }
        }
        let (constraints, columns) = items.into_iter().partition::<Vec<_>, _>(|item| is_constraint(item));
        let joined = |items: Vec<Vec<String>>| items.into_iter().map(|item| item.join(" ")).collect();
        let options = tokens.get(end..).unwrap_or_default().join(" ");
        Self { columns: joined(columns), constraints: joined(constraints), options }
    }
}

fn is_constraint(item: &[String]) -> bool {
    item.first().is_some_and(|word| ["CONSTRAINT", "PRIMARY", "UNIQUE", "CHECK", "FOREIGN"].contains(&word.as_str()))
}

/// The tokens of a text with one space between them.
pub fn normal(sql: &str) -> String {
    tokens(sql).join(" ")
}

/// Words, numbers, quoted texts and single signs. A quoted name that would do without quotes loses them, unless it is a word of the
/// language.
fn tokens(sql: &str) -> Vec<String> {
    let letters: Vec<char> = sql.chars().collect();
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(&letter) = letters.get(at) {
        let start = at;
        at += 1;
        if letter.is_whitespace() {
            continue;
        }
        if let Some(close) = closing(letter) {
            at = end_of_quoted(&letters, at, close);
            tokens.push(unquoted(letter, &letters[start..at]));
        } else if is_word(letter) {
            at += letters[at..].iter().take_while(|letter| is_word(**letter)).count();
            tokens.push(letters[start..at].iter().collect());
        } else {
            tokens.push(letter.to_string());
        }
    }
    tokens
}

fn is_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_' || letter == '.'
}

fn closing(open: char) -> Option<char> {
    match open {
        '\'' | '"' | '`' => Some(open),
        '[' => Some(']'),
        _ => None,
    }
}

/// Where a quoted text that begins before `at` ends; its quote doubled is part of it.
fn end_of_quoted(letters: &[char], mut at: usize, close: char) -> usize {
    while let Some(&letter) = letters.get(at) {
        at += 1;
        if letter == close {
            if letters.get(at) != Some(&close) {
                return at;
            }
            at += 1;
        }
    }
    at
}

fn unquoted(open: char, quoted: &[char]) -> String {
    let inner: String = quoted.get(1..quoted.len() - 1).unwrap_or_default().iter().collect();
    let plain = inner.chars().all(|letter| letter.is_alphanumeric() || letter == '_') && inner.chars().any(|letter| letter.is_lowercase());
    if open != '\'' && plain { inner } else { quoted.iter().collect() }
}

#[test]
fn tables_differ_by_what_they_say_alone() {
    let one =
        CreateTable::parse("CREATE TABLE \"t\" (\n\ta INTEGER DEFAULT (1, 2) NOT NULL, \n\tCHECK (a > 0), \n\tUNIQUE (a)\n) WITHOUT ROWID");
    assert_eq!(one.columns, ["a INTEGER DEFAULT ( 1 , 2 ) NOT NULL"]);
    assert_eq!(one.constraints, ["CHECK ( a > 0 )", "UNIQUE ( a )"]);
    assert_eq!(one.options, "WITHOUT ROWID");
    assert_eq!(normal("CREATE VIEW [v] AS SELECT 'it''s',\"a\"  FROM `t`"), "CREATE VIEW v AS SELECT 'it''s' , a FROM t");
}
