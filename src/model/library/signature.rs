//! Binding of call arguments to the parameters of library functions.

use std::rc::Rc;

use super::object::{self, Doubt, Extra};
use super::state::Cx;
use crate::eval::{Arg, Args, Unwind, Value};
use crate::model::Ident;
use crate::source::Span;

/// The parameters of a library function.
#[derive(Clone, Copy, Debug)]
pub struct Signature {
    /// As Python's messages name it: `ForeignKey.__init__()`.
    pub function: &'static str,
    /// What the arguments are for, in diagnostics: "a foreign key".
    pub of: &'static str,
    pub positional: &'static [&'static str],
    /// How many of the positional ones must be given.
    pub required: usize,
    /// Whether more positional arguments are taken (`*args`).
    pub variadic: bool,
    pub keywords: &'static [&'static str],
    /// Whether other keywords are taken (`**kw`).
    pub open: bool,
}

/// The arguments of a call by parameter.
pub struct Bound {
    of: &'static str,
    named: Vec<(&'static str, Arg)>,
    pub rest: Vec<Arg>,
    pub extra: Vec<(Rc<str>, Arg)>,
    /// The first argument that is unknown or live where it counts.
    pub doubt: Option<Doubt>,
}

impl Signature {
    /// Binds arguments as Python does.
    ///
    /// # Errors
    /// `TypeError` with Python's text.
    pub fn bind(&self, cx: &mut Cx<'_>, args: &Args) -> Result<Bound, Unwind> {
        let count = args.positional.len() + args.keywords.len();
        let mut bound = Bound { of: self.of, named: Vec::with_capacity(count), rest: Vec::new(), extra: Vec::new(), doubt: None };
        for (index, arg) in args.positional.iter().enumerate() {
            match self.positional.get(index) {
                Some(name) => bound.named.push((name, arg.clone())),
                None if self.variadic => bound.rest.push(arg.clone()),
                None => return Err(self.too_many(cx, args.positional.len())),
            }
        }
        for (name, arg) in &args.keywords {
            let known = self.positional.iter().chain(self.keywords).find(|known| **known == &**name);
            match known {
                Some(known) if bound.get(known).is_some() => {
                    return Err(cx.raise_builtin("TypeError", format!("{} got multiple values for argument '{name}'", self.function)));
                }
                Some(known) => bound.named.push((known, arg.clone())),
                None if self.open => bound.extra.push((Rc::clone(name), arg.clone())),
                None => return Err(cx.raise_builtin("TypeError", format!("{} got an unexpected keyword argument '{name}'", self.function))),
            }
        }
        let missing: Vec<_> = self.positional.iter().take(self.required).filter(|name| bound.get(name).is_none()).collect();
        if missing.is_empty() { Ok(bound) } else { Err(self.missing(cx, &missing)) }
    }

    fn too_many(&self, cx: &mut Cx<'_>, given: usize) -> Unwind {
        let (least, most) = (self.required + 1, self.positional.len() + 1);
        let takes = if least == most { format!("{most}") } else { format!("from {least} to {most}") };
        let plural = if most == 1 { "" } else { "s" };
        cx.raise_builtin("TypeError", format!("{} takes {takes} positional argument{plural} but {} were given", self.function, given + 1))
    }

    fn missing(&self, cx: &mut Cx<'_>, missing: &[&&'static str]) -> Unwind {
        let mut names: Vec<String> = missing.iter().map(|name| format!("'{name}'")).collect();
        let last = names.pop().unwrap_or_default();
        let listed = match names.len() {
            0 => last,
            1 => format!("{} and {last}", names.concat()),
            _ => format!("{}, and {last}", names.join(", ")),
        };
        let plural = if missing.len() == 1 { "" } else { "s" };
        cx.raise_builtin("TypeError", format!("{} missing {} required positional argument{plural}: {listed}", self.function, missing.len()))
    }
}

impl Bound {
    /// An argument, where it was given.
    pub fn get(&self, name: &str) -> Option<&Arg> {
        self.named.iter().find(|(known, _)| *known == name).map(|(_, arg)| arg)
    }

