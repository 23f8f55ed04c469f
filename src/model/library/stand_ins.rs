//! Modules of other packages, and of the standard library, that stand in Python: what of them a program needs that never runs.

/// Each of its modules is asked for one class, whose operations are the same.
const ALEMBIC_UTILS: &str = include_str!("data/modules/alembic_utils.py");

/// The source of a module by its absolute dotted name.
const MODULES: &[(&str, &str)] = &[
    ("alembic_utils.pg_extension", ALEMBIC_UTILS),
    ("alembic_utils.pg_function", ALEMBIC_UTILS),
    ("alembic_utils.pg_materialized_view", ALEMBIC_UTILS),
    ("alembic_utils.pg_policy", ALEMBIC_UTILS),
    ("alembic_utils.pg_trigger", ALEMBIC_UTILS),
    ("alembic_utils.pg_view", ALEMBIC_UTILS),
    ("alembic_utils.replaceable_entity", ALEMBIC_UTILS),
    ("alembic_postgresql_enum", include_str!("data/modules/alembic_postgresql_enum.py")),
    ("alembic_postgresql_enum.get_enum_data", include_str!("data/modules/alembic_postgresql_enum_data.py")),
    ("alembic_postgresql_enum.sql_commands.indexes", include_str!("data/modules/alembic_postgresql_enum_indexes.py")),
    ("attr", include_str!("data/modules/attrs.py")),
    ("attrs", include_str!("data/modules/attrs.py")),
    ("contextvars", include_str!("data/modules/contextvars.py")),
    ("dateutil.tz", include_str!("data/modules/dateutil_tz.py")),
    ("flask_sqlalchemy", include_str!("data/modules/flask_sqlalchemy.py")),
    ("flask_appbuilder.utils.legacy", include_str!("data/modules/flask_appbuilder_legacy.py")),
    ("oslo_utils.timeutils", include_str!("data/modules/oslo_timeutils.py")),
    ("oslo_utils.uuidutils", include_str!("data/modules/oslo_uuidutils.py")),
    ("public", include_str!("data/modules/public.py")),
    ("pytz", include_str!("data/modules/pytz.py")),
    ("sqlalchemy.ext.hybrid", include_str!("data/modules/sqlalchemy_hybrid.py")),
];

/// The Python source that stands in for a module of another package.
pub fn source(name: &str) -> Option<&'static str> {
    MODULES.iter().find(|(module, _)| *module == name).map(|(_, source)| *source)
}
