"""alembic_utils: objects of PostgreSQL that are made, dropped and replaced as one."""

import re

import sqlalchemy
from alembic.operations import MigrateOperation, Operations


def unquoted(text):
    return "".join(" ".join(text.split()).split('"'))


def quoted(text):
    schema, dot, name = text.partition(".")
    return f'"{schema}"{dot}"{name}"' if dot else f'"{text}"'


def unterminated(sql):
    return sql.strip().rstrip(";").strip()


def literal(sql, colons=r"::|:"):
    """Keeps `text()` from taking a colon for a parameter."""
    return re.sub(colons, lambda found: r"\:" if found.group(0) == ":" else found.group(0), sql)


class Entity:
    def __init__(self, schema, signature, definition):
        self.schema = unquoted(schema)
        self.signature = unquoted(signature)
        self.definition = literal(unterminated(definition))

    @property
    def literal_schema(self):
        return quoted(self.schema)

    @property
    def name(self):
        return f'{self.literal_schema}."{self.signature}"'

    def to_sql_statement_create(self):
        return sqlalchemy.text(self.creating())

    def to_sql_statement_drop(self, cascade=False):
        return sqlalchemy.text(self.dropping("cascade" if cascade else ""))

    def to_sql_statement_create_or_replace(self):
        return [sqlalchemy.text(statement) for statement in self.replacing()]


class PGFunction(Entity):
    def __init__(self, schema, signature, definition):
        super().__init__(schema, signature, definition)
        procedural = "language plpgsql" in " ".join(definition.split()).lower().replace("'", "")
        self.definition = literal(unterminated(definition), r"::|:=|\\:|:" if procedural else r"::|:")

    @property
    def literal_signature(self):
        name, rest = self.signature.split("(", 1)
        return f'"{name.strip()}"({rest}'

    def creating(self):
        return f"CREATE FUNCTION {self.literal_schema}.{self.literal_signature} {self.definition}"

    def dropping(self, cascade):
        name, parameters = re.match(r"(.+?)\((.*)\)$", self.signature, re.DOTALL).groups()
        parameters = [parameter[: len(parameter.lower().split("default")[0])].strip() for parameter in parameters.strip().split(",")]
        return f'DROP FUNCTION {self.literal_schema}."{name.strip()}"({", ".join(parameters)}) {cascade}'

    def replacing(self):
        return [f"CREATE OR REPLACE FUNCTION {self.literal_schema}.{self.literal_signature} {self.definition}"]


class PGView(Entity):
    def __init__(self, schema, signature, definition):
        super().__init__(schema, signature, definition)
        self.definition = unterminated(definition)

    def creating(self):
        return f"CREATE VIEW {self.name} AS {self.definition};"

    def dropping(self, cascade):
        return f"DROP VIEW {self.name} {cascade}"

    def replacing(self):
        lines = [
            "do $$",
            "            begin",
            f"                CREATE OR REPLACE VIEW {self.name} AS {self.definition};",
            "",
            "            exception when others then",
            f"                DROP VIEW IF EXISTS {self.name};",
            "",
            f"                CREATE VIEW {self.name} AS {self.definition};",
            "            end;",
            "        $$ language 'plpgsql'",
        ]
        return ["\n".join(lines)]


class PGMaterializedView(Entity):
    def __init__(self, schema, signature, definition, with_data=True):
        super().__init__(schema, signature, definition)
        self.definition = unterminated(definition)
        self.with_data = with_data

    def making(self):
        filled = "" if self.with_data else "NO"
        return f'CREATE MATERIALIZED VIEW {self.name} AS {self.definition.rstrip().rstrip(";")} WITH {filled} DATA'

    def creating(self):
        return self.making() + ";"

    def dropping(self, cascade):
        return f"DROP MATERIALIZED VIEW {self.name} {cascade}"

    def replacing(self):
        return [f"DROP MATERIALIZED VIEW IF EXISTS {self.name}; ", self.making()]


class PGExtension(Entity):
    def __init__(self, schema, signature):
        super().__init__(schema, signature, "")

    def creating(self):
        return f'CREATE EXTENSION "{self.signature}" WITH SCHEMA {self.literal_schema};'

    def dropping(self, cascade):
        return f'DROP EXTENSION "{self.signature}" {cascade.upper()}'


class EntityOn(Entity):
    def __init__(self, schema, signature, definition, on_entity):
        super().__init__(schema, signature, definition)
        self.on_entity = "".join((on_entity if "." in on_entity else "public." + on_entity).split('"'))


class PGTrigger(EntityOn):
    def __init__(self, schema, signature, definition, on_entity, is_constraint=False):
        super().__init__(schema, signature, definition, on_entity)
        self.is_constraint = is_constraint

    def creating(self):
        event, table, action = re.match(r"(.+?)\s+ON\s+(.+?)\s+(.+)$", self.definition, re.IGNORECASE | re.DOTALL).groups()
        kind = "CONSTRAINT TRIGGER" if self.is_constraint else "TRIGGER"
        return f'CREATE {kind} "{self.signature}" {event} ON {self.schema}.{table.partition(".")[2] or table} {action}'

    def dropping(self, cascade):
        return f'DROP TRIGGER "{self.signature}" ON {self.on_entity} {cascade}'

    def replacing(self):
        return [f'DROP TRIGGER IF EXISTS "{self.signature}" ON {self.on_entity};', self.creating()]


class PGPolicy(EntityOn):
    def creating(self):
        return f"CREATE POLICY {self.signature} on {self.on_entity} {self.definition}"

    def dropping(self, cascade):
        return f"DROP POLICY {self.signature} on {self.on_entity} {cascade}"

    def replacing(self):
        return [f"DROP POLICY IF EXISTS {self.signature} on {self.on_entity};", self.creating() + ";"]


def register_entities(*entities, **options):
    pass


@Operations.register_operation("create_entity", "on")
class CreateOp(MigrateOperation):
    def __init__(self, target):
        self.target = target

    @classmethod
    def on(cls, operations, target):
        return operations.invoke(cls(target))


@Operations.register_operation("replace_entity", "on")
class ReplaceOp(CreateOp):
    pass


@Operations.register_operation("drop_entity", "off")
class DropOp(MigrateOperation):
    def __init__(self, target, cascade=False):
        self.target = target
        self.cascade = cascade

    @classmethod
    def off(cls, operations, target, cascade=False):
        return operations.invoke(cls(target, cascade=cascade))


@Operations.implementation_for(CreateOp)
def create_entity(operations, operation):
    operations.execute(operation.target.to_sql_statement_create())


@Operations.implementation_for(DropOp)
def drop_entity(operations, operation):
    operations.execute(operation.target.to_sql_statement_drop(cascade=operation.cascade))


@Operations.implementation_for(ReplaceOp)
def replace_entity(operations, operation):
    for statement in operation.target.to_sql_statement_create_or_replace():
        operations.execute(statement)
