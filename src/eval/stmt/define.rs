//! `def` and `class`.

use std::cell::OnceCell;
use std::rc::Rc;

use ruff_python_ast::visitor::{Visitor, walk_expr, walk_stmt};
use ruff_python_ast::{Decorator, Expr, Stmt, StmtClassDef, StmtFunctionDef};
use ruff_text_size::{Ranged, TextRange};

use crate::eval::class::{Class, Hooks};
use crate::eval::exception::Evaluated;
use crate::eval::frame::Frame;
use crate::eval::function::{Function, FunctionKind, Native};
use crate::eval::host::{Access, Args, Host};
use crate::eval::mro::linearize;
use crate::eval::natives::typing;
use crate::eval::scope::Scope;
use crate::eval::value::{Origin, Value};
use crate::eval::vm::Vm;
use crate::source::Span;

impl Vm {
    pub(super) fn define_function(&mut self, host: &mut dyn Host, frame: &mut Frame<'_>, inner: &StmtFunctionDef) -> Evaluated<()> {
        let decorators = self.decorators(host, frame, &inner.decorator_list)?;
        let defaults = self.defaults(host, frame, &inner.parameters)?;
        let name = self.intern(inner.name.as_str());
        let function = Self::new_function(frame, name, inner.range, kind(frame, inner), defaults);
        let decorated = self.decorate(host, function, decorators, inner.name.as_str())?;
        self.bind(frame, &inner.name.id, decorated);
        Ok(())
    }

    /// A function of the program that closes over the frame's names.
    pub(in crate::eval) fn new_function(
        frame: &Frame<'_>,
        name: Rc<str>,
        range: TextRange,
        kind: FunctionKind,
        defaults: Vec<Value>,
    ) -> Value {
        // Functions in a class body do not see the names of that body.
        let closure = match &frame.scope {
            Some(scope) if frame.annotations.is_some() => scope.parent.clone(),
            other => other.clone(),
        };
        Value::Function(Rc::new(Function {
            name,
            module: Rc::clone(frame.module),
            ast: frame.ast.clone(),
            range,
            kind,
            defaults,
            closure,
            owner: frame.owner.clone(),
            attributes: Default::default(),
        }))
    }

    fn decorators(&mut self, host: &mut dyn Host, frame: &mut Frame<'_>, list: &[Decorator]) -> Evaluated<Vec<(Value, Span)>> {
        let mut decorators = Vec::with_capacity(list.len());
        for decorator in list {
            decorators.push((self.expr(host, frame, &decorator.expression)?, frame.span(decorator.range())));
        }
        Ok(decorators)
    }

    fn decorate(&mut self, host: &mut dyn Host, plain: Value, decorators: Vec<(Value, Span)>, name: &str) -> Evaluated {
        let mut value = plain;
        for (decorator, span) in decorators.into_iter().rev() {
            value = match &decorator {
                Value::Unknown(unknown) if unknown.origin == Origin::Harmless => Self::decorated_unknown(unknown, name, span),
                _ => self.call(host, &decorator, Args::of([value], span), span)?,
            };
        }
        Ok(value)
    }

    pub(super) fn define_class(&mut self, host: &mut dyn Host, frame: &mut Frame<'_>, inner: &StmtClassDef) -> Evaluated<()> {
        let span = frame.span(inner.range);
        let decorators = self.decorators(host, frame, &inner.decorator_list)?;
        let args = match &inner.arguments {
            Some(arguments) => self.arguments(host, frame, arguments, &Value::None)?,
            None => Args::default(),
        };
        let bases = args.positional.iter().filter_map(|argument| base(&argument.value)).collect();
        let mut class = Class::bare(Rc::clone(&frame.module.name), inner.name.as_str().into(), bases, span);
        if let Some(metaclass @ Value::Unknown(_)) = args.keyword("metaclass") {
            class.bases.push(metaclass.clone());
        }
        let owner = Rc::new(OnceCell::new());
        self.class_body(host, frame, inner, &class, Rc::clone(&owner))?;
        let class = Rc::new(class);
        let Some(mro) = linearize(&class) else {
            return Err(self.raise("TypeError", "Cannot create a consistent method resolution order (MRO) for bases", span));
        };
        class.finish(mro);
        // The cell is filled once, here.
        let _ = owner.set(Rc::clone(&class));
        let value = match args.keyword("metaclass") {
            Some(Value::Class(metaclass)) if metaclass.only_calls() => {
                class.hooks.set(Some(&CALLED_BY_METACLASS));
                self.class_made(host, &class, args, span)?;
                Value::Class(class)
            }
            Some(Value::Class(metaclass)) => {
                let reason = format!("`{}` is made by the metaclass `{}`, which is not evaluated", class.name, metaclass.name);
                Value::unknown(span, reason, Origin::Project)
            }
            _ => {
                self.class_made(host, &class, args, span)?;
                Value::Class(class)
            }
        };
        let decorated = self.decorate(host, value, decorators, inner.name.as_str())?;
        self.bind(frame, &inner.name.id, decorated);
        Ok(())
    }

