INSERT INTO users (id, email, hashed_password, first_name, last_name, bio, avatar_url, old_status, is_active, created_at) VALUES
    ('00000000-0000-0000-0000-000000000001', 'ada@example.com', 'x', 'Ada', 'Byron', 'Numbers: 1, 2, 3', NULL, 'A', true, '2023-05-01 10:00:00+00'),
    ('00000000-0000-0000-0000-000000000002', 'bo@example.com', 'y', 'Bo', NULL, NULL, 'https://example.com/bo.png', 'I', false, '2023-06-01 10:00:00+00'),
    ('00000000-0000-0000-0000-000000000003', 'cy@example.com', 'z', NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO products (name, price, quantity, category) VALUES
    ('Spade', 19.90, 3, 'Garden: tools & seeds'), ('Kite', 7.50, 0, 'Children''s toys'), ('Lamp', 45.00, 2, 'Light');
INSERT INTO addresses (user_id, street, city) VALUES ('00000000-0000-0000-0000-000000000001', 'Mill Lane 3', 'Leith');
INSERT INTO orders (customer_id, address_id, status, total, created_at) VALUES
    ('00000000-0000-0000-0000-000000000001', 1, 'PAID', 19.90, '2020-11-05 08:00:00+00'),
    ('00000000-0000-0000-0000-000000000002', NULL, 'PENDING', 45.00, '2024-02-05 08:00:00+00');
