INSERT INTO owners (id, region, code, note) VALUES (1, 7, 'north', NULL), (2, 7, 'south', 'far');
INSERT INTO things (id, owner_id, region, keeper_id, size) VALUES (1, 1, 7, 2, 3), (2, NULL, NULL, NULL, 4);
