--- case: core::who_compares_with_whom
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

SELECT people.id = x AS anon_1 
FROM people;

GO

SELECT people.id, people.name, people.salary 
FROM people 
WHERE people.id > y;

GO

SELECT people.id 
FROM people 
WHERE max(people.id) <= LEN(people.name);

GO

SELECT people.id 
FROM people 
WHERE people.id = (SELECT pets.id 
FROM pets);

GO

SELECT people.id, people.name, people.salary 
FROM people, people AS o, (SELECT count(*) AS n) AS s 
WHERE o.id != s.n;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: core::columns_of_collections
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

SELECT people.id, people.name, people.salary 
FROM people;

GO

SELECT people.id, people.name 
FROM people;

GO

SELECT pets.person_id, pets.kind 
FROM pets;

GO

SELECT people.name 
FROM people;

GO

SELECT pets.kind 
FROM people JOIN pets ON people.id = pets.person_id;

GO

SELECT people.id, people.name, people.salary 
FROM people JOIN pets AS p2 ON people.id = p2.person_id 
WHERE people.id > 1;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: core::classes_of_expressions
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

SELECT 5 AS anon_1, CAST(account.id AS VARCHAR(9)) AS id, CASE WHEN (account.id = 1) THEN 'x' ELSE 'y' END AS anon_2, DATEPART(year, account.created) AS anon_3, account.id AS q, account.id AS id__1 
FROM account;

GO

SELECT row_number() OVER (ORDER BY account.id) AS anon_1, count(account.id) FILTER (WHERE account.id > 5) AS anon_2 
FROM account;

GO

SELECT account.id 
FROM account 
WHERE EXISTS (SELECT users.id, users.id 
FROM users);

GO

INSERT INTO account (id) VALUES (1);

GO

UPDATE account SET id=1;

GO

DELETE FROM account WHERE account.id = 1;

GO

SELECT account.id 
FROM account JOIN users ON account.id = users.id;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: core::views_and_tables_of_rows
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE VIEW v1 AS SELECT account.id, account.name 
FROM account 
WHERE account.id > 5;

GO

CREATE OR ALTER TEMPORARY VIEW s.[V 1] AS SELECT account.id 
FROM account;

GO

CREATE MATERIALIZED VIEW v2 AS SELECT account.id 
FROM account;

GO

SELECT account.id, count(*) AS n INTO tt 
FROM account GROUP BY account.id;

GO

SELECT account.id INTO s.tt2 
FROM account 
WHERE account.name = 'x''y';

GO

DROP VIEW IF EXISTS v1;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: core::frames_and_filters
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

SELECT sum(account.id) OVER (ROWS BETWEEN 3 PRECEDING AND CURRENT ROW) AS anon_1 
FROM account;

GO

SELECT sum(account.id) OVER (ORDER BY account.id GROUPS BETWEEN UNBOUNDED PRECEDING AND 2 FOLLOWING EXCLUDE TIES) AS anon_1 
FROM account;

GO

SELECT sum(account.id) FILTER (WHERE account.id > 1 AND account.id < 9 AND account.name = 'x') AS anon_1 
FROM account;

GO

SELECT account.id 
FROM account ORDER BY account.id DESC, account.name DESC;

GO

SELECT account.id + 1 AS q 
FROM account ORDER BY q DESC;

GO

SELECT anon_1.id 
FROM (SELECT account.id AS id, ROW_NUMBER() OVER (ORDER BY account.id) AS mssql_rn 
FROM account) AS anon_1 
WHERE mssql_rn <= 3;

GO

SELECT TOP 5 account.id 
FROM account ORDER BY account.id;

GO

SELECT DISTINCT account.id 
FROM account;

GO

SELECT sysdate AS sysdate_1, USER AS user_1, uid() AS uid_1, CURRENT_TIMESTAMP AS now_1, SESSION_USER AS session_user_1;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: core::aliases_of_aliases
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

SELECT b.id 
FROM account AS b;

GO

SELECT z.id 
FROM (SELECT account.id AS id 
FROM account) AS z;

GO

SELECT je.[key] 
FROM json_each(account.data) AS je;

GO

WITH c AS 
(SELECT account.id AS id 
FROM account)
 SELECT c2.id 
FROM c AS c2;

GO

DELETE FROM account WHERE account.id = (SELECT TOP 1 users.account_id, users.account_id 
FROM users);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: core::nested_expressions
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

WITH outer1 AS 
(WITH inner1 AS 
(SELECT account.id AS id 
FROM account)
 SELECT inner1.id AS id 
FROM inner1)
 SELECT outer1.id 
FROM outer1;

GO

SELECT s.id 
FROM (WITH n AS 
(SELECT account.id AS id 
FROM account)
 SELECT n.id AS id 
FROM n) AS s;

GO

WITH t AS 
(SELECT users.id AS id 
FROM users)
 SELECT account.id 
FROM account;

GO

WITH q AS 
(SELECT users.id AS id 
FROM users)
 SELECT id FROM q;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

