INSERT INTO role (id, name, "on") VALUES (:id::INTEGER, :name::VARCHAR, :on)
--
INSERT INTO role (name) VALUES ('x') RETURNING role.id
--
INSERT INTO role (id, name) VALUES (1, 'x')
--
INSERT INTO role (name) VALUES ('x') RETURNING role.id, role.name
--
INSERT INTO role (id, name) VALUES (1, NULL)
--
INSERT INTO perm (role_id, what, at, seq) VALUES (1, 'a', now(), nextval('perm_seq'))
--
INSERT INTO perm (role_id, what, at, seq) VALUES (1, 'a', now(), nextval('perm_seq')), (2, 'b', now(), nextval('perm_seq'))
--
INSERT INTO perm (role_id, what, at, seq) SELECT role.id, 'a' AS anon_1, now() AS now_1, nextval('perm_seq') AS next_value_1 
FROM role
--
UPDATE perm SET what='b' FROM role WHERE perm.role_id = role.id AND role.name = 'x'
--
DELETE FROM perm WHERE perm.role_id IN (1)
--
SELECT role.name, perm.what 
FROM role JOIN perm ON role.id = perm.role_id
--
SELECT role.name, perm.what 
FROM role JOIN perm ON role.id = perm.role_id
--
SELECT role.name, perm.what 
FROM role JOIN perm ON role.id = perm.role_id 
WHERE perm.what = 'a'
--
SELECT role."on" 
FROM role 
WHERE role."on"
--
SELECT role."on" 
FROM role 
WHERE role."on" IS true AND NOT role."on"
--
SELECT count('*') AS count_1 
FROM role
--
SELECT count(role.id) AS n 
FROM role GROUP BY role.name 
HAVING count(role.id) > 1
--
SELECT role.name 
FROM role GROUP BY role.name ORDER BY count(*) DESC
--
SELECT role.id, role.name, role."on" 
FROM role ORDER BY role.name ASC NULLS FIRST, role.id DESC NULLS LAST
--
SELECT role.id 
FROM role 
WHERE role.name IN (SELECT perm.what 
FROM perm)
--
SELECT role.id 
FROM role 
WHERE (role.name NOT IN ('a', 'b'))
--
SELECT role.id 
FROM role 
WHERE (role.name NOT IN ('a', 'b'))
--
SELECT role.id 
FROM role 
WHERE role.id IN (1, 2, 3) AND role.name IN ('z')
--
SELECT role.id 
FROM role 
WHERE (role.name LIKE '%' || 'x') AND (role.name LIKE '%' || 'y' || '%') AND (role.name LIKE '/%' || '%' ESCAPE '/')
--
SELECT role.id 
FROM role 
WHERE role.name ILIKE '%x%' AND role.name NOT ILIKE 'y'
--
SELECT role.id 
FROM role 
WHERE role.name IS DISTINCT FROM 'x'
--
SELECT role.id 
FROM role 
WHERE role.name = 'v'
--
SELECT role.id 
FROM role 
WHERE role.id > 1 AND role.id < 5 OR role.name = 'q'
--
SELECT role.id 
FROM role 
WHERE NOT (role.id > 1 AND role.id < 5)
--
SELECT role.id 
FROM role 
WHERE role.id = 0 OR role.id = 1 OR role.id = 2
--
SELECT (role.id + 1) * 2 AS anon_1, (role.id - 1) - 2 AS anon_2, role.id - (role.id - 2) AS anon_3, -role.id, role.id % 3 AS anon_4, role.id / CAST(2.0 AS DOUBLE PRECISION) AS anon_5, role.id / 2 AS anon_6 
FROM role
--
SELECT role.name || '-' || CAST(role.id AS TEXT) AS anon_1 
FROM role
--
SELECT concat(role.name, ' ', role.id) AS concat_1 
FROM role
--
SELECT coalesce(role.name, 'none') AS nm 
FROM role
--
SELECT upper(substr(role.name, 1, 1)) AS upper_1 
FROM role
--
SELECT CASE WHEN (role.id > 5) THEN 'big' ELSE 'small' END AS size 
FROM role
--
SELECT CASE WHEN (role.name IS NULL) THEN 'n/a' ELSE role.name END AS anon_1 
FROM role
--
UPDATE role SET name=lower(role.name) WHERE role.id = 1
--
UPDATE role SET name=CASE WHEN (role."on" = true) THEN 'on' WHEN (role."on" IS NULL) THEN NULL ELSE 'off' END
--
UPDATE role SET name=(SELECT perm.what 
FROM perm 
WHERE perm.role_id = role.id)
--
UPDATE role SET name=NULL, "on"=true
--
UPDATE role SET name='x' || name
--
DELETE FROM role
--
DELETE FROM role WHERE EXISTS (SELECT perm.role_id 
FROM perm 
WHERE perm.role_id = role.id)
--
DELETE FROM role WHERE NOT (EXISTS (SELECT perm.role_id 
FROM perm 
WHERE perm.role_id = role.id))
--
DELETE FROM role WHERE role.id IN (SELECT min(role.id) AS min_1 
FROM role GROUP BY role.name)
--
DELETE FROM role USING role AS r2 WHERE role.name = r2.name AND role.id > r2.id
--
SELECT role.id, r2.id AS id_1 
FROM role LEFT OUTER JOIN role AS r2 ON role.id = r2.id
--
SELECT role_1.id, role_1.name, role_1."on" 
FROM role AS role_1
--
SELECT (SELECT role.id 
FROM role 
 LIMIT 1) AS anon_1
