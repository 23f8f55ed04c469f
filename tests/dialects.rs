//! Dialects that a user adds: what `--dialect-dir` takes, how its mistakes are told, what `dialect list` and `dialect show` print.

mod support;

use support::place::{Done, Place};

const REVISION: &str = r#"
import sqlalchemy as sa
from alembic import op

revision = "a1aaa"
down_revision = None


def upgrade():
    op.create_table("notes", sa.Column("id", sa.Integer(), primary_key=True), sa.Column("day", sa.Date()))


def downgrade():
    op.drop_table("notes")
"#;

const TINY: &str = r#"extends = "postgresql"

[about]
name = "tiny"
title = "Tiny"
url_schemes = ["tinydb"]

[types]
Date = "DAY"

[statements]
drop_table = "ERASE {{ table }}"
"#;

/// A project of one revision, and dialects beside it.
fn place(dialects: &[(&str, &str)]) -> Place {
    let files =
        [("alembic.ini", "[alembic]\nscript_location = m\nsqlalchemy.url = tinydb+driver://host/base\n"), ("m/versions/a.py", REVISION)];
    Place::new(&[&files, dialects].concat())
}

fn run(place: &Place, arguments: &[&str]) -> Done {
    place.run(&[arguments, &["--dialect-dir", "d"]].concat())
}

#[test]
fn every_command_takes_a_folder_of_dialects() {
    let place = place(&[("d/tiny/dialect.toml", TINY), ("d/README.md", "not data")]);
    assert!(run(&place, &["upgrade", "head", "--sql"]).done().contains("    day DAY, \n"));
    assert!(run(&place, &["downgrade", "a1aaa:base", "--sql"]).done().contains("ERASE notes;"));
    assert!(run(&place, &["stamp", "head", "--sql", "--dialect", "tiny"]).done().contains("INSERT INTO alembic_version"));
    assert!(run(&place, &["schema"]).done().contains("day DAY"));
    assert!(place.run(&["schema", "--dialect-dir", "d/tiny"]).done().contains("day DAY"));
    assert!(place.run(&["--dialect-dir", "d/tiny/", "schema"]).done().contains("day DAY"));
}

#[test]
fn aludel_toml_names_folders_too_and_later_ones_win() {
    let place = place(&[
        ("d/tiny/dialect.toml", TINY),
        ("e/tiny/dialect.toml", "[types]\nDate = \"TAG\"\n"),
        ("aludel.toml", "config = 'alembic.ini'\ndialect-dir = ['d']\n"),
    ]);
    assert!(place.run(&["schema"]).done().contains("day DAY"));
    assert!(place.run(&["schema", "--dialect-dir", "e"]).done().contains("day TAG"));
}

#[test]
fn a_folder_named_as_a_built_in_dialect_adds_to_it() {
    let place = place(&[("d/sqlite/reserved.txt", "notes\n")]);
    assert!(run(&place, &["schema", "--dialect", "sqlite"]).done().contains("CREATE TABLE \"notes\""));
}

#[test]
fn the_manifest_covers_the_data() {
    let place = place(&[("d/tiny/dialect.toml", TINY)]);
    run(&place, &["compile", "--out", "out"]).done();
    assert!(run(&place, &["verify", "out"]).done().contains("as compiled"));
    assert!(place.run(&["verify", "out"]).done().contains("as compiled"));
    place.write("d/tiny/dialect.toml", TINY.replace("DAY", "DATE"));
    let done = run(&place, &["verify", "out"]);
    assert_eq!(done.status, Some(1));
    assert!(done.told.contains("the dialect `tiny` was edited since"), "{}", done.told);
}

