INSERT INTO every_type (id, c01, c16) VALUES (10, 5, 'ten');
