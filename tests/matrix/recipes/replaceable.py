"""Views and functions that a revision replaces and its downgrade restores, as a recipe of Alembic's manual has it: the text that comes
back is looked up in the revision that wrote it.
"""
from alembic.operations import MigrateOperation, Operations


class Replaceable:
    def __init__(self, name, text):
        self.name = name
        self.text = text


class ReversibleOp(MigrateOperation):
    def __init__(self, target):
        self.target = target

    @classmethod
    def invoke_for_target(cls, operations, target):
        return operations.invoke(cls(target))

    def reverse(self):
        raise NotImplementedError()

    @classmethod
    def _found(cls, operations, ident):
        version, name = ident.split(".")
        return getattr(operations.get_context().script.get_revision(version).module, name)

    @classmethod
    def replace(cls, operations, target, replaces=None, replace_with=None):
        if replaces:
            old = cls(cls._found(operations, replaces)).reverse()
            new = cls(target)
        elif replace_with:
            old = cls(target).reverse()
            new = cls(cls._found(operations, replace_with))
        else:
            raise TypeError("replaces or replace_with is required")
        operations.invoke(old)
        operations.invoke(new)


@Operations.register_operation("create_view", "invoke_for_target")
@Operations.register_operation("replace_view", "replace")
class CreateView(ReversibleOp):
    def reverse(self):
        return DropView(self.target)


@Operations.register_operation("drop_view", "invoke_for_target")
class DropView(ReversibleOp):
    def reverse(self):
        return CreateView(self.target)


@Operations.implementation_for(CreateView)
def create_view(operations, operation):
    operations.execute("CREATE VIEW %s AS %s" % (operation.target.name, operation.target.text))


@Operations.implementation_for(DropView)
def drop_view(operations, operation):
    operations.execute("DROP VIEW %s" % operation.target.name)
