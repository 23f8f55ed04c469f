//! `json.dumps`: values to text, as CPython's encoder writes them.

use crate::eval::exception::Evaluated;
use crate::eval::function::Call;
use crate::eval::value::Value;

/// The options of `dumps`.
pub struct Style {
    pub indent: Option<String>,
    pub item_separator: String,
    pub key_separator: String,
    pub ascii: bool,
    pub sort_keys: bool,
    pub skip_keys: bool,
    pub allow_nan: bool,
    /// What gives a plain value for one that has no JSON form.
    pub default: Option<Value>,
}

/// A text that is being written.
pub struct Writer<'w, 'c> {
    pub call: &'w mut Call<'c>,
    pub style: Style,
    pub out: String,
    /// Containers under way, by identity.
    open: Vec<usize>,
}

impl<'w, 'c> Writer<'w, 'c> {
    /// A writer with nothing written.
    pub fn new(call: &'w mut Call<'c>, style: Style) -> Self {
        Self { call, style, out: String::new(), open: Vec::new() }
    }

    /// Writes one value.
    pub fn value(&mut self, value: &Value) -> Evaluated<()> {
        match value {
            Value::None => self.out.push_str("null"),
            Value::Bool(true) => self.out.push_str("true"),
            Value::Bool(false) => self.out.push_str("false"),
            Value::Int(number) => self.out.push_str(&number.to_string()),
            Value::Float(number) => {
                let text = self.float(*number)?;
                self.out.push_str(&text);
            }
            Value::Str(text) => quote(text, self.style.ascii, &mut self.out),
            Value::List(items) => {
                let items = items.borrow().clone();
                self.sequence(value, &items)?;
            }
            Value::Tuple(items) => self.sequence(value, items)?,
            Value::Dict(dict) => {
                let entries = dict.borrow().iter().map(|(name, value)| (name.clone(), value.clone())).collect();
                self.mapping(value, entries)?;
            }
            Value::Instance(instance) => {
                let native = instance.native.borrow().clone();
                match native {
                    Some(
                        native @ (Value::Str(_) | Value::Int(_) | Value::Float(_) | Value::List(_) | Value::Tuple(_) | Value::Dict(_)),
                    ) => {
                        self.value(&native)?;
                    }
                    _ => self.other(value)?,
                }
            }
            _ => self.other(value)?,
        }
        Ok(())
    }

    fn float(&mut self, number: f64) -> Evaluated<String> {
        let text = match number {
            _ if number.is_nan() => "NaN",
            _ if number.is_infinite() && number > 0.0 => "Infinity",
            _ if number.is_infinite() => "-Infinity",
            _ => return self.call.repr(&Value::Float(number)),
        };
        if self.style.allow_nan {
            Ok(text.to_owned())
        } else {
            Err(self.call.raise("ValueError", "Out of range float values are not JSON compliant"))
        }
    }

    fn other(&mut self, value: &Value) -> Evaluated<()> {
        let Some(default) = self.style.default.clone() else {
            let message = format!("Object of type {} is not JSON serializable", self.call.vm.type_name(value));
            return Err(self.call.raise("TypeError", message));
        };
        self.begin(value)?;
        let plain = self.call.apply(&default, [value.clone()])?;
        if let Some(diagnostic) = self.call.vm.sink(&plain, "what `default` gives for a JSON value", self.call.span) {
            return Err(diagnostic.into());
        }
        self.value(&plain)?;
        self.open.pop();
        Ok(())
    }

    fn begin(&mut self, container: &Value) -> Evaluated<()> {
        if self.open.contains(&container.identity()) {
            return Err(self.call.raise("ValueError", "Circular reference detected"));
        }
        if self.open.len() > 900 {
            return Err(self.call.raise("RecursionError", "maximum recursion depth exceeded while encoding a JSON object"));
        }
        self.open.push(container.identity());
        Ok(())
    }

    fn line(&mut self) {
        if let Some(indent) = &self.style.indent {
            self.out.push('\n');
            for _ in 0..self.open.len() {
                self.out.push_str(indent);
            }
        }
    }

    fn sequence(&mut self, container: &Value, items: &[Value]) -> Evaluated<()> {
        if items.is_empty() {
            self.out.push_str("[]");
            return Ok(());
        }
        self.begin(container)?;
        self.out.push('[');
        for (index, item) in items.iter().enumerate() {
            if index > 0 {
                self.out.push_str(&self.style.item_separator);
            }
            self.line();
            self.value(item)?;
        }
        self.open.pop();
        self.line();
        self.out.push(']');
        Ok(())
    }

    fn mapping(&mut self, container: &Value, mut entries: Vec<(Value, Value)>) -> Evaluated<()> {
        if entries.is_empty() {
            self.out.push_str("{}");
            return Ok(());
        }
        if self.style.sort_keys {
            self.sort(&mut entries)?;
        }
        self.begin(container)?;
        self.out.push('{');
        let mut first = true;
        for (name, value) in &entries {
            let Some(name) = self.name(name)? else { continue };
            if !first {
                self.out.push_str(&self.style.item_separator);
            }
            first = false;
            self.line();
            quote(&name, self.style.ascii, &mut self.out);
            self.out.push_str(&self.style.key_separator);
            self.value(value)?;
        }
        self.open.pop();
        self.line();
        self.out.push('}');
        Ok(())
    }

    fn sort(&mut self, entries: &mut Vec<(Value, Value)>) -> Evaluated<()> {
        if entries.iter().all(|(name, _)| name.as_str().is_some()) {
            entries.sort_by(|(one, _), (two, _)| one.as_str().cmp(&two.as_str()));
            return Ok(());
        }
        let mut sorted: Vec<(Value, Value)> = Vec::with_capacity(entries.len());
        for entry in std::mem::take(entries) {
            let mut place = sorted.len();
            while let Some(before) = place.checked_sub(1).and_then(|before| sorted.get(before)) {
                if !self.call.holds("<", &entry.0, &before.0)? {
                    break;
                }
                place -= 1;
            }
            sorted.insert(place, entry);
        }
        *entries = sorted;
        Ok(())
    }

    /// The key as JSON names it; nothing where it is passed over.
    fn name(&mut self, name: &Value) -> Evaluated<Option<String>> {
        Ok(Some(match name {
            Value::None => "null".to_owned(),
            Value::Bool(flag) => flag.to_string(),
            Value::Float(number) => self.float(*number)?,
            _ => match (Call::text_of(name), Call::int_of(name)) {
                (Some(text), _) => text.to_string(),
                (_, Some(number)) => number.to_string(),
                _ if self.style.skip_keys => return Ok(None),
                _ => {
                    let message = format!("keys must be str, int, float, bool or None, not {}", self.call.vm.type_name(name));
                    return Err(self.call.raise("TypeError", message));
                }
            },
        }))
    }
}

/// Writes a JSON string.
pub fn quote(text: &str, ascii: bool, out: &mut String) {
    out.push('"');
    for char in text.chars() {
        match char {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            _ if char < ' ' || (ascii && char > '~') => {
                let mut units = [0; 2];
                for unit in char.encode_utf16(&mut units) {
                    out.push_str(&format!("\\u{unit:04x}"));
                }
            }
            _ => out.push(char),
        }
    }
    out.push('"');
}
