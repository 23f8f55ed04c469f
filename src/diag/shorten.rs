//! Cuts the ends of very long lines off, so that a report of one stays readable.

use std::ops::Range;

/// Bytes that a line, or a label from its beginning on, shows at most.
const SHOWN: usize = 240;
/// Bytes shown behind the last label of a line.
const BEHIND: usize = 40;
/// What stands for the rest.
const REST: &str = "…";

/// One line before and after.
struct Line {
    start: usize,
    kept: usize,
    short_start: usize,
}

/// The text with long lines cut behind their labels, and the labels' ranges in it.
pub(super) fn shorten(text: &str, ranges: &[Range<usize>]) -> (String, Vec<Range<usize>>) {
    if text.split('\n').all(|line| line.len() <= SHOWN) {
        return (text.to_owned(), ranges.to_vec());
    }
    let mut short = String::with_capacity(text.len().min(1 << 16));
    let mut lines = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let kept = kept(line, start, ranges);
        lines.push(Line { start, kept, short_start: short.len() });
        short.push_str(line.get(..kept).unwrap_or(line));
        if kept < line.len() {
            short.push_str(REST);
            short.push_str(if line.ends_with('\n') { "\n" } else { "" });
        }
        start += line.len();
    }
    let place = |at: usize| moved(at, &lines);
    let ranges = ranges.iter().map(|range| place(range.start)..place(range.end)).collect();
    (short, ranges)
}

/// How many bytes of a line stay.
fn kept(line: &str, start: usize, ranges: &[Range<usize>]) -> usize {
    let inside = ranges.iter().filter(|range| (start..start + line.len()).contains(&range.start));
    let needed = inside.map(|range| range.end.min(range.start + SHOWN).saturating_sub(start) + BEHIND).max().unwrap_or(0);
    let wanted = needed.max(SHOWN);
    if line.len() <= wanted + BEHIND { line.len() } else { (0..=wanted).rev().find(|at| line.is_char_boundary(*at)).unwrap_or(0) }
}

fn moved(at: usize, lines: &[Line]) -> usize {
    let line = lines.partition_point(|line| line.start <= at).checked_sub(1).and_then(|line| lines.get(line));
    line.map_or(at, |line| line.short_start + (at - line.start).min(line.kept))
}

#[cfg(test)]
mod tests {
    use super::shorten;

    #[test]
    fn labels_stay_on_what_they_mark() {
        let text = format!("{}\nshort\n{}mark{}\n", "a".repeat(1000), "b".repeat(300), "c".repeat(1000));
        let at = text.find("mark").expect("there");
        let word = text.find("short").expect("there");
        let (short, ranges) = shorten(&text, &[at..at + 4, word..word + 5]);
        assert_eq!((&short[ranges[0].clone()], &short[ranges[1].clone()]), ("mark", "short"));
        assert!(short.len() < 800, "{}", short.len());
    }

    #[test]
    fn a_label_over_a_long_line_is_cut_with_it() {
        let text = "ä".repeat(5000);
        let (short, ranges) = shorten(&text, std::slice::from_ref(&(0..text.len())));
        assert!(short.get(ranges[0].clone()).is_some_and(|marked| marked.len() < 400));
    }

    #[test]
    fn short_lines_are_left_alone() {
        let label = 2..3;
        assert_eq!(shorten("a\nb\n", std::slice::from_ref(&label)), ("a\nb\n".to_owned(), vec![label]));
    }
}
