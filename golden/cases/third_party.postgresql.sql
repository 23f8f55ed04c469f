--- case: third_party::sync_enum_values
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TYPE "public"."mood" RENAME TO "mood_old";

CREATE TYPE "public"."mood" AS ENUM('sad', 'ok', 'glad');

CREATE FUNCTION "public".new_old_not_equals(
                new_enum_val "public"."mood", old_enum_val "public"."mood_old"
            )
            RETURNS boolean AS $$
                SELECT new_enum_val::text != old_enum_val::text;
            $$ LANGUAGE SQL IMMUTABLE;

CREATE OPERATOR "public".!= (
            leftarg = "public"."mood",
            rightarg = "public"."mood_old",
            procedure = "public".new_old_not_equals
        );

CREATE FUNCTION "public".new_old_equals(
                new_enum_val "public"."mood", old_enum_val "public"."mood_old"
            )
            RETURNS boolean AS $$
                SELECT new_enum_val::text = old_enum_val::text;
            $$ LANGUAGE SQL IMMUTABLE;

CREATE OPERATOR "public".= (
            leftarg = "public"."mood",
            rightarg = "public"."mood_old",
            procedure = "public".new_old_equals
        );

ALTER TABLE "public"."person" 
                ALTER COLUMN "mood" TYPE "public"."mood" 
                USING "mood"::text::"public"."mood";

ALTER TABLE "public"."pet" 
                ALTER COLUMN "mood" TYPE "public"."mood" 
                USING "mood"::text::"public"."mood";

DROP OPERATOR IF EXISTS "public".!= (
                "public"."mood",
                "public"."mood_old"
            );

DROP FUNCTION "public".new_old_not_equals(
            new_enum_val "public"."mood", old_enum_val "public"."mood_old"
        );

DROP OPERATOR IF EXISTS "public".= (
                "public"."mood",
                "public"."mood_old"
            );

DROP FUNCTION "public".new_old_equals(
            new_enum_val "public"."mood", old_enum_val "public"."mood_old"
        );

DROP TYPE "public"."mood_old";

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: third_party::sync_enum_values_renamed
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TYPE "app"."mood" RENAME TO "mood_old";

CREATE TYPE "app"."mood" AS ENUM('sad', 'fine', 'glad');

CREATE FUNCTION "app".new_old_not_equals(
                new_enum_val "app"."mood", old_enum_val "app"."mood_old"
            )
            RETURNS boolean AS $$
                SELECT new_enum_val::text != CASE
                    WHEN old_enum_val::text = 'ok' THEN 'fine' WHEN old_enum_val::text = 'happy' THEN 'glad'

                    ELSE old_enum_val::text
                END;
            $$ LANGUAGE SQL IMMUTABLE;

CREATE OPERATOR "app".!= (
            leftarg = "app"."mood",
            rightarg = "app"."mood_old",
            procedure = "app".new_old_not_equals
        );

CREATE FUNCTION "app".new_old_equals(
                new_enum_val "app"."mood", old_enum_val "app"."mood_old"
            )
            RETURNS boolean AS $$
                SELECT new_enum_val::text = CASE
                    WHEN old_enum_val::text = 'ok' THEN 'fine' WHEN old_enum_val::text = 'happy' THEN 'glad'

                    ELSE old_enum_val::text
                END;
            $$ LANGUAGE SQL IMMUTABLE;

CREATE OPERATOR "app".= (
            leftarg = "app"."mood",
            rightarg = "app"."mood_old",
            procedure = "app".new_old_equals
        );

ALTER TABLE "app"."person"
             ALTER COLUMN "mood" DROP DEFAULT;

ALTER TABLE "app"."person" 
                ALTER COLUMN "mood" TYPE "app"."mood" 
                USING CASE 
                WHEN "mood"::text = 'ok' THEN 'fine'::"app"."mood" WHEN "mood"::text = 'happy' THEN 'glad'::"app"."mood"

                ELSE "mood"::text::"app"."mood"
                END;

ALTER TABLE "app"."person"
            ALTER COLUMN "mood" SET DEFAULT 'fine'::app.mood;

ALTER TABLE "app"."person"
             ALTER COLUMN "moods" DROP DEFAULT;

ALTER TABLE "app"."person" 
            ALTER COLUMN "moods" TYPE "app"."mood"[]
            USING array_replace(array_replace("moods"::text[], 'ok', 'fine'), 'happy', 'glad')::"app"."mood"[];

