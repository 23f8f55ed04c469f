//! The algorithms of `textwrap`, on texts alone.

/// The white space that `textwrap` knows.
const SPACES: [char; 6] = ['\t', '\n', '\u{b}', '\u{c}', '\r', ' '];

fn is_space(char: char) -> bool {
    SPACES.contains(&char)
}

/// `textwrap.dedent`: the margin that all lines share, taken off; lines of white space alone become empty.
pub fn dedent(text: &str) -> String {
    let lines: Vec<&str> =
        text.split('\n').map(|line| if line.chars().all(|char| char == ' ' || char == '\t') { "" } else { line }).collect();
    let mut margin: Option<&str> = None;
    for line in lines.iter().filter(|line| !line.is_empty()) {
        let indent = &line[..line.len() - line.trim_start_matches([' ', '\t']).len()];
        margin = Some(match margin {
            None => indent,
            Some(margin) => common(margin, indent),
        });
    }
    let margin = margin.unwrap_or_default();
    let cut: Vec<&str> = lines.iter().map(|line| line.strip_prefix(margin).unwrap_or(line)).collect();
    cut.join("\n")
}

fn common<'t>(one: &'t str, two: &str) -> &'t str {
    let length = one.bytes().zip(two.bytes()).take_while(|(one, two)| one == two).count();
    one.get(..length).unwrap_or_default()
}

/// How `fill` and `wrap` break lines: the attributes of a `TextWrapper`.
#[derive(Clone, Debug)]
pub struct Wrapper {
    pub width: usize,
    pub initial_indent: String,
    pub subsequent_indent: String,
    pub expand_tabs: bool,
    pub tab_size: usize,
    pub replace_whitespace: bool,
    pub drop_whitespace: bool,
    pub break_long_words: bool,
    pub break_on_hyphens: bool,
    pub fix_sentence_endings: bool,
    pub max_lines: Option<usize>,
    pub placeholder: String,
}

impl Default for Wrapper {
    fn default() -> Self {
        Self {
            width: 70,
            initial_indent: String::new(),
            subsequent_indent: String::new(),
            expand_tabs: true,
            tab_size: 8,
            replace_whitespace: true,
            drop_whitespace: true,
            break_long_words: true,
            break_on_hyphens: true,
            fix_sentence_endings: false,
            max_lines: None,
            placeholder: " [...]".to_owned(),
        }
    }
}

fn length(text: &str) -> usize {
    text.chars().count()
}

fn is_blank(text: &str) -> bool {
    text.chars().all(is_space)
}

impl Wrapper {
    /// The lines that the text is broken into.
    pub fn wrap(&self, text: &str) -> Vec<String> {
        let mut chunks: Vec<String> = self.split(&self.munge(text));
        chunks.reverse();
        let mut lines: Vec<String> = Vec::new();
        while !chunks.is_empty() {
            let indent = if lines.is_empty() { &self.initial_indent } else { &self.subsequent_indent };
            let width = self.width.saturating_sub(length(indent));
            if self.drop_whitespace && !lines.is_empty() && chunks.last().is_some_and(|chunk| is_blank(chunk)) {
                chunks.pop();
            }
            let mut current = self.line(&mut chunks, width);
            let mut taken: usize = current.iter().map(|chunk| length(chunk)).sum();
            if self.drop_whitespace && current.last().is_some_and(|chunk| is_blank(chunk)) {
                taken -= current.pop().map_or(0, |chunk| length(&chunk));
            }
            if current.is_empty() {
                continue;
            }
            let rest_is_nothing =
                chunks.is_empty() || (self.drop_whitespace && chunks.len() == 1 && chunks.first().is_some_and(|chunk| is_blank(chunk)));
            let room = match self.max_lines {
                None => true,
                Some(most) => lines.len() + 1 < most || (rest_is_nothing && taken <= width),
            };
            if room {
                lines.push(format!("{indent}{}", current.concat()));
            } else {
                let indent = indent.clone();
                self.shorten_last(&mut lines, current, taken, width, &indent);
                break;
            }
        }
        lines
    }

    fn line(&self, chunks: &mut Vec<String>, width: usize) -> Vec<String> {
        let mut current = Vec::new();
        let mut taken = 0;
        while let Some(chunk) = chunks.last() {
            if taken + length(chunk) > width {
                break;
            }
            taken += length(chunk);
            current.extend(chunks.pop());
        }
        if chunks.last().is_some_and(|chunk| length(chunk) > width) {
            self.long_word(chunks, &mut current, taken, width);
        }
        current
    }

    fn long_word(&self, chunks: &mut Vec<String>, current: &mut Vec<String>, taken: usize, width: usize) {
        let room = if width < 1 { 1 } else { width - taken };
        if !self.break_long_words {
            if current.is_empty() {
                current.extend(chunks.pop());
            }
            return;
        }
        let Some(chunk) = chunks.last_mut() else { return };
        let mut end = room;
        if self.break_on_hyphens && length(chunk) > room {
            let head: Vec<char> = chunk.chars().take(room).collect();
            if let Some(hyphen) = head.iter().rposition(|char| *char == '-')
                && hyphen > 0
                && head.iter().take(hyphen).any(|char| *char != '-')
            {
                end = hyphen + 1;
            }
        }
        current.push(chunk.chars().take(end).collect());
        *chunk = chunk.chars().skip(end).collect();
    }