    /// An argument's value, None where it was not given.
    pub fn value(&self, name: &str) -> Value {
        self.get(name).map_or(Value::None, |arg| arg.value.clone())
    }

    /// Whether an argument was given, and not as None.
    pub fn has(&self, name: &str) -> bool {
        self.get(name).is_some_and(|arg| !arg.value.is_none())
    }

    /// Notes that a value is not known where it counts.
    pub fn doubt(&mut self, name: &str, value: &Value) {
        if self.doubt.is_none() {
            self.doubt = Some(Doubt { field: format!("`{name}` of {}", self.of).into(), value: value.clone() });
        }
    }

    /// An argument's value; one that is unknown or live is noted as doubt and counts as not given.
    pub fn known(&mut self, name: &str) -> Option<Arg> {
        let arg = self.get(name)?.clone();
        if is_unknown(&arg.value) {
            self.doubt(name, &arg.value);
            return None;
        }
        Some(arg)
    }

    /// An argument as a truth value, `None` where it is absent or None.
    ///
    /// # Errors
    /// What asking it for its truth raises.
    pub fn optional_flag(&mut self, cx: &mut Cx<'_>, name: &str) -> Result<Option<bool>, Unwind> {
        let Some(arg) = self.known(name) else { return Ok(None) };
        if arg.value.is_none() {
            return Ok(None);
        }
        cx.vm.truth(cx.host, &arg.value, arg.span).map(Some)
    }

    /// An argument as a truth value.
    ///
    /// # Errors
    /// What asking it for its truth raises.
    pub fn flag(&mut self, cx: &mut Cx<'_>, name: &str, default: bool) -> Result<bool, Unwind> {
        match self.get(name) {
            None => Ok(default),
            Some(_) => Ok(self.optional_flag(cx, name)?.unwrap_or(false)),
        }
    }

    /// An argument as a text.
    pub fn text(&mut self, name: &str) -> Option<Rc<str>> {
        let arg = self.known(name)?;
        plain_text(&arg.value)
    }

    /// An argument as an integer.
    pub fn int(&mut self, name: &str) -> Option<i128> {
        match self.known(name)?.value {
            Value::Int(number) => Some(number),
            Value::Bool(flag) => Some(i128::from(flag)),
            _ => None,
        }
    }

    /// An argument as an identifier, with the `quote=` that goes with it.
    pub fn ident(&mut self, name: &str, quote: Option<bool>) -> Option<Ident> {
        let arg = self.known(name)?;
        identifier(&arg.value, quote)
    }

    /// An argument's place, or the call's.
    pub fn span(&self, name: &str, call: Span) -> Span {
        self.get(name).map_or(call, |arg| arg.span)
    }

    /// The keywords that are no parameter of the function.
    pub fn take_extra(&mut self) -> Extra {
        std::mem::take(&mut self.extra).into_iter().map(|(name, arg)| (name, arg.value)).collect()
    }
}

/// Whether a value is not known at compile time.
pub fn is_unknown(value: &Value) -> bool {
    matches!(value, Value::Unknown(_) | Value::Live(_))
}

/// The text of a `str` or of one of its library subclasses.
pub fn plain_text(value: &Value) -> Option<Rc<str>> {
    match value {
        Value::Str(text) => Some(Rc::clone(text)),
        Value::Library(handle) => object::text(handle).map(|text| Rc::clone(&text.text)),
        Value::Instance(instance) => instance.native.borrow().as_ref().and_then(plain_text),
        _ => None,
    }
}

/// A `str` as an identifier (`quoted_name(value, quote)`): what the value itself says of quoting counts where nothing
/// else is said.
pub fn identifier(value: &Value, quote: Option<bool>) -> Option<Ident> {
    let text = plain_text(value)?;
    let own = match value {
        Value::Library(handle) => match object::text(handle)?.kind {
            object::TextKind::Quoted(quote) => quote,
            object::TextKind::Conv => None,
        },
        _ => None,
    };
    Some(Ident { text, quote: quote.or(own) })
}
