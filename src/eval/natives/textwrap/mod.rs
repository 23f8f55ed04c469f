//! `textwrap`.

mod wrap;

use wrap::Wrapper;

use super::NativeModule;
use crate::eval::exception::Evaluated;
use crate::eval::function::{Call, NativeType, Row};
use crate::eval::object::Object;
use crate::eval::value::Value;

/// `textwrap`.
pub static MODULE: NativeModule = NativeModule {
    functions: &[
        Row::new("dedent", dedent),
        Row::new("indent", indent),
        Row::new("fill", |call| wrapped(call, "fill").map(|lines| Value::str(lines.join("\n")))),
        Row::new("wrap", |call| wrapped(call, "wrap").map(|lines| Value::list(lines.into_iter().map(Value::str).collect()))),
        Row::new("shorten", shorten),
    ],
    types: &[&WRAPPER],
    ..NativeModule::new("textwrap")
};

static WRAPPER: NativeType = NativeType {
    methods: &[
        Row::new("wrap", |call| method_lines(call).map(|lines| Value::list(lines.into_iter().map(Value::str).collect()))),
        Row::new("fill", |call| method_lines(call).map(|lines| Value::str(lines.join("\n")))),
    ],
    ..NativeType::new(
        "TextWrapper",
        "textwrap",
        Row::new("TextWrapper", |call| {
            if let Some(width) = (!call.args.positional.is_empty()).then(|| call.args.positional.remove(0)) {
                call.args.keywords.insert(0, ("width".into(), width));
            }
            let wrapper = wrapper(call, "TextWrapper")?;
            Ok(Object::value(&WRAPPER, wrapper))
        }),
    )
};

fn method_lines(call: &mut Call<'_>) -> Evaluated<Vec<String>> {
    let [text] = call.need("wrap", ["text"])?;
    let text = call.need_text(&text)?;
    let object = call.object()?;
    Ok(object.body::<Wrapper>().map(|wrapper| wrapper.wrap(&text)).unwrap_or_default())
}

fn dedent(call: &mut Call<'_>) -> Evaluated {
    let [text] = call.need("dedent", ["text"])?;
    Ok(Value::str(wrap::dedent(&call.need_text(&text)?)))
}

fn indent(call: &mut Call<'_>) -> Evaluated {
    let [text, prefix, predicate] = call.take("indent", ["text", "prefix", "predicate"], 2)?;
    let text = call.need_text(&text.unwrap_or(Value::None))?;
    let prefix = call.need_text(&prefix.unwrap_or(Value::None))?;
    let mut result = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let indented = match &predicate {
            None | Some(Value::None) => !line.trim().is_empty(),
            Some(predicate) => {
                let answer = call.apply(predicate, [Value::str(line)])?;
                call.truth(&answer)?
            }
        };
        if indented {
            result.push_str(&prefix);
        }
        result.push_str(line);
    }
    Ok(Value::str(result))
}

fn wrapped(call: &mut Call<'_>, name: &str) -> Evaluated<Vec<String>> {
    let text = text_and_width(call, name)?;
    Ok(wrapper(call, name)?.wrap(&text))
}

fn shorten(call: &mut Call<'_>) -> Evaluated {
    let text = text_and_width(call, "shorten")?;
    let wrapper = Wrapper { max_lines: Some(1), ..wrapper(call, "shorten")? };
    let words: Vec<&str> = text.split_whitespace().collect();
    Ok(Value::str(wrapper.wrap(&words.join(" ")).join("\n")))
}

/// Takes the text out of the arguments, and makes the width a keyword.
fn text_and_width(call: &mut Call<'_>, name: &str) -> Evaluated<std::rc::Rc<str>> {
    let mut positional = std::mem::take(&mut call.args.positional).into_iter();
    let text = match positional.next() {
        Some(argument) => argument.value,
        None => match call.args.keywords.iter().position(|(keyword, _)| &**keyword == "text") {
            Some(place) => call.args.keywords.remove(place).1.value,
            None => return Err(call.raise("TypeError", format!("{name}() missing 1 required positional argument: 'text'"))),
        },
    };
    if let Some(width) = positional.next() {
        call.args.keywords.insert(0, ("width".into(), width));
    }
    call.need_text(&text)
}

fn wrapper(call: &mut Call<'_>, name: &str) -> Evaluated<Wrapper> {
    let mut wrapper = Wrapper::default();
    for (keyword, argument) in std::mem::take(&mut call.args.keywords) {
        let value = argument.value;
        match &*keyword {
            "width" => wrapper.width = usize::try_from(call.need_int(&value)?).unwrap_or(0),
            "initial_indent" => wrapper.initial_indent = call.need_text(&value)?.to_string(),
            "subsequent_indent" => wrapper.subsequent_indent = call.need_text(&value)?.to_string(),
            "placeholder" => wrapper.placeholder = call.need_text(&value)?.to_string(),
            "expand_tabs" => wrapper.expand_tabs = call.truth(&value)?,
            "tabsize" => wrapper.tab_size = usize::try_from(call.need_int(&value)?).unwrap_or(0),
            "replace_whitespace" => wrapper.replace_whitespace = call.truth(&value)?,
            "drop_whitespace" => wrapper.drop_whitespace = call.truth(&value)?,
            "break_long_words" => wrapper.break_long_words = call.truth(&value)?,
            "break_on_hyphens" => wrapper.break_on_hyphens = call.truth(&value)?,
            "fix_sentence_endings" => wrapper.fix_sentence_endings = call.truth(&value)?,
            "max_lines" => wrapper.max_lines = if value.is_none() { None } else { usize::try_from(call.need_int(&value)?).ok() },
            _ => return Err(call.raise("TypeError", format!("{name}() got an unexpected keyword argument '{keyword}'"))),
        }
    }
    Ok(wrapper)
}
