CREATE TABLE alembic_version (
    version_num VARCHAR2(32 CHAR) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
)

/

-- Running upgrade  -> 0abc1230f4d7

CREATE TABLE "user" (
    id INTEGER NOT NULL, 
    username VARCHAR2 NOT NULL, 
    name VARCHAR2(255 CHAR), 
    email VARCHAR2 NOT NULL, 
    password VARCHAR2, 
    age INTEGER, 
    is_active BOOLEAN, 
    created_at DATE NOT NULL, 
    PRIMARY KEY (id)
)

/

CREATE UNIQUE INDEX ix_user_email ON "user" (email)

/

CREATE INDEX ix_user_username ON "user" (username)

/

INSERT INTO alembic_version (version_num) VALUES ('0abc1230f4d7') RETURNING alembic_version.version_num INTO :ret_0

/

-- Running upgrade 0abc1230f4d7 -> 1b52e0c9a6d8

ALTER TABLE "user" ADD phone_number VARCHAR2(20 CHAR)

/

UPDATE alembic_version SET version_num='1b52e0c9a6d8' WHERE alembic_version.version_num = '0abc1230f4d7'

/

-- Running upgrade 1b52e0c9a6d8 -> 2c93d7f0b415

ALTER TABLE "user" ADD role VARCHAR2(50 CHAR)

/

UPDATE "user" SET role = 'user' WHERE role IS NULL

/

ALTER TABLE "user" MODIFY role NOT NULL

/

UPDATE alembic_version SET version_num='2c93d7f0b415' WHERE alembic_version.version_num = '1b52e0c9a6d8'

/

-- Running upgrade 2c93d7f0b415 -> 3d04f8a1c726

ALTER TABLE "user" RENAME COLUMN name TO full_name

/

UPDATE alembic_version SET version_num='3d04f8a1c726' WHERE alembic_version.version_num = '2c93d7f0b415'

/

-- Running upgrade 3d04f8a1c726 -> 4e15a9b2d837

ALTER TABLE "user" MODIFY age VARCHAR2(3 CHAR)

/

UPDATE alembic_version SET version_num='4e15a9b2d837' WHERE alembic_version.version_num = '3d04f8a1c726'

/

-- Running upgrade 4e15a9b2d837 -> 5f26bac3e948

CREATE TABLE post (
    id INTEGER NOT NULL, 
    title VARCHAR2(200 CHAR) NOT NULL, 
    PRIMARY KEY (id)
)

/

ALTER TABLE post ADD user_id INTEGER

/

ALTER TABLE post ADD CONSTRAINT fk_post_user_id FOREIGN KEY(user_id) REFERENCES "user" (id) ON DELETE CASCADE

/

UPDATE alembic_version SET version_num='5f26bac3e948' WHERE alembic_version.version_num = '4e15a9b2d837'

/

-- Running upgrade 5f26bac3e948 -> 6a37cbd4fa59

CREATE INDEX idx_user_email_username ON "user" (email, username)

/

UPDATE alembic_version SET version_num='6a37cbd4fa59' WHERE alembic_version.version_num = '5f26bac3e948'

/

-- Running upgrade 6a37cbd4fa59 -> 7b48dce50b6a

ALTER TABLE "user" ADD CONSTRAINT uq_user_email UNIQUE (email)

/

UPDATE alembic_version SET version_num='7b48dce50b6a' WHERE alembic_version.version_num = '6a37cbd4fa59'

/

-- Running upgrade 7b48dce50b6a -> 8c59edf61c7b

CREATE TABLE task (
    id INTEGER NOT NULL, 
    title VARCHAR2(200 CHAR) NOT NULL, 
    description CLOB, 
    completed BOOLEAN DEFAULT 'false' NOT NULL, 
    user_id INTEGER NOT NULL, 
    created_at DATE NOT NULL, 
    PRIMARY KEY (id), 
    FOREIGN KEY(user_id) REFERENCES "user" (id) ON DELETE CASCADE
)

/

CREATE INDEX idx_task_user_id ON task (user_id)

/

UPDATE alembic_version SET version_num='8c59edf61c7b' WHERE alembic_version.version_num = '7b48dce50b6a'

