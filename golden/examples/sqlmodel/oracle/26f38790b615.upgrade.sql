-- Running upgrade 15e2768fa504 -> 26f38790b615

ALTER TABLE post ADD summary VARCHAR2

/

ALTER TABLE post RENAME COLUMN title TO headline

/

CREATE UNIQUE INDEX ix_user_email ON "user" (email)

/

UPDATE alembic_version SET version_num='26f38790b615' WHERE alembic_version.version_num = '15e2768fa504'

/

