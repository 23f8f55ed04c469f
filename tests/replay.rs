//! What the replay knows of a chain on SQLite, beside what it could follow to the end.

mod support;

use support::place::Place;

/// A project of revisions, one after the other: each an `upgrade()`'s body.
fn project(url: &str, bodies: &[&str]) -> Place {
    let ini = format!("[alembic]\nscript_location = %(here)s/migrations\nsqlalchemy.url = {url}\n");
    let revisions: Vec<(String, String)> = bodies
        .iter()
        .enumerate()
        .map(|(at, body)| {
            let down = if at == 0 { "None".to_owned() } else { format!("'r{}'", at - 1) };
            let text = format!(
                "from alembic import op\nimport sqlalchemy as sa\n\nrevision = 'r{at}'\ndown_revision = {down}\n\n\n\
                 def upgrade():\n{body}\n\n\ndef downgrade():\n    pass\n"
            );
            (format!("migrations/versions/r{at}.py"), text)
        })
        .collect();
    let mut files = vec![("alembic.ini", ini.as_str())];
    files.extend(revisions.iter().map(|(path, text)| (path.as_str(), text.as_str())));
    Place::new(&files)
}

#[test]
fn a_connection_tells_the_databases_address_and_description() {
    let body = "    url = op.get_bind().engine.url\n    op.execute(f\"SELECT '{url}', '{op.get_bind().dialect.dialect_description}'\")";
    for (url, shown) in [("sqlite:///x.db", "sqlite:///x.db"), ("postgresql://u:secret@h/d", "sqlite://")] {
        let place = project(url, &[body]);
        let run = place.run(&["upgrade", "head", "--sql", "--dialect", "sqlite"]);
        assert!(run.problems.contains(&format!("the database's address is taken to be `{shown}`")), "{}", run.problems);
        assert!(run.done().contains(&format!("SELECT '{shown}', 'sqlite+pysqlite';")));
    }
}
