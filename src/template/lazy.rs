//! Templates that are compiled when first written: few of a dialect's many stand in one script.

use std::sync::OnceLock;

use super::Template;

/// A template's source, and what became of it.
#[derive(Debug)]
pub struct LazyTemplate {
    source: String,
    compiled: OnceLock<Result<Template, String>>,
}

impl LazyTemplate {
    /// A template that is not compiled yet.
    pub fn new(source: impl Into<String>) -> Self {
        Self { source: source.into(), compiled: OnceLock::new() }
    }

    /// The template, which may name `known` fields: the same ones each time.
    ///
    /// # Errors
    /// A sentence where it does not compile.
    pub fn get<N: AsRef<str>>(&self, known: &[N]) -> Result<&Template, String> {
        let compile = || {
            let known: Vec<&str> = known.iter().map(AsRef::as_ref).collect();
            Template::compile(&self.source, &known)
        };
        self.compiled.get_or_init(compile).as_ref().map_err(Clone::clone)
    }
}
