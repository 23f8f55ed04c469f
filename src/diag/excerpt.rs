//! A source text as `miette` reads parts of it.

use miette::{MietteError, MietteSpanContents, SourceCode, SourceSpan, SpanContents};

/// A text with its name, whose parts say how many lines they have: parts that lie far from each other are drawn apart.
///
/// `miette`'s own texts count the lines from the beginning of the file, and are drawn with all that lies between.
#[derive(Debug)]
pub(super) struct Excerpt {
    pub name: String,
    pub text: String,
}

impl SourceCode for Excerpt {
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        context_lines_before: usize,
        context_lines_after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let part = self.text.read_span(span, context_lines_before, context_lines_after)?;
        let lines = part.data().iter().filter(|byte| **byte == b'\n').count();
        Ok(Box::new(MietteSpanContents::new_named(self.name.clone(), part.data(), *part.span(), part.line(), part.column(), lines)))
    }
}

#[cfg(test)]
mod tests {
    use super::super::render::{Style, render};
    use super::super::{Code, Diagnostic};
    use crate::source::{Sources, Span};

    #[test]
    fn what_lies_between_two_far_labels_is_not_drawn() {
        let sources = Sources::default();
        let text: String = (1..=100).map(|line| format!("line{line:03}\n")).collect();
        let source = sources.add("m.py", &*text);
        let at = |line: u32| Span { source: source.id, start: (line - 1) * 8, end: (line - 1) * 8 + 7 };
        let problem = Diagnostic::error(Code::UnknownValue, "far").label(at(60), "here").label(at(80), "and there");
        let drawn = render(&problem, &sources, Style { color: false, width: 100 });
        assert!(drawn.contains("line060") && drawn.contains("line080") && !drawn.contains("line070"), "{drawn}");
    }
}
