--- case: core::who_compares_with_whom
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

SELECT people.id = x AS anon_1 
FROM people;

SELECT people.id, people.name, people.salary 
FROM people 
WHERE people.id > y;

SELECT people.id 
FROM people 
WHERE max(people.id) <= length(people.name);

SELECT people.id 
FROM people 
WHERE people.id = (SELECT pets.id 
FROM pets);

SELECT people.id, people.name, people.salary 
FROM people, people AS o, (SELECT count(*) AS n) AS s 
WHERE o.id != s.n;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

--- case: core::columns_of_collections
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

SELECT people.id, people.name, people.salary 
FROM people;

SELECT people.id, people.name 
FROM people;

SELECT pets.person_id, pets.kind 
FROM pets;

SELECT people.name 
FROM people;

SELECT pets.kind 
FROM people JOIN pets ON people.id = pets.person_id;

SELECT people.id, people.name, people.salary 
FROM people JOIN pets AS p2 ON people.id = p2.person_id 
WHERE people.id > 1;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

--- case: core::classes_of_expressions
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

SELECT 5 AS anon_1, CAST(account.id AS VARCHAR(9)) AS id, CASE WHEN (account.id = 1) THEN 'x' ELSE 'y' END AS anon_2, CAST(STRFTIME('%Y', account.created) AS INTEGER) AS anon_3, account.id AS q, account.id AS id__1 
FROM account;

SELECT row_number() OVER (ORDER BY account.id) AS anon_1, count(account.id) FILTER (WHERE account.id > 5) AS anon_2 
FROM account;

SELECT account.id 
FROM account 
WHERE EXISTS (SELECT users.id, users.id 
FROM users);

INSERT INTO account (id) VALUES (1);

UPDATE account SET id=1;

DELETE FROM account WHERE account.id = 1;

SELECT account.id 
FROM account JOIN users ON account.id = users.id;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

--- case: core::views_and_tables_of_rows
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE VIEW v1 AS SELECT account.id, account.name 
FROM account 
WHERE account.id > 5;

CREATE OR REPLACE TEMPORARY VIEW s."V 1" AS SELECT account.id 
FROM account;

CREATE MATERIALIZED VIEW v2 AS SELECT account.id 
FROM account;

CREATE TEMPORARY TABLE IF NOT EXISTS tt AS SELECT account.id, count(*) AS n 
FROM account GROUP BY account.id;

CREATE TABLE s.tt2 AS SELECT account.id 
FROM account 
WHERE account.name = 'x''y';

DROP VIEW IF EXISTS v1;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

--- case: core::frames_and_filters
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

SELECT sum(account.id) OVER (ROWS BETWEEN 3 PRECEDING AND CURRENT ROW) AS anon_1 
FROM account;

SELECT sum(account.id) OVER (ORDER BY account.id GROUPS BETWEEN UNBOUNDED PRECEDING AND 2 FOLLOWING EXCLUDE TIES) AS anon_1 
FROM account;

SELECT sum(account.id) FILTER (WHERE account.id > 1 AND account.id < 9 AND account.name = 'x') AS anon_1 
FROM account;

SELECT account.id 
FROM account ORDER BY account.id DESC, account.name DESC;

SELECT account.id + 1 AS q 
FROM account ORDER BY q DESC;

SELECT account.id 
FROM account ORDER BY account.id
 FETCH FIRST 3 ROWS ONLY;

SELECT account.id 
FROM account ORDER BY account.id
 LIMIT 5 OFFSET 0;

SELECT DISTINCT account.id 
FROM account;

SELECT sysdate AS sysdate_1, USER AS user_1, uid() AS uid_1, CURRENT_TIMESTAMP AS now_1, SESSION_USER AS session_user_1;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

--- case: core::aliases_of_aliases
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

SELECT b.id 
FROM account AS b;

SELECT z.id 
FROM (SELECT account.id AS id 
FROM account) AS z;

SELECT je."key" 
FROM json_each(account.data) AS je;

WITH c AS 
(SELECT account.id AS id 
FROM account)
 SELECT c2.id 
FROM c AS c2;

DELETE FROM account WHERE account.id = (SELECT users.account_id, users.account_id 
FROM users
 LIMIT 1 OFFSET 0);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

--- case: core::nested_expressions
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

WITH outer1 AS 
(WITH inner1 AS 
(SELECT account.id AS id 
FROM account)
 SELECT inner1.id AS id 
FROM inner1)
 SELECT outer1.id 
FROM outer1;

SELECT s.id 
FROM (WITH n AS 
(SELECT account.id AS id 
FROM account)
 SELECT n.id AS id 
FROM n) AS s;

WITH t AS 
(SELECT users.id AS id 
FROM users)
 SELECT account.id 
FROM account;

WITH q AS 
(SELECT users.id AS id 
FROM users)
 SELECT id FROM q;

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;

