//! Refuses files nested so deeply that a recursive walk over their tree would run out of stack.
//!
//! The parser itself grows its stack; what comes after it recurses, the tree's own destructor included.

use ruff_python_ast::token::{TokenKind, Tokens};
use ruff_text_size::Ranged;

use crate::diag::{Code, Diagnostic};
use crate::source::{Source, Span};

/// CPython's limit on open brackets (`MAXLEVEL` of its tokenizer).
const OPEN_BRACKETS: usize = 200;
/// CPython's limit on indentation levels (`MAXINDENT`).
const INDENTATIONS: usize = 100;
/// Operators, attributes and calls in a row, each one level of the tree. CPython 3.11 gives up at 2,992.
const CHAIN: usize = 5_000;
/// Brackets that are not even handed to the parser, those in strings counted too.
const RAW_BRACKETS: usize = 100_000;

/// Checks a text before it is parsed, so that the parser's own memory stays within bounds.
pub(super) fn check_text(source: &Source) -> Result<(), Diagnostic> {
    let mut open = 0_usize;
    for (offset, byte) in source.text.bytes().enumerate() {
        match byte {
            b'(' | b'[' | b'{' => open += 1,
            b')' | b']' | b'}' => open = open.saturating_sub(1),
            _ => continue,
        }
        if open > RAW_BRACKETS {
            return Err(too_deep(source, u32::try_from(offset).unwrap_or(u32::MAX)));
        }
    }
    Ok(())
}

/// Checks the tokens of a parsed file against the depth that its tree can have.
pub(super) fn check_tokens(source: &Source, tokens: &Tokens) -> Result<(), Diagnostic> {
    let mut depth = Depth::default();
    match tokens.iter().find(|token| depth.too_deep(token.kind())) {
        Some(token) => Err(too_deep(source, token.start().to_u32())),
        None => Ok(()),
    }
}

fn too_deep(source: &Source, start: u32) -> Diagnostic {
    Diagnostic::error(Code::TooDeeplyNested, format!("{} is nested too deeply", source.name))
        .label(Span { source: source.id, start, end: start + 1 }, "the nesting passes the limit here")
        .help("Python itself refuses this; split the expression up")
}

#[derive(Default)]
struct Depth {
    open: usize,
    indentation: usize,
    /// Levels since the last token that begins anew: a comma, the end of a statement.
    chain: usize,
}

impl Depth {
    fn too_deep(&mut self, kind: TokenKind) -> bool {
        match kind {
            TokenKind::Lpar | TokenKind::Lsqb | TokenKind::Lbrace => {
                self.open += 1;
                self.chain += 1;
            }
            TokenKind::Rpar | TokenKind::Rsqb | TokenKind::Rbrace => self.open = self.open.saturating_sub(1),
            TokenKind::Indent => self.indentation += 1,
            TokenKind::Dedent => self.indentation = self.indentation.saturating_sub(1),
            TokenKind::Comma | TokenKind::Newline | TokenKind::Semi => self.chain = 0,
            kind if deepens(kind) => self.chain += 1,
            _ => {}
        }
        self.open > OPEN_BRACKETS || self.indentation > INDENTATIONS || self.chain > CHAIN
    }
}

/// Whether a token can put another level into the tree.
fn deepens(kind: TokenKind) -> bool {
    kind.is_operator()
        || matches!(
            kind,
            TokenKind::Not
                | TokenKind::And
                | TokenKind::Or
                | TokenKind::Lambda
                | TokenKind::If
                | TokenKind::Await
                | TokenKind::Yield
                | TokenKind::FStringStart
                | TokenKind::TStringStart
        )
}

#[cfg(test)]
mod tests {
    use crate::python::parse;
    use crate::source::Sources;

    fn refused(text: &str) -> bool {
        parse(&Sources::default().add("x.py", text)).is_err_and(|error| error.code.as_str() == "E0104")
    }

    #[test]
    fn every_way_to_nest_has_a_limit() {
        let nested = |open: &str, count: usize, close: &str| format!("x = {}1{}\n", open.repeat(count), close.repeat(count));
        let prefixes = [("(", ")"), ("-", ""), ("not ", ""), ("lambda: ", ""), ("1 if a else ", ""), ("2 ** ", "")];
        for (open, close) in prefixes.into_iter().chain([("", " + 1"), ("", " .b"), ("", "()")]) {
            assert!(!refused(&nested(open, 100, close)), "{open}{close}");
            for count in [10_000, 100_000] {
                assert!(refused(&nested(open, count, close)), "{open}{close} {count}");
            }
        }
        assert!(refused(&"(".repeat(200_000)));
        let blocks: String = (0..150).map(|depth| format!("{}if a:\n", " ".repeat(depth))).collect();
        assert!(refused(&format!("{blocks}{}pass\n", " ".repeat(150))));
    }

    #[test]
    fn broken_files_are_refused_without_a_walk() {
        assert!(refused(&format!("x = {}", "not ".repeat(100_000))));
    }

    #[test]
    fn what_stands_in_strings_is_not_nested() {
        assert!(!refused(&format!("x = '''{}'''\n# {}\n", ":( - ".repeat(50_000), "(".repeat(1000))));
        assert!(!refused(&format!("x = [{}]\n", "not a.b(1 + 2), ".repeat(50_000))));
    }
}
