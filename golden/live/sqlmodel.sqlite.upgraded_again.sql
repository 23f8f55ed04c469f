BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('26f38790b615');
CREATE TABLE "post" (
	id INTEGER NOT NULL, 
	headline VARCHAR(200) NOT NULL, 
	user_id INTEGER, 
	summary VARCHAR, 
	PRIMARY KEY (id), 
	CONSTRAINT fk_post_user_id FOREIGN KEY(user_id) REFERENCES user (id) ON DELETE CASCADE
);
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
CREATE TABLE "user" (
	id INTEGER NOT NULL, 
	username VARCHAR NOT NULL, 
	full_name VARCHAR(255), 
	age VARCHAR(3), 
	is_active BOOLEAN, 
	created_at DATETIME NOT NULL, 
	phone_number VARCHAR(20), 
	role VARCHAR(50) NOT NULL, 
	email_verified BOOLEAN, 
	email_verified_at DATETIME, 
	hashed_password VARCHAR, 
	email VARCHAR NOT NULL, 
	PRIMARY KEY (id)
);
CREATE INDEX idx_task_user_id ON task (user_id);
CREATE INDEX ix_user_username ON user (username);
CREATE UNIQUE INDEX ix_user_email ON user (email);
COMMIT;
