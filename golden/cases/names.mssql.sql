--- case: sqlalchemy::reserved_words::access_check
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE t (
    access INTEGER NULL, 
    [add] INTEGER NULL, 
    [all] INTEGER NULL, 
    [alter] INTEGER NULL, 
    analyze INTEGER NULL, 
    [and] INTEGER NULL, 
    [any] INTEGER NULL, 
    array INTEGER NULL, 
    [as] INTEGER NULL, 
    [asc] INTEGER NULL, 
    audit INTEGER NULL, 
    [authorization] INTEGER NULL, 
    [backup] INTEGER NULL, 
    before INTEGER NULL, 
    [begin] INTEGER NULL, 
    [between] INTEGER NULL, 
    both INTEGER NULL, 
    [browse] INTEGER NULL, 
    [bulk] INTEGER NULL, 
    [by] INTEGER NULL, 
    [cascade] INTEGER NULL, 
    [case] INTEGER NULL, 
    cast INTEGER NULL, 
    change INTEGER NULL, 
    [check] INTEGER NULL
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::reserved_words::checkpoint_cursor
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE t (
    [checkpoint] INTEGER NULL, 
    [close] INTEGER NULL, 
    cluster INTEGER NULL, 
    [clustered] INTEGER NULL, 
    [coalesce] INTEGER NULL, 
    [collate] INTEGER NULL, 
    [column] INTEGER NULL, 
    columns INTEGER NULL, 
    comment INTEGER NULL, 
    [commit] INTEGER NULL, 
    compress INTEGER NULL, 
    [compute] INTEGER NULL, 
    condition INTEGER NULL, 
    connect INTEGER NULL, 
    [constraint] INTEGER NULL, 
    [contains] INTEGER NULL, 
    [continue] INTEGER NULL, 
    [convert] INTEGER NULL, 
    [create] INTEGER NULL, 
    [cross] INTEGER NULL, 
    cube INTEGER NULL, 
    cume_dist INTEGER NULL, 
    [current] INTEGER NULL, 
    [current_date] INTEGER NULL, 
    [cursor] INTEGER NULL
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::reserved_words::database_elseif
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE t (
    [database] INTEGER NULL, 
    databases INTEGER NULL, 
    [dbcc] INTEGER NULL, 
    [deallocate] INTEGER NULL, 
    [declare] INTEGER NULL, 
    [default] INTEGER NULL, 
    deferrable INTEGER NULL, 
    delayed INTEGER NULL, 
    [delete] INTEGER NULL, 
    dense_rank INTEGER NULL, 
    [deny] INTEGER NULL, 
    [desc] INTEGER NULL, 
    describe INTEGER NULL, 
    [disk] INTEGER NULL, 
    [distinct] INTEGER NULL, 
    [distributed] INTEGER NULL, 
    div INTEGER NULL, 
    do INTEGER NULL, 
    [double] INTEGER NULL, 
    [drop] INTEGER NULL, 
    dual INTEGER NULL, 
    [dump] INTEGER NULL, 
    each INTEGER NULL, 
    [else] INTEGER NULL, 
    elseif INTEGER NULL
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::reserved_words::from_initially
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE t (
    [from] INTEGER NULL, 
    [full] INTEGER NULL, 
    fulltext INTEGER NULL, 
    [function] INTEGER NULL, 
    generated INTEGER NULL, 
    [goto] INTEGER NULL, 
    [grant] INTEGER NULL, 
    [group] INTEGER NULL, 
    grouping INTEGER NULL, 
    groups INTEGER NULL, 
    [having] INTEGER NULL, 
    high_priority INTEGER NULL, 
    hour_second INTEGER NULL, 
    identified INTEGER NULL, 
    [identity] INTEGER NULL, 
    [if] INTEGER NULL, 
    ignore INTEGER NULL, 
    ilike INTEGER NULL, 
    immediate INTEGER NULL, 
    [in] INTEGER NULL, 
    increment INTEGER NULL, 
    [index] INTEGER NULL, 
    infix INTEGER NULL, 
    initial INTEGER NULL, 
    initially INTEGER NULL
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::reserved_words::inner_like
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE t (
    [inner] INTEGER NULL, 
    inout INTEGER NULL, 
    [insert] INTEGER NULL, 
    instead INTEGER NULL, 
    int INTEGER NULL, 
    [intersect] INTEGER NULL, 
    interval INTEGER NULL, 
    [into] INTEGER NULL, 
    [is] INTEGER NULL, 
    isnull INTEGER NULL, 
    iterate INTEGER NULL, 
    [join] INTEGER NULL, 
    json_table INTEGER NULL, 
    [key] INTEGER NULL, 
    keys INTEGER NULL, 
    [kill] INTEGER NULL, 
    lag INTEGER NULL, 
    last_value INTEGER NULL, 
    lateral INTEGER NULL, 
    lead INTEGER NULL, 
    leading INTEGER NULL, 
    leave INTEGER NULL, 
    [left] INTEGER NULL, 
    level INTEGER NULL, 
    [like] INTEGER NULL
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::reserved_words::limit_noaudit
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE t (
    limit INTEGER NULL, 
    linear INTEGER NULL, 
    [lineno] INTEGER NULL, 
    lines INTEGER NULL, 
    [load] INTEGER NULL, 
    localtime INTEGER NULL, 
    lock INTEGER NULL, 
    long INTEGER NULL, 
    longblob INTEGER NULL, 
    loop INTEGER NULL, 
    low_priority INTEGER NULL, 
    manual INTEGER NULL, 
    master_bind INTEGER NULL, 
    match INTEGER NULL, 
    maxextents INTEGER NULL, 
    maxvalue INTEGER NULL, 
    mediumint INTEGER NULL, 
    [merge] INTEGER NULL, 
    minus INTEGER NULL, 
    mod INTEGER NULL, 
    mode INTEGER NULL, 
    modifies INTEGER NULL, 
    natural INTEGER NULL, 
    new INTEGER NULL, 
    noaudit INTEGER NULL
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::reserved_words::nocheck_outer
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE t (
    [nocheck] INTEGER NULL, 
    nocompress INTEGER NULL, 
    nologging INTEGER NULL, 
    [not] INTEGER NULL, 
    notnull INTEGER NULL, 
    nowait INTEGER NULL, 
    nth_value INTEGER NULL, 
    ntile INTEGER NULL, 
    [null] INTEGER NULL, 
    number INTEGER NULL, 
    numeric INTEGER NULL, 
    [of] INTEGER NULL, 
    [off] INTEGER NULL, 
    offline INTEGER NULL, 
    offset INTEGER NULL, 
    [on] INTEGER NULL, 
    online INTEGER NULL, 
    only INTEGER NULL, 
    [open] INTEGER NULL, 
    optimize INTEGER NULL, 
    [option] INTEGER NULL, 
    [or] INTEGER NULL, 
    [order] INTEGER NULL, 
    out INTEGER NULL, 
    [outer] INTEGER NULL
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::reserved_words::outfile_reconfigure
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE t (
    outfile INTEGER NULL, 
    [over] INTEGER NULL, 
    overlaps INTEGER NULL, 
    partition INTEGER NULL, 
    [percent] INTEGER NULL, 
    [pivot] INTEGER NULL, 
    placing INTEGER NULL, 
    [plan] INTEGER NULL, 
    [precision] INTEGER NULL, 
    prefix INTEGER NULL, 
    [primary] INTEGER NULL, 
    prior INTEGER NULL, 
    [proc] INTEGER NULL, 
    [procedure] INTEGER NULL, 
    [public] INTEGER NULL, 
    purge INTEGER NULL, 
    raise INTEGER NULL, 
    [raiserror] INTEGER NULL, 
    range INTEGER NULL, 
    rank INTEGER NULL, 
    raw INTEGER NULL, 
    [read] INTEGER NULL, 
    reads INTEGER NULL, 
    real INTEGER NULL, 
    [reconfigure] INTEGER NULL
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::reserved_words::password_body
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE t (
    password INTEGER NULL, 
    role INTEGER NULL, 
    state INTEGER NULL, 
    count INTEGER NULL, 
    position INTEGER NULL, 
    description INTEGER NULL, 
    url INTEGER NULL, 
    version INTEGER NULL, 
    email INTEGER NULL, 
    title INTEGER NULL, 
    body INTEGER NULL
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::long_names::auto_index
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE a_rather_long_table_name_for_a_table_indeed_it_is_long (
    some_long_column_name_number_one_and_more INTEGER NULL
);

GO

CREATE INDEX ix_a_rather_long_table_name_for_a_table_indeed_it_is_long_some_long_column_name_number_one_and_more ON a_rather_long_table_name_for_a_table_indeed_it_is_long (some_long_column_name_number_one_and_more);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::long_names::too_long_given
--- error: IdentifierError: Identifier 'ix_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx' exceeds maximum length of 128 characters
--- case: sqlalchemy::long_names::too_long_64
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

ALTER TABLE t ADD CONSTRAINT uq_yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy UNIQUE (a);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

--- case: sqlalchemy::long_names::long_table
BEGIN TRANSACTION;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

GO

-- Running upgrade  -> a1

CREATE TABLE tttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttt (
    cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc INTEGER NULL
);

GO

INSERT INTO alembic_version (version_num) OUTPUT inserted.version_num VALUES ('a1');

GO

COMMIT;

GO

