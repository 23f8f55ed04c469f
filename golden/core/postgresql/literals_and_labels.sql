SELECT 'x' AS anon_1
--
!! CompileError
--
SELECT '00000000-0000-0000-0000-000000000005' AS anon_1, 'aab' AS anon_2
--
SELECT 1 AS anon_1, true AS anon_2
--
!! CompileError
--
SELECT '2020-01-02' AS anon_1, '2020-01-02' AS anon_2
--
!! CompileError
--
!! CompileError
--
SELECT 'B' AS anon_1
--
SELECT ARRAY[] AS anon_1, ARRAY[]::INTEGER[] AS anon_2
--
SELECT array_agg(account.id ORDER BY account.name DESC, account.id) AS array_agg_1 
FROM account
--
!! CompileError
--
!! CompileError
--
!! CompileError
--
SELECT CAST('{"a":1}' AS JSONB) AS anon_1
--
SELECT 'a:b\:c' AS anon_1
--
select 'z:w', ':y'
--
SELECT SUBSTRING(account.name FROM 1 FOR 2) AS substring_1, CAST(account.id AS VARCHAR) AS id, char_length(account.name) AS char_length_1 
FROM account
--
SELECT CURRENT_DATE AS current_date_1, sysdate AS sysdate_1, random() AS random_1, USER AS user_1, nextval('"S".sq') AS next_value_1
--
SELECT nextval('sq') AS next_value_1
--
UPDATE account SET id=1 WHERE account.name IS NULL RETURNING account.id AS z, account.id, account.name, account.balance, account.active, account.created, account.data, account.doc, account.tags, account.hs, account.u, account.raw, account.day
--
INSERT INTO account (id, name) VALUES (5, lower('X'))
--
INSERT INTO account (id, name) VALUES (1, 'x')
--
INSERT INTO account (id, name) VALUES (1, 'x'), (2, 'y')
--
!! CompileError
--
DELETE FROM account USING users WHERE account.id = users.id AND users.id = (SELECT max(users.id) AS max_1 
FROM users)
--
UPDATE account SET name=(SELECT users.email 
FROM users 
WHERE users.account_id = account.id 
 LIMIT 1)
--
UPDATE account SET name=(SELECT users.email 
FROM users 
WHERE users.account_id = account.id)
--
SELECT anon_1.account_id, anon_1.n, anon_1.max_1 
FROM (SELECT users.account_id AS account_id, count(*) AS n, max(users.id) AS max_1 
FROM users GROUP BY users.account_id) AS anon_1
--
UPDATE account SET id=anon_1.n FROM (SELECT users.account_id AS account_id, count(*) AS n, max(users.id) AS max_1 
FROM users GROUP BY users.account_id) AS anon_1 WHERE account.id = anon_1.account_id
--
SELECT account.id, anon_1.n 
FROM account LEFT OUTER JOIN (SELECT users.account_id AS account_id, count(*) AS n, max(users.id) AS max_1 
FROM users GROUP BY users.account_id) AS anon_1 ON anon_1.account_id = account.id
--
SELECT account.id 
FROM account JOIN users ON users.account_id = account.id AND users.id > 1
--
SELECT account.id 
FROM account JOIN (users JOIN (SELECT users.account_id AS account_id, count(*) AS n, max(users.id) AS max_1 
FROM users GROUP BY users.account_id) AS anon_1 ON anon_1.account_id = users.id) ON users.account_id = account.id
--
WITH d AS 
(SELECT account.id AS id, row_number() OVER (PARTITION BY account.name ORDER BY account.id) AS rn 
FROM account)
 DELETE FROM account WHERE account.id IN (SELECT d.id 
FROM d 
WHERE d.rn > 1)
--
WITH u AS 
(UPDATE account SET id=1 RETURNING account.id)
 SELECT u.id 
FROM u
--
WITH u AS 
(UPDATE account SET id=1 RETURNING account.id)
 INSERT INTO users (id) SELECT u.id 
FROM u
--
SELECT lower(account.name) AS lower_1, lower(account.name) AS lower_2 
FROM account
--
SELECT account.id, account.id + 1 AS anon_1, account.id + 1 AS anon_2, account.id > 3 AS anon_3, NOT account.active 
FROM account
--
SELECT account.id + 1 AS anon_1, account.id + 1 AS anon__1 
FROM account
--
SELECT CAST(account.id AS VARCHAR) AS id, CAST(account.id AS VARCHAR) AS id__1 
FROM account
--
SELECT anon_1.id, anon_1.anon_2 
FROM (SELECT account.id AS id, account.id + 1 AS anon_2 
FROM account) AS anon_1
--
SELECT anon_1.id, anon_1.id_1 
FROM (SELECT account.id AS id, users.id AS id_1 
FROM account, users) AS anon_1
--
SELECT EXTRACT(epoch FROM account.created) - 5 AS anon_1 
FROM account
--
now() + make_interval(secs=>172800.0)
--
now() - make_interval(0, 0, 0, 3)
--
true
--
false
--
SELECT EXISTS (SELECT * 
FROM account 
WHERE account.id = 1) AS anon_1
--
SELECT account.id 
FROM account 
WHERE account.id = 5
--
SELECT account.id 
FROM account 
WHERE true
--
SELECT account.id 
FROM account 
WHERE NULL
--
SELECT account.id 
FROM account 
WHERE account.id = 3
--
SELECT account.id 
FROM account 
WHERE account.id IS NULL AND account.active IS NOT true AND account.active != false
--
SELECT account.id 
FROM account 
WHERE account.data IS NULL
--
SELECT account.id 
FROM account 
WHERE account.data IS NULL
--
!! CompileError
--
SELECT account.id 
FROM account 
WHERE account.created > '2020-01-01 00:00:00'
--
SELECT account.id 
FROM account 
WHERE account.created BETWEEN '2020' AND '2021'
--
SELECT account.id 
FROM account 
WHERE account.balance > 1.5 AND account.balance > 1.50 AND account.balance > 2
--
SELECT account.id 
FROM account 
WHERE account.u = '12345678-1234-5678-1234-567812345678'
--
SELECT account.id 
FROM account 
WHERE account.u = '12345678-1234-5678-1234-567812345678'
--
SELECT account.id 
FROM account 
WHERE length(account.name) > 3 AND lower(account.name) = 'x' AND lower(account.name) IN ('a', 'b')
--
SELECT 'a%', '%'
--
