//! Refuses files nested so deeply that a recursive parser would run out of stack.

use crate::diag::{Code, Diagnostic};
use crate::source::{Source, Span};

/// CPython's own limit on open brackets (`MAXSTACK` of its tokenizer is of the same order).
const OPEN_BRACKETS: usize = 200;
/// CPython's limit on indentation levels.
const INDENTATIONS: usize = 100;
/// Runs of prefix operators (`not not …`, `- - …`) nest without brackets.
const PREFIXES: usize = 1_000;

/// Checks bracket depth, indentation depth and prefix-operator runs, roughly but never too leniently:
/// brackets inside strings and comments count too unless the simple scan can tell, so the limits leave room.
pub(super) fn check(source: &Source) -> Result<(), Diagnostic> {
    let mut scan = Scan::default();
    for (offset, byte) in source.text.bytes().enumerate() {
        if scan.too_deep(byte) {
            let start = u32::try_from(offset).unwrap_or(u32::MAX);
            let span = Span { source: source.id, start, end: start + 1 };
            return Err(Diagnostic::error(Code::TooDeeplyNested, format!("{} is nested too deeply", source.name))
                .label(span, "the nesting passes the limit here")
                .help("Python itself refuses this; split the expression up"));
        }
    }
    Ok(())
}

#[derive(Default)]
struct Scan {
    open: usize,
    prefixes: usize,
    indentation: usize,
    in_indentation: bool,
}

impl Scan {
    fn too_deep(&mut self, byte: u8) -> bool {
        match byte {
            b'(' | b'[' | b'{' => self.open += 1,
            b')' | b']' | b'}' => self.open = self.open.saturating_sub(1),
            _ => {}
        }
        match byte {
            b'-' | b'+' | b'~' | b' ' => self.prefixes += usize::from(byte != b' '),
            _ => self.prefixes = 0,
        }
        match byte {
            b'\n' => (self.in_indentation, self.indentation) = (true, 0),
            b' ' | b'\t' if self.in_indentation => self.indentation += 1,
            _ => self.in_indentation = false,
        }
        self.open > OPEN_BRACKETS || self.prefixes > PREFIXES || (self.in_indentation && self.indentation > INDENTATIONS * 80)
    }
}
