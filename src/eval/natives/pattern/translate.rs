//! Python's regular expression syntax as `fancy-regex` reads it.

/// The flags of `re`, by their numbers there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Flags(pub i128);

impl Flags {
    pub const IGNORECASE: i128 = 2;
    pub const MULTILINE: i128 = 8;
    pub const DOTALL: i128 = 16;
    pub const UNICODE: i128 = 32;
    pub const VERBOSE: i128 = 64;
    pub const ASCII: i128 = 256;

    /// Whether a flag is set.
    pub fn has(self, flag: i128) -> bool {
        self.0 & flag != 0
    }
}

/// A pattern translated, or why it is not.
pub fn translate(pattern: &str, flags: Flags) -> Result<String, String> {
    let mut translator = Translator { chars: pattern.chars().collect(), at: 0, out: String::new(), flags };
    let mut letters = String::new();
    for (flag, letter) in [(Flags::IGNORECASE, 'i'), (Flags::MULTILINE, 'm'), (Flags::DOTALL, 's'), (Flags::VERBOSE, 'x')] {
        if flags.has(flag) {
            letters.push(letter);
        }
    }
    if !letters.is_empty() {
        translator.out = format!("(?{letters})");
    }
    translator.run()?;
    Ok(translator.out)
}

struct Translator {
    chars: Vec<char>,
    at: usize,
    out: String,
    flags: Flags,
}

impl Translator {
    fn peek(&self, ahead: usize) -> Option<char> {
        self.chars.get(self.at + ahead).copied()
    }

    fn run(&mut self) -> Result<(), String> {
        while let Some(char) = self.peek(0) {
            self.at += 1;
            match char {
                '\\' => self.escape(false)?,
                '[' => self.set()?,
                '(' if self.peek(0) == Some('?') => self.group()?,
                // `$` also matches before a newline at the end.
                '$' if !self.flags.has(Flags::MULTILINE) => self.out.push_str("(?=\\n?\\z)"),
                '{' => self.brace(),
                '#' if self.flags.has(Flags::VERBOSE) => self.comment(),
                _ => self.out.push(char),
            }
        }
        Ok(())
    }

    fn comment(&mut self) {
        while self.peek(0).is_some_and(|char| char != '\n') {
            self.at += 1;
        }
    }

    /// A brace that is no repetition stands for itself.
    fn brace(&mut self) {
        let rest: String = self.chars.iter().skip(self.at).take_while(|char| **char != '}').collect();
        let closed = self.chars.get(self.at + rest.chars().count()) == Some(&'}');
        let repetition = closed && !rest.is_empty() && rest != "," && rest.chars().all(|char| char.is_ascii_digit() || char == ',');
        match (repetition, rest.strip_prefix(',')) {
            (true, Some(most)) => {
                self.out.push_str(&format!("{{0,{most}"));
                self.at += rest.len();
            }
            (true, None) => self.out.push('{'),
            _ => self.out.push_str("\\{"),
        }
    }

    fn group(&mut self) -> Result<(), String> {
        let rest: String = self.chars.iter().skip(self.at).take(3).collect();
        if rest.starts_with("?P=") {
            self.at += 3;
            let name: String = self.chars.iter().skip(self.at).take_while(|char| **char != ')').collect();
            self.at += name.chars().count() + 1;
            self.out.push_str(&format!("\\k<{name}>"));
            return Ok(());
        }
        if rest.starts_with("?#") {
            while self.peek(0).is_some_and(|char| char != ')') {
                self.at += 1;
            }
            self.at += 1;
            return Ok(());
        }
        if rest.starts_with("?(") {
            return Err("a conditional group is not understood".to_owned());
        }
        let letters: String = self.chars.iter().skip(self.at + 1).take_while(|char| char.is_ascii_alphabetic()).collect();
        if !letters.is_empty() && self.chars.get(self.at + 1 + letters.len()) == Some(&')') {
            for (letter, flag) in [('m', Flags::MULTILINE), ('x', Flags::VERBOSE)] {
                if letters.contains(letter) {
                    self.flags = Flags(self.flags.0 | flag);
                }
            }
            // `a`, `L` and `u` say what is so, or nearly so, in any case.
            let kept: String = letters.chars().filter(|letter| "imsx".contains(*letter)).collect();
            self.at += letters.len() + 2;
            if !kept.is_empty() {
                self.out.push_str(&format!("(?{kept})"));
            }
            return Ok(());
        }
        self.out.push('(');
        Ok(())
    }

