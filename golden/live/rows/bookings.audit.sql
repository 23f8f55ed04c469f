INSERT INTO events (kind, subject, happened_at) VALUES
    ('booked', 'Attic', '2025-01-01 08:15:00'),
    ('booked', NULL, '2025-01-01 08:20:00');
