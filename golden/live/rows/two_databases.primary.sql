INSERT INTO users (username, email, created_at, updated_at) VALUES
    ('ada', 'ada@example.com', '2025-01-01 00:00:00', '2025-01-01 00:00:00'),
    ('bo', 'bo@example.com', '2025-01-02 00:00:00', '2025-01-03 00:00:00');
INSERT INTO gateway_endpoints (path, method, owner_id) VALUES ('/users', 'GET', 1);