#[test]
fn dialects_are_listed_and_shown() {
    let place = place(&[("d/tiny/dialect.toml", TINY), ("d/_common/dialect.toml", "[types]\n")]);
    let list = run(&place, &["dialect", "list"]).done().to_owned();
    assert!(list.lines().any(|line| line.split_whitespace().eq(["tiny", "Tiny", "extends", "postgresql", "d/tiny"])), "{list}");
    assert!(!list.contains("_common"), "{list}");
    let types = run(&place, &["dialect", "show", "tiny", "types"]).done().to_owned();
    assert!(types.contains("Date = \"DAY\"  # d/tiny\n"), "{types}");
    assert!(types.contains("LargeBinary = \"BYTEA\"  # built-in postgresql\n"), "{types}");
    assert_eq!(run(&place, &["dialect", "show", "tiny", "types.BIGINT"]).done(), "[types]\nBIGINT = \"BIGINT\"  # built-in _base\n");
    let json = run(&place, &["dialect", "show", "tiny", "types.Date", "--format", "json"]).done().to_owned();
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(json["keys"], serde_json::json!([{ "key": "types.Date", "value": "DAY", "origin": "d/tiny" }]));
}

#[test]
fn what_is_shown_can_be_read_back() {
    let whole = Place::new(&[]).run(&["dialect", "show", "mssql"]).done().to_owned();
    let place =
        place(&[("d/again/dialect.toml", &whole), ("d/again/drop_column_constraint.sql.j2", ""), ("d/again/column_comment.sql.j2", "")]);
    assert!(run(&place, &["schema", "--dialect", "again"]).done().contains("day DATE"));
}

/// A mistake in a data file: the code, the line that is shown, and a part of what is said.
struct Mistake {
    text: &'static str,
    code: &'static str,
    line: usize,
    said: &'static str,
}

const fn mistake(text: &'static str, line: usize, said: &'static str) -> Mistake {
    Mistake { text, code: "E0704", line, said }
}

const MISTAKES: &[Mistake] = &[
    mistake("[types]\nDate = \"DAY", 2, "is no TOML"),
    mistake("[identifiers]\nmax_length = 3\nqote = ['`', '`']\n", 3, "unknown field `qote`"),
    mistake("[types]\nDate = \"DAY\"\n[identifiers]\nmax_length = \"long\"\n", 4, "expected usize"),
    mistake("[identifiers]\nquote = ['a']\n", 2, "array of length 2"),
    mistake("[strategies]\nalter_column = \"somehow\"\n", 2, "unknown variant `somehow`"),
    mistake("[types]\nDate = 3\n", 2, "a type is a template"),
    mistake("[statements]\ndrop_table = true\n", 2, "a statement is a template"),
    mistake("[statements]\ndrop_tabel = \"X\"\n", 2, "`statements.drop_tabel` is no statement kind"),
    mistake("[statements]\ndrop_table = '''\nDROP\n{{ tabel }}'''\n", 4, "`tabel` is no field here; the fields are: table, if_exists"),
    mistake("[statements]\ndrop_table = \"DROP {{ table\"\n", 2, "statements.drop_table"),
    mistake("[statements]\ndrop_table = { file = \"drop.sql.j2\" }\n", 2, "names a file that is not there: `drop.sql.j2`"),
    mistake("[clauses]\nunique = \"{{ uniq }}\"\n", 2, "`uniq` is no field here"),
    mistake("[query.functions]\nx = \"{{ nothing }}\"\n", 2, "`query.functions.x`: `nothing` is no field here"),
    mistake("[literals]\ndate = \"{{ day }}\"\n", 2, "`literals.date`: `day` is no field here"),
    mistake("[script]\nterminator = \"go\"\noutside_transaction = [\n  '^VACUUM',\n  '^(',\n]\n", 3, "`script.outside_transaction`"),
    mistake("[replay]\nparser = \"none\"\n", 2, "there is no SQL parser `none`"),
    mistake("[replay.names]\nagain = \"\"\n", 2, "has no `{n}`"),
    mistake("[replay.types]\nDAY = { arguments = [\"length\"], clas = \"Date\" }\n", 2, "unknown field `clas`"),
    mistake("[replay.types]\nDAY = { arguments = [\"length\"] }\n", 2, "missing field `class`"),
    mistake("[since]\ndrop_column = \"new\"\n", 2, "`new` is no version"),
    mistake("[about]\nname = \"\"\n", 2, "`about.name` is empty"),
    mistake("extends = \"tiny\"\n", 1, "extends itself"),
    mistake("extends = 3\n", 1, "`extends` of d/tiny/dialect.toml is no name"),
    Mistake { text: "extends = \"postgres\"\n", code: "E0601", line: 1, said: "there is no dialect `postgres`" },
];

