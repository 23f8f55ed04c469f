//! Names of the files in a compiled folder.

use super::document::Direction;

/// Alembic's limit on a slug, of its file names (`truncate_slug_length`).
const SLUG_LENGTH: usize = 40;
/// Keeps a name far below every file system's limit, whatever the revision id is.
const REVISION_LENGTH: usize = 64;
/// The least number of digits of a position.
const DIGITS: usize = 4;

/// What the files of a revision are called, `0001_<revision>_<slug>`: position from 1, as wide as `count` needs and four digits
/// at least.
///
/// Letters outside of ASCII and all that some file system forbids become `_`; the position alone keeps names apart.
pub fn revision_stem(position: usize, count: usize, revision: &str, message: &str) -> String {
    let width = count.to_string().len().max(DIGITS);
    let revision = safe_name(revision);
    let slug = slug(message);
    let separator = if slug.is_empty() { "" } else { "_" };
    format!("{position:0width$}_{revision}{separator}{slug}")
}

/// `0001_<revision>_<slug>.upgrade.sql`, by its [stem](revision_stem).
pub fn revision_file(stem: &str, direction: Direction) -> String {
    [stem, ".", direction.as_str(), ".sql"].concat()
}

/// A name that every file system takes, as a file or a folder.
pub fn safe_name(name: &str) -> String {
    let name: String = name.chars().map(safe).take(REVISION_LENGTH).collect();
    if name.chars().all(|character| character == '.') { name.replace('.', "_") } else { name }
}

/// The name of the script of the whole range.
pub fn range_file(direction: Direction) -> String {
    format!("{}.sql", direction.as_str())
}

/// Alembic's slug of a message (`ScriptDirectory._rev_path`), in ASCII: words joined by `_`, cut at a word.
fn slug(message: &str) -> String {
    let line = message.lines().next().unwrap_or_default().to_lowercase();
    let words = line.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).filter(|word| !word.is_empty());
    let slug = words.collect::<Vec<_>>().join("_");
    if slug.len() <= SLUG_LENGTH {
        return slug;
    }
    let cut = slug.get(..SLUG_LENGTH).unwrap_or_default();
    cut.rsplit_once('_').map_or(cut, |(words, _)| words).trim_end_matches('_').to_owned()
}

fn safe(character: char) -> char {
    if character.is_ascii_alphanumeric() || "_.".contains(character) { character } else { '_' }
}

#[cfg(test)]
mod tests {
    use super::{Direction, revision_file, revision_stem};

    #[test]
    fn names_are_safe_for_every_file_system() {
        for (position, count, revision, message, expected) in [
            (1, 9, "ae10", "Add users", "0001_ae10_add_users.upgrade.sql"),
            (12, 12_345, "x", "", "00012_x.upgrade.sql"),
            (1, 1, "a/b:c*", "Größe & 'Maß'?", "0001_a_b_c__gr_e_ma.upgrade.sql"),
            (2, 2, "r", "one two three four five six seven eight nine ten", "0002_r_one_two_three_four_five_six_seven_eight.upgrade.sql"),
            (3, 3, "r", "first line\nsecond", "0003_r_first_line.upgrade.sql"),
        ] {
            assert_eq!(revision_file(&revision_stem(position, count, revision, message), Direction::Upgrade), expected);
        }
    }
}
