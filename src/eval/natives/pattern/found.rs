//! `re.Match`.

use std::rc::Rc;

use fancy_regex::Captures;

use super::Pattern;
use crate::eval::exception::Evaluated;
use crate::eval::function::{Call, NativeType, Row};
use crate::eval::object::Object;
use crate::eval::value::Value;

/// `re.Match`.
pub static MATCH: NativeType = NativeType {
    methods: &[
        Row::new("group", |call| {
            let found = own(call)?;
            let wanted = std::mem::take(&mut call.args.positional);
            let mut groups = Vec::new();
            for argument in &wanted {
                groups.push(group(call, &found, &argument.value, Value::None)?);
            }
            match <[Value; 1]>::try_from(groups) {
                Ok([one]) => Ok(one),
                Err(groups) if groups.is_empty() => group(call, &found, &Value::Int(0), Value::None),
                Err(groups) => Ok(Value::tuple(groups)),
            }
        }),
        Row::new("groups", |call| {
            let [default] = call.take("groups", ["default"], 0)?;
            let default = default.unwrap_or(Value::None);
            let found = own(call)?;
            Ok(Value::tuple((1..found.count()).map(|index| found.group(index).map_or_else(|| default.clone(), Value::str)).collect()))
        }),
        Row::new("groupdict", |call| {
            let [default] = call.take("groupdict", ["default"], 0)?;
            let default = default.unwrap_or(Value::None);
            let found = own(call)?;
            let names: Vec<(usize, Rc<str>)> = found.names().collect();
            call.dict(
                names.into_iter().map(|(index, name)| (Value::Str(name), found.group(index).map_or_else(|| default.clone(), Value::str))),
            )
        }),
        Row::new("start", |call| side(call, |(start, _)| Value::Int(start))),
        Row::new("end", |call| side(call, |(_, end)| Value::Int(end))),
        Row::new("span", |call| side(call, |(start, end)| Value::tuple(vec![Value::Int(start), Value::Int(end)]))),
        Row::new("__getitem__", |call| {
            let [key] = call.need("__getitem__", ["key"])?;
            let found = own(call)?;
            group(call, &found, &key, Value::None)
        }),
        Row::new("expand", |call| {
            let [template] = call.need("expand", ["template"])?;
            let template = call.need_text(&template)?;
            let found = own(call)?;
            super::replace::template(call, &template, &found).map(Value::str)
        }),
        Row::new("__repr__", |call| {
            let found = own(call)?;
            let (start, end) = found.span(0).unwrap_or((0, 0));
            let text = call.repr(&Value::str(found.group(0).unwrap_or_default()))?;
            Ok(Value::str(format!("<re.Match object; span=({start}, {end}), match={text}>")))
        }),
        Row::any("__bool__", |_| Ok(Value::Bool(true))),
    ],
    getters: &[
        Row::any("string", |call| Ok(Value::Str(Rc::clone(&own(call)?.text)))),
        Row::any("re", |call| Ok(Object::value(&super::PATTERN, own(call)?.pattern))),
        Row::any("pos", |_| Ok(Value::Int(0))),
        Row::any("lastindex", |call| {
            let found = own(call)?;
            let last = (1..found.count())
                .filter_map(|index| Some((found.bytes(index)?.1, index)))
                .max_by_key(|(end, index)| (*end, std::cmp::Reverse(*index)));
            Ok(last.map_or(Value::None, |(_, index)| Value::Int(index as i128)))
        }),
        Row::any("lastgroup", |call| {
            let found = own(call)?;
            let last = found.names().filter_map(|(index, name)| Some((found.bytes(index)?.1, name))).max_by_key(|(end, _)| *end);
            Ok(last.map_or(Value::None, |(_, name)| Value::Str(name)))
        }),
    ],
    ..NativeType::new("Match", "re", Row::new("Match", |call| Err(call.raise("TypeError", "cannot create 're.Match' instances"))))
};

/// One match.
#[derive(Clone)]
pub struct Found {
    pattern: Pattern,
    text: Rc<str>,
    /// Byte ranges of the groups, the whole match first.
    groups: Vec<Option<(usize, usize)>>,
}

impl Found {
    pub fn of(pattern: &Pattern, text: &Rc<str>, captures: &Captures<'_, str>) -> Self {
        let groups = (0..pattern.regex.captures_len()).map(|index| captures.get(index).map(|group| (group.start(), group.end()))).collect();
        Self { pattern: pattern.clone(), text: Rc::clone(text), groups }
    }

    /// How many groups there are, the whole match counted.
    pub fn count(&self) -> usize {
        self.groups.len()
    }

    /// Start and end of a group in bytes.
    pub fn bytes(&self, index: usize) -> Option<(usize, usize)> {
        self.groups.get(index).copied().flatten()
    }

    /// The text of a group.
    pub fn group(&self, index: usize) -> Option<&str> {
        let (start, end) = self.bytes(index)?;
        self.text.get(start..end)
    }

    /// Start and end of a group in characters.
    fn span(&self, index: usize) -> Option<(i128, i128)> {
        let (start, end) = self.bytes(index)?;
        let count = |end: usize| self.text.get(..end).map_or(0, |text| text.chars().count()) as i128;
        Some((count(start), count(end)))
    }

    fn names(&self) -> impl Iterator<Item = (usize, Rc<str>)> {
        self.pattern.regex.capture_names().enumerate().filter_map(|(index, name)| Some((index, name?.into())))
    }

    /// The number of a group that is named or numbered.
    pub fn index(&self, key: &Value) -> Option<usize> {
        match (Call::text_of(key), Call::int_of(key)) {
            (Some(name), _) => self.names().find(|(_, known)| *known == name).map(|(index, _)| index),
            (_, Some(number)) => usize::try_from(number).ok().filter(|index| *index < self.count()),
            _ => None,
        }
    }
}

pub(super) fn wrap(pattern: &Pattern, text: &Rc<str>, captures: &Captures<'_, str>) -> Value {
    Object::value(&MATCH, Found::of(pattern, text, captures))
}

fn own(call: &mut Call<'_>) -> Evaluated<Found> {
    let found = call.object()?.body::<Found>().cloned();
    found.ok_or_else(|| call.raise("TypeError", "descriptor requires a 're.Match' object"))
}

fn group(call: &mut Call<'_>, found: &Found, key: &Value, default: Value) -> Evaluated {
    match found.index(key) {
        Some(index) => Ok(found.group(index).map_or(default, Value::str)),
        None => Err(call.raise("IndexError", "no such group")),
    }
}

fn side(call: &mut Call<'_>, pick: fn((i128, i128)) -> Value) -> Evaluated {
    let [key] = call.take("span", ["group"], 0)?;
    let found = own(call)?;
    match found.index(&key.unwrap_or(Value::Int(0))) {
        Some(index) => Ok(pick(found.span(index).unwrap_or((-1, -1)))),
        None => Err(call.raise("IndexError", "no such group")),
    }
}
