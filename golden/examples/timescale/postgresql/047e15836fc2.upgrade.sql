BEGIN;

-- Running upgrade f36d04725eb1 -> 047e15836fc2

CREATE TABLE metrics (
    time TIMESTAMP WITH TIME ZONE NOT NULL, 
    device_id BIGINT, 
    value FLOAT, 
    PRIMARY KEY (time), 
    CONSTRAINT fk_metrics_device FOREIGN KEY(device_id) REFERENCES devices (id)
);

SELECT create_hypertable(
            'metrics',
            'time',
            if_not_exists => TRUE
        );

UPDATE alembic_version SET version_num='047e15836fc2' WHERE alembic_version.version_num = 'f36d04725eb1';

COMMIT;

