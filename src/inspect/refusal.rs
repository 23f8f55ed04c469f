//! What can't be answered, and the ways out.

use crate::diag::{Code, Diagnostic};
use crate::schema::Why;
use crate::source::Span;

/// Why a question can't be answered.
#[derive(Clone, Debug, PartialEq)]
pub struct Refusal {
    /// What is not known, as a clause: `` whether table `users` exists ``.
    pub unknown: String,
    /// The object's name, as `--assume` takes it.
    pub object: String,
    /// What made it so.
    pub why: Why,
    /// Whether only existence is asked for, so that `--assume` helps.
    pub existence: bool,
}

impl Refusal {
    /// Existence that is not known.
    pub fn existence(kind: &str, object: &str, why: Why) -> Self {
        Self { unknown: format!("whether {kind} `{object}` exists"), object: object.to_owned(), why, existence: true }
    }

    /// A definition of which not enough is known.
    pub fn definition(what: &str, object: &str, why: Why) -> Self {
        Self { unknown: format!("{what} of `{object}`"), object: object.to_owned(), why, existence: false }
    }

    /// The reason as a clause, for a value that is not known.
    pub fn reason(&self) -> String {
        format!("{} {} not known: {}", self.unknown, self.verb(), self.why.reason.text())
    }

    fn verb(&self) -> &'static str {
        let subject = self.unknown.split_once(" of `").map_or("", |(subject, _)| subject);
        if subject.ends_with('s') { "are" } else { "is" }
    }

    /// The refusal as an error at the place that asks.
    pub fn diagnostic(&self, place: Span) -> Diagnostic {
        let code = if self.existence { Code::UnknownExistence } else { Code::DoubtfulSchema };
        Diagnostic::error(code, format!("{} {} not known", self.unknown, self.verb()))
            .label(place, "asked for here")
            .label(self.why.place, self.why.reason.text())
            .help(self.help())
    }

    fn help(&self) -> String {
        let object = &self.object;
        let baseline = "name a `baseline` (the schema before the first revision, as SQL) in `aludel.toml`";
        if self.existence {
            format!(
                "{baseline}, or pass `--assume exists:{object}` or `--assume absent:{object}`, or `--assume fresh` for an empty database"
            )
        } else {
            format!("{baseline}, or `--assume fresh` for an empty database, or write this revision's SQL by hand")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Refusal;
    use crate::schema::{Reason, Why};

    #[test]
    fn what_is_not_known_stands_in_its_number() {
        let reason = |what: &str| Refusal::definition(what, "t", Why::nowhere(Reason::Assumed)).reason();
        assert!(reason("the columns").starts_with("the columns of `t` are not known: "));
        assert!(reason("the definition").starts_with("the definition of `t` is not known: "));
    }
}
