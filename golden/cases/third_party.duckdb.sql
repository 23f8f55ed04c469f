--- case: third_party::sync_enum_values
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: third_party::sync_enum_values_renamed
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: third_party::sync_enum_values_indexes
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: third_party::add_enum_value
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: third_party::unregistered
--- error: AttributeError: module 'alembic.op' has no attribute 'sync_enum_values'
--- case: third_party::table_without_schema
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

INSERT INTO t (a) VALUES (1);

UPDATE t SET a=2 WHERE t.a = 1;

SELECT t.a 
FROM t 
WHERE t.a = 2;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: third_party::entities
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE FUNCTION "public"."toUpper"(some_text text default 5) RETURNS text as $$ SELECT upper(some_text) || ':x' || 'a'::text $$ language SQL;

CREATE FUNCTION "app"."nothing"() RETURNS trigger AS $$
        DECLARE n integer := 5;
        BEGIN
            NEW.at = now()::date; RETURN NEW;
        END; $$ LANGUAGE 'plpgsql';

CREATE VIEW "public"."shops" AS SELECT id, name::text FROM shop;;

CREATE MATERIALIZED VIEW "public"."totals" AS SELECT count(*) FROM shop WITH NO DATA;;

CREATE MATERIALIZED VIEW "app"."sums" AS SELECT sum(a) FROM shop WITH  DATA;;

CREATE TRIGGER "touch" BEFORE INSERT OR UPDATE ON public.shop FOR EACH ROW EXECUTE PROCEDURE public.nothing();

CREATE CONSTRAINT TRIGGER "late" after delete ON app.shop deferrable initially deferred for each row execute function f();

CREATE EXTENSION "uuid-ossp" WITH SCHEMA "public";;

CREATE POLICY mine on public.shop for all using (owner = current_user);

CREATE OR REPLACE FUNCTION "public"."toUpper"(some_text text default 5) RETURNS text as $$ SELECT upper(some_text) || ':x' || 'a'::text $$ language SQL;

CREATE OR REPLACE FUNCTION "app"."nothing"() RETURNS trigger AS $$
        DECLARE n integer := 5;
        BEGIN
            NEW.at = now()::date; RETURN NEW;
        END; $$ LANGUAGE 'plpgsql';

do $$
            begin
                CREATE OR REPLACE VIEW "public"."shops" AS SELECT id, name::text FROM shop;

            exception when others then
                DROP VIEW IF EXISTS "public"."shops";

                CREATE VIEW "public"."shops" AS SELECT id, name::text FROM shop;
            end;
        $$ language 'plpgsql';

DROP MATERIALIZED VIEW IF EXISTS "public"."totals";;

CREATE MATERIALIZED VIEW "public"."totals" AS SELECT count(*) FROM shop WITH NO DATA;

DROP MATERIALIZED VIEW IF EXISTS "app"."sums";;

CREATE MATERIALIZED VIEW "app"."sums" AS SELECT sum(a) FROM shop WITH  DATA;

DROP TRIGGER IF EXISTS "touch" ON public.shop;;

CREATE TRIGGER "touch" BEFORE INSERT OR UPDATE ON public.shop FOR EACH ROW EXECUTE PROCEDURE public.nothing();

DROP TRIGGER IF EXISTS "late" ON public.shop;;

CREATE CONSTRAINT TRIGGER "late" after delete ON app.shop deferrable initially deferred for each row execute function f();

DROP POLICY IF EXISTS mine on public.shop;;

CREATE POLICY mine on public.shop for all using (owner = current_user);;

DROP POLICY mine on public.shop;

DROP EXTENSION "uuid-ossp";

DROP TRIGGER "late" ON public.shop;

DROP TRIGGER "touch" ON public.shop;

DROP MATERIALIZED VIEW "app"."sums";

DROP MATERIALIZED VIEW "public"."totals";

DROP VIEW "public"."shops";

DROP FUNCTION "app"."nothing"();

DROP FUNCTION "public"."toUpper"(some_text text);

DROP VIEW "public"."shops" cascade;

DROP EXTENSION "uuid-ossp" CASCADE;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

