INSERT INTO up (id, name) VALUES (1, 'ABC')
--
UPDATE up SET name='ABC' WHERE up.name = 'DEF'
--
DELETE FROM up WHERE up.name IN ('X', 'Y')
--
SELECT up.id 
FROM up 
WHERE up.name LIKE 'Q%' AND up.name IS NULL
--
INSERT INTO up (id, name) VALUES (1, 'A'), (2, NULL)
--
INSERT INTO up (name) VALUES (lower('X'))
--
