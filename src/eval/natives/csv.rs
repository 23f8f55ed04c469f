//! `csv`, with commas and double quotes or what `delimiter` and `quotechar` say.

use super::NativeModule;
use crate::eval::exception::Evaluated;
use crate::eval::function::{Call, NativeType, Row};
use crate::eval::generator::Generator;
use crate::eval::object::Object;
use crate::eval::value::Value;

/// `csv`.
pub static MODULE: NativeModule = NativeModule {
    functions: &[
        Row::new("reader", |call| {
            let style = match style(call)? {
                Ok(style) => style,
                Err(unknown) => return Ok(unknown),
            };
            let [lines] = call.take("reader", ["csvfile"], 1)?;
            let rows = rows(call, &lines.unwrap_or(Value::None), style)?;
            Ok(Generator::over(rows.into_iter().map(listed).collect()))
        }),
        Row::new("DictReader", |call| {
            let style = match style(call)? {
                Ok(style) => style,
                Err(unknown) => return Ok(unknown),
            };
            let [lines, names, _, missing] = call.take("DictReader", ["f", "fieldnames", "restkey", "restval"], 1)?;
            let mut rows = rows(call, &lines.unwrap_or(Value::None), style)?.into_iter().filter(|row| !row.is_empty());
            let names = match names {
                None | Some(Value::None) => rows.next().unwrap_or_default().into_iter().map(Value::str).collect(),
                Some(names) => call.items(&names)?,
            };
            let missing = missing.unwrap_or(Value::None);
            let mut dicts = Vec::new();
            for row in rows {
                let mut cells = row.into_iter().map(Value::str);
                let mut entries: Vec<(Value, Value)> =
                    names.iter().map(|name| (name.clone(), cells.next().unwrap_or_else(|| missing.clone()))).collect();
                let rest: Vec<Value> = cells.collect();
                if !rest.is_empty() {
                    entries.push((Value::None, Value::list(rest)));
                }
                dicts.push(call.dict(entries)?);
            }
            Ok(Generator::over(dicts))
        }),
        Row::new("writer", |call| {
            let style = match style(call)? {
                Ok(style) => style,
                Err(unknown) => return Ok(unknown),
            };
            let [file] = call.take("writer", ["csvfile"], 1)?;
            Ok(Object::value(&WRITER, Writer { file: file.unwrap_or(Value::None), style }))
        }),
    ],
    values: &[
        Row::any("QUOTE_MINIMAL", |_| Ok(Value::Int(0))),
        Row::any("QUOTE_ALL", |_| Ok(Value::Int(1))),
        Row::any("QUOTE_NONNUMERIC", |_| Ok(Value::Int(2))),
        Row::any("QUOTE_NONE", |_| Ok(Value::Int(3))),
    ],
    ..NativeModule::new("csv")
};

#[derive(Clone, Copy)]
struct Style {
    delimiter: char,
    quote: char,
    skip_space: bool,
}

struct Writer {
    file: Value,
    style: Style,
}

static WRITER: NativeType = NativeType {
    methods: &[
        Row::new("writerow", |call| {
            let [row] = call.need("writerow", ["row"])?;
            write(call, &row)?;
            Ok(Value::None)
        }),
        Row::new("writerows", |call| {
            let [rows] = call.need("writerows", ["rows"])?;
            for row in call.items(&rows)? {
                write(call, &row)?;
            }
            Ok(Value::None)
        }),
    ],
    ..NativeType::new("writer", "_csv", Row::new("writer", |call| Ok(call.not_computed("a writer of another dialect is not evaluated"))))
};

/// Takes the format's keywords out of the arguments; the unknown that a format not understood makes of the result.
fn style(call: &mut Call<'_>) -> Evaluated<Result<Style, Value>> {
    let mut style = Style { delimiter: ',', quote: '"', skip_space: false };
    let mut kept = Vec::new();
    for (name, argument) in std::mem::take(&mut call.args.keywords) {
        match &*name {
            "delimiter" => style.delimiter = call.need_text(&argument.value)?.chars().next().unwrap_or(','),
            "quotechar" => style.quote = call.need_text(&argument.value)?.chars().next().unwrap_or('"'),
            "skipinitialspace" => style.skip_space = call.truth(&argument.value)?,
            "lineterminator" | "quoting" | "dialect" | "strict" | "doublequote" | "escapechar" => {
                // What is the default anyway changes nothing; all else would be written wrong.
                let plain = match &argument.value {
                    Value::Str(text) => matches!(&**text, "excel" | "\r\n"),
                    Value::Int(0) | Value::None => true,
                    Value::Bool(flag) => *flag == (&*name == "doublequote"),
                    _ => false,
                };
                if !plain {
                    return Ok(Err(call.not_computed(format!("`{name}` of `csv` is not evaluated"))));
                }
            }
            _ => kept.push((name, argument)),
        }
    }
    call.args.keywords = kept;
    Ok(Ok(style))
}

fn listed(row: Vec<String>) -> Value {
    Value::list(row.into_iter().map(Value::str).collect())
}

fn rows(call: &mut Call<'_>, lines: &Value, style: Style) -> Evaluated<Vec<Vec<String>>> {
    let mut text = String::new();
    for line in call.items(lines)? {
        let line = call.need_text(&line)?;
        text.push_str(&line);
        if !line.ends_with('\n') {
            text.push('\n');
        }
    }
    Ok(parse(&text, style))
}

fn parse(text: &str, style: Style) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let mut row: Vec<String> = Vec::new();
    let mut cell = String::new();
    let (mut quoted, mut begun) = (false, false);
    let mut chars = text.chars().peekable();
    while let Some(char) = chars.next() {
        match char {
            char if quoted && char == style.quote => {
                if chars.peek() == Some(&style.quote) {
                    cell.extend(chars.next());
                } else {
                    quoted = false;
                }
            }
            char if quoted => cell.push(char),
            char if char == style.quote && cell.is_empty() => (quoted, begun) = (true, true),
            char if char == style.delimiter => {
                row.push(std::mem::take(&mut cell));
                begun = true;
            }
            '\r' if chars.peek() == Some(&'\n') => {}
            '\n' | '\r' => {
                if begun || !cell.is_empty() {
                    row.push(std::mem::take(&mut cell));
                }
                rows.push(std::mem::take(&mut row));
                begun = false;
            }
            ' ' if style.skip_space && cell.is_empty() => {}
            char => cell.push(char),
        }
    }
    rows
}

fn write(call: &mut Call<'_>, row: &Value) -> Evaluated<()> {
    let object = call.object()?;
    let Some(writer) = object.body::<Writer>() else { return Ok(()) };
    let (delimiter, quote) = (writer.style.delimiter, writer.style.quote);
    let mut cells = Vec::new();
    for value in call.items(row)? {
        let text = match &value {
            Value::None => Value::str(""),
            value => call.vm.text(call.host, value, call.span)?,
        };
        let text = call.need_text(&text)?;
        let wraps = text.contains([delimiter, quote, '\n', '\r']);
        cells.push(if wraps { format!("{quote}{}{quote}", text.replace(quote, &format!("{quote}{quote}"))) } else { text.to_string() });
    }
    let line = cells.join(&delimiter.to_string()) + "\r\n";
    let method = call.attr(&writer.file, "write")?;
    call.apply(&method, [Value::str(line)])?;
    Ok(())
}
