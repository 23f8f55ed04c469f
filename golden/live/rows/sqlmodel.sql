INSERT INTO "user" (username, full_name, email, password, age, role, is_active, created_at) VALUES
    ('ada', 'Ada Byron', 'ada@example.com', 'x', '36', 'admin', NULL, '2024-01-01 00:00:00'),
    ('bo', NULL, 'bo@example.com', NULL, NULL, 'user', false, '2024-01-02 00:00:00');
INSERT INTO post (title, user_id) VALUES ('First', 1);
INSERT INTO task (title, user_id, created_at) VALUES ('Welcome task for nobody', 2, '2024-01-03 00:00:00'), ('100% done', 1, '2024-01-04 00:00:00');
