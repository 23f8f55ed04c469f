-- Running upgrade m04 -> m05

CREATE TABLE words (
    id INTEGER NOT NULL AUTO_INCREMENT, 
    word VARCHAR(20), 
    n INTEGER, 
    PRIMARY KEY (id)
);

INSERT INTO words (id, word, n) VALUES (1, 'one', 1);

INSERT INTO words (id, word, n) VALUES (2, 'two\\''', NULL);

UPDATE words SET n=CASE WHEN (words.word LIKE 't%') THEN 22 ELSE 0 END WHERE words.n IS NULL;

INSERT INTO words (id, word, n) SELECT words.id + 10 AS anon_1, concat(words.word, '-', words.id) AS concat_1, coalesce(words.n, 3) AS coalesce_1 
FROM words 
WHERE words.id IN (1, 2) ORDER BY words.id DESC 
 LIMIT 1;

DELETE FROM words WHERE words.n > 20 AND (words.word = 'x' OR words.id BETWEEN 11 AND 12);

UPDATE alembic_version SET version_num='m05' WHERE alembic_version.version_num = 'm04';

