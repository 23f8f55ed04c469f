"""Classes of `attrs`: their fields, made by `__init__`; what validates, orders and converts is made as it is there, without slots."""

NOTHING = object()


class Factory:
    def __init__(self, factory, takes_self=False):
        self.factory = factory
        self.takes_self = takes_self


class Attribute:
    def __init__(self, default=NOTHING, factory=None, init=True, converter=None, kw_only=False, alias=None, **rest):
        self.name = None
        self.default = default if factory is None else Factory(factory)
        self.init = init
        self.converter = converter
        self.kw_only = kw_only
        self.alias = alias

    def validator(self, function):
        return function

    def made_for(self, instance):
        if isinstance(self.default, Factory):
            return self.default.factory(instance) if self.default.takes_self else self.default.factory()
        return self.default


def ib(default=NOTHING, **options):
    return Attribute(default, **options)


attrib = field = ib


def own_fields(cls, annotated):
    body = vars(cls)
    names = [name for name, value in body.items() if isinstance(value, Attribute)]
    if annotated or (annotated is None and all(name in cls.__annotations__ for name in names)):
        names = list(cls.__annotations__)
    for name in names:
        value = body.get(name, NOTHING)
        one = value if isinstance(value, Attribute) else Attribute(value)
        one.name = name
        yield one


def init_of(fields):
    def __init__(self, *args, **values):
        positional = [one for one in fields if one.init and not one.kw_only]
        if len(args) > len(positional):
            raise TypeError(f"__init__() takes {len(positional) + 1} positional arguments but {len(args) + 1} were given")
        for one, value in zip(positional, args):
            values[one.alias or one.name.lstrip("_")] = value
        for one in fields:
            key = one.alias or one.name.lstrip("_")
            value = values.pop(key) if one.init and key in values else one.made_for(self)
            if value is NOTHING:
                if one.init:
                    raise TypeError(f"__init__() missing 1 required positional argument: '{key}'")
                continue
            setattr(self, one.name, one.converter(value) if one.converter else value)
        for key in values:
            raise TypeError(f"__init__() got an unexpected keyword argument '{key}'")
        if hasattr(self, "__attrs_post_init__"):
            self.__attrs_post_init__()

    return __init__


def made(cls, annotated, equal, kw_only, init):
    fields = {one.name: one for base in reversed(cls.__mro__[1:]) for one in getattr(base, "__attrs_own__", ())}
    own = list(own_fields(cls, annotated))
    for one in own:
        one.kw_only = one.kw_only or kw_only
        fields[one.name] = one
        if one.default is not NOTHING and not isinstance(one.default, Factory):
            setattr(cls, one.name, one.default)
    fields = list(fields.values())
    cls.__attrs_own__ = own
    cls.__attrs_attrs__ = tuple(fields)
    if init and "__init__" not in vars(cls):
        cls.__init__ = init_of(fields)
    if equal and "__eq__" not in vars(cls):
        cls.__eq__ = lambda self, other: type(self) is type(other) and all(
            getattr(self, one.name) == getattr(other, one.name) for one in fields
        )
    if "__repr__" not in vars(cls):
        cls.__repr__ = lambda self: f"{type(self).__name__}({', '.join(f'{one.name}={getattr(self, one.name)!r}' for one in fields)})"
    return cls


def decorator(annotated):
    def decorate(cls=None, *, auto_attribs=annotated, eq=True, cmp=True, kw_only=False, init=True, **options):
        def decorated(inner):
            return made(inner, auto_attribs, eq and cmp is not False, kw_only, init)

        return decorated if cls is None else decorated(cls)

    return decorate


s = attrs = attributes = decorator(False)
dataclass = decorator(True)
define = mutable = frozen = decorator(None)


def fields(cls):
    return cls.__attrs_attrs__


def asdict(instance, **options):
    return {one.name: asdict(value) if hasattr(value := getattr(instance, one.name), "__attrs_attrs__") else value for one in fields(type(instance))}


def evolve(instance, **changes):
    values = {one.name.lstrip("_"): getattr(instance, one.name) for one in fields(type(instance)) if one.init}
    return type(instance)(**{**values, **changes})


def has(cls):
    return hasattr(cls, "__attrs_attrs__")
