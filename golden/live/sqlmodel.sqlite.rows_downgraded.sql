BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('8c59edf61c7b');
CREATE TABLE "post" (
	id INTEGER NOT NULL, 
	title VARCHAR(200) NOT NULL, 
	user_id INTEGER, 
	PRIMARY KEY (id), 
	CONSTRAINT fk_post_user_id FOREIGN KEY(user_id) REFERENCES user (id) ON DELETE CASCADE
);
INSERT INTO "post" VALUES(1,'First',1);
CREATE TABLE task (
	id INTEGER NOT NULL, 
	title VARCHAR(200) NOT NULL, 
	description TEXT, 
	completed BOOLEAN DEFAULT 'false' NOT NULL, 
	user_id INTEGER NOT NULL, 
	created_at DATETIME NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(user_id) REFERENCES user (id) ON DELETE CASCADE
);
INSERT INTO "task" VALUES(2,'100% done',NULL,'false',1,'2024-01-04 00:00:00');
CREATE TABLE "user" (
	id INTEGER NOT NULL, 
	username VARCHAR NOT NULL, 
	full_name VARCHAR(255), 
	age VARCHAR(3), 
	is_active BOOLEAN, 
	created_at DATETIME NOT NULL, 
	phone_number VARCHAR(20), 
	role VARCHAR(50) NOT NULL, 
	email VARCHAR NOT NULL, password VARCHAR, 
	PRIMARY KEY (id), 
	CONSTRAINT uq_user_email UNIQUE (email)
);
INSERT INTO "user" VALUES(1,'ada','Ada Byron','36',NULL,'2024-01-01 00:00:00',NULL,'admin','ada@example.com','x');
INSERT INTO "user" VALUES(2,'bo',NULL,NULL,0,'2024-01-02 00:00:00',NULL,'user','bo@example.com',NULL);
CREATE INDEX idx_task_user_id ON task (user_id);
CREATE UNIQUE INDEX ix_user_email ON user (email);
CREATE INDEX ix_user_username ON user (username);
CREATE INDEX idx_user_email_username ON user (email, username);
COMMIT;
