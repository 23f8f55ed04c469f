//! Formatted string literals.

use ruff_python_ast::{ConversionFlag, ExprFString, FStringPart, InterpolatedElement, InterpolatedStringElement};

use crate::eval::exception::Evaluated;
use crate::eval::frame::Frame;
use crate::eval::host::Host;
use crate::eval::operate::text::Joined;
use crate::eval::value::Value;
use crate::eval::vm::Vm;

impl Vm {
    pub(super) fn fstring(&mut self, host: &mut dyn Host, frame: &mut Frame<'_>, fstring: &ExprFString) -> Evaluated {
        let mut text = Joined::default();
        for part in &fstring.value {
            match part {
                FStringPart::Literal(literal) => text.push_str(literal.as_str()),
                FStringPart::FString(fstring) => self.interpolate(host, frame, &fstring.elements, &mut text)?,
            }
        }
        Ok(match text.finish() {
            Value::Live(live) => live.then(" in a text"),
            text => text,
        })
    }

    fn interpolate<'e>(
        &mut self,
        host: &mut dyn Host,
        frame: &mut Frame<'_>,
        elements: impl IntoIterator<Item = &'e InterpolatedStringElement>,
        text: &mut Joined,
    ) -> Evaluated<()> {
        for element in elements {
            match element {
                InterpolatedStringElement::Literal(literal) => text.push_str(&literal.value),
                InterpolatedStringElement::Interpolation(inner) => {
                    if let Some(debug) = &inner.debug_text {
                        text.push_str(debug.as_str());
                    }
                    let value = self.interpolation(host, frame, inner)?;
                    text.push(value);
                }
            }
        }
        Ok(())
    }

    fn interpolation(&mut self, host: &mut dyn Host, frame: &mut Frame<'_>, inner: &InterpolatedElement) -> Evaluated {
        let span = frame.span(inner.range);
        let value = self.expr(host, frame, &inner.expression)?;
        let plain = inner.format_spec.is_none();
        let value = match inner.conversion {
            ConversionFlag::None if inner.debug_text.is_some() && plain => self.repr(host, &value, span)?,
            ConversionFlag::None => value,
            ConversionFlag::Str => self.text(host, &value, span)?,
            ConversionFlag::Repr => self.repr(host, &value, span)?,
            ConversionFlag::Ascii => {
                let text = self.repr(host, &value, span)?;
                text.as_str().map(crate::eval::operate::text::escape_non_ascii).map_or(text, Value::str)
            }
        };
        let Some(spec) = &inner.format_spec else {
            return self.format(host, &value, "", span);
        };
        let mut spec_text = Joined::default();
        self.interpolate(host, frame, &spec.elements, &mut spec_text)?;
        match spec_text.finish() {
            Value::Str(spec) => self.format(host, &value, &spec, span),
            uncertain => Ok(uncertain),
        }
    }
}
