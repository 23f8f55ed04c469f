INSERT INTO users (id, username, first_name, created_at) VALUES
    ('u1', 'ada', 'Ada', '2025-01-01 00:00:00+00'), ('u2', 'bo', NULL, '2025-01-02 00:00:00+00');
INSERT INTO devices (owner_id, label, installed_on) VALUES ('u1', 'cellar', '2025-02-01');
