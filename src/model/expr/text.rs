//! Parameters within a text.

/// Whether a character may stand in a parameter's name.
pub fn is_word(character: char) -> bool {
    character.is_alphanumeric() || character == '_'
}

/// Where the parameters of a text stand: from the colon to the end of the name (`TextClause._bind_params_regex`).
pub fn parameters(text: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(offset) = text.get(at..).and_then(|rest| rest.find(':')) {
        let colon = at + offset;
        at = colon + 1;
        let before = text.get(..colon).and_then(|head| head.chars().next_back());
        if before.is_some_and(|character| character == ':' || character == '\\' || is_word(character)) {
            continue;
        }
        let Some(tail) = text.get(colon + 1..) else { break };
        let mut end = colon + 1 + tail.find(|character| !is_word(character)).unwrap_or(tail.len());
        if text.get(end..).is_some_and(|rest| rest.starts_with(':')) {
            // The name ends one character earlier rather than before a second colon.
            end = text.get(colon + 1..end).and_then(|name| name.char_indices().next_back()).map_or(colon + 1, |(last, _)| colon + 1 + last);
        }
        if end > colon + 1 {
            found.push((colon, end));
            at = end;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parameters_are_found_as_sqlalchemy_finds_them() {
        let names = |text: &str| parameters(text).into_iter().map(|(start, end)| text[start..end].to_owned()).collect::<Vec<_>>();
        assert_eq!(names("a = :x AND b=:y_1"), [":x", ":y_1"]);
        assert!(names("x::int, '12:30', \\:no").is_empty());
        assert_eq!(names(":foo: :a: ':q'"), [":fo", ":q"]);
    }
}
