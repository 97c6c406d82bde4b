-- What each content looks like, made once and kept under its hash, whatever becomes of its file. A hash is null where the picture is too plain to be
-- compared. State 1: it cannot be read, and is tried again some day.
create table if not exists sovia.picture_hash (
    tenant_id text not null,
    content text collate "C" not null,
    first bigint,
    middle bigint,
    last bigint,
    seconds real,
    is_clip boolean not null,
    state smallint not null,
    version smallint not null,
    made_at timestamptz not null,
    primary key (tenant_id, content)
);
create index if not exists picture_hash_failed on sovia.picture_hash (tenant_id, made_at) where state <> 0;

-- Groups of near duplicates that wait for a decision: posts with their contents and distances, the medoid first. Derived, and may be derived again.
create table if not exists sovia.duplicate_group (
    tenant_id text not null,
    id uuid not null,
    distance smallint not null,
    age bigint not null,
    posts uuid[] not null,
    contents text[] not null,
    distances smallint[] not null,
    primary key (tenant_id, id)
);
create index if not exists duplicate_group_in_order on sovia.duplicate_group (tenant_id, distance, age, id);

-- Which clip continues which: the last frame of one is the first of the other. Derived too.
create table if not exists sovia.clip_link (
    tenant_id text not null,
    content text collate "C" not null,
    next text collate "C" not null,
    distance smallint not null,
    primary key (tenant_id, content, next)
);
create index if not exists clip_link_back on sovia.clip_link (tenant_id, next);

-- What was decided about groups, for ever: each decision with the group it was about, and each pair of contents that it settles. A decision whose batch was
-- undone counts as not made.
create table if not exists sovia.duplicate_decision (
    tenant_id text not null,
    batch uuid not null,
    verdict smallint not null,
    decided_at timestamptz not null,
    group_id uuid not null,
    distance smallint not null,
    age bigint not null,
    posts uuid[] not null,
    contents text[] not null,
    distances smallint[] not null,
    primary key (tenant_id, batch)
);
create index if not exists duplicate_decision_of_group on sovia.duplicate_decision (tenant_id, group_id);
create table if not exists sovia.duplicate_pair (
    tenant_id text not null,
    one text collate "C" not null,
    other text collate "C" not null,
    batch uuid not null,
    primary key (tenant_id, one, other, batch)
);
create index if not exists duplicate_pair_other on sovia.duplicate_pair (tenant_id, other);

-- How often hashes have changed, of what the groups were derived last, and what was looked at then.
create table if not exists sovia.duplicate_state (
    tenant_id text primary key,
    hashes bigint not null default 0,
    derived_of text,
    derived_at timestamptz,
    looked_at jsonb
);