    fn escape(&mut self, within_set: bool) -> Result<(), String> {
        let Some(char) = self.peek(0) else { return Err("the pattern ends in a backslash".to_owned()) };
        self.at += 1;
        match char {
            'A' if !within_set => self.out.push_str("\\A"),
            'Z' if !within_set => self.out.push_str("\\z"),
            '0' => {
                let digits: String = self.chars.iter().skip(self.at).take(2).take_while(|char| char.is_digit(8)).collect();
                self.at += digits.len();
                self.hex(u32::from_str_radix(&format!("0{digits}"), 8).unwrap_or(0));
            }
            'x' => self.hex_digits(2)?,
            'u' => self.hex_digits(4)?,
            'U' => self.hex_digits(8)?,
            'N' => return Err("a character by name is not understood".to_owned()),
            'b' if within_set => self.out.push_str("\\x08"),
            'd' | 'D' | 'w' | 'W' | 's' | 'S' | 'b' | 'B' if self.flags.has(Flags::ASCII) && !within_set => {
                self.out.push_str(match char {
                    'd' => "[0-9]",
                    'D' => "[^0-9]",
                    'w' => "[a-zA-Z0-9_]",
                    'W' => "[^a-zA-Z0-9_]",
                    's' => "[ \\t\\n\\r\\f\\v]",
                    'S' => "[^ \\t\\n\\r\\f\\v]",
                    'b' => "\\b",
                    _ => "\\B",
                });
            }
            'd' | 'D' | 'w' | 'W' | 's' | 'S' | 'b' | 'B' | 'n' | 'r' | 't' | 'f' | 'v' | 'a' | '1'..='9' => {
                self.out.push('\\');
                self.out.push(char);
            }
            _ if char.is_ascii_alphabetic() => return Err(format!("bad escape \\{char}")),
            _ => self.literal(char),
        }
        Ok(())
    }

    fn literal(&mut self, char: char) {
        if char.is_ascii() && !char.is_ascii_alphanumeric() && !char.is_ascii_whitespace() && char != '_' {
            self.out.push('\\');
            self.out.push(char);
        } else if char.is_whitespace() {
            self.hex(u32::from(char));
        } else {
            self.out.push(char);
        }
    }

    fn hex(&mut self, code: u32) {
        self.out.push_str(&format!("\\x{{{code:x}}}"));
    }

    fn hex_digits(&mut self, length: usize) -> Result<(), String> {
        let digits: String = self.chars.iter().skip(self.at).take(length).collect();
        self.at += digits.chars().count();
        match u32::from_str_radix(&digits, 16) {
            Ok(code) if digits.len() == length => {
                self.hex(code);
                Ok(())
            }
            _ => Err("incomplete escape".to_owned()),
        }
    }

    /// A set in brackets; a `[` within it stands for itself, which the other syntax would nest.
    fn set(&mut self) -> Result<(), String> {
        self.out.push('[');
        if self.peek(0) == Some('^') {
            self.at += 1;
            self.out.push('^');
        }
        let mut first = true;
        loop {
            let Some(char) = self.peek(0) else { return Err("unterminated character set".to_owned()) };
            self.at += 1;
            match char {
                ']' if !first => {
                    self.out.push(']');
                    return Ok(());
                }
                '\\' => self.escape(true)?,
                '[' | ']' | '&' | '~' | '#' => {
                    self.out.push('\\');
                    self.out.push(char);
                }
                // Two hyphens take away in the other syntax.
                '-' if self.peek(0) == Some('-') || self.peek(0) == Some(']') || first => self.out.push_str("\\-"),
                _ if char.is_whitespace() => self.hex(u32::from(char)),
                _ => self.out.push(char),
            }
            first = false;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(pattern: &str) -> String {
        translate(pattern, Flags::default()).expect("translates")
    }

    #[test]
    fn translates_what_differs() {
        assert_eq!(plain(r"\Aa$\Z"), r"\Aa(?=\n?\z)\z");
        assert_eq!(plain(r"(?P<n>x)(?P=n)"), r"(?P<n>x)\k<n>");
        assert_eq!(plain(r"a{,3}{x}{2,}"), r"a{0,3}\{x}{2,}");
        assert_eq!(plain(r"[[\]a-z-]"), r"[\[\]a-z\-]");
        assert_eq!(translate("a", Flags(Flags::IGNORECASE | Flags::DOTALL)).expect("translates"), "(?is)a");
        assert!(translate(r"\q", Flags::default()).is_err());
    }
}
