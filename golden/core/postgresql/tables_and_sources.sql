INSERT INTO t (c0, c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, c12, c13, c14, c15, c16, c17, c18) VALUES (:c0::UUID, :c1::INTEGER[], :c2, :c3, :c4, :c5, :c6, :c7::VARCHAR, :c8::TIME WITHOUT TIME ZONE, :c9, :c10::JSONB, :c11, :c12::INT4RANGE, :c13, :c14::SMALLINT, :c15::BIGINT, :c16::VARCHAR, :c17::DATE, :c18::TIMESTAMP WITH TIME ZONE)
--
UPDATE users SET id=:id::INTEGER, account_id=:account_id::INTEGER, email=:email::VARCHAR
--
INSERT INTO account (id) VALUES (1) RETURNING :param_1::INTEGER AS anon_1, account.id + :id_1::INTEGER AS anon_2
--
SELECT 3.0 AS anon_1, make_interval(secs=>86402.0) AS anon_2, '03:04:00' AS anon_3, 1e+20 AS anon_4, 1E+3 AS anon_5, 1099511627776 AS anon_6
--
SELECT NULL AS anon_1
--
SELECT account.id 
FROM account 
WHERE account.id = NULL
--
INSERT INTO sx.rt (n) VALUES ('x') RETURNING sx.rt.id
--
INSERT INTO sx.rt (id, n, m, o) VALUES (:id::INTEGER, :n::VARCHAR, :m::INTEGER, :o::INTEGER)
--
INSERT INTO sx.rt (n) VALUES ('x'), ('y')
--
INSERT INTO r2 (id, "Key", k) VALUES (1, NULL, now())
--
INSERT INTO r2 (id, "Key", k) VALUES (foo(), NULL, now()) RETURNING r2.id
--
UPDATE sx.rt SET n='x', o=NULL WHERE sx.rt.id = 3
--
UPDATE r2 SET "Key"=NULL, k=now() WHERE r2.id = 3
--
DELETE FROM sx.rt WHERE sx.rt.id = 3
--
SELECT sx.rt.id, sx.rt.n, sx.rt.m, sx.rt.o, r2.id AS id_1 
FROM sx.rt JOIN r2 ON sx.rt.id = r2.id
--
SELECT sx.rt.id, sx.rt.n, sx.rt.m, sx.rt.o, r2.id AS id_1, r2."Key", r2.k 
FROM sx.rt JOIN r2 ON sx.rt.id = r2.id
--
INSERT INTO sx.rt (n) SELECT r2."Key" 
FROM r2
--
INSERT INTO r2 (id, "Key", k) SELECT sx.rt.id, NULL AS anon_1, now() AS now_1 
FROM sx.rt
--
SELECT sx.rt.id 
FROM sx.rt 
WHERE EXISTS (SELECT * 
FROM r2 
WHERE sx.rt.id = r2.id)
--
SELECT count(*) AS count_1 
FROM (SELECT DISTINCT sx.rt.id AS id 
FROM sx.rt) AS anon_1
--
SELECT 1 
FROM x
--
SELECT e 
FROM jsonb_array_elements(account.doc) AS e
--
SELECT anon_1.v 
FROM generate_series(1, 3) AS anon_1
--
SELECT q.v, q.o 
FROM generate_series(1, 3) WITH ORDINALITY AS q(v, o)
--
SELECT t 
FROM unnest(account.tags) AS t
--
lower('X') ~ 'a'
--
(account.id & 4) = 4
--
account.name COLLATE "C" DESC
--
account.name IS DISTINCT FROM NULL
--
SELECT account.id 
FROM account 
WHERE a=1 AND account.id = 2 AND b or c
--
SELECT account.id 
FROM account 
WHERE a=1 OR account.id = 2
--
foo(a, 'b', NULL, true, NULL)
--
pg_catalog.Foo.bar(1)
--
CASE account.id WHEN 1 THEN 'a' WHEN 2 THEN 'b' END
--
date_trunc('day', account.created) + make_interval(secs=>86400.0)
--
account.created - interval '1 day'
--
account.name || account.id
--
account.name || CAST(account.id AS VARCHAR)
--
account.name + 5
--
SELECT row_number() OVER (ORDER BY account.id, account.name DESC ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS anon_1 
FROM account
--
DELETE FROM account WHERE account.id IN (SELECT anon_1.id 
FROM (SELECT users.id AS id 
FROM users) AS anon_1)
--
SELECT anon_1.id 
FROM LATERAL (SELECT users.id AS id 
FROM users) AS anon_1
--
SELECT users.id 
FROM users UNION (SELECT account.id 
FROM account 
 LIMIT 1)
--
SELECT u.id 
FROM (SELECT users.id AS id 
FROM users UNION SELECT account.id AS id 
FROM account) AS u
--
SELECT users.id 
FROM users 
WHERE users.email IN ('a', 'b')
--
SELECT users.id, users.account_id, users.email 
FROM users
 OFFSET (3) ROWS
 FETCH FIRST (5) ROWS WITH TIES
--
SELECT users.id 
FROM users
 LIMIT ALL OFFSET 3
--
SELECT users.id, users.id AS id__1, q.id AS id_1, account.id AS id_2 
FROM users, users AS q, account
--
SELECT X DISTINCT ON (users.email) users.id 
FROM users Y 
--
SELECT users.id AS users_id, account.name AS account_name 
FROM users, account
--
UPDATE users SET id=1, email='x'
--
!! CompileError
--
SELECT account.id 
FROM account 
WHERE account.name LIKE '%x%' AND account.name NOT LIKE 'a' AND account.name NOT LIKE 'b'
--
SELECT 'x' AS "Foo Bar", "T"."Foo" 
FROM "T"
--
