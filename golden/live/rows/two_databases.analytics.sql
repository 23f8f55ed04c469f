INSERT INTO sessions (id, user_agent, started_at) VALUES ('00000000-0000-0000-0000-00000000000a', 'test', '2025-02-01 00:00:00+00');
INSERT INTO events (session_id, name, properties, tags, seconds) VALUES
    ('00000000-0000-0000-0000-00000000000a', 'click', '{"x": 1}', ARRAY['a', 'b'], 130),
    ('00000000-0000-0000-0000-00000000000a', 'scroll', DEFAULT, NULL, NULL);
