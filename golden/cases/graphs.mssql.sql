--- case: graph::linear::upgrade_head,version_table,version_table_schema
BEGIN TRANSACTION;

CREATE TABLE [Sch].[v t] (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT [v t_pkc] PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

UP a1;

GO

INSERT INTO [Sch].[v t] (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

-- Running upgrade a1 -> b2

UP b2;

GO

UPDATE [Sch].[v t] SET version_num='b2' WHERE [Sch].[v t].version_num = 'a1';

GO

-- Running upgrade b2 -> c3

UP c3;

GO

UPDATE [Sch].[v t] SET version_num='c3' WHERE [Sch].[v t].version_num = 'b2';

GO

-- Running upgrade c3 -> d4

UP d4;

GO

UPDATE [Sch].[v t] SET version_num='d4' WHERE [Sch].[v t].version_num = 'c3';

GO

COMMIT;

GO

--- case: graph::linear::upgrade_b2
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

UP a1;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

-- Running upgrade a1 -> b2

UP b2;

GO

UPDATE alembic_version SET version_num='b2' WHERE alembic_version.version_num = 'a1';

GO

COMMIT;

GO

--- case: graph::linear::upgrade_b2,version_table,version_table_schema
BEGIN TRANSACTION;

CREATE TABLE [Sch].[v t] (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT [v t_pkc] PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

UP a1;

GO

INSERT INTO [Sch].[v t] (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

-- Running upgrade a1 -> b2

UP b2;

GO

UPDATE [Sch].[v t] SET version_num='b2' WHERE [Sch].[v t].version_num = 'a1';

GO

COMMIT;

GO

--- case: graph::linear::upgrade_a1:c3,transaction_per_migration
BEGIN TRANSACTION;

-- Running upgrade a1 -> b2

UP b2;

GO

UPDATE alembic_version SET version_num='b2' WHERE alembic_version.version_num = 'a1';

GO

COMMIT;

GO

BEGIN TRANSACTION;

-- Running upgrade b2 -> c3

UP c3;

GO

UPDATE alembic_version SET version_num='c3' WHERE alembic_version.version_num = 'b2';

GO

COMMIT;

GO

--- case: graph::linear::upgrade_a1:c3,version_table,version_table_schema
BEGIN TRANSACTION;

-- Running upgrade a1 -> b2

UP b2;

GO

UPDATE [Sch].[v t] SET version_num='b2' WHERE [Sch].[v t].version_num = 'a1';

GO

-- Running upgrade b2 -> c3

UP c3;

GO

UPDATE [Sch].[v t] SET version_num='c3' WHERE [Sch].[v t].version_num = 'b2';

GO

COMMIT;

GO

--- case: graph::linear::upgrade_b2:head
BEGIN TRANSACTION;

-- Running upgrade b2 -> c3

UP c3;

GO

UPDATE alembic_version SET version_num='c3' WHERE alembic_version.version_num = 'b2';

GO

-- Running upgrade c3 -> d4

UP d4;

GO

UPDATE alembic_version SET version_num='d4' WHERE alembic_version.version_num = 'c3';

GO

COMMIT;

GO

--- case: graph::linear::upgrade_b2:head,transaction_per_migration
BEGIN TRANSACTION;

-- Running upgrade b2 -> c3

UP c3;

GO

UPDATE alembic_version SET version_num='c3' WHERE alembic_version.version_num = 'b2';

GO

COMMIT;

GO

BEGIN TRANSACTION;

-- Running upgrade c3 -> d4

UP d4;

GO

UPDATE alembic_version SET version_num='d4' WHERE alembic_version.version_num = 'c3';

GO

COMMIT;

GO

--- case: graph::linear::upgrade_b2:head,version_table,version_table_schema
BEGIN TRANSACTION;

-- Running upgrade b2 -> c3

UP c3;

GO

UPDATE [Sch].[v t] SET version_num='c3' WHERE [Sch].[v t].version_num = 'b2';

GO

-- Running upgrade c3 -> d4

UP d4;

GO

UPDATE [Sch].[v t] SET version_num='d4' WHERE [Sch].[v t].version_num = 'c3';

GO

COMMIT;

GO

--- case: graph::linear::upgrade_+2
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

UP a1;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

-- Running upgrade a1 -> b2

UP b2;

GO

UPDATE alembic_version SET version_num='b2' WHERE alembic_version.version_num = 'a1';

GO

COMMIT;

GO

--- case: graph::linear::upgrade_+2,version_table,version_table_schema
BEGIN TRANSACTION;

CREATE TABLE [Sch].[v t] (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT [v t_pkc] PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

UP a1;

GO

INSERT INTO [Sch].[v t] (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

-- Running upgrade a1 -> b2

UP b2;

GO

UPDATE [Sch].[v t] SET version_num='b2' WHERE [Sch].[v t].version_num = 'a1';

GO

COMMIT;

GO

--- case: graph::linear::upgrade_a1:+1
BEGIN TRANSACTION;

-- Running upgrade a1 -> b2

UP b2;

GO

UPDATE alembic_version SET version_num='b2' WHERE alembic_version.version_num = 'a1';

GO

COMMIT;

GO

--- case: graph::linear::upgrade_a1:+1,version_table,version_table_schema
BEGIN TRANSACTION;

-- Running upgrade a1 -> b2

UP b2;

GO

UPDATE [Sch].[v t] SET version_num='b2' WHERE [Sch].[v t].version_num = 'a1';

GO

COMMIT;

GO

--- case: graph::linear::upgrade_heads,transaction_per_migration
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

UP a1;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

BEGIN TRANSACTION;

-- Running upgrade a1 -> b2

UP b2;

GO

UPDATE alembic_version SET version_num='b2' WHERE alembic_version.version_num = 'a1';

GO

COMMIT;

GO

BEGIN TRANSACTION;

-- Running upgrade b2 -> c3

UP c3;

GO

UPDATE alembic_version SET version_num='c3' WHERE alembic_version.version_num = 'b2';

GO

COMMIT;

GO

BEGIN TRANSACTION;

-- Running upgrade c3 -> d4

UP d4;

GO

UPDATE alembic_version SET version_num='d4' WHERE alembic_version.version_num = 'c3';

GO

COMMIT;

GO

--- case: graph::linear::upgrade_heads,version_table,version_table_schema
BEGIN TRANSACTION;

CREATE TABLE [Sch].[v t] (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT [v t_pkc] PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

UP a1;

GO

INSERT INTO [Sch].[v t] (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

-- Running upgrade a1 -> b2

UP b2;

GO

UPDATE [Sch].[v t] SET version_num='b2' WHERE [Sch].[v t].version_num = 'a1';

GO

-- Running upgrade b2 -> c3

UP c3;

GO

UPDATE [Sch].[v t] SET version_num='c3' WHERE [Sch].[v t].version_num = 'b2';

GO

-- Running upgrade c3 -> d4

UP d4;

GO

UPDATE [Sch].[v t] SET version_num='d4' WHERE [Sch].[v t].version_num = 'c3';

GO

COMMIT;

GO

--- case: graph::linear::downgrade_d4:base
BEGIN TRANSACTION;

-- Running downgrade d4 -> c3

DOWN d4;

GO

UPDATE alembic_version SET version_num='c3' WHERE alembic_version.version_num = 'd4';

GO

-- Running downgrade c3 -> b2

DOWN c3;

GO

UPDATE alembic_version SET version_num='b2' WHERE alembic_version.version_num = 'c3';

GO

-- Running downgrade b2 -> a1

DOWN b2;

GO

UPDATE alembic_version SET version_num='a1' WHERE alembic_version.version_num = 'b2';

GO

-- Running downgrade a1 -> 

DOWN a1;

GO

DELETE FROM alembic_version WHERE alembic_version.version_num = 'a1';

GO

COMMIT;

GO

--- case: graph::linear::downgrade_d4:b2,transaction_per_migration
BEGIN TRANSACTION;

-- Running downgrade d4 -> c3

DOWN d4;

GO

UPDATE alembic_version SET version_num='c3' WHERE alembic_version.version_num = 'd4';

GO

COMMIT;

GO

BEGIN TRANSACTION;

-- Running downgrade c3 -> b2

DOWN c3;

GO

UPDATE alembic_version SET version_num='b2' WHERE alembic_version.version_num = 'c3';

GO

COMMIT;

GO

--- case: graph::linear::downgrade_c3:-1
BEGIN TRANSACTION;

-- Running downgrade c3 -> b2

DOWN c3;

GO

UPDATE alembic_version SET version_num='b2' WHERE alembic_version.version_num = 'c3';

GO

COMMIT;

GO

--- case: graph::linear::downgrade_c3:-1,transaction_per_migration
BEGIN TRANSACTION;

-- Running downgrade c3 -> b2

DOWN c3;

GO

UPDATE alembic_version SET version_num='b2' WHERE alembic_version.version_num = 'c3';

GO

COMMIT;

GO

--- case: graph::linear::downgrade_c3:-1,version_table,version_table_schema
BEGIN TRANSACTION;

-- Running downgrade c3 -> b2

DOWN c3;

GO

UPDATE [Sch].[v t] SET version_num='b2' WHERE [Sch].[v t].version_num = 'c3';

GO

COMMIT;

GO

--- case: graph::linear::downgrade_d4:-2
BEGIN TRANSACTION;

-- Running downgrade d4 -> c3

DOWN d4;

GO

UPDATE alembic_version SET version_num='c3' WHERE alembic_version.version_num = 'd4';

GO

-- Running downgrade c3 -> b2

DOWN c3;

GO

UPDATE alembic_version SET version_num='b2' WHERE alembic_version.version_num = 'c3';

GO

COMMIT;

GO

--- case: graph::linear::downgrade_d4:-2,transaction_per_migration
BEGIN TRANSACTION;

-- Running downgrade d4 -> c3

DOWN d4;

GO

UPDATE alembic_version SET version_num='c3' WHERE alembic_version.version_num = 'd4';

GO

COMMIT;

GO

BEGIN TRANSACTION;

-- Running downgrade c3 -> b2

DOWN c3;

GO

UPDATE alembic_version SET version_num='b2' WHERE alembic_version.version_num = 'c3';

GO

COMMIT;

GO

--- case: graph::linear::downgrade_head:base
BEGIN TRANSACTION;

-- Running downgrade d4 -> c3

DOWN d4;

GO

UPDATE alembic_version SET version_num='c3' WHERE alembic_version.version_num = 'd4';

GO

-- Running downgrade c3 -> b2

DOWN c3;

GO

UPDATE alembic_version SET version_num='b2' WHERE alembic_version.version_num = 'c3';

GO

-- Running downgrade b2 -> a1

DOWN b2;

GO

UPDATE alembic_version SET version_num='a1' WHERE alembic_version.version_num = 'b2';

GO

-- Running downgrade a1 -> 

DOWN a1;

GO

DELETE FROM alembic_version WHERE alembic_version.version_num = 'a1';

GO

COMMIT;

GO

--- case: graph::linear::downgrade_head:base,transaction_per_migration
BEGIN TRANSACTION;

-- Running downgrade d4 -> c3

DOWN d4;

GO

UPDATE alembic_version SET version_num='c3' WHERE alembic_version.version_num = 'd4';

GO

COMMIT;

GO

BEGIN TRANSACTION;

-- Running downgrade c3 -> b2

DOWN c3;

GO

UPDATE alembic_version SET version_num='b2' WHERE alembic_version.version_num = 'c3';

GO

COMMIT;

GO

BEGIN TRANSACTION;

-- Running downgrade b2 -> a1

DOWN b2;

GO

UPDATE alembic_version SET version_num='a1' WHERE alembic_version.version_num = 'b2';

GO

COMMIT;

GO

BEGIN TRANSACTION;

-- Running downgrade a1 -> 

DOWN a1;

GO

DELETE FROM alembic_version WHERE alembic_version.version_num = 'a1';

GO

COMMIT;

GO

--- case: graph::linear::downgrade_head:base,version_table,version_table_schema
BEGIN TRANSACTION;

-- Running downgrade d4 -> c3

DOWN d4;

GO

UPDATE [Sch].[v t] SET version_num='c3' WHERE [Sch].[v t].version_num = 'd4';

GO

-- Running downgrade c3 -> b2

DOWN c3;

GO

UPDATE [Sch].[v t] SET version_num='b2' WHERE [Sch].[v t].version_num = 'c3';

GO

-- Running downgrade b2 -> a1

DOWN b2;

GO

UPDATE [Sch].[v t] SET version_num='a1' WHERE [Sch].[v t].version_num = 'b2';

GO

-- Running downgrade a1 -> 

DOWN a1;

GO

DELETE FROM [Sch].[v t] WHERE [Sch].[v t].version_num = 'a1';

GO

COMMIT;

GO

--- case: graph::linear::stamp_b2,transaction_per_migration
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running stamp_revision  -> b2

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('b2');

GO

COMMIT;

GO

--- case: graph::linear::stamp_b2,version_table,version_table_schema
BEGIN TRANSACTION;

CREATE TABLE [Sch].[v t] (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT [v t_pkc] PRIMARY KEY (version_num)
);

GO

-- Running stamp_revision  -> b2

INSERT INTO [Sch].[v t] (version_num) OUTPUT inserted.version_num VALUES ('b2');

GO

COMMIT;

GO

--- case: graph::linear::stamp_a1:c3,version_table,version_table_schema
BEGIN TRANSACTION;

-- Running stamp_revision a1 -> c3

UPDATE [Sch].[v t] SET version_num='c3' WHERE [Sch].[v t].version_num = 'a1';

GO

COMMIT;

GO

--- case: graph::linear::stamp_base
BEGIN TRANSACTION;

COMMIT;

GO

--- case: graph::linear::upgrade_base:b2
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

UP a1;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

-- Running upgrade a1 -> b2

UP b2;

GO

UPDATE alembic_version SET version_num='b2' WHERE alembic_version.version_num = 'a1';

GO

COMMIT;

GO

--- case: graph::linear::upgrade_base:b2,transaction_per_migration
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

UP a1;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

BEGIN TRANSACTION;

-- Running upgrade a1 -> b2

UP b2;

GO

UPDATE alembic_version SET version_num='b2' WHERE alembic_version.version_num = 'a1';

GO

COMMIT;

GO

--- case: graph::linear::upgrade_c3:a1,transaction_per_migration
--- case: graph::linear::upgrade_c3:a1,version_table,version_table_schema
BEGIN TRANSACTION;

COMMIT;

GO

--- case: graph::linear::downgrade_a1:c3
--- error: CommandError: Destination c3 is not a valid downgrade target from current head(s)
--- case: graph::linear::upgrade_zz
--- error: CommandError: Can't locate revision identified by 'zz'
--- case: graph::linear::upgrade_zz,version_table,version_table_schema
--- error: CommandError: Can't locate revision identified by 'zz'
--- case: graph::linear::upgrade_d
--- error: CommandError: Can't locate revision identified by 'd'
--- case: graph::linear::upgrade_d,transaction_per_migration
--- error: CommandError: Can't locate revision identified by 'd'
--- case: graph::linear::upgrade_b2:c,transaction_per_migration
--- error: CommandError: Can't locate revision identified by 'c'
--- case: graph::linear::upgrade_b2:c,version_table,version_table_schema
--- error: CommandError: Can't locate revision identified by 'c'
--- case: graph::linear::downgrade_d4
--- error: CommandError: downgrade with --sql requires <fromrev>:<torev>
--- case: graph::linear::downgrade_d4,transaction_per_migration
--- error: CommandError: downgrade with --sql requires <fromrev>:<torev>
--- case: graph::branch::upgrade_heads
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

UP a1;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

-- Running upgrade a1 -> b2

UP b2;

GO

UPDATE alembic_version SET version_num='b2' WHERE alembic_version.version_num = 'a1';

GO

-- Running upgrade b2 -> d4

UP d4;

GO

UPDATE alembic_version SET version_num='d4' WHERE alembic_version.version_num = 'b2';

GO

-- Running upgrade a1 -> c3

UP c3;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('c3');

GO

COMMIT;

GO

--- case: graph::branch::upgrade_heads,transaction_per_migration
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

UP a1;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

BEGIN TRANSACTION;

-- Running upgrade a1 -> b2

UP b2;

GO

UPDATE alembic_version SET version_num='b2' WHERE alembic_version.version_num = 'a1';

GO

COMMIT;

GO

BEGIN TRANSACTION;

-- Running upgrade b2 -> d4

UP d4;

GO

UPDATE alembic_version SET version_num='d4' WHERE alembic_version.version_num = 'b2';

GO

COMMIT;

GO

BEGIN TRANSACTION;

-- Running upgrade a1 -> c3

UP c3;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('c3');

GO

COMMIT;

GO

--- case: graph::branch::upgrade_head
--- error: CommandError: Multiple head revisions are present for given argument 'head'; please specify a specific target revision, '<branchname>@head' to narrow to a specific head, or 'heads' for all heads
--- case: graph::branch::upgrade_head,transaction_per_migration
--- error: CommandError: Multiple head revisions are present for given argument 'head'; please specify a specific target revision, '<branchname>@head' to narrow to a specific head, or 'heads' for all heads
--- case: graph::branch::upgrade_c3
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

UP a1;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

-- Running upgrade a1 -> c3

UP c3;

GO

UPDATE alembic_version SET version_num='c3' WHERE alembic_version.version_num = 'a1';

GO

COMMIT;

GO

--- case: graph::branch::upgrade_d4
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

UP a1;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

-- Running upgrade a1 -> b2

UP b2;

GO

UPDATE alembic_version SET version_num='b2' WHERE alembic_version.version_num = 'a1';

GO

-- Running upgrade b2 -> d4

UP d4;

GO

UPDATE alembic_version SET version_num='d4' WHERE alembic_version.version_num = 'b2';

GO

COMMIT;

GO

--- case: graph::branch::upgrade_d4,transaction_per_migration
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

UP a1;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

BEGIN TRANSACTION;

-- Running upgrade a1 -> b2

UP b2;

GO

UPDATE alembic_version SET version_num='b2' WHERE alembic_version.version_num = 'a1';

GO

COMMIT;

GO

BEGIN TRANSACTION;

-- Running upgrade b2 -> d4

UP d4;

GO

UPDATE alembic_version SET version_num='d4' WHERE alembic_version.version_num = 'b2';

GO

COMMIT;

GO

--- case: graph::branch::upgrade_a1:heads
BEGIN TRANSACTION;

-- Running upgrade a1 -> b2

UP b2;

GO

UPDATE alembic_version SET version_num='b2' WHERE alembic_version.version_num = 'a1';

GO

-- Running upgrade b2 -> d4

UP d4;

GO

UPDATE alembic_version SET version_num='d4' WHERE alembic_version.version_num = 'b2';

GO

-- Running upgrade a1 -> c3

UP c3;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('c3');

GO

COMMIT;

GO

--- case: graph::branch::upgrade_a1:heads,transaction_per_migration
BEGIN TRANSACTION;

-- Running upgrade a1 -> b2

UP b2;

GO

UPDATE alembic_version SET version_num='b2' WHERE alembic_version.version_num = 'a1';

GO

COMMIT;

GO

BEGIN TRANSACTION;

-- Running upgrade b2 -> d4

UP d4;

GO

UPDATE alembic_version SET version_num='d4' WHERE alembic_version.version_num = 'b2';

GO

COMMIT;

GO

BEGIN TRANSACTION;

-- Running upgrade a1 -> c3

UP c3;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('c3');

GO

COMMIT;

GO

--- case: graph::branch::downgrade_heads:base
--- error: CommandError: Multiple head revisions are present for given argument 'heads'; please specify a specific target revision, '<branchname>@heads' to narrow to a specific head, or 'heads' for all heads
--- case: graph::branch::downgrade_d4:a1,transaction_per_migration
BEGIN TRANSACTION;

-- Running downgrade d4 -> b2

DOWN d4;

GO

UPDATE alembic_version SET version_num='b2' WHERE alembic_version.version_num = 'd4';

GO

COMMIT;

GO

BEGIN TRANSACTION;

-- Running downgrade b2 -> a1

DOWN b2;

GO

UPDATE alembic_version SET version_num='a1' WHERE alembic_version.version_num = 'b2';

GO

COMMIT;

GO

--- case: graph::branch::stamp_heads
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running stamp_revision  -> c3

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('c3');

GO

-- Running stamp_revision  -> d4

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('d4');

GO

COMMIT;

GO

--- case: graph::branch::stamp_heads,transaction_per_migration
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running stamp_revision  -> c3

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('c3');

GO

COMMIT;

GO

BEGIN TRANSACTION;

-- Running stamp_revision  -> d4

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('d4');

GO

COMMIT;

GO

--- case: graph::branch::upgrade_d4:c3
BEGIN TRANSACTION;

-- Running upgrade a1 -> c3

UP c3;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('c3');

GO

COMMIT;

GO

--- case: graph::merge::upgrade_head
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

UP a1;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

-- Running upgrade a1 -> c3

UP c3;

GO

UPDATE alembic_version SET version_num='c3' WHERE alembic_version.version_num = 'a1';

GO

-- Running upgrade a1 -> b2

UP b2;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('b2');

GO

-- Running upgrade b2, c3 -> d4

UP d4;

GO

DELETE FROM alembic_version WHERE alembic_version.version_num = 'b2';

GO

UPDATE alembic_version SET version_num='d4' WHERE alembic_version.version_num = 'c3';

GO

-- Running upgrade d4 -> e5

UP e5;

GO

UPDATE alembic_version SET version_num='e5' WHERE alembic_version.version_num = 'd4';

GO

COMMIT;

GO

--- case: graph::merge::upgrade_head,transaction_per_migration
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

UP a1;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

BEGIN TRANSACTION;

-- Running upgrade a1 -> c3

UP c3;

GO

UPDATE alembic_version SET version_num='c3' WHERE alembic_version.version_num = 'a1';

GO

COMMIT;

GO

BEGIN TRANSACTION;

-- Running upgrade a1 -> b2

UP b2;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('b2');

GO

COMMIT;

GO

BEGIN TRANSACTION;

-- Running upgrade b2, c3 -> d4

UP d4;

GO

DELETE FROM alembic_version WHERE alembic_version.version_num = 'b2';

GO

UPDATE alembic_version SET version_num='d4' WHERE alembic_version.version_num = 'c3';

GO

COMMIT;

GO

BEGIN TRANSACTION;

-- Running upgrade d4 -> e5

UP e5;

GO

UPDATE alembic_version SET version_num='e5' WHERE alembic_version.version_num = 'd4';

GO

COMMIT;

GO

--- case: graph::merge::upgrade_d4,transaction_per_migration
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

UP a1;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

BEGIN TRANSACTION;

-- Running upgrade a1 -> c3

UP c3;

GO

UPDATE alembic_version SET version_num='c3' WHERE alembic_version.version_num = 'a1';

GO

COMMIT;

GO

BEGIN TRANSACTION;

-- Running upgrade a1 -> b2

UP b2;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('b2');

GO

COMMIT;

GO

BEGIN TRANSACTION;

-- Running upgrade b2, c3 -> d4

UP d4;

GO

DELETE FROM alembic_version WHERE alembic_version.version_num = 'b2';

GO

UPDATE alembic_version SET version_num='d4' WHERE alembic_version.version_num = 'c3';

GO

COMMIT;

GO

--- case: graph::merge::downgrade_d4:b2
BEGIN TRANSACTION;

-- Running downgrade d4 -> b2, c3

DOWN d4;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('b2');

GO

UPDATE alembic_version SET version_num='c3' WHERE alembic_version.version_num = 'd4';

GO

COMMIT;

GO

--- case: graph::merge::downgrade_d4:a1
BEGIN TRANSACTION;

-- Running downgrade d4 -> b2, c3

DOWN d4;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('b2');

GO

UPDATE alembic_version SET version_num='c3' WHERE alembic_version.version_num = 'd4';

GO

-- Running downgrade b2 -> a1

DOWN b2;

GO

DELETE FROM alembic_version WHERE alembic_version.version_num = 'b2';

GO

-- Running downgrade c3 -> a1

DOWN c3;

GO

UPDATE alembic_version SET version_num='a1' WHERE alembic_version.version_num = 'c3';

GO

COMMIT;

GO

--- case: graph::merge::downgrade_d4:a1,transaction_per_migration
BEGIN TRANSACTION;

-- Running downgrade d4 -> b2, c3

DOWN d4;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('b2');

GO

UPDATE alembic_version SET version_num='c3' WHERE alembic_version.version_num = 'd4';

GO

COMMIT;

GO

BEGIN TRANSACTION;

-- Running downgrade b2 -> a1

DOWN b2;

GO

DELETE FROM alembic_version WHERE alembic_version.version_num = 'b2';

GO

COMMIT;

GO

BEGIN TRANSACTION;

-- Running downgrade c3 -> a1

DOWN c3;

GO

UPDATE alembic_version SET version_num='a1' WHERE alembic_version.version_num = 'c3';

GO

COMMIT;

GO

--- case: graph::merge::stamp_head
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running stamp_revision  -> e5

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('e5');

GO

COMMIT;

GO

--- case: graph::merge::stamp_d4:b2
BEGIN TRANSACTION;

-- Running stamp_revision d4 -> b2

UPDATE alembic_version SET version_num='b2' WHERE alembic_version.version_num = 'd4';

GO

COMMIT;

GO

--- case: graph::merge_rev::upgrade_head
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

UP a1;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

-- Running upgrade a1 -> b2

UP b2;

GO

UPDATE alembic_version SET version_num='b2' WHERE alembic_version.version_num = 'a1';

GO

-- Running upgrade a1 -> c3

UP c3;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('c3');

GO

-- Running upgrade c3, b2 -> d4

UP d4;

GO

DELETE FROM alembic_version WHERE alembic_version.version_num = 'c3';

GO

UPDATE alembic_version SET version_num='d4' WHERE alembic_version.version_num = 'b2';

GO

COMMIT;

GO

--- case: graph::two_bases::upgrade_left@head
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

UP a1;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

-- Running upgrade a1 -> b2

UP b2;

GO

UPDATE alembic_version SET version_num='b2' WHERE alembic_version.version_num = 'a1';

GO

COMMIT;

GO

--- case: graph::two_bases::upgrade_y2
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> x1

UP x1;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('x1');

GO

-- Running upgrade x1 -> y2

UP y2;

GO

UPDATE alembic_version SET version_num='y2' WHERE alembic_version.version_num = 'x1';

GO

COMMIT;

GO

--- case: graph::two_bases::downgrade_left@head:left@base
BEGIN TRANSACTION;

-- Running downgrade b2 -> a1

DOWN b2;

GO

UPDATE alembic_version SET version_num='a1' WHERE alembic_version.version_num = 'b2';

GO

-- Running downgrade a1 -> 

DOWN a1;

GO

DELETE FROM alembic_version WHERE alembic_version.version_num = 'a1';

GO

COMMIT;

GO

--- case: graph::two_bases::stamp_heads
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running stamp_revision  -> b2

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('b2');

GO

-- Running stamp_revision  -> y2

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('y2');

GO

COMMIT;

GO

--- case: graph::two_bases::upgrade_right@x1
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> x1

UP x1;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('x1');

GO

COMMIT;

GO

--- case: graph::two_bases::upgrade_right@+1
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> x1

UP x1;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('x1');

GO

COMMIT;

GO

--- case: graph::two_bases_merged::upgrade_head
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> x1

UP x1;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('x1');

GO

-- Running upgrade  -> a1

UP a1;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

-- Running upgrade a1, x1 -> m9

UP m9;

GO

DELETE FROM alembic_version WHERE alembic_version.version_num = 'a1';

GO

UPDATE alembic_version SET version_num='m9' WHERE alembic_version.version_num = 'x1';

GO

COMMIT;

GO

--- case: graph::two_bases_merged::downgrade_m9:base
BEGIN TRANSACTION;

-- Running downgrade m9 -> a1, x1

DOWN m9;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

UPDATE alembic_version SET version_num='x1' WHERE alembic_version.version_num = 'm9';

GO

-- Running downgrade a1 -> 

DOWN a1;

GO

DELETE FROM alembic_version WHERE alembic_version.version_num = 'a1';

GO

-- Running downgrade x1 -> 

DOWN x1;

GO

DELETE FROM alembic_version WHERE alembic_version.version_num = 'x1';

GO

COMMIT;

GO

--- case: graph::two_bases_merged::downgrade_m9:a1
BEGIN TRANSACTION;

-- Running downgrade m9 -> a1, x1

DOWN m9;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

UPDATE alembic_version SET version_num='x1' WHERE alembic_version.version_num = 'm9';

GO

COMMIT;

GO

--- case: graph::depends::upgrade_y2
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

UP a1;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

-- Running upgrade a1 -> b2

UP b2;

GO

UPDATE alembic_version SET version_num='b2' WHERE alembic_version.version_num = 'a1';

GO

-- Running upgrade  -> x1

UP x1;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('x1');

GO

-- Running upgrade x1 -> y2

UP y2;

GO

DELETE FROM alembic_version WHERE alembic_version.version_num = 'x1';

GO

UPDATE alembic_version SET version_num='y2' WHERE alembic_version.version_num = 'b2';

GO

COMMIT;

GO

--- case: graph::depends::downgrade_z3:x1
BEGIN TRANSACTION;

-- Running downgrade z3 -> y2

DOWN z3;

GO

UPDATE alembic_version SET version_num='y2' WHERE alembic_version.version_num = 'z3';

GO

-- Running downgrade y2 -> x1

DOWN y2;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('x1');

GO

UPDATE alembic_version SET version_num='b2' WHERE alembic_version.version_num = 'y2';

GO

COMMIT;

GO

--- case: graph::depends::stamp_heads
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running stamp_revision  -> z3

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('z3');

GO

COMMIT;

GO

--- case: graph::depends_base::upgrade_heads
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

UP a1;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

-- Running upgrade  -> x1

UP x1;

GO

UPDATE alembic_version SET version_num='x1' WHERE alembic_version.version_num = 'a1';

GO

-- Running upgrade x1 -> y2

UP y2;

GO

UPDATE alembic_version SET version_num='y2' WHERE alembic_version.version_num = 'x1';

GO

COMMIT;

GO

--- case: graph::depends_inside::upgrade_head
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

UP a1;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

-- Running upgrade a1 -> b2

UP b2;

GO

UPDATE alembic_version SET version_num='b2' WHERE alembic_version.version_num = 'a1';

GO

-- Running upgrade a1 -> c3

UP c3;

GO

UPDATE alembic_version SET version_num='c3' WHERE alembic_version.version_num = 'b2';

GO

-- Running upgrade b2, c3 -> d4

UP d4;

GO

UPDATE alembic_version SET version_num='d4' WHERE alembic_version.version_num = 'c3';

GO

COMMIT;

GO

--- case: graph::depends_inside::downgrade_d4:base
BEGIN TRANSACTION;

-- Running downgrade d4 -> b2, c3

DOWN d4;

GO

UPDATE alembic_version SET version_num='c3' WHERE alembic_version.version_num = 'd4';

GO

-- Running downgrade c3 -> a1

DOWN c3;

GO

UPDATE alembic_version SET version_num='b2' WHERE alembic_version.version_num = 'c3';

GO

-- Running downgrade b2 -> a1

DOWN b2;

GO

UPDATE alembic_version SET version_num='a1' WHERE alembic_version.version_num = 'b2';

GO

-- Running downgrade a1 -> 

DOWN a1;

GO

DELETE FROM alembic_version WHERE alembic_version.version_num = 'a1';

GO

COMMIT;

GO

--- case: graph::depends_inside::upgrade_c3
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

UP a1;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

-- Running upgrade a1 -> b2

UP b2;

GO

UPDATE alembic_version SET version_num='b2' WHERE alembic_version.version_num = 'a1';

GO

-- Running upgrade a1 -> c3

UP c3;

GO

UPDATE alembic_version SET version_num='c3' WHERE alembic_version.version_num = 'b2';

GO

COMMIT;

GO

--- case: graph::three_heads::upgrade_head
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

UP a1;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

-- Running upgrade a1 -> d4

UP d4;

GO

UPDATE alembic_version SET version_num='d4' WHERE alembic_version.version_num = 'a1';

GO

-- Running upgrade a1 -> c3

UP c3;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('c3');

GO

-- Running upgrade a1 -> b2

UP b2;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('b2');

GO

-- Running upgrade b2, c3, d4 -> m5

UP m5;

GO

DELETE FROM alembic_version WHERE alembic_version.version_num = 'b2';

GO

DELETE FROM alembic_version WHERE alembic_version.version_num = 'c3';

GO

UPDATE alembic_version SET version_num='m5' WHERE alembic_version.version_num = 'd4';

GO

COMMIT;

GO

--- case: graph::three_heads::upgrade_c3
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

UP a1;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

-- Running upgrade a1 -> c3

UP c3;

GO

UPDATE alembic_version SET version_num='c3' WHERE alembic_version.version_num = 'a1';

GO

COMMIT;

GO

--- case: graph::diamonds::downgrade_g7:d4
BEGIN TRANSACTION;

-- Running downgrade g7 -> e5, f6

DOWN g7;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('e5');

GO

UPDATE alembic_version SET version_num='f6' WHERE alembic_version.version_num = 'g7';

GO

-- Running downgrade e5 -> d4

DOWN e5;

GO

DELETE FROM alembic_version WHERE alembic_version.version_num = 'e5';

GO

-- Running downgrade f6 -> d4

DOWN f6;

GO

UPDATE alembic_version SET version_num='d4' WHERE alembic_version.version_num = 'f6';

GO

COMMIT;

GO

--- case: graph::diamonds::upgrade_d4:g7
BEGIN TRANSACTION;

-- Running upgrade d4 -> f6

UP f6;

GO

UPDATE alembic_version SET version_num='f6' WHERE alembic_version.version_num = 'd4';

GO

-- Running upgrade d4 -> e5

UP e5;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('e5');

GO

-- Running upgrade e5, f6 -> g7

UP g7;

GO

DELETE FROM alembic_version WHERE alembic_version.version_num = 'e5';

GO

UPDATE alembic_version SET version_num='g7' WHERE alembic_version.version_num = 'f6';

GO

COMMIT;

GO

--- case: graph::unequal::downgrade_m1:base
BEGIN TRANSACTION;

-- Running downgrade m1 -> b4, c2

DOWN m1;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('c2');

GO

UPDATE alembic_version SET version_num='b4' WHERE alembic_version.version_num = 'm1';

GO

-- Running downgrade b4 -> b3

DOWN b4;

GO

UPDATE alembic_version SET version_num='b3' WHERE alembic_version.version_num = 'b4';

GO

-- Running downgrade b3 -> b2

DOWN b3;

GO

UPDATE alembic_version SET version_num='b2' WHERE alembic_version.version_num = 'b3';

GO

-- Running downgrade b2 -> a1

DOWN b2;

GO

DELETE FROM alembic_version WHERE alembic_version.version_num = 'b2';

GO

-- Running downgrade c2 -> a1

DOWN c2;

GO

UPDATE alembic_version SET version_num='a1' WHERE alembic_version.version_num = 'c2';

GO

-- Running downgrade a1 -> 

DOWN a1;

GO

DELETE FROM alembic_version WHERE alembic_version.version_num = 'a1';

GO

COMMIT;

GO

--- case: graph::unequal::downgrade_m1:a1
BEGIN TRANSACTION;

-- Running downgrade m1 -> b4, c2

DOWN m1;

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('c2');

GO

UPDATE alembic_version SET version_num='b4' WHERE alembic_version.version_num = 'm1';

GO

-- Running downgrade b4 -> b3

DOWN b4;

GO

UPDATE alembic_version SET version_num='b3' WHERE alembic_version.version_num = 'b4';

GO

-- Running downgrade b3 -> b2

DOWN b3;

GO

UPDATE alembic_version SET version_num='b2' WHERE alembic_version.version_num = 'b3';

GO

-- Running downgrade b2 -> a1

DOWN b2;

GO

DELETE FROM alembic_version WHERE alembic_version.version_num = 'b2';

GO

-- Running downgrade c2 -> a1

DOWN c2;

GO

UPDATE alembic_version SET version_num='a1' WHERE alembic_version.version_num = 'c2';

GO

COMMIT;

GO

