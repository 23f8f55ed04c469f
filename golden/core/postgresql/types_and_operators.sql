SELECT account.doc['a'] AS anon_1 
FROM account
--
SELECT account.doc ->> 'a' AS anon_1 
FROM account
--
SELECT (account.doc['a']) ->> 'b' AS anon_1 
FROM account
--
SELECT account.data -> 'a' AS anon_1 
FROM account
--
SELECT account.data -> 0 AS anon_1 
FROM account
--
SELECT account.data #> '{a, b}' AS anon_1 
FROM account
--
SELECT CAST(account.data ->> 'a' AS VARCHAR) AS anon_1 
FROM account
--
SELECT CAST((account.data ->> 'a') AS INTEGER) = 5 AS anon_1 
FROM account
--
SELECT CAST((account.doc ->> 'a') AS VARCHAR) = 'x' AS anon_1 
FROM account
--
SELECT account.hs['k'] AS anon_1 
FROM account
--
SELECT account.tags[1] AS anon_1, account.tags[1:2] AS anon_2 
FROM account
--
!! CompileError
--
SELECT account.doc ? 'x' AS anon_1 
FROM account 
WHERE account.doc ? 'x'
--
SELECT account.tags @> ARRAY['x'] AS anon_1 
FROM account
--
SELECT account.tags && ARRAY['x'] AS anon_1 
FROM account
--
SELECT account.id 
FROM account 
WHERE account.id = ANY (account.tags)
--
SELECT account.id 
FROM account 
WHERE 'x' = ANY (account.tags)
--
SELECT account.id 
FROM account 
WHERE account.id IN (NULL) AND (1 != 1)
--
SELECT account.id 
FROM account 
WHERE (account.id NOT IN (NULL) OR (1 = 1))
--
SELECT account.id 
FROM account 
WHERE account.name ILIKE 'x%' ESCAPE '/'
--
SELECT account.id 
FROM account 
WHERE (account.name ILIKE '%' || 'x' || '%')
--
SELECT account.id 
FROM account 
WHERE (account.name NOT LIKE '%' || 'x/_' || '%' ESCAPE '/')
--
SELECT account.id 
FROM account 
WHERE account.name ~* 'x'
--
SELECT account.id 
FROM account 
WHERE NOT account.active
--
SELECT account.id 
FROM account 
WHERE account.active
--
SELECT account.id 
FROM account 
WHERE (account.id, account.name) IN ((1, 'a'), (2, 'b'))
--
SELECT account.id 
FROM account GROUP BY account.id 
HAVING count(*) > 1 ORDER BY account.id DESC, account.name NULLS LAST
--
SELECT account.id AS x 
FROM account ORDER BY x
--
SELECT sum(account.id) AS s 
FROM account ORDER BY s DESC
--
SELECT account.id 
FROM account UNION ALL SELECT users.id 
FROM users ORDER BY id 
 LIMIT 3
--
INSERT INTO account (id, name) VALUES (1, 'x'), (2, 'y')
--
coalesce(account.name, 'x') || 'y'
--
account.name || 'x' || account.name
--
account.id + 1 + 2 * account.id
--
-account.id
--
account.id / CAST(2 AS NUMERIC)
--
account.balance % 3
--
CAST(account.name AS VARCHAR(50))
--
SELECT now() AS now_1, CURRENT_TIMESTAMP AS current_timestamp_1, gen_random_uuid() AS gen_random_uuid_1
--
SELECT DISTINCT account.id 
FROM account
--
SELECT count(DISTINCT account.id) AS count_1 
FROM account
--
SELECT count(*) FILTER (WHERE account.id > 3) AS anon_1 
FROM account
--
SELECT string_agg(account.name, ',' ORDER BY account.id DESC) AS string_agg_1 
FROM account
--
SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY account.id) AS percentile_cont_1 
FROM account
--
!! CompileError
--
INSERT INTO account (raw) VALUES ('ab')
--
!! CompileError
--
INSERT INTO account (data, hs) VALUES (NULL, NULL)
--
INSERT INTO account (created) VALUES ('2020-01-02 03:04:05+00:00')
--
!! CompileError
--
!! CompileError
--
SELECT account.id 
FROM account 
WHERE account.id IS NULL AND account.name IS NOT NULL
--
SELECT account.id 
FROM account 
WHERE account.id = 1
--
SELECT account.id 
FROM account 
WHERE (account.id = 1 AND account.id = 2 OR account.name = 'x') AND (account.id = 1 OR account.id = 2)
--
SELECT account.id, account.name, account.balance, account.active, account.created, account.data, account.doc, account.tags, account.hs, account.u, account.raw, account.day 
FROM account 
WHERE account.id BETWEEN 1 AND 2 AND account.id NOT BETWEEN 3 AND 4
--
SELECT 1 AS a, b, c
--
SELECT users.id, users.account_id, users.email, account.id AS id_1 
FROM users, account
--
SELECT users.id, users.account_id, users.email, account.id AS id_1 
FROM users LEFT OUTER JOIN account ON users.account_id = account.id FOR UPDATE OF users NOWAIT
--
SELECT users_1.id, users_1.account_id, users_1.email, users.id AS id_1 
FROM users AS users_1, users 
WHERE users_1.id = users.id
--
SELECT (SELECT account.id 
FROM account, users 
WHERE account.id = users.account_id) AS q, (SELECT max(account.id) AS max_1 
FROM account) AS anon_1
--
SELECT EXISTS (SELECT 1) AS anon_1
--
INSERT INTO account (id, name) VALUES (1, 'x') ON CONFLICT (id) DO UPDATE SET id = excluded.id, name = 'y' WHERE account.id > 3
--
INSERT INTO account (id, name) VALUES (1, 'x') ON CONFLICT ON CONSTRAINT pk DO UPDATE SET name = excluded.name RETURNING account.id, account.name
--
SELECT v.a, v.b 
FROM (VALUES (1, 'x'), (2, 'y')) AS v (a, b)
--
