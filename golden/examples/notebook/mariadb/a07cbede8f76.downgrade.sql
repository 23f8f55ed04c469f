-- Running downgrade a07cbede8f76 -> a06badcd7e65

DROP TABLE attachments;

UPDATE alembic_version SET version_num='a06badcd7e65' WHERE alembic_version.version_num = 'a07cbede8f76';

