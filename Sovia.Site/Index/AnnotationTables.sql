-- What users decided, as lists read it: a narrow row for each post that has an annotation and for each family that has such a post, apart from
-- the index rows, so that a click writes a few dozen bytes and no text. Each row bears the age of its index row: lists are sorted by it here too.
-- Likes are what source and user come to together; a row whose like is that of the index row anyway says so.
create table if not exists sovia.post_annotation (
    tenant_id text not null,
    id uuid not null,
    root_id uuid not null,
    age bigint not null,
    by_likes smallint not null,
    likes_differ boolean not null,
    by_rating smallint not null,
    tags text[] not null,
    tag_keys text[] not null,
    notes text not null,
    primary key (id, tenant_id)
);
create table if not exists sovia.family_annotation (like sovia.post_annotation including all);

-- The collections that posts were put into.
alter table sovia.post_annotation add column if not exists collections uuid[] not null default '{}';
alter table sovia.family_annotation add column if not exists collections uuid[] not null default '{}';
drop index if exists sovia.post_annotation_collections, sovia.family_annotation_collections;
create index if not exists post_annotation_collected on sovia.post_annotation using gin (collections) where collections <> '{}';
create index if not exists family_annotation_collected on sovia.family_annotation using gin (collections) where collections <> '{}';

-- What collections are called in searches, derived from their documents.
create table if not exists sovia.collection_name (
    tenant_id text not null,
    id uuid not null,
    name text not null,
    shown text not null,
    primary key (tenant_id, id)
);

-- Where posts stand in collections that are ordered by hand. One that leaves its collection keeps its place, and has it again when it comes back.
create table if not exists sovia.collection_place (
    tenant_id text not null,
    collection uuid not null,
    id uuid not null,
    place double precision not null,
    primary key (tenant_id, collection, id)
);
create index if not exists collection_place_by_place on sovia.collection_place (tenant_id, collection, place, id);

create index if not exists post_annotation_by_root on sovia.post_annotation (root_id);

create index if not exists post_annotation_by_age on sovia.post_annotation (tenant_id, age, id);
create index if not exists post_annotation_by_likes on sovia.post_annotation (tenant_id, by_likes, age, id) where likes_differ;
create index if not exists post_annotation_by_rating on sovia.post_annotation (tenant_id, by_rating, age, id) where by_rating < 5;
create index if not exists post_annotation_tags on sovia.post_annotation using gin (tag_keys);
create index if not exists family_annotation_by_age on sovia.family_annotation (tenant_id, age, id);
create index if not exists family_annotation_by_likes on sovia.family_annotation (tenant_id, by_likes, age, id) where likes_differ;
create index if not exists family_annotation_by_rating on sovia.family_annotation (tenant_id, by_rating, age, id) where by_rating < 5;
create index if not exists family_annotation_tags on sovia.family_annotation using gin (tag_keys);

-- How often a tag occurs decides whether it is looked up or met on the way.
alter table sovia.post_annotation alter column tag_keys set statistics 1000;
alter table sovia.family_annotation alter column tag_keys set statistics 1000;

-- Index rows of what users have hidden (1) or moved to the trash (2), apart from all others: what reads family_index or post_index cannot meet them. A
-- family's row is of what is left of it; what is aside is listed post by post.
create table if not exists sovia.post_aside (like sovia.post_index, shown smallint not null, primary key (id, tenant_id)) with (toast_tuple_target = 8160);
create index if not exists post_aside_by_age on sovia.post_aside (tenant_id, shown, age, id);
create index if not exists post_aside_by_root on sovia.post_aside (root_id);
alter table sovia.post_aside add column if not exists prompt bigint;

-- Columns that were added later stand in another order in each of the tables.
alter table sovia.post_aside add column if not exists names bigint not null default 0, add column if not exists classes integer not null default 0,
    add column if not exists millis bigint not null default 0, add column if not exists bytes bigint not null default 0;

-- For lists that ask for what is aside; 0 is what all lists show.
drop view if exists sovia.every_post;
create view sovia.every_post as
select tenant_id, id, root_id, age, dated, by_kind, by_likes, by_model, by_videos, images, items, safe, month, prompted, models, modes, lexemes, texts,
    prompt, names, classes, millis, bytes, 0::smallint as shown from sovia.post_index
union all
select tenant_id, id, root_id, age, dated, by_kind, by_likes, by_model, by_videos, images, items, safe, month, prompted, models, modes, lexemes, texts,
    prompt, names, classes, millis, bytes, shown from sovia.post_aside;

-- The second version of a library: goes up when annotations change, as library_version does when posts do. A table of its own: a transaction
-- that has changed one row waits for the lock of annotation rows, and one that holds that lock must not wait for the row.
create table if not exists sovia.library_state (
    tenant_id text primary key,
    version bigint not null,
    stamp uuid not null default gen_random_uuid()
);

-- Another value for each state of the library's collections, which change far less often than what users decide about posts.
alter table sovia.library_state add column if not exists collections uuid;

-- The same for preferences and presets, on which no list and no count depends: a library whose version is 0 has decided nothing about posts.
alter table sovia.library_state add column if not exists preferences uuid;

-- The posts of a batch that is done as a job, some at a time: settled when it was asked for, and gone when it has ended.
create table if not exists sovia.batch_part (
    tenant_id text not null,
    batch uuid not null,
    number integer not null,
    posts uuid[] not null,
    primary key (tenant_id, batch, number)
);
alter table sovia.batch_part alter column posts set storage external;