/

-- Running upgrade 8c59edf61c7b -> 9d6afe072d8c

UPDATE "user" SET is_active = true WHERE is_active IS NULL

/

UPDATE alembic_version SET version_num='9d6afe072d8c' WHERE alembic_version.version_num = '8c59edf61c7b'

/

-- Running upgrade 9d6afe072d8c -> ae7b0f183e9d

INSERT INTO task (title, description, user_id, completed, created_at) SELECT 'Welcome task for ' || "user".username AS anon_1, 'Get started with the app' AS anon_2, "user".id, 0 AS anon_3, CURRENT_TIMESTAMP AS now_1 
FROM "user"

/

UPDATE alembic_version SET version_num='ae7b0f183e9d' WHERE alembic_version.version_num = '9d6afe072d8c'

/

-- Running upgrade ae7b0f183e9d -> bf8c10294fae

ALTER TABLE "user" ADD email_verified BOOLEAN

/

ALTER TABLE "user" ADD email_verified_at DATE

/

UPDATE "user"
                SET email_verified = false
                WHERE email_verified IS NULL
                AND id IN (
                    SELECT id FROM "user"
                    WHERE email_verified IS NULL
                    ORDER BY id
                    LIMIT 1000
                )

/

UPDATE "user"
                SET email_verified = false
                WHERE email_verified IS NULL
                AND id IN (
                    SELECT id FROM "user"
                    WHERE email_verified IS NULL
                    ORDER BY id
                    LIMIT 1000
                )

/

UPDATE "user"
                SET email_verified = false
                WHERE email_verified IS NULL
                AND id IN (
                    SELECT id FROM "user"
                    WHERE email_verified IS NULL
                    ORDER BY id
                    LIMIT 1000
                )

/

UPDATE "user" SET email_verified = false WHERE email_verified IS NULL

/

UPDATE alembic_version SET version_num='bf8c10294fae' WHERE alembic_version.version_num = 'ae7b0f183e9d'

/

-- Running upgrade bf8c10294fae -> c09d213a50bf

ALTER TABLE "user" ADD hashed_password VARCHAR2

/

UPDATE "user" SET hashed_password = password

/

ALTER TABLE "user" DROP COLUMN password

/

UPDATE alembic_version SET version_num='c09d213a50bf' WHERE alembic_version.version_num = 'bf8c10294fae'

/

-- Running upgrade c09d213a50bf -> d1ae324b61c0

ALTER TABLE "user" ADD new_email VARCHAR2

/

UPDATE alembic_version SET version_num='d1ae324b61c0' WHERE alembic_version.version_num = 'c09d213a50bf'

/

-- Running upgrade d1ae324b61c0 -> e2bf435c72d1

UPDATE "user" SET new_email = email WHERE new_email IS NULL

/

UPDATE alembic_version SET version_num='e2bf435c72d1' WHERE alembic_version.version_num = 'd1ae324b61c0'

/

-- Running upgrade e2bf435c72d1 -> f3c0546d83e2

ALTER TABLE "user" MODIFY new_email NOT NULL

/

UPDATE alembic_version SET version_num='f3c0546d83e2' WHERE alembic_version.version_num = 'e2bf435c72d1'

/

-- Running upgrade f3c0546d83e2 -> 04d1657e94f3

ALTER TABLE "user" DROP COLUMN email

/

UPDATE alembic_version SET version_num='04d1657e94f3' WHERE alembic_version.version_num = 'f3c0546d83e2'

/

-- Running upgrade 04d1657e94f3 -> 15e2768fa504

ALTER TABLE "user" RENAME COLUMN new_email TO email

/

UPDATE alembic_version SET version_num='15e2768fa504' WHERE alembic_version.version_num = '04d1657e94f3'

/

-- Running upgrade 15e2768fa504 -> 26f38790b615

ALTER TABLE post ADD summary VARCHAR2

/

ALTER TABLE post RENAME COLUMN title TO headline

/

CREATE UNIQUE INDEX ix_user_email ON "user" (email)

/

UPDATE alembic_version SET version_num='26f38790b615' WHERE alembic_version.version_num = '15e2768fa504'

/

