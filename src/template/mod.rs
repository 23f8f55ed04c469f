//! Statement templates. The one user of `minijinja`.
//!
//! A template is compiled once and rendered often. Most of what the dialects hold is literal text, fields and
//! `{% if field %}`; that subset is kept as pieces and written without the engine ([`pieces`]), all else goes
//! through `minijinja` with undefined names as errors. A template may name only the fields it was compiled for.

mod engine;
mod fields;
mod lazy;
mod pieces;

pub use fields::{Field, Fields};
pub use lazy::LazyTemplate;

use engine::Engine;
use pieces::Piece;

/// A compiled template.
#[derive(Debug)]
pub struct Template {
    form: Form,
}

#[derive(Debug)]
enum Form {
    Pieces(Vec<Piece>),
    Engine(Box<Engine>),
}

impl Template {
    /// Compiles a template that may name `known` fields.
    ///
    /// # Errors
    /// A sentence where the syntax is wrong or a name is not among the known fields.
    pub fn compile(source: &str, known: &[&str]) -> Result<Self, String> {
        let form = match pieces::parse(source) {
            Some(pieces) => {
                pieces::check(&pieces, known)?;
                Form::Pieces(pieces)
            }
            None => Form::Engine(Box::new(Engine::compile(source, known)?)),
        };
        Ok(Self { form })
    }

    /// Compiles a template for the engine even where pieces would do.
    ///
    /// # Errors
    /// As [`Template::compile`].
    pub fn compile_in_engine(source: &str, known: &[&str]) -> Result<Self, String> {
        Ok(Self { form: Form::Engine(Box::new(Engine::compile(source, known)?)) })
    }

    /// Writes the template with these fields; a known field that is absent counts as empty.
    ///
    /// # Errors
    /// A sentence where the engine can't go on, such as an unknown attribute.
    pub fn render(&self, fields: &Fields) -> Result<String, String> {
        match &self.form {
            Form::Pieces(pieces) => {
                let mut text = String::with_capacity(64);
                pieces::write(pieces, fields, &mut text);
                Ok(text)
            }
            Form::Engine(engine) => engine.render(fields),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Field, Fields, Template};

    fn both(source: &str, fields: &Fields) -> String {
        let known = ["name", "flag", "items"];
        let direct = Template::compile(source, &known).and_then(|template| template.render(fields)).unwrap();
        let engine = Template::compile_in_engine(source, &known).and_then(|template| template.render(fields)).unwrap();
        assert_eq!(direct, engine, "{source}");
        direct
    }

    #[test]
    fn pieces_and_engine_agree() {
        let mut fields = Fields::new();
        fields.set("name", Field::Name { quoted: "\"A b\"".into(), raw: "A b".into() });
        fields.set("flag", Field::Flag(true));
        assert_eq!(
            both("X {{ name }} {{ name.raw }}{% if flag %} YES{% endif %}{% if items %} NO{% endif %}", &fields),
            "X \"A b\" A b YES"
        );
        assert_eq!(both("{% if items %}a{% else %}b{% endif %}\n", &fields), "b\n");
        assert_eq!(both("{% if flag %}{% if name %}in{% endif %}{% endif %}", &fields), "in");
    }

    #[test]
    fn loops_go_through_the_engine() {
        let mut fields = Fields::new();
        fields.set("items", Field::List(vec!["a".into(), "b".into()]));
        let template = Template::compile("{% for item in items %}<{{ item }}>{% endfor %}", &["items"]).unwrap();
        assert_eq!(template.render(&fields).unwrap(), "<a><b>");
    }

    #[test]
    fn unknown_fields_are_refused_when_compiling() {
        assert!(Template::compile("{{ nmae }}", &["name"]).unwrap_err().contains("nmae"));
        assert!(Template::compile("{% for x in nmae %}{% endfor %}", &["name"]).unwrap_err().contains("nmae"));
        assert!(Template::compile("{% if x %}", &["x"]).is_err());
    }
}
