//! Operators and what stands on their sides.

use crate::diag::{Code, Diagnostic};
use crate::model::expr::op::CustomOp;
use crate::model::expr::{Affinity, Binary, ClauseList, Literal, Modifiers, Op, Search, SpecialOp, SqlExpr, Unary, build};
use crate::model::types::Type;
use crate::template::Fields;

use super::compiler::{Compiler, Context};

impl Compiler<'_> {
    /// How the dialect spells an operator, where it differs from the standard or is its own.
    fn spelling(&self, name: &str) -> Option<&str> {
        self.dialect.spec().query.operators.get(name).map(String::as_str)
    }

    /// An operator with one operand (`visit_unary`).
    pub fn unary(&mut self, unary: &Unary, context: Context<'_>) -> Result<String, Diagnostic> {
        let native = self.dialect.spec().features.native_boolean || is_implicitly_boolean(&unary.element);
        match &unary.op {
            Op::IsTrue if native => return self.process(&unary.element, context),
            Op::IsTrue => return Ok(format!("{} = 1", self.process(&unary.element, context)?)),
            Op::IsFalse if native => return Ok(format!("NOT {}", self.process(&unary.element, context)?)),
            Op::IsFalse => return Ok(format!("{} = 0", self.process(&unary.element, context)?)),
            Op::Custom(custom) if unary.modifier => {
                return Ok(format!("{} {}", self.process(&unary.element, context)?, self.escaped_operator(custom)));
            }
            Op::Custom(custom) => return Ok(format!("{} {}", self.escaped_operator(custom), self.process(&unary.element, context)?)),
            _ => {}
        }
        if unary.op == Op::BitwiseNot && self.spelling("bitwise_not") == Some("") {
            return Err(self.unsupported("the operator `~`"));
        }
        let element = self.process(&unary.element, context)?;
        Ok(match &unary.op {
            Op::Exists => format!("EXISTS {element}"),
            Op::Distinct => format!("DISTINCT {element}"),
            Op::Any => format!("ANY {element}"),
            Op::All => format!("ALL {element}"),
            Op::Neg => format!("-{element}"),
            Op::BitwiseNot => format!("~{element}"),
            Op::Desc => format!("{element} DESC"),
            Op::Asc => format!("{element} ASC"),
            Op::NullsFirst => format!("{element} NULLS FIRST"),
            Op::NullsLast => format!("{element} NULLS LAST"),
            _ => format!("NOT {element}"),
        })
    }

    /// Operands of one operator, or a list (`visit_clauselist`, `visit_expression_clauselist`).
    pub fn clause_list(&mut self, list: &ClauseList, context: Context<'_>) -> Result<String, Diagnostic> {
        let separator = match &list.op {
            Op::And => " AND ".to_owned(),
            Op::Or => " OR ".to_owned(),
            Op::Comma => ", ".to_owned(),
            Op::Concat if self.spelling("concat").is_some_and(|spelling| spelling.contains("{{")) => {
                let items = self.joined(&list.clauses, ", ", Context { in_operator: true, ..context })?;
                let template = self.spelling("concat").unwrap_or_default().to_owned();
                let mut fields = Fields::new();
                fields.set("items", items);
                return self.fill(&template, &fields);
            }
            op => self.infix(op)?,
        };
        let context = Context { in_operator: context.in_operator || list.expression, ..context };
        self.joined(&list.clauses, &separator, context)
    }

    /// An operator with two operands (`visit_binary`).
    pub fn binary(&mut self, binary: &Binary, context: Context<'_>) -> Result<String, Diagnostic> {
        match &binary.op {
            op if op.is_substring_match() => self.substring_match(binary, context),
            Op::Like | Op::NotLike => {
                let (left, right) = self.sides(binary, context)?;
                let word = if binary.op == Op::Like { "LIKE" } else { "NOT LIKE" };
                self.with_escape(format!("{left} {word} {right}"), &binary.modifiers)
            }
            Op::Ilike | Op::NotIlike => self.ilike(&binary.left, &binary.right, binary.op == Op::NotIlike, &binary.modifiers, context),
            Op::Between | Op::NotBetween => {
                let not = if binary.op == Op::NotBetween { " NOT" } else { "" };
                let symmetric = if binary.modifiers.symmetric { " SYMMETRIC" } else { "" };
                self.generic(binary, &format!("{not} BETWEEN{symmetric} "), context)
            }
            Op::NotIn => Ok(format!("({})", self.generic(binary, " NOT IN ", context)?)),
            Op::TrueDiv => self.true_division(binary, context),
            Op::FloorDiv => self.floor_division(binary, context),
            Op::Mod if self.spelling("mod").is_some() => self.template("mod", binary, context),
            Op::Mod => {
                let (left, right) = self.sides(binary, context)?;
                Ok(format!("{left} {} {right}", if self.dialect.doubles_percents() { "%%" } else { "%" }))
            }
            Op::Match => self.search(binary, context),
            // The reference negates the operator without telling its operands what it was told.
            Op::NotMatch => Ok(format!("NOT {}", self.template("match", binary, Context::untold())?)),
            Op::RegexpMatch => self.regexp_match("regexp_match", binary, context),
            Op::NotRegexpMatch => self.regexp_match("not_regexp_match", binary, context),
            Op::RegexpReplace => self.template("regexp_replace", binary, context),
            Op::GetItem => self.template("getitem", binary, context),
            Op::JsonGetItem | Op::JsonPathGetItem => self.json_getitem(binary, context),
            Op::Custom(custom) => self.custom(custom, binary, context),
            op => {
                let name = operator_name(op).map(|(name, _)| name);
                let context = name.map_or(context, |name| self.told(name, context));
                if let Some(name) = name.filter(|name| self.spelling(name).is_some_and(|spelling| spelling.contains("{{"))) {
                    return self.template(name, binary, context);
                }
                let infix = self.infix(op)?;
                let swapped = self.dialect.spec().query.values_on_the_right
                    && *op == Op::Eq
                    && matches!(binary.left, SqlExpr::Bind(_))
                    && !matches!(binary.right, SqlExpr::Bind(_));
                if swapped {
                    let swapped = Binary { left: binary.right.clone(), right: binary.left.clone(), ..binary.clone() };
                    return self.generic(&swapped, &infix, context);
                }
                self.generic(binary, &infix, context)
            }
        }
    }

    /// A search in texts (`visit_match_op_binary`, `visit_mysql_match`).
    fn search(&mut self, binary: &Binary, context: Context<'_>) -> Result<String, Diagnostic> {
        let several = binary.modifiers.search.is_some_and(|search| search.several_columns);
        self.template(if several { "match_columns" } else { "match" }, binary, context)
    }

    fn sides(&mut self, binary: &Binary, context: Context<'_>) -> Result<(String, String), Diagnostic> {
        Ok((self.process(&binary.left, context)?, self.process(&binary.right, context)?))
    }

    /// Left, operator, right (`_generate_generic_binary`).
    fn generic(&mut self, binary: &Binary, infix: &str, context: Context<'_>) -> Result<String, Diagnostic> {
        let inner = Context { in_operator: true, ..context };
        let (left, right) = self.sides(binary, inner)?;
        let text = format!("{left}{infix}{right}");
        Ok(if context.in_operator && context.eager_grouping { format!("({text})") } else { text })
    }

    /// An operator with the spaces around it.
    fn infix(&self, op: &Op) -> Result<String, Diagnostic> {
        let Some((name, standard)) = operator_name(op) else { return Err(self.unsupported(&format!("the operator {op:?}"))) };
        match self.spelling(name) {
            Some("") => Err(self.unsupported(&format!("the operator `{standard}`"))),
            spelling => Ok(format!(" {} ", spelling.unwrap_or(standard))),
        }
    }

    /// What the dialect has no words for.
    pub fn unsupported(&self, what: &str) -> Diagnostic {
        let title = &self.dialect.spec().about.title;
        Diagnostic::error(Code::Unsupported, format!("{title} has no way to write {what}"))
            .help("write this statement as text, with `op.execute(\"…\")`, for this database")
    }

    fn escaped_operator(&self, custom: &CustomOp) -> String {
        if self.dialect.doubles_percents() { custom.text.replace('%', "%%") } else { custom.text.to_string() }
    }

    /// `op("…")` and the operators of a dialect's types (`visit_custom_op_binary`).
    fn custom(&mut self, custom: &CustomOp, binary: &Binary, context: Context<'_>) -> Result<String, Diagnostic> {
        let eager = Context { eager_grouping: custom.eager_grouping, ..context };
        if custom.special == Some(SpecialOp::HstoreGetItem) && self.spelling("hstore_getitem").is_some() {
            return self.template("hstore_getitem", binary, Context { eager_grouping: true, ..context });
        }
        let infix = format!(" {} ", self.escaped_operator(custom));
        self.generic(binary, &infix, eager)
    }

    /// An operator that the dialect's data has a template for.
    fn template(&mut self, name: &str, binary: &Binary, context: Context<'_>) -> Result<String, Diagnostic> {
        let Some(template) = self.spelling(name).map(str::to_owned) else {
            return Err(self.unsupported(&format!("the operator `{name}`")));
        };
        let context = self.told(name, context);
        let (mut left, right) = self.sides(binary, context)?;
        if name == "hstore_getitem" && matches!(binary.left, SqlExpr::Function(_)) {
            left = format!("({left})");
        }
        let flags = self.modifier(binary.modifiers.flags.as_deref())?;
        let config = self.modifier(binary.modifiers.regconfig.as_deref())?;
        let mut fields = Fields::new();
        fields.set("items", format!("{left}, {right}")).set("nested", context.in_operator);
        fields.set("left", left).set("right", right).set_some("flags", flags).set_some("config", config);
        if template.contains("boolean_mode") {
            let search = binary.modifiers.search.unwrap_or(Search::PLAIN);
            if !search.is_valid() {
                return Err(self.unsupported("these modes of a search together"));
            }
            fields.set("boolean_mode", search.boolean_mode).set("natural_language", search.natural_language);
            fields.set("query_expansion", search.query_expansion);
        }
        if template.contains("precision") {
            for name in ["precision", "scale"] {
                fields.set_some(name, binary.ty.number(name));
            }
        }
        if template.contains("pattern") {
            self.set_pattern(&mut fields, &binary.right, context)?;
        }
        self.fill(&template, &fields)
    }

    /// The pattern of a regular expression and what replaces it, the pattern also with its values left as parameters.
    fn set_pattern<'f>(&mut self, fields: &mut Fields<'f>, right: &SqlExpr, context: Context<'_>) -> Result<(), Diagnostic> {
        let (pattern, replacement) = match right {
            SqlExpr::List(list) => (list.clauses.first().unwrap_or(right), list.clauses.get(1)),
            pattern => (pattern, None),
        };
        fields.set("kept_pattern", self.process(pattern, Context::untold())?).set("pattern", self.process(pattern, context)?);
        if let Some(replacement) = replacement {
            fields.set("replacement", self.process(replacement, context)?);
        }
        Ok(())
    }

    /// What operands of an operator or arguments of a function are told: nothing, where the reference forgets to.
    pub fn told<'c>(&self, name: &str, context: Context<'c>) -> Context<'c> {
        let forgets = self.dialect.spec().query.keeps_parameters.iter().any(|known| known == name);
        if forgets { Context::untold() } else { context }
    }

    fn modifier(&mut self, text: Option<&str>) -> Result<Option<String>, Diagnostic> {
        text.map(|text| self.literal(&Literal::str(text), &Type::plain("String"))).transpose()
    }

    /// Fills one of the dialect's expression templates.
    pub fn fill(&self, template: &str, fields: &Fields<'_>) -> Result<String, Diagnostic> {
        crate::dialect::query_template(template)
            .and_then(|template| template.render(fields))
            .map_err(|message| self.dialect.bad_query_template(template, &message))
    }

    fn regexp_match(&mut self, name: &str, binary: &Binary, context: Context<'_>) -> Result<String, Diagnostic> {
        let key = match binary.modifiers.flags.as_deref() {
            None => name.to_owned(),
            Some("i") if self.spelling(&format!("{name}_insensitive")).is_some() => format!("{name}_insensitive"),
            Some(_) => format!("{name}_flags"),
        };
        match self.spelling(&key) {
            Some(spelling) if !spelling.contains("{{") => {
                let infix = format!(" {spelling} ");
                self.generic(binary, &infix, context)
            }
            Some(_) => self.template(&key, binary, context),
            None => Err(self.unsupported("regular expressions")),
        }
    }

    /// `x LIKE '%' || y || '%'` and its kin.
    fn substring_match(&mut self, binary: &Binary, context: Context<'_>) -> Result<String, Diagnostic> {
        use Op::*;
        let op = &binary.op;
        let insensitive = matches!(op, IStartsWith | NotIStartsWith | IEndsWith | NotIEndsWith | IContains | NotIContains);
        let negated = matches!(op, NotStartsWith | NotEndsWith | NotContains | NotIStartsWith | NotIEndsWith | NotIContains);
        let before = !matches!(op, StartsWith | NotStartsWith | IStartsWith | NotIStartsWith);
        let after = !matches!(op, EndsWith | NotEndsWith | IEndsWith | NotIEndsWith);
        let percent = if self.dialect.doubles_percents() { "'%%'" } else { "'%'" };
        let concat = self.spelling("concat").unwrap_or("||").to_owned();
        let left = self.process(&binary.left, context)?;
        let native = self.spelling("ilike").is_some();
        let operands =
            if insensitive { vec![build::self_group(&binary.right, Some(&Op::Concat))] } else { build::joined_texts(&binary.right) };
        let mut parts = Vec::with_capacity(operands.len());
        for operand in &operands {
            let text = self.process(operand, Context { in_operator: true, ..context })?;
            parts.push(if insensitive && !native { format!("lower({text})") } else { text });
        }
        let right = self.concatenated(&concat, before.then_some(percent), parts, after.then_some(percent))?;
        let text = match (insensitive, native) {
            (true, true) => format!("{left} {}ILIKE {right}", if negated { "NOT " } else { "" }),
            (true, false) => format!("lower({left}) {}LIKE {right}", if negated { "NOT " } else { "" }),
            _ => format!("{left} {}LIKE {right}", if negated { "NOT " } else { "" }),
        };
        self.with_escape(text, &binary.modifiers)
    }

    fn concatenated(&self, concat: &str, before: Option<&str>, texts: Vec<String>, after: Option<&str>) -> Result<String, Diagnostic> {
        let around = |percent: Option<&str>| percent.map(str::to_owned);
        let parts: Vec<String> = around(before).into_iter().chain(texts).chain(around(after)).collect();
        if concat.contains("{{") {
            let mut fields = Fields::new();
            fields.set("items", parts.join(", "));
            return self.fill(concat, &fields);
        }
        Ok(parts.join(&format!(" {concat} ")))
    }

    fn ilike(
        &mut self,
        left: &SqlExpr,
        right: &SqlExpr,
        negated: bool,
        modifiers: &Modifiers,
        context: Context<'_>,
    ) -> Result<String, Diagnostic> {
        let (left, right) = (self.process(left, context)?, self.process(right, context)?);
        let not = if negated { "NOT " } else { "" };
        let text = match self.spelling("ilike") {
            Some(word) => format!("{left} {not}{word} {right}"),
            None => format!("lower({left}) {not}LIKE lower({right})"),
        };
        self.with_escape(text, modifiers)
    }

    fn with_escape(&mut self, text: String, modifiers: &Modifiers) -> Result<String, Diagnostic> {
        Ok(match self.modifier(modifiers.escape.as_deref())? {
            Some(escape) => format!("{text} ESCAPE {escape}"),
            None => text,
        })
    }

    fn true_division(&mut self, binary: &Binary, context: Context<'_>) -> Result<String, Diagnostic> {
        if self.spelling("truediv").is_some() {
            return self.template("truediv", binary, context);
        }
        let left = self.process(&binary.left, context)?;
        let right = if self.dialect.spec().query.division_floors {
            let ty = binary.right.ty();
            let ty = if matches!(ty.affinity(), Affinity::Numeric | Affinity::Float) { (*ty).clone() } else { Type::plain("Numeric") };
            self.cast(&binary.right, &ty, context)?
        } else {
            self.process(&binary.right, context)?
        };
        Ok(format!("{left} / {right}"))
    }

    fn floor_division(&mut self, binary: &Binary, context: Context<'_>) -> Result<String, Diagnostic> {
        let whole = [&binary.left, &binary.right].iter().all(|side| side.ty().affinity() == Affinity::Integer);
        let (left, right) = self.sides(binary, context)?;
        let plain = self.dialect.spec().query.division_floors && whole;
        Ok(if plain { format!("{left} / {right}") } else { format!("FLOOR({left} / {right})") })
    }

    /// An element of a JSON document (`visit_json_getitem_op_binary`, `visit_json_path_getitem_op_binary`).
    fn json_getitem(&mut self, binary: &Binary, context: Context<'_>) -> Result<String, Diagnostic> {
        if let Some(name) = json_value(binary.ty.affinity()).filter(|name| self.spelling(name).is_some()) {
            return self.template(name, binary, context);
        }
        if !context.cast_applied && binary.ty.affinity() != Affinity::Json {
            let inner = SqlExpr::Binary(std::rc::Rc::new(binary.clone()));
            return self.cast(&inner, &binary.ty, Context { cast_applied: true, ..context });
        }
        let path = binary.op == Op::JsonPathGetItem;
        let name = match (path, context.cast_applied) {
            (false, false) => "json_getitem",
            (false, true) => "json_getitem_text",
            (true, false) => "json_path_getitem",
            (true, true) => "json_path_getitem_text",
        };
        let inner = Context { cast_applied: false, ..context };
        let eager = Context { eager_grouping: true, ..inner };
        if name == "json_getitem" && binary.left.ty().class_name() == "JSONB" && self.spelling("jsonb_getitem").is_some() {
            let mut grouped = binary.clone();
            if matches!(binary.left, SqlExpr::Function(_) | SqlExpr::Cast(_)) {
                grouped.left = build::grouping(binary.left.clone());
            }
            return self.template("jsonb_getitem", &grouped, eager);
        }
        match self.spelling(name) {
            Some(spelling) if !spelling.contains("{{") => {
                let infix = format!(" {spelling} ");
                self.generic(binary, &infix, eager)
            }
            Some(_) => self.template(name, binary, inner),
            None => Err(self.unsupported("elements of JSON documents")),
        }
    }
}

