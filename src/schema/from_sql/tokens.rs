//! SQL text to coarse tokens: enough to tell statements apart and to see how they begin.

/// A token with its place in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token<'a> {
    pub kind: Kind,
    pub text: &'a str,
    pub start: usize,
}

/// The kinds of tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A bare word or number.
    Word,
    /// A quoted name, its quotes included.
    Quoted,
    /// A string literal, its quotes included.
    Literal,
    /// A dollar-quoted body, its tags included.
    Body,
    Symbol,
}

impl<'a> Token<'a> {
    /// Whether this is a bare word, in whatever case.
    pub fn is(&self, word: &str) -> bool {
        self.kind == Kind::Word && self.text.eq_ignore_ascii_case(word)
    }

    /// Whether this is a symbol.
    pub fn is_symbol(&self, symbol: &str) -> bool {
        self.kind == Kind::Symbol && self.text == symbol
    }

    /// Where the token ends.
    pub fn end(&self) -> usize {
        self.start + self.text.len()
    }

    /// What stands between the quotes of a name, literal or body.
    pub fn inner(&self) -> &'a str {
        match self.kind {
            Kind::Quoted | Kind::Literal => {
                let open = self.text.find(['\'', '"', '`', '[']).map_or(0, |at| at + 1);
                self.text.get(open..self.text.len().saturating_sub(1)).unwrap_or("")
            }
            Kind::Body => {
                let tag = self.text.get(1..).and_then(|rest| rest.find('$')).map_or(0, |at| at + 2);
                self.text.get(tag..self.text.len().saturating_sub(tag)).unwrap_or("")
            }
            _ => self.text,
        }
    }
}

/// The tokens of a text, comments left out.
pub fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let (kind, length) = next(rest);
        let length = length.clamp(1, rest.len());
        let length = rest.ceil_char_boundary(length);
        if let (Some(kind), Some(token)) = (kind, rest.get(..length)) {
            found.push(Token { kind, text: token, start: at });
        }
        at += length;
    }
    found
}

/// The statements of a text, each as its tokens; the semicolons between them are left out.
pub fn statements<'a, 't>(tokens: &'t [Token<'a>]) -> impl Iterator<Item = &'t [Token<'a>]> {
    let mut rest = tokens;
    std::iter::from_fn(move || {
        while let Some((first, after)) = rest.split_first()
            && first.is_symbol(";")
        {
            rest = after;
        }
        let length = statement_length(rest);
        let (statement, after) = rest.split_at(length);
        rest = after;
        (!statement.is_empty()).then_some(statement)
    })
}

/// How many tokens of the first statement come before its semicolon; those in the body of a trigger or routine end none.
fn statement_length(tokens: &[Token<'_>]) -> usize {
    let has_body = tokens.first().is_some_and(|token| token.is("CREATE"))
        && tokens.iter().take(8).any(|token| ["TRIGGER", "FUNCTION", "PROCEDURE"].iter().any(|kind| token.is(kind)));
    let mut depth = 0_usize;
    for (position, token) in tokens.iter().enumerate() {
        if token.is_symbol(";") && depth == 0 {
            return position;
        }
        if has_body && (token.is("BEGIN") || depth > 0 && token.is("CASE")) {
            depth += 1;
        } else if depth > 0 && token.is("END") {
            let closes_other =
                tokens.get(position + 1).is_some_and(|next| ["IF", "LOOP", "WHILE", "REPEAT"].iter().any(|word| next.is(word)));
            depth -= usize::from(!closes_other);
        }
    }
    tokens.len()
}

/// The kind and length of what a text begins with; no kind for what counts for nothing.
fn next(rest: &str) -> (Option<Kind>, usize) {
    let mut letters = rest.chars();
    let first = letters.next().unwrap_or(' ');
    let second = letters.next().unwrap_or(' ');
    match (first, second) {
        (space, _) if space.is_whitespace() => (None, first.len_utf8()),
        ('-', '-') => (None, rest.find('\n').unwrap_or(rest.len())),
        ('/', '*') => (None, comment(rest)),
        ('\'', _) => (Some(Kind::Literal), quoted(rest, 1, '\'', false)),
        ('e' | 'E', '\'') => (Some(Kind::Literal), quoted(rest, 2, '\'', true)),
        ('n' | 'N' | 'b' | 'B' | 'x' | 'X', '\'') => (Some(Kind::Literal), quoted(rest, 2, '\'', false)),
        ('"', _) => (Some(Kind::Quoted), quoted(rest, 1, '"', false)),
        ('`', _) => (Some(Kind::Quoted), quoted(rest, 1, '`', false)),
        ('[', letter) if letter.is_alphabetic() || letter == '_' => (Some(Kind::Quoted), quoted(rest, 1, ']', false)),
        ('$', _) => dollar(rest),
        (letter, _) if is_word(letter) => (Some(Kind::Word), word(rest)),
        _ => (Some(Kind::Symbol), first.len_utf8()),
    }
}

fn is_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

fn word(rest: &str) -> usize {
    rest.find(|letter: char| !is_word(letter) && letter != '$').unwrap_or(rest.len())
}

/// The length of a comment, which may hold others.
fn comment(rest: &str) -> usize {
    let mut depth = 0_usize;
    let mut at = 0;
    while let Some(tail) = rest.get(at..).filter(|tail| !tail.is_empty()) {
        if tail.starts_with("/*") {
            depth += 1;
            at += 2;
        } else if tail.starts_with("*/") {
            depth = depth.saturating_sub(1);
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += tail.chars().next().map_or(1, char::len_utf8);
        }
    }
    rest.len()
}

fn quoted(rest: &str, from: usize, quote: char, backslash: bool) -> usize {
    let mut letters = rest.char_indices().skip_while(|(at, _)| *at < from).peekable();
    while let Some((at, letter)) = letters.next() {
        if backslash && letter == '\\' {
            letters.next();
        } else if letter == quote {
            if letters.peek().is_some_and(|(_, follower)| *follower == quote) {
                letters.next();
            } else {
                return at + letter.len_utf8();
            }
        }
    }
    rest.len()
}

/// A dollar-quoted body, or a lone dollar sign.
fn dollar(rest: &str) -> (Option<Kind>, usize) {
    let tag = rest.get(1..).and_then(|tail| tail.find('$')).and_then(|at| rest.get(..at + 2));
    let Some(tag) = tag.filter(|tag| tag.trim_matches('$').chars().all(is_word)) else { return (Some(Kind::Symbol), 1) };
    let body = rest.get(tag.len()..).unwrap_or("");
    (Some(Kind::Body), body.find(tag).map_or(rest.len(), |at| at + 2 * tag.len()))
}

#[cfg(test)]
mod tests {
    use super::{Kind, statements, tokens};

    #[test]
    fn semicolons_inside_quotes_and_bodies_split_nothing() {
        let text = "INSERT INTO t VALUES ('a;b', E'it\\'s;'); -- no; comment\nDO $x$ BEGIN a; $$;$$ END $x$; SELECT 1 /* ; */";
        let all = tokens(text);
        let heads: Vec<&str> = statements(&all).map(|statement| statement[0].text).collect();
        assert_eq!(heads, ["INSERT", "DO", "SELECT"]);
        let body = all.iter().find(|token| token.kind == Kind::Body).expect("a body");
        assert_eq!(body.inner(), " BEGIN a; $$;$$ END ");
    }

    #[test]
    fn an_open_quote_ends_with_the_text() {
        assert_eq!(tokens("SELECT 'abc").len(), 2);
        assert_eq!(tokens("$1 é \"x").len(), 4);
    }
}
