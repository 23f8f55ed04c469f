//! `"…" % values`.

use super::joined::Joined;
use super::spec::Spec;
use crate::eval::exception::{Evaluated, Unwind};
use crate::eval::host::Host;
use crate::eval::value::Value;
use crate::eval::vm::Vm;
use crate::source::Span;

/// One `%` item of a format text.
struct Item<'t> {
    name: Option<&'t str>,
    flags: &'t str,
    width: Option<Size>,
    precision: Option<Size>,
    kind: char,
}

#[derive(Clone, Copy)]
enum Size {
    Given(usize),
    /// `*`: taken from the values.
    Taken,
}

impl Vm {
    /// `format % values`: a `Str`, or what makes it unknown or live.
    pub(in crate::eval) fn percent(&mut self, host: &mut dyn Host, format: &str, values: &Value, span: Span) -> Evaluated {
        let list: Vec<Value> = match values {
            Value::Tuple(items) => items.to_vec(),
            Value::Instance(instance) => match &*instance.native.borrow() {
                Some(Value::Tuple(items)) => items.to_vec(),
                _ => vec![values.clone()],
            },
            other => vec![other.clone()],
        };
        let mut list = list.into_iter();
        let mut named = false;
        let mut text = Joined::default();
        let mut rest = format;
        while let Some(at) = rest.find('%') {
            text.push_str(rest.get(..at).unwrap_or_default());
            rest = rest.get(at + 1..).unwrap_or_default();
            let Some((item, after)) = parse(rest) else { return Err(self.raise("ValueError", "incomplete format", span)) };
            rest = after;
            if item.kind == '%' {
                text.push_str("%");
                continue;
            }
            let value = match item.name {
                Some(name) => {
                    named = true;
                    self.get_item(host, values, &Value::str(name), span)?
                }
                None => {
                    let width = self.size(item.width, &mut list, span)?;
                    let precision = self.size(item.precision, &mut list, span)?;
                    let Some(value) = list.next() else { return Err(self.too_few(span)) };
                    let shown = self.percent_item(host, &item, width, precision, &value, span)?;
                    text.push(shown);
                    continue;
                }
            };
            let sizes = (given(item.width), given(item.precision));
            let shown = self.percent_item(host, &item, sizes.0, sizes.1, &value, span)?;
            text.push(shown);
        }
        text.push_str(rest);
        if !named && list.next().is_some() && !matches!(values, Value::Dict(_) | Value::Instance(_) | Value::List(_)) {
            return Err(self.raise("TypeError", "not all arguments converted during string formatting", span));
        }
        Ok(text.finish())
    }

    fn size(&mut self, size: Option<Size>, values: &mut std::vec::IntoIter<Value>, span: Span) -> Evaluated<Option<usize>> {
        match size {
            Some(Size::Taken) => match values.next() {
                Some(Value::Int(number)) => Ok(usize::try_from(number).ok()),
                Some(_) => Err(self.raise("TypeError", "* wants int", span)),
                None => Err(self.too_few(span)),
            },
            other => Ok(given(other)),
        }
    }

    fn too_few(&mut self, span: Span) -> Unwind {
        self.raise("TypeError", "not enough arguments for format string", span)
    }