/// What the data calls an element of a document that is taken for a value of another family, where a dialect has its own way.
fn json_value(affinity: Affinity) -> Option<&'static str> {
    Some(match affinity {
        Affinity::Json => return None,
        Affinity::Integer => "json_as_integer",
        Affinity::Numeric => "json_as_numeric",
        Affinity::Float => "json_as_float",
        Affinity::Boolean => "json_as_boolean",
        Affinity::String => "json_as_string",
        _ => "json_as_other",
    })
}

/// Whether any database takes the expression for a condition (`_is_implicitly_boolean`).
fn is_implicitly_boolean(expr: &SqlExpr) -> bool {
    match expr {
        SqlExpr::Binary(binary) => binary.op.is_boolean(),
        SqlExpr::List(list) => list.op.is_boolean(),
        SqlExpr::Grouping(inner) => is_implicitly_boolean(inner),
        SqlExpr::Label(label) => is_implicitly_boolean(&label.element),
        SqlExpr::Unary(unary) if matches!(unary.op, Op::IsTrue | Op::IsFalse) => is_implicitly_boolean(&unary.element),
        _ => false,
    }
}

/// What the dialects' data calls an operator, and its standard spelling.
fn operator_name(op: &Op) -> Option<(&'static str, &'static str)> {
    Some(match op {
        Op::Add => ("add", "+"),
        Op::Sub => ("sub", "-"),
        Op::Mul => ("mul", "*"),
        Op::Eq => ("eq", "="),
        Op::Ne => ("ne", "!="),
        Op::Lt => ("lt", "<"),
        Op::Le => ("le", "<="),
        Op::Gt => ("gt", ">"),
        Op::Ge => ("ge", ">="),
        Op::Is => ("is", "IS"),
        Op::IsNot => ("is_not", "IS NOT"),
        Op::IsDistinctFrom => ("is_distinct_from", "IS DISTINCT FROM"),
        Op::IsNotDistinctFrom => ("is_not_distinct_from", "IS NOT DISTINCT FROM"),
        Op::In => ("in", "IN"),
        Op::Concat => ("concat", "||"),
        Op::Collate => ("collate", "COLLATE"),
        Op::BitwiseXor => ("bitwise_xor", "^"),
        Op::BitwiseOr => ("bitwise_or", "|"),
        Op::BitwiseAnd => ("bitwise_and", "&"),
        Op::BitwiseShiftLeft => ("bitwise_lshift", "<<"),
        Op::BitwiseShiftRight => ("bitwise_rshift", ">>"),
        Op::And => ("and", "AND"),
        Op::Or => ("or", "OR"),
        _ => return None,
    })
}