--
SELECT role.id 
FROM role UNION SELECT perm.role_id 
FROM perm ORDER BY id
--
SELECT role.id 
FROM role EXCEPT SELECT perm.role_id 
FROM perm
--
SELECT * 
FROM role
--
SELECT * 
FROM role
--
SELECT x, "Y" 
FROM "Sch"."some table"
--
SELECT now() AS now_1, CURRENT_TIMESTAMP AS current_timestamp_1, now() AS now_2
--
SELECT a 
WHERE b = 5
--
UPDATE t SET x = 'a', y = 3
--
SELECT * FROM t WHERE a IN (1, 2)
--
UPDATE t SET x = NULL
--
SELECT a::text, '{"b": 1}'::jsonb, E'\:x'
--
SELECT anon_1.a 
FROM (SELECT 1) AS anon_1
--
nextval('sq')
--
INSERT INTO role (id, name) VALUES (nextval('sq'), 'x') RETURNING role.id
--
SELECT json_build_object('a', role.id) AS json_build_object_1 
FROM role
--
SELECT array_agg(DISTINCT role.name) AS array_agg_1 
FROM role
--
SELECT sum(role.id) OVER (PARTITION BY role.name, role."on") AS anon_1 
FROM role
--
SELECT rank() OVER (ORDER BY role.id RANGE BETWEEN 1 PRECEDING AND 1 FOLLOWING) AS anon_1 
FROM role
--
SELECT max(role.id) FILTER (WHERE role."on" AND role.id < 9) AS anon_1 
FROM role
--
SELECT string_agg(role.name, ', ') AS string_agg_1 
FROM role
--
SELECT date_part('year', perm.at) AS date_part_1, EXTRACT(month FROM perm.at) AS anon_1 
FROM perm
--
SELECT role.id AS x 
FROM role 
WHERE x > 3 ORDER BY x DESC
--
SELECT role.id * 2 AS dbl 
FROM role GROUP BY role.id * 2 ORDER BY dbl
--
SELECT role.name COLLATE "de_DE" AS anon_1, role.name || 'x' AS anon_2, role.id << 2 + 1 AS anon_3 
FROM role
--
SELECT role.name ~ '^a' AS anon_1 
FROM role 
WHERE role.name ~ '^a'
--
SELECT role.id & 4 AS anon_1, role.id # 2 AS anon_2, ~role.id 
FROM role
--
SELECT role.name + 5 AS anon_1 
FROM role
--
SELECT role.id 
FROM role 
WHERE (role.id, role.name) = (1, 'a')
--
SELECT role.id 
FROM role FOR NO KEY UPDATE OF role SKIP LOCKED
--
SELECT role.id 
FROM role FOR SHARE
--
SELECT DISTINCT role.id 
FROM role
--
SELECT role.id, NULL AS anon_1, true AS anon_2, true AS anon_3, NULL AS anon_4 
FROM role
--
WITH act AS 
(SELECT role.id AS rid 
FROM role 
WHERE role."on"), 
anon_1 AS 
(SELECT act.rid AS rid, count(*) AS n 
FROM act GROUP BY act.rid)
 SELECT act.rid, anon_1.n 
FROM act JOIN anon_1 ON act.rid = anon_1.rid
--
WITH act AS 
(SELECT role.id AS rid 
FROM role 
WHERE role."on")
 UPDATE role SET name='c' FROM act WHERE role.id = act.rid
