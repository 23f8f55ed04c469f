//! Iterators that pull from others as they are asked: `enumerate`, `zip`, `map`, `filter`.

use crate::eval::exception::Evaluated;
use crate::eval::generator::Pull;
use crate::eval::host::{Args, Host};
use crate::eval::value::Value;
use crate::eval::vm::Vm;
use crate::source::Span;

/// `enumerate(over, start)`.
pub(super) struct Enumerated {
    pub over: Value,
    pub next: i128,
}

impl Pull for Enumerated {
    fn next(&mut self, vm: &mut Vm, host: &mut dyn Host, span: Span) -> Evaluated<Option<Value>> {
        let item = vm.pull(host, &self.over, span)?;
        self.next += 1;
        Ok(item.map(|item| Value::tuple(vec![Value::Int(self.next - 1), item])))
    }
}

/// `zip(*over, strict=…)`.
pub(super) struct Zipped {
    pub over: Vec<Value>,
    pub strict: bool,
}

impl Pull for Zipped {
    fn next(&mut self, vm: &mut Vm, host: &mut dyn Host, span: Span) -> Evaluated<Option<Value>> {
        let mut items = Vec::with_capacity(self.over.len());
        for (index, over) in self.over.iter().enumerate() {
            match vm.pull(host, over, span)? {
                Some(item) => items.push(item),
                None if self.strict && index > 0 => {
                    return Err(vm.raise("ValueError", format!("zip() argument {} is shorter than argument 1", index + 1), span));
                }
                None => return Ok(None),
            }
        }
        Ok(if items.is_empty() { None } else { Some(Value::tuple(items)) })
    }
}

/// `map(function, *over)`.
pub(super) struct Mapped {
    pub function: Value,
    pub over: Zipped,
}

impl Pull for Mapped {
    fn next(&mut self, vm: &mut Vm, host: &mut dyn Host, span: Span) -> Evaluated<Option<Value>> {
        match self.over.next(vm, host, span)? {
            Some(Value::Tuple(items)) => {
                let args = Args::of(items.iter().cloned(), span);
                vm.call(host, &self.function, args, span).map(Some)
            }
            _ => Ok(None),
        }
    }
}

/// `filter(function, over)`.
pub(super) struct Filtered {
    pub function: Value,
    pub over: Value,
}

impl Pull for Filtered {
    fn next(&mut self, vm: &mut Vm, host: &mut dyn Host, span: Span) -> Evaluated<Option<Value>> {
        while let Some(item) = vm.pull(host, &self.over, span)? {
            vm.step(span)?;
            let kept = match &self.function {
                Value::None => item.clone(),
                function => vm.call(host, function, Args::of([item.clone()], span), span)?,
            };
            if vm.truth(host, &kept, span)? {
                return Ok(Some(item));
            }
        }
        Ok(None)
    }
}
