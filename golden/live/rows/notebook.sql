INSERT INTO notebooks (id, title, parent_id) VALUES (7, 'Work', NULL), (9, 'Letters', 7);
DELETE FROM notebooks WHERE id = 9;
INSERT INTO notebooks (title, parent_id) VALUES ('Drafts', 7);
INSERT INTO notes (id, slug, title, body, author, created_at, notebook_id, archived) VALUES
    (1, 'first', 'First', NULL, 'Ada', '2024-01-01 00:00:00', 1, 0),
    (2, 'second', 'It''s; a "second" one', 'a' || char(10) || 'b', 'Bo', '2024-01-02 00:00:00', 7, 1),
    (5, 'fifth', 'Fünf', '100%', NULL, '2024-01-03 00:00:00', 10, 0),
    (6, 'sixth', 'Six', '', 'Ada', '2024-01-04 00:00:00', 1, 1);
INSERT INTO tags (name, colour) VALUES ('red', '#ff0000'), ('Grey', '#808080');
INSERT INTO note_tags VALUES (1, 'red'), (1, 'Grey'), (6, 'red'), (1, 'red');