    fn class_body(
        &mut self,
        host: &mut dyn Host,
        frame: &mut Frame<'_>,
        inner: &StmtClassDef,
        class: &Class,
        owner: Rc<OnceCell<Rc<Class>>>,
    ) -> Evaluated<()> {
        let outer = match &frame.scope {
            Some(scope) if frame.annotations.is_some() => scope.parent.clone(),
            other => other.clone(),
        };
        let scope = Scope::new(outer);
        let mut body = frame.within(Rc::clone(&scope));
        body.declared.clear();
        body.owner = Some(owner);
        body.annotations = Some(Vec::new());
        self.block(host, &mut body, &inner.body)?;
        *class.annotations.borrow_mut() = body.annotations.take().unwrap_or_default();
        let mut namespace = scope.names.take();
        if let Some(text) = docstring(&inner.body) {
            namespace.set("__doc__", Value::str(text));
        }
        *class.namespace.borrow_mut() = namespace;
        Ok(())
    }

    /// Tells all who want to know of a new class: its hooks, its attributes, its bases, the host.
    pub(in crate::eval) fn class_made(&mut self, host: &mut dyn Host, class: &Rc<Class>, args: Args, span: Span) -> Evaluated<()> {
        let named: Vec<(Rc<str>, Value)> = class.namespace.borrow().iter().map(|(name, value)| (name.into(), value.clone())).collect();
        for (name, value) in named {
            if let Value::Instance(_) = value
                && let Some(method) = self.special(host, &value, "__set_name__", span)?
            {
                self.call(host, &method, Args::of([Value::Class(Rc::clone(class)), Value::Str(name)], span), span)?;
            }
        }
        if let Some(created) = class.hooks.get().and_then(|hooks| hooks.created) {
            created(self, host, class, &args)?;
        }
        let hook = class.mro().iter().skip(1).find_map(|base| match base {
            Value::Class(base) => base.namespace.borrow().get("__init_subclass__").cloned(),
            _ => None,
        });
        if let Some(hook) = hook {
            let mut keywords = args;
            keywords.positional.clear();
            keywords.keywords.retain(|(name, _)| &**name != "metaclass");
            let hook = match &hook {
                Value::Descriptor(descriptor) => match &**descriptor {
                    crate::eval::Descriptor::ClassMethod(function) => function.clone(),
                    _ => hook,
                },
                _ => hook,
            };
            self.call_bound(host, &hook, Value::Class(Rc::clone(class)), keywords, span)?;
        }
        if class.library_base().is_some()
            && let Value::Library(library) = Self::outcome(host.library(self, Access::Subclass { class }, span))?
        {
            *class.library.borrow_mut() = Some(library);
        }
        Ok(())
    }
}

/// The class of a metaclass that decides what calling it gives, as singletons have it.
static CALLED_BY_METACLASS: Hooks = Hooks {
    created: None,
    called: Some(|call| {
        let reason = "an object whose metaclass makes it is not evaluated";
        Ok(Value::unknown(call.span, reason, Origin::Project))
    }),
    methods: &[],
};

/// What counts as a base: `object` and the bases that only say something about types do not.
fn base(value: &Value) -> Option<Value> {
    let value = typing::origin(value).unwrap_or_else(|| value.clone());
    match &value {
        Value::Native(Native::Type(ty)) if ["object", "Generic", "Protocol", "ABC"].contains(&ty.name) => None,
        Value::Native(Native::Function(_)) => None,
        _ => Some(value),
    }
}

fn kind(frame: &Frame<'_>, inner: &StmtFunctionDef) -> FunctionKind {
    if inner.is_async {
        return FunctionKind::Async;
    }
    let text = frame.ast.source.text.get(std::ops::Range::<usize>::from(inner.range)).unwrap_or_default();
    if text.contains("yield") && yields(&inner.body) { FunctionKind::Generator } else { FunctionKind::Plain }
}

/// Whether the body has a `yield` of its own.
fn yields(body: &[Stmt]) -> bool {
    struct Search(bool);
    impl<'a> Visitor<'a> for Search {
        fn visit_stmt(&mut self, statement: &'a Stmt) {
            if !matches!(statement, Stmt::FunctionDef(_) | Stmt::ClassDef(_)) {
                walk_stmt(self, statement);
            }
        }
        fn visit_expr(&mut self, expr: &'a Expr) {
            match expr {
                Expr::Yield(_) | Expr::YieldFrom(_) => self.0 = true,
                Expr::Lambda(_) => {}
                _ => walk_expr(self, expr),
            }
        }
    }
    let mut search = Search(false);
    search.visit_body(body);
    search.0
}

/// The docstring that a body begins with.
pub(in crate::eval) fn docstring(body: &[Stmt]) -> Option<&str> {
    match body.first()? {
        Stmt::Expr(first) => match &*first.value {
            Expr::StringLiteral(literal) => Some(literal.value.to_str()),
            _ => None,
        },
        _ => None,
    }
}
