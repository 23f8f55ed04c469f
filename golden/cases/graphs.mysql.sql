--- case: graph::linear::upgrade_head,version_table,version_table_schema
CREATE TABLE `Sch`.`v t` (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT `v t_pkc` PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

UP a1;

INSERT INTO `Sch`.`v t` (version_num) VALUES ('a1');

-- Running upgrade a1 -> b2

UP b2;

UPDATE `Sch`.`v t` SET version_num='b2' WHERE `Sch`.`v t`.version_num = 'a1';

-- Running upgrade b2 -> c3

UP c3;

UPDATE `Sch`.`v t` SET version_num='c3' WHERE `Sch`.`v t`.version_num = 'b2';

-- Running upgrade c3 -> d4

UP d4;

UPDATE `Sch`.`v t` SET version_num='d4' WHERE `Sch`.`v t`.version_num = 'c3';

--- case: graph::linear::upgrade_b2
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

UP a1;

INSERT INTO alembic_version (version_num) VALUES ('a1');

-- Running upgrade a1 -> b2

UP b2;

UPDATE alembic_version SET version_num='b2' WHERE alembic_version.version_num = 'a1';

--- case: graph::linear::upgrade_b2,version_table,version_table_schema
CREATE TABLE `Sch`.`v t` (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT `v t_pkc` PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

UP a1;

INSERT INTO `Sch`.`v t` (version_num) VALUES ('a1');

-- Running upgrade a1 -> b2

UP b2;

UPDATE `Sch`.`v t` SET version_num='b2' WHERE `Sch`.`v t`.version_num = 'a1';

--- case: graph::linear::upgrade_a1:c3,transaction_per_migration
-- Running upgrade a1 -> b2

UP b2;

UPDATE alembic_version SET version_num='b2' WHERE alembic_version.version_num = 'a1';

-- Running upgrade b2 -> c3

UP c3;

UPDATE alembic_version SET version_num='c3' WHERE alembic_version.version_num = 'b2';

--- case: graph::linear::upgrade_a1:c3,version_table,version_table_schema
-- Running upgrade a1 -> b2

UP b2;

UPDATE `Sch`.`v t` SET version_num='b2' WHERE `Sch`.`v t`.version_num = 'a1';

-- Running upgrade b2 -> c3

UP c3;

UPDATE `Sch`.`v t` SET version_num='c3' WHERE `Sch`.`v t`.version_num = 'b2';

--- case: graph::linear::upgrade_b2:head
-- Running upgrade b2 -> c3

UP c3;

UPDATE alembic_version SET version_num='c3' WHERE alembic_version.version_num = 'b2';

-- Running upgrade c3 -> d4

UP d4;

UPDATE alembic_version SET version_num='d4' WHERE alembic_version.version_num = 'c3';

--- case: graph::linear::upgrade_b2:head,transaction_per_migration
-- Running upgrade b2 -> c3

UP c3;

UPDATE alembic_version SET version_num='c3' WHERE alembic_version.version_num = 'b2';

-- Running upgrade c3 -> d4

UP d4;

UPDATE alembic_version SET version_num='d4' WHERE alembic_version.version_num = 'c3';

--- case: graph::linear::upgrade_b2:head,version_table,version_table_schema
-- Running upgrade b2 -> c3

UP c3;

UPDATE `Sch`.`v t` SET version_num='c3' WHERE `Sch`.`v t`.version_num = 'b2';

-- Running upgrade c3 -> d4

UP d4;

UPDATE `Sch`.`v t` SET version_num='d4' WHERE `Sch`.`v t`.version_num = 'c3';

--- case: graph::linear::upgrade_+2
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

UP a1;

INSERT INTO alembic_version (version_num) VALUES ('a1');

-- Running upgrade a1 -> b2

UP b2;

UPDATE alembic_version SET version_num='b2' WHERE alembic_version.version_num = 'a1';

--- case: graph::linear::upgrade_+2,version_table,version_table_schema
CREATE TABLE `Sch`.`v t` (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT `v t_pkc` PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

UP a1;

INSERT INTO `Sch`.`v t` (version_num) VALUES ('a1');

-- Running upgrade a1 -> b2

UP b2;

UPDATE `Sch`.`v t` SET version_num='b2' WHERE `Sch`.`v t`.version_num = 'a1';

--- case: graph::linear::upgrade_a1:+1
-- Running upgrade a1 -> b2

UP b2;

UPDATE alembic_version SET version_num='b2' WHERE alembic_version.version_num = 'a1';

--- case: graph::linear::upgrade_a1:+1,version_table,version_table_schema
-- Running upgrade a1 -> b2

UP b2;

UPDATE `Sch`.`v t` SET version_num='b2' WHERE `Sch`.`v t`.version_num = 'a1';

--- case: graph::linear::upgrade_heads,transaction_per_migration
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

UP a1;

INSERT INTO alembic_version (version_num) VALUES ('a1');

-- Running upgrade a1 -> b2

UP b2;

UPDATE alembic_version SET version_num='b2' WHERE alembic_version.version_num = 'a1';

-- Running upgrade b2 -> c3

UP c3;

UPDATE alembic_version SET version_num='c3' WHERE alembic_version.version_num = 'b2';

-- Running upgrade c3 -> d4

UP d4;

UPDATE alembic_version SET version_num='d4' WHERE alembic_version.version_num = 'c3';

--- case: graph::linear::upgrade_heads,version_table,version_table_schema
CREATE TABLE `Sch`.`v t` (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT `v t_pkc` PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

UP a1;

INSERT INTO `Sch`.`v t` (version_num) VALUES ('a1');

-- Running upgrade a1 -> b2

UP b2;

UPDATE `Sch`.`v t` SET version_num='b2' WHERE `Sch`.`v t`.version_num = 'a1';

-- Running upgrade b2 -> c3

UP c3;

UPDATE `Sch`.`v t` SET version_num='c3' WHERE `Sch`.`v t`.version_num = 'b2';

-- Running upgrade c3 -> d4

UP d4;

UPDATE `Sch`.`v t` SET version_num='d4' WHERE `Sch`.`v t`.version_num = 'c3';

--- case: graph::linear::downgrade_d4:base
-- Running downgrade d4 -> c3

DOWN d4;

UPDATE alembic_version SET version_num='c3' WHERE alembic_version.version_num = 'd4';

-- Running downgrade c3 -> b2

DOWN c3;

UPDATE alembic_version SET version_num='b2' WHERE alembic_version.version_num = 'c3';

-- Running downgrade b2 -> a1

DOWN b2;

UPDATE alembic_version SET version_num='a1' WHERE alembic_version.version_num = 'b2';

-- Running downgrade a1 -> 

DOWN a1;

DELETE FROM alembic_version WHERE alembic_version.version_num = 'a1';

--- case: graph::linear::downgrade_d4:b2,transaction_per_migration
-- Running downgrade d4 -> c3

DOWN d4;

UPDATE alembic_version SET version_num='c3' WHERE alembic_version.version_num = 'd4';

-- Running downgrade c3 -> b2

DOWN c3;

UPDATE alembic_version SET version_num='b2' WHERE alembic_version.version_num = 'c3';

--- case: graph::linear::downgrade_c3:-1
-- Running downgrade c3 -> b2

DOWN c3;

UPDATE alembic_version SET version_num='b2' WHERE alembic_version.version_num = 'c3';

--- case: graph::linear::downgrade_c3:-1,transaction_per_migration
-- Running downgrade c3 -> b2

DOWN c3;

UPDATE alembic_version SET version_num='b2' WHERE alembic_version.version_num = 'c3';

--- case: graph::linear::downgrade_c3:-1,version_table,version_table_schema
-- Running downgrade c3 -> b2

DOWN c3;

UPDATE `Sch`.`v t` SET version_num='b2' WHERE `Sch`.`v t`.version_num = 'c3';

--- case: graph::linear::downgrade_d4:-2
-- Running downgrade d4 -> c3

DOWN d4;

UPDATE alembic_version SET version_num='c3' WHERE alembic_version.version_num = 'd4';

-- Running downgrade c3 -> b2

DOWN c3;

UPDATE alembic_version SET version_num='b2' WHERE alembic_version.version_num = 'c3';

--- case: graph::linear::downgrade_d4:-2,transaction_per_migration
-- Running downgrade d4 -> c3

DOWN d4;

UPDATE alembic_version SET version_num='c3' WHERE alembic_version.version_num = 'd4';

-- Running downgrade c3 -> b2

DOWN c3;

UPDATE alembic_version SET version_num='b2' WHERE alembic_version.version_num = 'c3';

--- case: graph::linear::downgrade_head:base
-- Running downgrade d4 -> c3

DOWN d4;

UPDATE alembic_version SET version_num='c3' WHERE alembic_version.version_num = 'd4';

-- Running downgrade c3 -> b2

DOWN c3;

UPDATE alembic_version SET version_num='b2' WHERE alembic_version.version_num = 'c3';

-- Running downgrade b2 -> a1

DOWN b2;

UPDATE alembic_version SET version_num='a1' WHERE alembic_version.version_num = 'b2';

-- Running downgrade a1 -> 

DOWN a1;

DELETE FROM alembic_version WHERE alembic_version.version_num = 'a1';

--- case: graph::linear::downgrade_head:base,transaction_per_migration
-- Running downgrade d4 -> c3

DOWN d4;

UPDATE alembic_version SET version_num='c3' WHERE alembic_version.version_num = 'd4';

-- Running downgrade c3 -> b2

DOWN c3;

UPDATE alembic_version SET version_num='b2' WHERE alembic_version.version_num = 'c3';

-- Running downgrade b2 -> a1

DOWN b2;

UPDATE alembic_version SET version_num='a1' WHERE alembic_version.version_num = 'b2';

-- Running downgrade a1 -> 

DOWN a1;

DELETE FROM alembic_version WHERE alembic_version.version_num = 'a1';

--- case: graph::linear::downgrade_head:base,version_table,version_table_schema
-- Running downgrade d4 -> c3

DOWN d4;

UPDATE `Sch`.`v t` SET version_num='c3' WHERE `Sch`.`v t`.version_num = 'd4';

-- Running downgrade c3 -> b2

DOWN c3;

UPDATE `Sch`.`v t` SET version_num='b2' WHERE `Sch`.`v t`.version_num = 'c3';

-- Running downgrade b2 -> a1

DOWN b2;

UPDATE `Sch`.`v t` SET version_num='a1' WHERE `Sch`.`v t`.version_num = 'b2';

-- Running downgrade a1 -> 

DOWN a1;

DELETE FROM `Sch`.`v t` WHERE `Sch`.`v t`.version_num = 'a1';

--- case: graph::linear::stamp_b2,transaction_per_migration
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running stamp_revision  -> b2

INSERT INTO alembic_version (version_num) VALUES ('b2');

--- case: graph::linear::stamp_b2,version_table,version_table_schema
CREATE TABLE `Sch`.`v t` (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT `v t_pkc` PRIMARY KEY (version_num)
);

-- Running stamp_revision  -> b2

INSERT INTO `Sch`.`v t` (version_num) VALUES ('b2');

--- case: graph::linear::stamp_a1:c3,version_table,version_table_schema
-- Running stamp_revision a1 -> c3

UPDATE `Sch`.`v t` SET version_num='c3' WHERE `Sch`.`v t`.version_num = 'a1';

--- case: graph::linear::stamp_base
--- case: graph::linear::upgrade_base:b2
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

UP a1;

INSERT INTO alembic_version (version_num) VALUES ('a1');

-- Running upgrade a1 -> b2

UP b2;

UPDATE alembic_version SET version_num='b2' WHERE alembic_version.version_num = 'a1';

--- case: graph::linear::upgrade_base:b2,transaction_per_migration
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

UP a1;

INSERT INTO alembic_version (version_num) VALUES ('a1');

-- Running upgrade a1 -> b2

UP b2;

UPDATE alembic_version SET version_num='b2' WHERE alembic_version.version_num = 'a1';

--- case: graph::linear::upgrade_c3:a1,transaction_per_migration
--- case: graph::linear::upgrade_c3:a1,version_table,version_table_schema
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
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

UP a1;

INSERT INTO alembic_version (version_num) VALUES ('a1');

-- Running upgrade a1 -> b2

UP b2;

UPDATE alembic_version SET version_num='b2' WHERE alembic_version.version_num = 'a1';

-- Running upgrade b2 -> d4

UP d4;

UPDATE alembic_version SET version_num='d4' WHERE alembic_version.version_num = 'b2';

-- Running upgrade a1 -> c3

UP c3;

INSERT INTO alembic_version (version_num) VALUES ('c3');

--- case: graph::branch::upgrade_heads,transaction_per_migration
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

UP a1;

INSERT INTO alembic_version (version_num) VALUES ('a1');

-- Running upgrade a1 -> b2

UP b2;

UPDATE alembic_version SET version_num='b2' WHERE alembic_version.version_num = 'a1';

-- Running upgrade b2 -> d4

UP d4;

UPDATE alembic_version SET version_num='d4' WHERE alembic_version.version_num = 'b2';

-- Running upgrade a1 -> c3

UP c3;

INSERT INTO alembic_version (version_num) VALUES ('c3');

--- case: graph::branch::upgrade_head
--- error: CommandError: Multiple head revisions are present for given argument 'head'; please specify a specific target revision, '<branchname>@head' to narrow to a specific head, or 'heads' for all heads
--- case: graph::branch::upgrade_head,transaction_per_migration
--- error: CommandError: Multiple head revisions are present for given argument 'head'; please specify a specific target revision, '<branchname>@head' to narrow to a specific head, or 'heads' for all heads
--- case: graph::branch::upgrade_c3
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

UP a1;

INSERT INTO alembic_version (version_num) VALUES ('a1');

-- Running upgrade a1 -> c3

UP c3;

UPDATE alembic_version SET version_num='c3' WHERE alembic_version.version_num = 'a1';

--- case: graph::branch::upgrade_d4
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

UP a1;

INSERT INTO alembic_version (version_num) VALUES ('a1');

-- Running upgrade a1 -> b2

UP b2;

UPDATE alembic_version SET version_num='b2' WHERE alembic_version.version_num = 'a1';

-- Running upgrade b2 -> d4

UP d4;

UPDATE alembic_version SET version_num='d4' WHERE alembic_version.version_num = 'b2';

--- case: graph::branch::upgrade_d4,transaction_per_migration
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

UP a1;

INSERT INTO alembic_version (version_num) VALUES ('a1');

-- Running upgrade a1 -> b2

UP b2;

UPDATE alembic_version SET version_num='b2' WHERE alembic_version.version_num = 'a1';

-- Running upgrade b2 -> d4

UP d4;

UPDATE alembic_version SET version_num='d4' WHERE alembic_version.version_num = 'b2';

--- case: graph::branch::upgrade_a1:heads
-- Running upgrade a1 -> b2

UP b2;

UPDATE alembic_version SET version_num='b2' WHERE alembic_version.version_num = 'a1';

-- Running upgrade b2 -> d4

UP d4;

UPDATE alembic_version SET version_num='d4' WHERE alembic_version.version_num = 'b2';

-- Running upgrade a1 -> c3

UP c3;

INSERT INTO alembic_version (version_num) VALUES ('c3');

--- case: graph::branch::upgrade_a1:heads,transaction_per_migration
-- Running upgrade a1 -> b2

UP b2;

UPDATE alembic_version SET version_num='b2' WHERE alembic_version.version_num = 'a1';

-- Running upgrade b2 -> d4

UP d4;

UPDATE alembic_version SET version_num='d4' WHERE alembic_version.version_num = 'b2';

-- Running upgrade a1 -> c3

UP c3;

INSERT INTO alembic_version (version_num) VALUES ('c3');

--- case: graph::branch::downgrade_heads:base
--- error: CommandError: Multiple head revisions are present for given argument 'heads'; please specify a specific target revision, '<branchname>@heads' to narrow to a specific head, or 'heads' for all heads
--- case: graph::branch::downgrade_d4:a1,transaction_per_migration
-- Running downgrade d4 -> b2

DOWN d4;

UPDATE alembic_version SET version_num='b2' WHERE alembic_version.version_num = 'd4';

-- Running downgrade b2 -> a1

DOWN b2;

UPDATE alembic_version SET version_num='a1' WHERE alembic_version.version_num = 'b2';

--- case: graph::branch::stamp_heads
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running stamp_revision  -> c3

INSERT INTO alembic_version (version_num) VALUES ('c3');

-- Running stamp_revision  -> d4

INSERT INTO alembic_version (version_num) VALUES ('d4');

--- case: graph::branch::stamp_heads,transaction_per_migration
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running stamp_revision  -> c3

INSERT INTO alembic_version (version_num) VALUES ('c3');

-- Running stamp_revision  -> d4

INSERT INTO alembic_version (version_num) VALUES ('d4');

--- case: graph::branch::upgrade_d4:c3
-- Running upgrade a1 -> c3

UP c3;

INSERT INTO alembic_version (version_num) VALUES ('c3');

--- case: graph::merge::upgrade_head
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

UP a1;

INSERT INTO alembic_version (version_num) VALUES ('a1');

-- Running upgrade a1 -> c3

UP c3;

UPDATE alembic_version SET version_num='c3' WHERE alembic_version.version_num = 'a1';

-- Running upgrade a1 -> b2

UP b2;

INSERT INTO alembic_version (version_num) VALUES ('b2');

-- Running upgrade b2, c3 -> d4

UP d4;

DELETE FROM alembic_version WHERE alembic_version.version_num = 'b2';

UPDATE alembic_version SET version_num='d4' WHERE alembic_version.version_num = 'c3';

-- Running upgrade d4 -> e5

UP e5;

UPDATE alembic_version SET version_num='e5' WHERE alembic_version.version_num = 'd4';

--- case: graph::merge::upgrade_head,transaction_per_migration
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

UP a1;

INSERT INTO alembic_version (version_num) VALUES ('a1');

-- Running upgrade a1 -> c3

UP c3;

UPDATE alembic_version SET version_num='c3' WHERE alembic_version.version_num = 'a1';

-- Running upgrade a1 -> b2

UP b2;

INSERT INTO alembic_version (version_num) VALUES ('b2');

-- Running upgrade b2, c3 -> d4

UP d4;

DELETE FROM alembic_version WHERE alembic_version.version_num = 'b2';

UPDATE alembic_version SET version_num='d4' WHERE alembic_version.version_num = 'c3';

-- Running upgrade d4 -> e5

UP e5;

UPDATE alembic_version SET version_num='e5' WHERE alembic_version.version_num = 'd4';

--- case: graph::merge::upgrade_d4,transaction_per_migration
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

UP a1;

INSERT INTO alembic_version (version_num) VALUES ('a1');

-- Running upgrade a1 -> c3

UP c3;

UPDATE alembic_version SET version_num='c3' WHERE alembic_version.version_num = 'a1';

-- Running upgrade a1 -> b2

UP b2;

INSERT INTO alembic_version (version_num) VALUES ('b2');

-- Running upgrade b2, c3 -> d4

UP d4;

DELETE FROM alembic_version WHERE alembic_version.version_num = 'b2';

UPDATE alembic_version SET version_num='d4' WHERE alembic_version.version_num = 'c3';

--- case: graph::merge::downgrade_d4:b2
-- Running downgrade d4 -> b2, c3

DOWN d4;

INSERT INTO alembic_version (version_num) VALUES ('b2');

UPDATE alembic_version SET version_num='c3' WHERE alembic_version.version_num = 'd4';

--- case: graph::merge::downgrade_d4:a1
-- Running downgrade d4 -> b2, c3

DOWN d4;

INSERT INTO alembic_version (version_num) VALUES ('b2');

UPDATE alembic_version SET version_num='c3' WHERE alembic_version.version_num = 'd4';

-- Running downgrade b2 -> a1

DOWN b2;

DELETE FROM alembic_version WHERE alembic_version.version_num = 'b2';

-- Running downgrade c3 -> a1

DOWN c3;

UPDATE alembic_version SET version_num='a1' WHERE alembic_version.version_num = 'c3';

--- case: graph::merge::downgrade_d4:a1,transaction_per_migration
-- Running downgrade d4 -> b2, c3

DOWN d4;

INSERT INTO alembic_version (version_num) VALUES ('b2');

UPDATE alembic_version SET version_num='c3' WHERE alembic_version.version_num = 'd4';

-- Running downgrade b2 -> a1

DOWN b2;

DELETE FROM alembic_version WHERE alembic_version.version_num = 'b2';

-- Running downgrade c3 -> a1

DOWN c3;

UPDATE alembic_version SET version_num='a1' WHERE alembic_version.version_num = 'c3';

--- case: graph::merge::stamp_head
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running stamp_revision  -> e5

INSERT INTO alembic_version (version_num) VALUES ('e5');

--- case: graph::merge::stamp_d4:b2
-- Running stamp_revision d4 -> b2

UPDATE alembic_version SET version_num='b2' WHERE alembic_version.version_num = 'd4';

--- case: graph::merge_rev::upgrade_head
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

UP a1;

INSERT INTO alembic_version (version_num) VALUES ('a1');

-- Running upgrade a1 -> b2

UP b2;

UPDATE alembic_version SET version_num='b2' WHERE alembic_version.version_num = 'a1';

-- Running upgrade a1 -> c3

UP c3;

INSERT INTO alembic_version (version_num) VALUES ('c3');

-- Running upgrade c3, b2 -> d4

UP d4;

DELETE FROM alembic_version WHERE alembic_version.version_num = 'c3';

UPDATE alembic_version SET version_num='d4' WHERE alembic_version.version_num = 'b2';

--- case: graph::two_bases::upgrade_left@head
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

UP a1;

INSERT INTO alembic_version (version_num) VALUES ('a1');

-- Running upgrade a1 -> b2

UP b2;

UPDATE alembic_version SET version_num='b2' WHERE alembic_version.version_num = 'a1';

--- case: graph::two_bases::upgrade_y2
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> x1

UP x1;

INSERT INTO alembic_version (version_num) VALUES ('x1');

-- Running upgrade x1 -> y2

UP y2;

UPDATE alembic_version SET version_num='y2' WHERE alembic_version.version_num = 'x1';

--- case: graph::two_bases::downgrade_left@head:left@base
-- Running downgrade b2 -> a1

DOWN b2;

UPDATE alembic_version SET version_num='a1' WHERE alembic_version.version_num = 'b2';

-- Running downgrade a1 -> 

DOWN a1;

DELETE FROM alembic_version WHERE alembic_version.version_num = 'a1';

--- case: graph::two_bases::stamp_heads
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running stamp_revision  -> b2

INSERT INTO alembic_version (version_num) VALUES ('b2');

-- Running stamp_revision  -> y2

INSERT INTO alembic_version (version_num) VALUES ('y2');

--- case: graph::two_bases::upgrade_right@x1
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> x1

UP x1;

INSERT INTO alembic_version (version_num) VALUES ('x1');

--- case: graph::two_bases::upgrade_right@+1
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> x1

UP x1;

INSERT INTO alembic_version (version_num) VALUES ('x1');

--- case: graph::two_bases_merged::upgrade_head
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> x1

UP x1;

INSERT INTO alembic_version (version_num) VALUES ('x1');

-- Running upgrade  -> a1

UP a1;

INSERT INTO alembic_version (version_num) VALUES ('a1');

-- Running upgrade a1, x1 -> m9

UP m9;

DELETE FROM alembic_version WHERE alembic_version.version_num = 'a1';

UPDATE alembic_version SET version_num='m9' WHERE alembic_version.version_num = 'x1';

--- case: graph::two_bases_merged::downgrade_m9:base
-- Running downgrade m9 -> a1, x1

DOWN m9;

INSERT INTO alembic_version (version_num) VALUES ('a1');

UPDATE alembic_version SET version_num='x1' WHERE alembic_version.version_num = 'm9';

-- Running downgrade a1 -> 

DOWN a1;

DELETE FROM alembic_version WHERE alembic_version.version_num = 'a1';

-- Running downgrade x1 -> 

DOWN x1;

DELETE FROM alembic_version WHERE alembic_version.version_num = 'x1';

--- case: graph::two_bases_merged::downgrade_m9:a1
-- Running downgrade m9 -> a1, x1

DOWN m9;

INSERT INTO alembic_version (version_num) VALUES ('a1');

UPDATE alembic_version SET version_num='x1' WHERE alembic_version.version_num = 'm9';

--- case: graph::depends::upgrade_y2
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

UP a1;

INSERT INTO alembic_version (version_num) VALUES ('a1');

-- Running upgrade a1 -> b2

UP b2;

UPDATE alembic_version SET version_num='b2' WHERE alembic_version.version_num = 'a1';

-- Running upgrade  -> x1

UP x1;

INSERT INTO alembic_version (version_num) VALUES ('x1');

-- Running upgrade x1 -> y2

UP y2;

DELETE FROM alembic_version WHERE alembic_version.version_num = 'x1';

UPDATE alembic_version SET version_num='y2' WHERE alembic_version.version_num = 'b2';

--- case: graph::depends::downgrade_z3:x1
-- Running downgrade z3 -> y2

DOWN z3;

UPDATE alembic_version SET version_num='y2' WHERE alembic_version.version_num = 'z3';

-- Running downgrade y2 -> x1

DOWN y2;

INSERT INTO alembic_version (version_num) VALUES ('x1');

UPDATE alembic_version SET version_num='b2' WHERE alembic_version.version_num = 'y2';

--- case: graph::depends::stamp_heads
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running stamp_revision  -> z3

INSERT INTO alembic_version (version_num) VALUES ('z3');

--- case: graph::depends_base::upgrade_heads
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

UP a1;

INSERT INTO alembic_version (version_num) VALUES ('a1');

-- Running upgrade  -> x1

UP x1;

UPDATE alembic_version SET version_num='x1' WHERE alembic_version.version_num = 'a1';

-- Running upgrade x1 -> y2

UP y2;

UPDATE alembic_version SET version_num='y2' WHERE alembic_version.version_num = 'x1';

--- case: graph::depends_inside::upgrade_head
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

UP a1;

INSERT INTO alembic_version (version_num) VALUES ('a1');

-- Running upgrade a1 -> b2

UP b2;

UPDATE alembic_version SET version_num='b2' WHERE alembic_version.version_num = 'a1';

-- Running upgrade a1 -> c3

UP c3;

UPDATE alembic_version SET version_num='c3' WHERE alembic_version.version_num = 'b2';

-- Running upgrade b2, c3 -> d4

UP d4;

UPDATE alembic_version SET version_num='d4' WHERE alembic_version.version_num = 'c3';

--- case: graph::depends_inside::downgrade_d4:base
-- Running downgrade d4 -> b2, c3

DOWN d4;

UPDATE alembic_version SET version_num='c3' WHERE alembic_version.version_num = 'd4';

-- Running downgrade c3 -> a1

DOWN c3;

UPDATE alembic_version SET version_num='b2' WHERE alembic_version.version_num = 'c3';

-- Running downgrade b2 -> a1

DOWN b2;

UPDATE alembic_version SET version_num='a1' WHERE alembic_version.version_num = 'b2';

-- Running downgrade a1 -> 

DOWN a1;

DELETE FROM alembic_version WHERE alembic_version.version_num = 'a1';

--- case: graph::depends_inside::upgrade_c3
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

UP a1;

INSERT INTO alembic_version (version_num) VALUES ('a1');

-- Running upgrade a1 -> b2

UP b2;

UPDATE alembic_version SET version_num='b2' WHERE alembic_version.version_num = 'a1';

-- Running upgrade a1 -> c3

UP c3;

UPDATE alembic_version SET version_num='c3' WHERE alembic_version.version_num = 'b2';

--- case: graph::three_heads::upgrade_head
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

UP a1;

INSERT INTO alembic_version (version_num) VALUES ('a1');

-- Running upgrade a1 -> d4

UP d4;

UPDATE alembic_version SET version_num='d4' WHERE alembic_version.version_num = 'a1';

-- Running upgrade a1 -> c3

UP c3;

INSERT INTO alembic_version (version_num) VALUES ('c3');

-- Running upgrade a1 -> b2

UP b2;

INSERT INTO alembic_version (version_num) VALUES ('b2');

-- Running upgrade b2, c3, d4 -> m5

UP m5;

DELETE FROM alembic_version WHERE alembic_version.version_num = 'b2';

DELETE FROM alembic_version WHERE alembic_version.version_num = 'c3';

UPDATE alembic_version SET version_num='m5' WHERE alembic_version.version_num = 'd4';

--- case: graph::three_heads::upgrade_c3
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

UP a1;

INSERT INTO alembic_version (version_num) VALUES ('a1');

-- Running upgrade a1 -> c3

UP c3;

UPDATE alembic_version SET version_num='c3' WHERE alembic_version.version_num = 'a1';

--- case: graph::diamonds::downgrade_g7:d4
-- Running downgrade g7 -> e5, f6

DOWN g7;

INSERT INTO alembic_version (version_num) VALUES ('e5');

UPDATE alembic_version SET version_num='f6' WHERE alembic_version.version_num = 'g7';

-- Running downgrade e5 -> d4

DOWN e5;

DELETE FROM alembic_version WHERE alembic_version.version_num = 'e5';

-- Running downgrade f6 -> d4

DOWN f6;

UPDATE alembic_version SET version_num='d4' WHERE alembic_version.version_num = 'f6';

--- case: graph::diamonds::upgrade_d4:g7
-- Running upgrade d4 -> f6

UP f6;

UPDATE alembic_version SET version_num='f6' WHERE alembic_version.version_num = 'd4';

-- Running upgrade d4 -> e5

UP e5;

INSERT INTO alembic_version (version_num) VALUES ('e5');

-- Running upgrade e5, f6 -> g7

UP g7;

DELETE FROM alembic_version WHERE alembic_version.version_num = 'e5';

UPDATE alembic_version SET version_num='g7' WHERE alembic_version.version_num = 'f6';

--- case: graph::unequal::downgrade_m1:base
-- Running downgrade m1 -> b4, c2

DOWN m1;

INSERT INTO alembic_version (version_num) VALUES ('c2');

UPDATE alembic_version SET version_num='b4' WHERE alembic_version.version_num = 'm1';

-- Running downgrade b4 -> b3

DOWN b4;

UPDATE alembic_version SET version_num='b3' WHERE alembic_version.version_num = 'b4';

-- Running downgrade b3 -> b2

DOWN b3;

UPDATE alembic_version SET version_num='b2' WHERE alembic_version.version_num = 'b3';

-- Running downgrade b2 -> a1

DOWN b2;

DELETE FROM alembic_version WHERE alembic_version.version_num = 'b2';

-- Running downgrade c2 -> a1

DOWN c2;

UPDATE alembic_version SET version_num='a1' WHERE alembic_version.version_num = 'c2';

-- Running downgrade a1 -> 

DOWN a1;

DELETE FROM alembic_version WHERE alembic_version.version_num = 'a1';

--- case: graph::unequal::downgrade_m1:a1
-- Running downgrade m1 -> b4, c2

DOWN m1;

INSERT INTO alembic_version (version_num) VALUES ('c2');

UPDATE alembic_version SET version_num='b4' WHERE alembic_version.version_num = 'm1';

-- Running downgrade b4 -> b3

DOWN b4;

UPDATE alembic_version SET version_num='b3' WHERE alembic_version.version_num = 'b4';

-- Running downgrade b3 -> b2

DOWN b3;

UPDATE alembic_version SET version_num='b2' WHERE alembic_version.version_num = 'b3';

-- Running downgrade b2 -> a1

DOWN b2;

DELETE FROM alembic_version WHERE alembic_version.version_num = 'b2';

-- Running downgrade c2 -> a1

DOWN c2;

UPDATE alembic_version SET version_num='a1' WHERE alembic_version.version_num = 'c2';

