BEGIN;

-- Running upgrade b80c16c4db24 -> abc123def456

CREATE TABLE user_preferences (
    id BIGSERIAL NOT NULL, 
    user_id VARCHAR(100) NOT NULL, 
    theme VARCHAR(20), 
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now(), 
    PRIMARY KEY (id)
);

CREATE INDEX idx_user_prefs_user_id ON user_preferences (user_id);

UPDATE alembic_version SET version_num='abc123def456' WHERE alembic_version.version_num = 'b80c16c4db24';

COMMIT;

