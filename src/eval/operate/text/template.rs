//! `"…".format(…)`.

use std::rc::Rc;

use super::joined::Joined;
use crate::eval::exception::{Evaluated, Unwind};
use crate::eval::host::{Args, Host};
use crate::eval::value::Value;
use crate::eval::vm::Vm;
use crate::source::Span;

/// What fields of a template are filled from.
struct Fields<'a> {
    args: &'a Args,
    /// `format_map`: names are looked up here.
    mapping: Option<&'a Value>,
    /// The next field without a name.
    next: usize,
}

impl Vm {
    /// `template.format(*args)`: a `Str`, or what makes it unknown or live.
    pub(in crate::eval) fn format_template(
        &mut self,
        host: &mut dyn Host,
        template: &str,
        args: &Args,
        mapping: Option<&Value>,
        span: Span,
    ) -> Evaluated {
        let mut fields = Fields { args, mapping, next: 0 };
        self.fill(host, template, &mut fields, 2, span)
    }

    fn fill(&mut self, host: &mut dyn Host, template: &str, fields: &mut Fields<'_>, depth: usize, span: Span) -> Evaluated {
        let mut text = Joined::default();
        let mut rest = template;
        while let Some(at) = rest.find(['{', '}']) {
            text.push_str(rest.get(..at).unwrap_or_default());
            let brace = if rest.get(at..at + 1) == Some("{") { '{' } else { '}' };
            rest = rest.get(at + 1..).unwrap_or_default();
            if let Some(after) = rest.strip_prefix(brace) {
                text.push_str(brace.encode_utf8(&mut [0; 4]));
                rest = after;
                continue;
            }
            if brace == '}' {
                return Err(self.raise("ValueError", "Single '}' encountered in format string", span));
            }
            let Some(end) = closing(rest) else { return Err(self.raise("ValueError", "expected '}' before end of string", span)) };
            let field = rest.get(..end).unwrap_or_default();
            rest = rest.get(end + 1..).unwrap_or_default();
            text.push(self.field(host, field, fields, depth, span)?);
        }
        text.push_str(rest);
        Ok(text.finish())
    }

    fn field(&mut self, host: &mut dyn Host, field: &str, fields: &mut Fields<'_>, depth: usize, span: Span) -> Evaluated {
        let (head, spec) = match field.find([':']) {
            Some(at) => (field.get(..at).unwrap_or_default(), field.get(at + 1..).unwrap_or_default()),
            None => (field, ""),
        };
        let (path, conversion) = match head.rsplit_once('!') {
            Some((path, conversion)) => (path, conversion),
            None => (head, ""),
        };
        let value = self.field_value(host, path, fields, span)?;
        let value = match conversion {
            "" => value,
            "s" => self.text(host, &value, span)?,
            "r" | "a" => self.repr(host, &value, span)?,
            _ => return Err(self.raise("ValueError", format!("Unknown conversion specifier '{conversion}'"), span)),
        };
        if !spec.contains('{') || depth == 0 {
            return self.format(host, &value, spec, span);
        }
        match self.fill(host, spec, fields, depth - 1, span)? {
            Value::Str(spec) => self.format(host, &value, &spec, span),
            uncertain => Ok(uncertain),
        }
    }

    fn field_value(&mut self, host: &mut dyn Host, path: &str, fields: &mut Fields<'_>, span: Span) -> Evaluated {
        let end = path.find(['.', '[']).unwrap_or(path.len());
        let (name, mut rest) = path.split_at(end);
        let mut value = self.named_field(host, name, fields, span)?;
        while !rest.is_empty() {
            if let Some(after) = rest.strip_prefix('.') {
                let end = after.find(['.', '[']).unwrap_or(after.len());
                let (name, after) = after.split_at(end);
                value = self.get_attr(host, &value, name, span)?;
                rest = after;
            } else {
                let after = rest.strip_prefix('[').unwrap_or(rest);
                let Some(end) = after.find(']') else { return Err(self.raise("ValueError", "Missing ']' in format string", span)) };
                let (key, after) = after.split_at(end);
                let key = key.parse().map_or_else(|_| Value::str(key), Value::Int);
                value = self.get_item(host, &value, &key, span)?;
                rest = after.get(1..).unwrap_or_default();
            }
        }
        Ok(value)
    }

    fn named_field(&mut self, host: &mut dyn Host, name: &str, fields: &mut Fields<'_>, span: Span) -> Evaluated {
        let index = if name.is_empty() {
            fields.next += 1;
            Some(fields.next - 1)
        } else {
            name.parse().ok()
        };
        if let Some(index) = index {
            let argument: Option<&crate::eval::Arg> = fields.args.positional.get(index);
            return match argument {
                Some(argument) => Ok(argument.value.clone()),
                None => Err(self.no_field(index, span)),
            };
        }
        if let Some(mapping) = fields.mapping {
            return self.get_item(host, mapping, &Value::str(name), span);
        }
        match fields.args.keyword(name) {
            Some(value) => Ok(value.clone()),
            None => Err(self.raise_builtin("KeyError", vec![Value::Str(Rc::from(name))], span)),
        }
    }

    fn no_field(&mut self, index: usize, span: Span) -> Unwind {
        let message = format!("Replacement index {index} out of range for positional args tuple");
        self.raise("IndexError", message, span)
    }
}

/// Where the brace that ends a field stands.
fn closing(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, char) in text.char_indices() {
        match char {
            '{' => depth += 1,
            '}' if depth == 0 => return Some(at),
            '}' => depth -= 1,
            _ => {}
        }
    }
    None
}
