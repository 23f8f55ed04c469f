-- What a PostgreSQL database holds, as text that two databases can be compared by: a line a fact, in a settled order.
-- psql -XqAt -f schema.sql
\set ON_ERROR_STOP on
SET search_path = pg_catalog;

WITH schemas AS (
    SELECT oid, nspname FROM pg_namespace
    WHERE nspname NOT IN ('pg_catalog', 'information_schema') AND nspname !~ '^pg_(toast|temp)'
),
relations AS (
    SELECT c.oid, c.relkind, format('%s.%s', s.nspname, c.relname) AS name
    FROM pg_class AS c JOIN schemas AS s ON s.oid = c.relnamespace
),
tables AS (
    SELECT * FROM relations WHERE relkind IN ('r', 'p', 'v', 'm', 'f')
),
facts(line) AS (
    SELECT format('schema %s', nspname) FROM schemas
    UNION ALL
    SELECT format('relation %s kind %s comment %s', name, relkind, coalesce(quote_literal(obj_description(oid, 'pg_class')), 'none')) FROM tables
    UNION ALL
    SELECT format(
        'relation %s column %s %s %s%s%s%s%s%s',
        t.name, lpad((row_number() OVER (PARTITION BY t.oid ORDER BY a.attnum))::text, 3, '0'), a.attname,
        format_type(a.atttypid, a.atttypmod),
        CASE WHEN a.attnotnull THEN ' not null' ELSE '' END,
        CASE a.attidentity WHEN 'a' THEN ' identity always' WHEN 'd' THEN ' identity by default' ELSE '' END,
        CASE WHEN a.attgenerated = '' THEN coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')
             ELSE ' generated ' || pg_get_expr(d.adbin, d.adrelid) END,
        coalesce(' collate ' || (SELECT collname FROM pg_collation AS o WHERE o.oid = a.attcollation AND o.collname <> 'default'), ''),
        coalesce(' comment ' || quote_literal(col_description(a.attrelid, a.attnum)), '')
    )
    FROM tables AS t
    JOIN pg_attribute AS a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
    LEFT JOIN pg_attrdef AS d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
    UNION ALL
    SELECT format('relation %s constraint %s %s%s', t.name, c.conname, pg_get_constraintdef(c.oid), coalesce(' comment ' || quote_literal(obj_description(c.oid, 'pg_constraint')), ''))
    FROM tables AS t JOIN pg_constraint AS c ON c.conrelid = t.oid
    UNION ALL
    SELECT format('relation %s index %s%s', t.name, pg_get_indexdef(i.indexrelid), CASE WHEN i.indisvalid THEN '' ELSE ' invalid' END)
    FROM tables AS t JOIN pg_index AS i ON i.indrelid = t.oid
    UNION ALL
    SELECT format('relation %s trigger %s', t.name, pg_get_triggerdef(g.oid))
    FROM tables AS t JOIN pg_trigger AS g ON g.tgrelid = t.oid AND NOT g.tgisinternal
    UNION ALL
    SELECT format('relation %s definition %s', name, replace(pg_get_viewdef(oid), E'\n', ' ')) FROM tables WHERE relkind IN ('v', 'm')
    UNION ALL
    SELECT format('sequence %s %s start %s increment %s', r.name, format_type(s.seqtypid, NULL), s.seqstart, s.seqincrement)
    FROM relations AS r JOIN pg_sequence AS s ON s.seqrelid = r.oid
    UNION ALL
    SELECT format('enum %s.%s %s', s.nspname, t.typname, string_agg(quote_literal(e.enumlabel), ', ' ORDER BY e.enumsortorder))
    FROM schemas AS s JOIN pg_type AS t ON t.typnamespace = s.oid JOIN pg_enum AS e ON e.enumtypid = t.oid
    GROUP BY s.nspname, t.typname
    UNION ALL
    SELECT format('domain %s.%s %s', s.nspname, t.typname, format_type(t.typbasetype, t.typtypmod))
    FROM schemas AS s JOIN pg_type AS t ON t.typnamespace = s.oid WHERE t.typtype = 'd'
    UNION ALL
    SELECT format('function %s.%s(%s)', s.nspname, p.proname, pg_get_function_identity_arguments(p.oid))
    FROM schemas AS s JOIN pg_proc AS p ON p.pronamespace = s.oid
)
SELECT line FROM facts ORDER BY line COLLATE "C";

-- … and its rows.
SELECT format(
    'SELECT %L || row_to_json(t)::text FROM %I.%I AS t ORDER BY row_to_json(t)::text COLLATE "C"',
    format('row %s.%s ', s.nspname, c.relname), s.nspname, c.relname
)
FROM pg_class AS c JOIN pg_namespace AS s ON s.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p') AND s.nspname NOT IN ('pg_catalog', 'information_schema') AND s.nspname !~ '^pg_(toast|temp)'
ORDER BY s.nspname COLLATE "C", c.relname COLLATE "C"
\gexec
