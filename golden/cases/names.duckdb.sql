--- case: sqlalchemy::reserved_words::access_check
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE t (
    access INTEGER, 
    add INTEGER, 
    "all" INTEGER, 
    alter INTEGER, 
    "analyze" INTEGER, 
    "and" INTEGER, 
    "any" INTEGER, 
    "array" INTEGER, 
    "as" INTEGER, 
    "asc" INTEGER, 
    audit INTEGER, 
    "authorization" INTEGER, 
    backup INTEGER, 
    before INTEGER, 
    begin INTEGER, 
    "between" INTEGER, 
    "both" INTEGER, 
    browse INTEGER, 
    bulk INTEGER, 
    by INTEGER, 
    cascade INTEGER, 
    "case" INTEGER, 
    "cast" INTEGER, 
    change INTEGER, 
    "check" INTEGER
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::reserved_words::checkpoint_cursor
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE t (
    checkpoint INTEGER, 
    close INTEGER, 
    cluster INTEGER, 
    clustered INTEGER, 
    coalesce INTEGER, 
    "collate" INTEGER, 
    "column" INTEGER, 
    columns INTEGER, 
    comment INTEGER, 
    commit INTEGER, 
    compress INTEGER, 
    compute INTEGER, 
    condition INTEGER, 
    connect INTEGER, 
    "constraint" INTEGER, 
    contains INTEGER, 
    continue INTEGER, 
    convert INTEGER, 
    "create" INTEGER, 
    "cross" INTEGER, 
    cube INTEGER, 
    cume_dist INTEGER, 
    current INTEGER, 
    "current_date" INTEGER, 
    cursor INTEGER
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::reserved_words::database_elseif
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE t (
    database INTEGER, 
    databases INTEGER, 
    dbcc INTEGER, 
    deallocate INTEGER, 
    declare INTEGER, 
    "default" INTEGER, 
    "deferrable" INTEGER, 
    delayed INTEGER, 
    delete INTEGER, 
    dense_rank INTEGER, 
    deny INTEGER, 
    "desc" INTEGER, 
    "describe" INTEGER, 
    disk INTEGER, 
    "distinct" INTEGER, 
    distributed INTEGER, 
    div INTEGER, 
    "do" INTEGER, 
    double INTEGER, 
    drop INTEGER, 
    dual INTEGER, 
    dump INTEGER, 
    each INTEGER, 
    "else" INTEGER, 
    elseif INTEGER
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::reserved_words::from_initially
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE t (
    "from" INTEGER, 
    "full" INTEGER, 
    fulltext INTEGER, 
    function INTEGER, 
    generated INTEGER, 
    goto INTEGER, 
    "grant" INTEGER, 
    "group" INTEGER, 
    grouping INTEGER, 
    groups INTEGER, 
    "having" INTEGER, 
    high_priority INTEGER, 
    hour_second INTEGER, 
    identified INTEGER, 
    identity INTEGER, 
    if INTEGER, 
    ignore INTEGER, 
    "ilike" INTEGER, 
    immediate INTEGER, 
    "in" INTEGER, 
    increment INTEGER, 
    index INTEGER, 
    infix INTEGER, 
    initial INTEGER, 
    "initially" INTEGER
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::reserved_words::inner_like
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE t (
    "inner" INTEGER, 
    inout INTEGER, 
    insert INTEGER, 
    instead INTEGER, 
    int INTEGER, 
    "intersect" INTEGER, 
    interval INTEGER, 
    "into" INTEGER, 
    "is" INTEGER, 
    "isnull" INTEGER, 
    iterate INTEGER, 
    "join" INTEGER, 
    json_table INTEGER, 
    key INTEGER, 
    keys INTEGER, 
    kill INTEGER, 
    lag INTEGER, 
    last_value INTEGER, 
    "lateral" INTEGER, 
    lead INTEGER, 
    "leading" INTEGER, 
    leave INTEGER, 
    "left" INTEGER, 
    level INTEGER, 
    "like" INTEGER
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::reserved_words::limit_noaudit
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE t (
    "limit" INTEGER, 
    linear INTEGER, 
    lineno INTEGER, 
    lines INTEGER, 
    load INTEGER, 
    "localtime" INTEGER, 
    lock INTEGER, 
    long INTEGER, 
    longblob INTEGER, 
    loop INTEGER, 
    low_priority INTEGER, 
    manual INTEGER, 
    master_bind INTEGER, 
    match INTEGER, 
    maxextents INTEGER, 
    maxvalue INTEGER, 
    mediumint INTEGER, 
    merge INTEGER, 
    minus INTEGER, 
    mod INTEGER, 
    mode INTEGER, 
    modifies INTEGER, 
    "natural" INTEGER, 
    "new" INTEGER, 
    noaudit INTEGER
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::reserved_words::nocheck_outer
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE t (
    nocheck INTEGER, 
    nocompress INTEGER, 
    nologging INTEGER, 
    "not" INTEGER, 
    "notnull" INTEGER, 
    nowait INTEGER, 
    nth_value INTEGER, 
    ntile INTEGER, 
    "null" INTEGER, 
    number INTEGER, 
    numeric INTEGER, 
    "of" INTEGER, 
    "off" INTEGER, 
    offline INTEGER, 
    "offset" INTEGER, 
    "on" INTEGER, 
    online INTEGER, 
    "only" INTEGER, 
    open INTEGER, 
    optimize INTEGER, 
    option INTEGER, 
    "or" INTEGER, 
    "order" INTEGER, 
    out INTEGER, 
    "outer" INTEGER
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::reserved_words::outfile_reconfigure
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE t (
    outfile INTEGER, 
    "over" INTEGER, 
    "overlaps" INTEGER, 
    partition INTEGER, 
    percent INTEGER, 
    "pivot" INTEGER, 
    "placing" INTEGER, 
    plan INTEGER, 
    precision INTEGER, 
    prefix INTEGER, 
    "primary" INTEGER, 
    prior INTEGER, 
    proc INTEGER, 
    procedure INTEGER, 
    public INTEGER, 
    purge INTEGER, 
    raise INTEGER, 
    raiserror INTEGER, 
    range INTEGER, 
    rank INTEGER, 
    raw INTEGER, 
    read INTEGER, 
    reads INTEGER, 
    real INTEGER, 
    reconfigure INTEGER
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::reserved_words::password_body
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE t (
    password INTEGER, 
    role INTEGER, 
    state INTEGER, 
    count INTEGER, 
    position INTEGER, 
    description INTEGER, 
    url INTEGER, 
    version INTEGER, 
    email INTEGER, 
    title INTEGER, 
    body INTEGER
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::long_names::auto_index
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE a_rather_long_table_name_for_a_table_indeed_it_is_long (
    some_long_column_name_number_one_and_more INTEGER
);

CREATE INDEX ix_a_rather_long_table_name_for_a_table_indeed_it_is_lo_b36f ON a_rather_long_table_name_for_a_table_indeed_it_is_long (some_long_column_name_number_one_and_more);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

--- case: sqlalchemy::long_names::too_long_given
--- error: IdentifierError: Identifier 'ix_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx' exceeds maximum length of 63 characters
--- case: sqlalchemy::long_names::too_long_64
--- error: IdentifierError: Identifier 'uq_yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy' exceeds maximum length of 63 characters
--- case: sqlalchemy::long_names::long_table
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE tttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttt (
    cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc INTEGER
);

INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num;

