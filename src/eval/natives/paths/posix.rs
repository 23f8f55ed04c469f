//! The algorithms of `posixpath`, on texts alone.

/// `os.path.join`.
pub fn join<'p>(parts: impl IntoIterator<Item = &'p str>) -> String {
    let mut path = String::new();
    for (index, part) in parts.into_iter().enumerate() {
        if part.starts_with('/') || index == 0 {
            path = part.to_owned();
            continue;
        }
        if !path.is_empty() && !path.ends_with('/') {
            path.push('/');
        }
        path.push_str(part);
    }
    path
}

/// `os.path.split`.
pub fn split(path: &str) -> (&str, &str) {
    let at = path.rfind('/').map_or(0, |at| at + 1);
    let (head, tail) = path.split_at(at);
    let trimmed = head.trim_end_matches('/');
    (if trimmed.is_empty() { head } else { trimmed }, tail)
}

/// `os.path.splitext`.
pub fn split_extension(path: &str) -> (&str, &str) {
    let name = path.rfind('/').map_or(0, |at| at + 1);
    let Some(dot) = path.rfind('.').filter(|dot| *dot > name) else { return (path, "") };
    let only_dots = path.get(name..dot).is_some_and(|head| head.chars().all(|char| char == '.'));
    if only_dots { (path, "") } else { path.split_at(dot) }
}

/// `os.path.normpath`.
pub fn normalize(path: &str) -> String {
    if path.is_empty() {
        return ".".to_owned();
    }
    let root = match path {
        _ if path.starts_with("//") && !path.starts_with("///") => "//",
        _ if path.starts_with('/') => "/",
        _ => "",
    };
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." if root.is_empty() && parts.last().is_none_or(|last| *last == "..") => parts.push(".."),
            ".." => {
                parts.pop();
            }
            _ => parts.push(part),
        }
    }
    let text = format!("{root}{}", parts.join("/"));
    if text.is_empty() { ".".to_owned() } else { text }
}

/// `os.path.relpath` of two paths that begin at the same place.
pub fn relative(path: &str, start: &str) -> Option<String> {
    if path.starts_with('/') != start.starts_with('/') {
        return None;
    }
    let (path, start) = (normalize(path), normalize(start));
    let parts = |text: &'_ str| text.split('/').filter(|part| !part.is_empty() && *part != ".").map(str::to_owned).collect::<Vec<_>>();
    let (path, start) = (parts(&path), parts(&start));
    let common = path.iter().zip(&start).take_while(|(one, two)| one == two).count();
    let up = start.len() - common;
    let steps: Vec<String> = std::iter::repeat_n("..".to_owned(), up).chain(path.into_iter().skip(common)).collect();
    Some(if steps.is_empty() { ".".to_owned() } else { steps.join("/") })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_taken_apart_and_put_together() {
        assert_eq!(join(["a", "b/", "c"]), "a/b/c");
        assert_eq!(join(["a", "/b"]), "/b");
        assert_eq!(split("a/b"), ("a", "b"));
        assert_eq!(split("/b"), ("/", "b"));
        assert_eq!(split_extension("a.b/c.tar.gz"), ("a.b/c.tar", ".gz"));
        assert_eq!(split_extension("a/.bashrc"), ("a/.bashrc", ""));
        assert_eq!(normalize("a/../../b/./c//d"), "../b/c/d");
        assert_eq!(relative("a/b/c", "a/d"), Some("../b/c".to_owned()));
    }
}