#[test]
fn mistakes_in_the_data_are_told_with_their_place() {
    for mistake in MISTAKES {
        let place = place(&[("d/tiny/dialect.toml", mistake.text)]);
        let done = run(&place, &["schema", "--dialect", "tiny", "--format", "json"]);
        is_told(&done, mistake, "d/tiny/dialect.toml");
    }
}

#[test]
fn templates_that_fail_when_written_are_told_with_their_place() {
    let created = "[statements]\ncreate_table = \"CREATE {{ table.nothing }}\"\n";
    let place = place(&[("d/tiny/dialect.toml", created)]);
    let told = Mistake { text: created, code: "E0709", line: 2, said: "the template `create_table` of `tiny` can't be written" };
    is_told(&run(&place, &["schema", "--dialect", "tiny", "--format", "json"]), &told, "d/tiny/dialect.toml");
    let function = "[query.functions]\nnow = \"{{ arguments|shout }}\"\n";
    let place = self::place(&[("d/tiny/dialect.toml", function)]);
    place.write("m/versions/a.py", REVISION.replace("op.create_table", "op.execute(sa.select(sa.func.now()))\n    op.create_table"));
    let told = Mistake { text: function, code: "E0709", line: 2, said: "can't be written" };
    is_told(&run(&place, &["upgrade", "head", "--dialect", "tiny", "--format", "json"]), &told, "d/tiny/dialect.toml");
}

#[test]
fn mistakes_in_template_files_are_told_with_their_line() {
    let template = "{% if inherits %}\nINHERITS{% endif %}\n{{ tablespce }}\n";
    let place = place(&[("d/tiny/dialect.toml", TINY), ("d/tiny/table_options.sql.j2", template)]);
    let told = mistake(template, 3, "`tablespce` is no field here");
    is_told(&run(&place, &["schema", "--format", "json"]), &told, "d/tiny/table_options.sql.j2");
}

fn is_told(done: &Done, mistake: &Mistake, file: &str) {
    assert_eq!(done.status, Some(2), "{}\n{}", mistake.text, done.problems);
    let report: serde_json::Value = serde_json::from_str(&format!("{}{}", done.told, done.problems)).expect("JSON");
    let told = &report["diagnostics"][0];
    let message = told["message"].as_str().unwrap_or_default();
    assert!(message.contains(mistake.said), "{}\n{message}", mistake.text);
    assert_eq!(told["code"], mistake.code, "{}", mistake.text);
    assert_eq!(told["labels"][0]["file"], file, "{}\n{message}", mistake.text);
    assert_eq!(told["labels"][0]["line"], mistake.line, "{}\n{message}", mistake.text);
    assert!(told["help"].is_string(), "{}", mistake.text);
}

#[test]
fn folders_that_hold_no_dialect_are_errors() {
    let place = place(&[("d/README.md", ""), ("e/a b/dialect.toml", ""), ("f/tiny/reserved.txt", "")]);
    for (folder, code) in [("d", "E0704"), ("e", "E0704"), ("f", "E0704"), ("nowhere", "E0705"), ("alembic.ini", "E0705")] {
        let done = place.run(&["schema", "--dialect", "sqlite", "--dialect-dir", folder]);
        assert_eq!(done.status, Some(2), "{folder}");
        assert!(done.problems.contains(code), "{folder}: {}", done.problems);
    }
}

