//! Binding the arguments of a call to the parameters of a function.

use std::rc::Rc;

use ruff_python_ast::{ParameterWithDefault, Parameters};

use crate::eval::dict::{Dict, Key};
use crate::eval::exception::{Evaluated, Unwind};
use crate::eval::frame::Frame;
use crate::eval::function::Function;
use crate::eval::host::{Arg, Args, Host};
use crate::eval::scope::{Namespace, Scope};
use crate::eval::value::Value;
use crate::eval::vm::Vm;
use crate::source::Span;

impl Vm {
    /// The values of the parameters that have a default, in order.
    pub(in crate::eval) fn defaults(
        &mut self,
        host: &mut dyn Host,
        frame: &mut Frame<'_>,
        parameters: &Parameters,
    ) -> Evaluated<Vec<Value>> {
        let mut values = Vec::new();
        for parameter in all(parameters) {
            if let Some(default) = &parameter.default {
                values.push(self.expr(host, frame, default)?);
            }
        }
        Ok(values)
    }

    /// Binds arguments to parameters in the scope of the call.
    pub(super) fn bind_parameters(
        &mut self,
        function: &Function,
        parameters: &Parameters,
        receiver: Option<Value>,
        args: Args,
        scope: &Rc<Scope>,
        span: Span,
    ) -> Evaluated<()> {
        let mut names = scope.names.borrow_mut();
        let given = args.positional.len() + usize::from(receiver.is_some());
        let mut positional = receiver.into_iter().chain(args.positional.into_iter().map(|argument| argument.value));
        let mut keywords = args.keywords;
        let mut defaults = function.defaults.iter();
        let mut missing = Vec::new();
        let room = parameters.posonlyargs.len() + parameters.args.len();
        for (index, parameter) in parameters.posonlyargs.iter().chain(&parameters.args).enumerate() {
            let default = parameter.default.as_ref().and_then(|_| defaults.next());
            let name = &parameter.parameter.name;
            let keyword = if index < parameters.posonlyargs.len() { None } else { take(&mut keywords, name.as_str()) };
            match (positional.next(), keyword, default) {
                (Some(_), Some(_), _) => return Err(self.twice(function, name.as_str(), span)),
                (Some(value), None, _) | (None, Some(value), _) => names.set(name.id.clone(), value),
                (None, None, Some(default)) => names.set(name.id.clone(), default.clone()),
                (None, None, None) => missing.push(name.as_str()),
            }
        }
        let rest: Vec<Value> = positional.collect();
        match &parameters.vararg {
            Some(vararg) => names.set(vararg.name.id.clone(), Value::tuple(rest)),
            None if !rest.is_empty() => return Err(self.too_many(function, parameters, room, given, span)),
            None => {}
        }
        if !missing.is_empty() {
            return Err(self.missing(function, &missing, "positional", span));
        }
        for parameter in &parameters.kwonlyargs {
            let default = parameter.default.as_ref().and_then(|_| defaults.next());
            let name = &parameter.parameter.name;
            match take(&mut keywords, name.as_str()).or_else(|| default.cloned()) {
                Some(value) => names.set(name.id.clone(), value),
                None => missing.push(name.as_str()),
            }
        }
        if !missing.is_empty() {
            return Err(self.missing(function, &missing, "keyword-only", span));
        }
        self.bind_rest(function, parameters, keywords, &mut names, span)
    }

    fn bind_rest(
        &mut self,
        function: &Function,
        parameters: &Parameters,
        keywords: Vec<(Rc<str>, Arg)>,
        names: &mut Namespace,
        span: Span,
    ) -> Evaluated<()> {
        match (&parameters.kwarg, keywords.first()) {
            (Some(kwarg), _) => {
                let mut dict = Dict::new();
                for (name, argument) in keywords {
                    dict.insert(Key::Str(Rc::clone(&name)), Value::Str(name), argument.value);
                }
                names.set(kwarg.name.id.clone(), Value::dict(dict));
                Ok(())
            }
            (None, Some((name, _))) => {
                let positional = parameters.posonlyargs.iter().any(|parameter| parameter.parameter.name.as_str() == &**name);
                let message = if positional {
                    format!("{}() got some positional-only arguments passed as keyword arguments: '{name}'", function.name)
                } else if all(parameters).any(|parameter| parameter.parameter.name.as_str() == &**name) {
                    format!("{}() got multiple values for argument '{name}'", function.name)
                } else {
                    format!("{}() got an unexpected keyword argument '{name}'", function.name)
                };
                Err(self.raise("TypeError", message, span))
            }
            (None, None) => Ok(()),
        }
    }

    fn twice(&mut self, function: &Function, name: &str, span: Span) -> Unwind {
        self.raise("TypeError", format!("{}() got multiple values for argument '{name}'", function.name), span)
    }

    fn too_many(&mut self, function: &Function, parameters: &Parameters, room: usize, given: usize, span: Span) -> Unwind {
        let optional = parameters.posonlyargs.iter().chain(&parameters.args).filter(|parameter| parameter.default.is_some()).count();
        let takes = if optional > 0 { format!("from {} to {room}", room - optional) } else { room.to_string() };
        let plural = if room == 1 && optional == 0 { "" } else { "s" };
        let were = if given == 1 { "was" } else { "were" };
        let message = format!("{}() takes {takes} positional argument{plural} but {given} {were} given", function.name);
        self.raise("TypeError", message, span)
    }

    fn missing(&mut self, function: &Function, names: &[&str], kind: &str, span: Span) -> Unwind {
        let plural = if names.len() == 1 { "" } else { "s" };
        let quoted: Vec<String> = names.iter().map(|name| format!("'{name}'")).collect();
        let list = match quoted.as_slice() {
            [one] => one.clone(),
            [one, two] => format!("{one} and {two}"),
            [most @ .., last] => format!("{}, and {last}", most.join(", ")),
            [] => String::new(),
        };
        let message = format!("{}() missing {} required {kind} argument{plural}: {list}", function.name, names.len());
        self.raise("TypeError", message, span)
    }
}

/// Every parameter that can have a default, in order.
fn all(parameters: &Parameters) -> impl Iterator<Item = &ParameterWithDefault> {
    parameters.posonlyargs.iter().chain(&parameters.args).chain(&parameters.kwonlyargs)
}

fn take(keywords: &mut Vec<(Rc<str>, Arg)>, name: &str) -> Option<Value> {
    let index = keywords.iter().position(|(keyword, _)| &**keyword == name)?;
    Some(keywords.remove(index).1.value)
}