    fn percent_item(
        &mut self,
        host: &mut dyn Host,
        item: &Item<'_>,
        width: Option<usize>,
        precision: Option<usize>,
        value: &Value,
        span: Span,
    ) -> Evaluated {
        if value.is_uncertain() {
            return self.text(host, value, span);
        }
        let mut spec = Spec::parse("").unwrap_or_else(default_spec);
        spec.width = width.unwrap_or(0);
        spec.alternate = item.flags.contains('#');
        spec.sign = if item.flags.contains('+') {
            '+'
        } else if item.flags.contains(' ') {
            ' '
        } else {
            '-'
        };
        spec.align = Some(if item.flags.contains('-') { '<' } else { '>' });
        let number = |spec: &mut Spec| {
            if item.flags.contains('0') && !item.flags.contains('-') {
                (spec.fill, spec.align) = ('0', Some('='));
            }
        };
        match item.kind {
            's' | 'r' | 'a' => {
                let shown = if item.kind == 's' { self.text(host, value, span)? } else { self.repr(host, value, span)? };
                let Value::Str(shown) = &shown else { return Ok(shown) };
                spec.precision = precision;
                Ok(Value::str(spec.text(shown).unwrap_or_default()))
            }
            'd' | 'i' | 'u' | 'x' | 'X' | 'o' => {
                number(&mut spec);
                spec.kind = if matches!(item.kind, 'i' | 'u') { 'd' } else { item.kind };
                let integer = match value {
                    Value::Int(number) => *number,
                    Value::Bool(flag) => i128::from(*flag),
                    Value::Float(number) if spec.kind == 'd' => *number as i128,
                    other => {
                        let message = format!("%{} format: a real number is required, not {}", item.kind, self.type_name(other));
                        return Err(self.raise("TypeError", message, span));
                    }
                };
                Ok(Value::str(spec.integer(integer).unwrap_or_default()))
            }
            'f' | 'F' | 'e' | 'E' | 'g' | 'G' => {
                number(&mut spec);
                (spec.kind, spec.precision) = (item.kind, precision);
                let float = match value {
                    Value::Float(number) => *number,
                    Value::Int(number) => *number as f64,
                    Value::Bool(flag) => f64::from(u8::from(*flag)),
                    other => {
                        let message = format!("must be real number, not {}", self.type_name(other));
                        return Err(self.raise("TypeError", message, span));
                    }
                };
                Ok(Value::str(spec.float(float).unwrap_or_default()))
            }
            'c' => match value {
                Value::Str(text) => Ok(Value::Str(text.clone())),
                Value::Int(number) => Ok(Value::str(u32::try_from(*number).ok().and_then(char::from_u32).unwrap_or_default().to_string())),
                _ => Err(self.raise("TypeError", "%c requires int or char", span)),
            },
            other => Err(self.raise("ValueError", format!("unsupported format character '{other}' (0x{:x})", other as u32), span)),
        }
    }
}

fn default_spec() -> Spec {
    Spec { fill: ' ', align: None, sign: '-', alternate: false, width: 0, grouping: None, precision: None, kind: '\0' }
}

fn given(size: Option<Size>) -> Option<usize> {
    match size {
        Some(Size::Given(number)) => Some(number.min(1_000_000)),
        _ => None,
    }
}

/// The item after a `%`, and the text after that.
fn parse(text: &str) -> Option<(Item<'_>, &str)> {
    let mut rest = text;
    let mut name = None;
    if let Some(after) = rest.strip_prefix('(') {
        let end = after.find(')')?;
        name = after.get(..end);
        rest = after.get(end + 1..)?;
    }
    let end = rest.find(|char| !matches!(char, '#' | '0' | '-' | ' ' | '+')).unwrap_or(rest.len());
    let flags = rest.get(..end)?;
    let (width, after) = size(rest.get(end..)?);
    let (precision, after) = match after.strip_prefix('.') {
        Some(after) => {
            let (precision, after) = size(after);
            (Some(precision.unwrap_or(Size::Given(0))), after)
        }
        None => (None, after),
    };
    let after = after.trim_start_matches(['l', 'h', 'L']);
    let kind = after.chars().next()?;
    Some((Item { name, flags, width, precision, kind }, after.get(kind.len_utf8()..)?))
}

fn size(text: &str) -> (Option<Size>, &str) {
    if let Some(after) = text.strip_prefix('*') {
        return (Some(Size::Taken), after);
    }
    let end = text.find(|char: char| !char.is_ascii_digit()).unwrap_or(text.len());
    let (number, rest) = text.split_at(end);
    (number.parse().ok().map(Size::Given), rest)
}