    fn shorten_last(&self, lines: &mut Vec<String>, mut current: Vec<String>, mut taken: usize, width: usize, indent: &str) {
        while let Some(last) = current.last() {
            if !is_blank(last) && taken + length(&self.placeholder) <= width {
                lines.push(format!("{indent}{}{}", current.concat(), self.placeholder));
                return;
            }
            taken -= length(last);
            current.pop();
        }
        if let Some(previous) = lines.last_mut() {
            let end = previous.trim_end_matches(is_space);
            if length(end) + length(&self.placeholder) <= self.width {
                *previous = format!("{end}{}", self.placeholder);
                return;
            }
        }
        lines.push(format!("{indent}{}", self.placeholder.trim_start_matches(is_space)));
    }

    fn munge(&self, text: &str) -> String {
        let text = if self.expand_tabs { expand_tabs(text, self.tab_size) } else { text.to_owned() };
        if self.replace_whitespace { text.chars().map(|char| if is_space(char) { ' ' } else { char }).collect() } else { text }
    }

    /// Words and the white space between them, in order, none of them empty.
    fn split(&self, text: &str) -> Vec<String> {
        let chars: Vec<char> = text.chars().collect();
        let mut chunks: Vec<String> = Vec::new();
        let mut start = 0;
        while start < chars.len() {
            let space = chars.get(start).is_some_and(|char| is_space(*char));
            let mut end = start;
            while chars.get(end).is_some_and(|char| is_space(*char) == space) {
                end += 1;
            }
            let word = chars.get(start..end).unwrap_or_default();
            if space || !self.break_on_hyphens {
                chunks.push(word.iter().collect());
            } else {
                hyphenated(word, &mut chunks);
            }
            start = end;
        }
        if self.fix_sentence_endings {
            fix_endings(&mut chunks);
        }
        chunks
    }
}

fn fix_endings(chunks: &mut [String]) {
    for index in 1..chunks.len() {
        let ends = chunks.get(index - 1).is_some_and(|word| {
            let word = word.trim_end_matches(['"', '\'']);
            let mut back = word.chars().rev();
            matches!(back.next(), Some('.' | '!' | '?')) && back.next().is_some_and(|char| char.is_ascii_lowercase())
        });
        if ends
            && let Some(space) = chunks.get_mut(index)
            && space == " "
        {
            *space = "  ".to_owned();
        }
    }
}

/// Cuts a word after the hyphens between letters, and around a dash.
fn hyphenated(word: &[char], chunks: &mut Vec<String>) {
    let at = |index: usize| word.get(index).copied();
    let letter = |index: usize| at(index).is_some_and(|char| char.is_alphabetic() || char == '_');
    let wordy = |index: usize| at(index).is_some_and(|char| char.is_alphanumeric() || "_!\"'&.,?".contains(char));
    let mut current = String::new();
    let mut index = 0;
    while let Some(char) = at(index) {
        if char == '-' {
            let run = word.iter().skip(index).take_while(|char| **char == '-').count();
            let after_word = index > 0 && wordy(index - 1);
            if run >= 2 && after_word && at(index + run).is_some_and(|char| char.is_alphanumeric() || char == '_') {
                chunks.extend((!current.is_empty()).then(|| std::mem::take(&mut current)));
                chunks.push("-".repeat(run));
                index += run;
                continue;
            }
            current.extend(std::iter::repeat_n('-', run));
            index += run;
            // Two letters before and two (or letter, hyphen) after: `well-known`, not `x-1`.
            let before =
                index >= 3 && letter(index - 2) && (letter(index - 3) || (at(index - 3) == Some('-') && index >= 4 && letter(index - 4)));
            let after = letter(index) && (letter(index + 1) || (at(index + 1) == Some('-') && letter(index + 2)));
            if run == 1 && before && after {
                chunks.push(std::mem::take(&mut current));
            }
            continue;
        }
        current.push(char);
        index += 1;
    }
    chunks.extend((!current.is_empty()).then_some(current));
}

/// `str.expandtabs`.
fn expand_tabs(text: &str, size: usize) -> String {
    let mut result = String::with_capacity(text.len());
    let mut column = 0;
    for char in text.chars() {
        match char {
            '\t' if size > 0 => {
                let blanks = size - column % size;
                result.extend(std::iter::repeat_n(' ', blanks));
                column += blanks;
            }
            '\t' => {}
            '\n' | '\r' => {
                result.push(char);
                column = 0;
            }
            _ => {
                result.push(char);
                column += 1;
            }
        }
    }
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dedents_by_the_common_margin() {
        assert_eq!(dedent("\n    SELECT 1\n      FROM t\n   \n    "), "\nSELECT 1\n  FROM t\n\n");
        assert_eq!(dedent("\ta\n    b"), "\ta\n    b");
    }

    #[test]
    fn wraps_as_python_does() {
        let wrapper = Wrapper { width: 20, ..Wrapper::default() };
        assert_eq!(wrapper.wrap("The quick brown fox jumped over the lazy dog"), ["The quick brown fox", "jumped over the lazy", "dog"]);
        assert_eq!(
            Wrapper { width: 10, ..Wrapper::default() }.wrap("a well-known supercalifragilistic word--dash"),
            ["a well-", "known supe", "rcalifragi", "listic", "word--dash"]
        );
        let short = Wrapper { width: 12, max_lines: Some(1), ..Wrapper::default() };
        assert_eq!(short.wrap("Hello  world, this"), ["Hello [...]"]);
    }
}