/// Damaged data is loaded or refused; it never stops the program. Each copy has a few bytes changed, from a fixed seed.
#[test]
fn damaged_data_never_panics() {
    use aludel::dialect::{Dialect, Overlay};
    let sources = aludel::source::Sources::default();
    let good = TINY.replace("[types]", "[identifiers]\nquote = ['<', '>']\n\n[types]");
    let mut seed: u64 = 0x2545_f491_4f6c_dd1d;
    let mut next = |below: usize| {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        usize::try_from(seed % below as u64).expect("small")
    };
    let mut refused = 0;
    for _ in 0..300 {
        let mut text: Vec<char> = good.chars().collect();
        for _ in 0..=next(3) {
            let at = next(text.len());
            match next(3) {
                0 => _ = text.remove(at),
                1 => text.insert(at, ['"', '{', '}', '[', ']', '=', '%', '\n', 'x', '\''][next(10)]),
                _ => text.swap(at, next(good.chars().count() / 2)),
            }
        }
        let source = sources.add("tiny/dialect.toml", text.into_iter().collect::<String>());
        let overlay = Overlay { origin: String::new(), files: [("tiny/dialect.toml".to_owned(), source)].into() };
        if let Err(error) = Dialect::load("tiny", &[overlay]) {
            refused += 1;
            assert!(!error.labels.is_empty(), "{}", error.message);
        }
    }
    assert!(refused > 50, "{refused}");
}

/// The files of the manual's example, by their names.
fn files_of_the_manual(manual: &str) -> Vec<(String, String)> {
    let block = regex::Regex::new(r"(?m)^`([\w./]+)`:\n\n```\w+\n((?s:.*?))^```$").expect("a pattern");
    block.captures_iter(manual).map(|found| (found[1].to_owned(), found[2].to_owned())).collect()
}

fn manual() -> String {
    support::read(&support::root().join("dialects/README.md"))
}

#[test]
fn the_example_of_the_manual_compiles() {
    let files = files_of_the_manual(&manual());
    let place = Place::new(&files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect::<Vec<_>>());
    let given = ["--versions", "versions", "--dialect", "warehouse", "--dialect-dir", "dialects"];
    let expected = files.iter().find(|(name, _)| name == "upgrade.sql").expect("what it prints");
    assert_eq!(place.run(&[&["upgrade", "head", "--sql"], &given[..]].concat()).done(), expected.1);
    assert!(place.run(&[&["downgrade", "a1:base", "--sql"], &given[..]].concat()).done().contains("DROP TABLE visits FORCE;"));
    place.write("versions/a1.py", files[2].1.replace("def downgrade", "    op.create_index('ix', 'visits', ['page'])\n\n\ndef downgrade"));
    let refused = place.run(&[&["upgrade", "head", "--sql"], &given[..]].concat());
    refused.refused(&["E0602"]);
    assert!(refused.problems.contains("Warehouse has no way to say this: indexes"), "{}", refused.problems);
}

#[test]
fn the_manual_lists_every_table_strategy_and_statement() {
    let (manual, base) = (manual(), support::read(&support::root().join("dialects/_base/dialect.toml")));
    let base: toml::Table = base.parse().expect("TOML");
    let strategies = base["strategies"].as_table().expect("a table");
    for key in base.keys().chain(strategies.keys()) {
        assert!(manual.contains(&format!("\n| `{key}` | ")), "{key}");
    }
    let rows: String = aludel::dialect::statement::KINDS.iter().map(row_of_the_manual).collect();
    assert!(manual.contains(&format!("| sentence | fields |\n| --- | --- |\n{rows}\n")), "the manual wants\n{rows}");
}

fn row_of_the_manual(kind: &aludel::dialect::statement::Kind) -> String {
    let mut fields: Vec<String> = kind.fields.iter().map(|field| format!("`{field}`")).collect();
    fields.extend(kind.options.map(|options| format!("options of `{options}`")));
    format!("| `{}` | {} |\n", kind.name, fields.join(", "))
}