--
WITH act AS 
(SELECT role.id AS rid 
FROM role 
WHERE role."on"), 
anon_1 AS 
(SELECT act.rid AS rid, count(*) AS n 
FROM act GROUP BY act.rid)
 DELETE FROM role WHERE role.id IN (SELECT anon_1.rid 
FROM anon_1)
--
WITH ins AS 
(INSERT INTO role (name) VALUES ('z') RETURNING role.id)
 INSERT INTO perm (role_id, at, seq) SELECT ins.id, now() AS now_1, nextval('perm_seq') AS next_value_1 
FROM ins
--
INSERT INTO role (id, name) VALUES (1, 'a'), (2, 'b') ON CONFLICT (id) DO NOTHING
--
INSERT INTO role (id, name) VALUES (1, 'a') ON CONFLICT (name) WHERE "on" DO NOTHING
--
INSERT INTO role (id, name) VALUES (1, 'a') ON CONFLICT (id) DO UPDATE SET name = excluded.name, "on" = false WHERE role.name != excluded.name
--
INSERT INTO role (id) SELECT perm.role_id 
FROM perm ON CONFLICT ON CONSTRAINT role_pkey DO NOTHING
--
SELECT vv.a 
FROM (VALUES (1), (2)) AS vv (a)
--
SELECT anon_1.key 
FROM jsonb_each(account.doc) AS anon_1
--
SELECT CAST((account.doc ->> 'a') AS INTEGER) > 4 AS anon_1 
FROM account
--
SELECT account.doc #>> '{a, b}' AS anon_1, (account.data -> 'x') -> 0 AS anon_2 
FROM account
--
UPDATE account SET doc=jsonb_set(account.doc, '{a}', CAST('1' AS JSONB))
--
SELECT account.tags 
FROM account 
WHERE 'x' = ANY (account.tags) AND 'y' = ALL (account.tags)
--
SELECT account.id 
FROM account 
WHERE 'x' = ANY (account.tags)
--
SELECT account.id 
FROM account 
WHERE account.hs ? 'a' AND account.doc ?| ARRAY['a', 'b']
--
UPDATE account SET tags=ARRAY['a', 'b'], raw='x' WHERE account.day = '2020-01-01'
--
UPDATE account SET tags=array_append(account.tags, 'x')
--
INSERT INTO account (id, balance) VALUES (7, 1.50)
--
SELECT CAST('a' AS VARCHAR(5)) AS anon_1, CAST(NULL AS INTEGER) AS anon_2, CAST(5 AS NUMERIC(10, 2)) AS anon_3, CAST(role.id AS UUID) AS id, CAST('x' AS en) AS anon_4 
FROM role
--
SELECT lower(role.name) = 'x' AS anon_1, length(role.name) BETWEEN 1 AND 3 AS anon_2 
FROM role
--
SELECT NOT bool_fn(1) AS anon_1, NOT role.id, false AS anon_2, role.id IS NOT NULL AS anon_3 
FROM role
--
role.id = 1 AND (role.id = 2 OR role.id = 3 AND role.id = 4) AND NOT (role.id = 5 AND role.id = 6)
--
role."on" AND (role."on" OR role.id = 1)
--
role."on" OR role.id = 1
--
true
--
SELECT role.id 
FROM role 
WHERE false
--
SELECT role.id 
FROM role 
WHERE role.id = (SELECT max(perm.role_id) AS max_1 
FROM perm) + 1
--
SELECT DISTINCT role.name 
FROM role
--
SELECT lat.what, role.id 
FROM LATERAL (SELECT perm.what AS what 
FROM perm 
WHERE perm.role_id = role.id) AS lat, role
--
SELECT role.id 
FROM role JOIN LATERAL (SELECT perm.what AS what 
FROM perm 
WHERE perm.role_id = role.id) AS anon_1 ON true
--
SELECT role.id, role.id AS other, role.name, r2.name AS name_1 
FROM role, role AS r2
--
SELECT role.id 
FROM role 
WHERE role.name = 'Itso''clock \ % :x'
--
SELECT role.name 
FROM role 
WHERE role.name LIKE '50\%%' ESCAPE '\'
--
SELECT role.name AS "Odd Name", role.name AS "select" 
FROM role
--
INSERT INTO "Mixed" ("Col", "order") VALUES (1, 2)
--
SELECT my_fn() AS my_fn_1, Upper('a') AS "Upper_1", count(role.id) AS count_1, sch.fn(1) AS fn_1 
FROM role
--
