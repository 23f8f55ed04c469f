//! Modules of other packages that stand in Python: what of them a program needs that never runs.

/// The source of a module by its absolute dotted name.
const MODULES: &[(&str, &str)] = &[
    ("alembic_postgresql_enum", include_str!("data/modules/alembic_postgresql_enum.py")),
    ("alembic_postgresql_enum.get_enum_data", include_str!("data/modules/alembic_postgresql_enum_data.py")),
    ("alembic_postgresql_enum.sql_commands.indexes", include_str!("data/modules/alembic_postgresql_enum_indexes.py")),
    ("flask_sqlalchemy", include_str!("data/modules/flask_sqlalchemy.py")),
    ("flask_appbuilder.utils.legacy", include_str!("data/modules/flask_appbuilder_legacy.py")),
];

/// The Python source that stands in for a module of another package.
pub fn source(name: &str) -> Option<&'static str> {
    MODULES.iter().find(|(module, _)| *module == name).map(|(_, source)| *source)
}
