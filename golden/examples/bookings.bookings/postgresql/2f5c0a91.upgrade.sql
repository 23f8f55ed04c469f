BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> 2f5c0a91

CREATE TABLE rooms (
    id SERIAL NOT NULL, 
    name VARCHAR(80) NOT NULL, 
    seats SMALLINT NOT NULL, 
    PRIMARY KEY (id), 
    CONSTRAINT uq_rooms_name UNIQUE (name)
);

CREATE TABLE bookings (
    id SERIAL NOT NULL, 
    room_id INTEGER NOT NULL, 
    starts_at TIMESTAMP WITH TIME ZONE NOT NULL, 
    ends_at TIMESTAMP WITH TIME ZONE NOT NULL, 
    PRIMARY KEY (id), 
    CONSTRAINT fk_bookings_room_id FOREIGN KEY(room_id) REFERENCES rooms (id) ON DELETE CASCADE
);

CREATE INDEX ix_bookings_room_id ON bookings (room_id, starts_at);

INSERT INTO alembic_version (version_num) VALUES ('2f5c0a91') RETURNING alembic_version.version_num;

COMMIT;

