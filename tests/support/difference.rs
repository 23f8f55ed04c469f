//! How two texts differ, for a reader.

const CONTEXT: usize = 3;

/// The lines of both sides from shortly before the first difference to shortly after the last, spaces at line ends made visible.
pub fn difference(theirs: &str, ours: &str) -> String {
    let (left, right): (Vec<&str>, Vec<&str>) = (theirs.split('\n').collect(), ours.split('\n').collect());
    let same_head = left.iter().zip(&right).take_while(|(a, b)| a == b).count();
    let shorter = left.len().min(right.len()) - same_head;
    let same_tail = left.iter().rev().zip(right.iter().rev()).take(shorter).take_while(|(a, b)| a == b).count();
    let mut text = format!("from line {} on (- reference, + ours):\n", same_head + 1);
    let mut push = |sign: char, lines: &[&str]| {
        for line in lines {
            text.push_str(&format!("{sign} {}\n", visible(line)));
        }
    };
    push(' ', &left[same_head.saturating_sub(CONTEXT)..same_head]);
    push('-', &left[same_head..left.len() - same_tail]);
    push('+', &right[same_head..right.len() - same_tail]);
    push(' ', &left[left.len() - same_tail..(left.len() - same_tail + CONTEXT).min(left.len())]);
    text
}

fn visible(line: &str) -> String {
    let text = line.trim_end_matches(' ');
    format!("{}{}", text.replace('\t', "→"), "·".repeat(line.len() - text.len()))
}

#[test]
fn shows_what_differs_and_no_more() {
    let text = difference("a\nb\nc \nd\ne\n", "a\nb\nc\nd\ne\n");
    assert_eq!(text, "from line 3 on (- reference, + ours):\n  a\n  b\n- c·\n+ c\n  d\n  e\n  \n");
}
