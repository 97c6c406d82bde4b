-- Perceptual hashes by content hash, computed once and kept even if the file is removed. A hash is null if the picture is too plain to be compared.
-- State 1: the file cannot be decoded and is retried after a day.
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

-- Groups of near duplicates without a decision: posts with their contents and distances, medoid first. Derived data that can be rebuilt.
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

-- Links from a clip to a clip that continues it: the last frame of one is the first frame of the other. Derived data that can be rebuilt.
create table if not exists sovia.clip_link (
    tenant_id text not null,
    content text collate "C" not null,
    next text collate "C" not null,
    distance smallint not null,
    primary key (tenant_id, content, next)
);
create index if not exists clip_link_back on sovia.clip_link (tenant_id, next);

-- Permanent decisions: each with its group and the pairs of contents that it covers. A decision whose batch is undone has no effect.
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

-- The number of changes of hashes, the inputs from which the groups were last derived, and the counts of that derivation.
create table if not exists sovia.duplicate_state (
    tenant_id text primary key,
    hashes bigint not null default 0,
    derived_of text,
    derived_at timestamptz,
    looked_at jsonb
);
