//! Configurations of every form, compared with what Alembic made of them (`tests/config/record.py`).

use std::collections::BTreeMap;
use std::fs;

use aludel::project::{Lookup, Project};
use aludel::source::Sources;
use camino::{Utf8Path, Utf8PathBuf};
use serde::Deserialize;

#[derive(Deserialize)]
struct Cases {
    case: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    name: String,
    section: Option<String>,
    ini: Option<String>,
    pyproject: Option<String>,
}

#[derive(Debug, Deserialize, PartialEq)]
#[serde(untagged)]
enum Expected {
    Error { error: String },
    Project(Box<Found>),
}

#[derive(Debug, Deserialize, PartialEq)]
struct Found {
    script_location: String,
    versions: Vec<String>,
    sys_path: Vec<String>,
    recursive: bool,
    file_template: String,
    timezone: Option<String>,
    url: Option<String>,
}

#[test]
fn configurations_mean_what_they_mean_to_alembic() {
    let cases: Cases = toml::from_str(include_str!("config/cases.toml")).expect("cases");
    let expected: BTreeMap<String, Expected> = serde_json::from_str(include_str!("config/expected.json")).expect("expected");
    assert_eq!(cases.case.len(), expected.len(), "run record.py after adding a case");
    let mut wrong = Vec::new();
    for case in &cases.case {
        let folder = tempfile::tempdir().expect("a folder");
        let root = Utf8Path::from_path(folder.path()).expect("UTF-8");
        let found = find(case, root);
        match (&expected[&case.name], found) {
            (Expected::Error { .. }, Err(_)) => {}
            (Expected::Project(expected), Ok(found)) if **expected == found => {}
            (expected, found) => wrong.push(format!("{}:\n  Alembic {expected:?}\n  ours    {found:?}", case.name)),
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn find(case: &Case, root: &Utf8Path) -> Result<Found, Vec<String>> {
    for folder in ["one", "two", "scripts/versions", "pkg/migrations/versions"] {
        fs::create_dir_all(root.join(folder)).expect("made");
    }
    fs::write(root.join("pkg/__init__.py"), "").expect("written");
    for (name, text) in [("alembic.ini", &case.ini), ("pyproject.toml", &case.pyproject)] {
        if let Some(text) = text {
            fs::write(root.join(name), text).expect("written");
        }
    }
    let lookup = Lookup { folder: root.to_owned(), section: case.section.clone(), ..Lookup::default() };
    let project = Project::find(&lookup, &Sources::default())
        .map_err(|problems| problems.into_iter().map(|problem| problem.message).collect::<Vec<_>>())?;
    let relative = |path: &Utf8PathBuf| match path.strip_prefix(root).expect("inside").as_str() {
        "" => ".".to_owned(),
        inner => inner.to_owned(),
    };
    // What follows the configured folders stands to reason alone; Alembic leaves it to the user.
    let configured = project.config.prepend_sys_path().expect("split").len();
    Ok(Found {
        script_location: relative(project.script_location.as_ref().expect("a script folder")),
        versions: project.versions.iter().map(relative).collect(),
        sys_path: project.sys_path.iter().take(configured).map(relative).collect(),
        recursive: project.recursive,
        file_template: project.file_template.unwrap_or_else(|| "%(rev)s_%(slug)s".to_owned()),
        timezone: project.timezone,
        url: project.url.map(|url| url.secret().to_owned()),
    })
}