ALTER TABLE "app"."person"
            ALTER COLUMN "moods" SET DEFAULT '{ok,"fine"}'::app.mood[];

ALTER TABLE "pet"
             ALTER COLUMN "mood" DROP DEFAULT;

ALTER TABLE "pet" 
                ALTER COLUMN "mood" TYPE "app"."mood" 
                USING CASE 
                WHEN "mood"::text = 'ok' THEN 'fine'::"app"."mood" WHEN "mood"::text = 'happy' THEN 'glad'::"app"."mood"

                ELSE "mood"::text::"app"."mood"
                END;

ALTER TABLE "pet"
            ALTER COLUMN "mood" SET DEFAULT ARRAY['fine'::app.mood, 'glad'::app.mood];

DROP OPERATOR IF EXISTS "app".!= (
                "app"."mood",
                "app"."mood_old"
            );

DROP FUNCTION "app".new_old_not_equals(
            new_enum_val "app"."mood", old_enum_val "app"."mood_old"
        );

DROP OPERATOR IF EXISTS "app".= (
                "app"."mood",
                "app"."mood_old"
            );

DROP FUNCTION "app".new_old_equals(
            new_enum_val "app"."mood", old_enum_val "app"."mood_old"
        );

DROP TYPE "app"."mood_old";

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: third_party::sync_enum_values_indexes
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TYPE "public"."mood" RENAME TO "mood_old";

CREATE TYPE "public"."mood" AS ENUM('sad', 'fine');

CREATE FUNCTION "public".new_old_not_equals(
                new_enum_val "public"."mood", old_enum_val "public"."mood_old"
            )
            RETURNS boolean AS $$
                SELECT new_enum_val::text != CASE
                    WHEN old_enum_val::text = 'ok' THEN 'fine'

                    ELSE old_enum_val::text
                END;
            $$ LANGUAGE SQL IMMUTABLE;

CREATE OPERATOR "public".!= (
            leftarg = "public"."mood",
            rightarg = "public"."mood_old",
            procedure = "public".new_old_not_equals
        );

CREATE FUNCTION "public".new_old_equals(
                new_enum_val "public"."mood", old_enum_val "public"."mood_old"
            )
            RETURNS boolean AS $$
                SELECT new_enum_val::text = CASE
                    WHEN old_enum_val::text = 'ok' THEN 'fine'

                    ELSE old_enum_val::text
                END;
            $$ LANGUAGE SQL IMMUTABLE;

CREATE OPERATOR "public".= (
            leftarg = "public"."mood",
            rightarg = "public"."mood_old",
            procedure = "public".new_old_equals
        );

DROP INDEX IF EXISTS "ix_ok";

DROP INDEX IF EXISTS "public"."ix_sad";

ALTER TABLE "public"."person" 
                ALTER COLUMN "mood" TYPE "public"."mood" 
                USING CASE 
                WHEN "mood"::text = 'ok' THEN 'fine'::"public"."mood"

                ELSE "mood"::text::"public"."mood"
                END;

DROP OPERATOR IF EXISTS "public".!= (
                "public"."mood",
                "public"."mood_old"
            );

DROP FUNCTION "public".new_old_not_equals(
            new_enum_val "public"."mood", old_enum_val "public"."mood_old"
        );

DROP OPERATOR IF EXISTS "public".= (
                "public"."mood",
                "public"."mood_old"
            );

DROP FUNCTION "public".new_old_equals(
            new_enum_val "public"."mood", old_enum_val "public"."mood_old"
        );

DROP TYPE "public"."mood_old";

CREATE INDEX ix_ok ON person (id) WHERE mood = 'fine'::mood;

CREATE INDEX ix_sad ON public.person (id) WHERE mood <> 'fine'::public.mood;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: third_party::add_enum_value
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

ALTER TYPE "public"."mood" ADD VALUE 'glad';

ALTER TYPE "public"."mood" ADD VALUE 'fine' AFTER 'ok';

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

COMMIT;

--- case: third_party::unregistered
--- error: AttributeError: module 'alembic.op' has no attribute 'sync_enum_values'
--- case: third_party::table_without_schema
BEGIN;

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

COMMIT;

--- case: third_party::entities
BEGIN;

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

COMMIT;

