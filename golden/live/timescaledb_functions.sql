-- Stand-ins for TimescaleDB's functions, so that the examples which call them run on a plain PostgreSQL.

CREATE FUNCTION create_hypertable(relation regclass, time_column_name name, if_not_exists boolean DEFAULT false)
RETURNS text LANGUAGE sql AS $$ SELECT format('(%s,%s)', relation, time_column_name) $$;

CREATE FUNCTION add_retention_policy(relation regclass, drop_after interval, if_not_exists boolean DEFAULT false)
RETURNS integer LANGUAGE sql AS $$ SELECT 1 $$;

CREATE FUNCTION remove_retention_policy(relation regclass, if_exists boolean DEFAULT false)
RETURNS void LANGUAGE sql AS $$ SELECT NULL::void $$;

CREATE FUNCTION time_bucket(bucket_width interval, ts timestamp with time zone)
RETURNS timestamp with time zone LANGUAGE sql IMMUTABLE
AS $$ SELECT date_bin(bucket_width, ts, TIMESTAMP WITH TIME ZONE '2000-01-03 00:00:00+00') $$;
