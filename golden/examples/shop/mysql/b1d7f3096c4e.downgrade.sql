-- Running downgrade b1d7f3096c4e -> 5f2c90e7ad16

UPDATE alembic_version SET version_num='5f2c90e7ad16' WHERE alembic_version.version_num = 'b1d7f3096c4e';

