INSERT INTO rooms (name, seats) VALUES ('Attic', 4), ('Cellar', 12);
INSERT INTO bookings (room_id, starts_at, ends_at) VALUES
    (1, '2025-01-01 09:00:00+00', '2025-01-01 10:00:00+00'),
    (2, '2025-01-02 09:00:00+00', '2025-01-02 17:30:00+00');
