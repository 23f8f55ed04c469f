BEGIN;

CREATE TABLE alembic_version_analytics (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_analytics_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> 100_initial_schema

CREATE TABLE sessions (
    id UUID NOT NULL, 
    user_agent TEXT, 
    started_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
    CONSTRAINT pk_sessions PRIMARY KEY (id)
);

CREATE TABLE events (
    id BIGINT GENERATED ALWAYS AS IDENTITY, 
    session_id UUID NOT NULL, 
    name VARCHAR(64) NOT NULL, 
    properties JSONB DEFAULT '{}'::jsonb NOT NULL, 
    tags VARCHAR(32)[], 
    seconds INTEGER, 
    minutes INTEGER GENERATED ALWAYS AS (seconds / 60) STORED, 
    CONSTRAINT pk_events PRIMARY KEY (id), 
    CONSTRAINT fk_events_session_id_sessions FOREIGN KEY(session_id) REFERENCES sessions (id), 
    CONSTRAINT uq_events_session_id UNIQUE (session_id, name)
);

CREATE INDEX ix_events_name ON events (name);

CREATE INDEX ix_events_properties ON events USING gin (properties);

INSERT INTO alembic_version_analytics (version_num) VALUES ('100_initial_schema') RETURNING alembic_version_analytics.version_num;

COMMIT;

