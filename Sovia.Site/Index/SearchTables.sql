-- What lists are filtered, searched and sorted by: a row a family and a row a post, derived from the documents and written
-- in their transaction. Apart from them, because a search text on a card would push it out of line. Every sort reads one of
-- the indexes upwards: what comes first has the smallest key, and age is microseconds before 1970. Where the id alone tells
-- a row's place it stands before the tenant, which would be compared first at each step down.
create table if not exists sovia.family_index (
    tenant_id text not null,
    id uuid not null,
    root_id uuid not null,
    age bigint not null,
    dated boolean not null,
    by_kind smallint not null,
    by_likes smallint not null,
    by_model text collate "C" not null,
    by_videos integer not null,
    images integer not null,
    items integer not null,
    safe integer not null,
    month integer not null,
    prompted boolean not null,
    models text[] not null,
    modes text[] not null,
    lexemes tsvector not null,
    texts text not null,
    primary key (id, tenant_id)
) with (toast_tuple_target = 8160);
create table if not exists sovia.post_index (like sovia.family_index including all) with (toast_tuple_target = 8160);

create index if not exists family_index_by_age on sovia.family_index (tenant_id, age, id);
create index if not exists family_index_by_kind on sovia.family_index (tenant_id, by_kind, age, id);
create index if not exists family_index_by_likes on sovia.family_index (tenant_id, by_likes, age, id);
create index if not exists family_index_by_model on sovia.family_index (tenant_id, by_model, age, id);
create index if not exists family_index_by_videos on sovia.family_index (tenant_id, by_videos, age, id);
-- Families with any video, with any image and without one, each by date; those without a video are together in the index above. A family
-- is in two of them at the most. Without them a kind that is rare in a library would be looked for from the newest family on.
create index if not exists family_index_with_videos on sovia.family_index (tenant_id, age, id) where by_videos < 0;
create index if not exists family_index_with_images on sovia.family_index (tenant_id, age, id) where images > 0;
create index if not exists family_index_without_images on sovia.family_index (tenant_id, age, id) where images = 0;
-- What is put in waits in a list until there is enough to sort it in at once; a long list makes imports fast, and whoever has
-- written many rows has it emptied.
create index if not exists family_index_lexemes on sovia.family_index using gin (lexemes) with (gin_pending_list_limit = 32768);

-- The key of a post's prompt. By a number alone: it costs an import least.
alter table sovia.post_index add column if not exists prompt bigint;
create index if not exists post_index_by_prompt on sovia.post_index (prompt) where prompt is not null;

create index if not exists post_index_by_root on sovia.post_index (root_id);
create index if not exists post_index_by_age on sovia.post_index (tenant_id, age, id);
create index if not exists post_index_by_kind on sovia.post_index (tenant_id, by_kind, age, id);
create index if not exists post_index_by_likes on sovia.post_index (tenant_id, by_likes, age, id);
create index if not exists post_index_by_model on sovia.post_index (tenant_id, by_model, age, id);
-- Posts have no index of lexemes: what a post holds its family holds too, so their words lead to families and from there to posts.
-- It would be the dearest part of writing one. Earlier versions had it.
drop index if exists sovia.post_index_lexemes;

-- The prompts go out of line first; the lexemes stay with the row.
alter table sovia.family_index alter column lexemes set storage main;
alter table sovia.post_index alter column lexemes set storage main;

-- Made beside a key that begins with the id; nobody reads a whole library in the order in which it was written.
drop index if exists sovia.mt_doc_post_idx_tenant_id, sovia.mt_doc_family_idx_tenant_id;

-- Packing takes a third of the time so, where the server was built with it.
do $$ begin
    alter table sovia.mt_doc_post alter column data set compression lz4;
    alter table sovia.mt_doc_family alter column data set compression lz4;
    alter table sovia.family_index alter column texts set compression lz4;
    alter table sovia.family_index alter column lexemes set compression lz4;
    alter table sovia.post_index alter column texts set compression lz4;
    alter table sovia.post_index alter column lexemes set compression lz4;
exception when others then null;
end $$;

-- Nobody looks for what is in them, and sampling them would be most of taking the statistics.
alter table sovia.mt_doc_post alter column data set statistics 0;
alter table sovia.mt_doc_family alter column data set statistics 0;
alter table sovia.family_index alter column texts set statistics 0;
alter table sovia.post_index alter column texts set statistics 0;
alter table sovia.post_index alter column lexemes set statistics 0;

-- What figures are told from: the classes of sizes and lengths as bits (MediaClasses), the length of videos in milliseconds, the bytes of files that are
-- here, and which set of names (models, modes, hosts of addresses) a row has: of those there are few, and a number is told apart faster than names.
alter table sovia.family_index add column if not exists names bigint not null default 0, add column if not exists classes integer not null default 0,
    add column if not exists millis bigint not null default 0, add column if not exists bytes bigint not null default 0;
alter table sovia.post_index add column if not exists names bigint not null default 0, add column if not exists classes integer not null default 0,
    add column if not exists millis bigint not null default 0, add column if not exists bytes bigint not null default 0;
create table if not exists sovia.name_set (
    tenant_id text not null,
    id bigint not null,
    models text[] not null,
    modes text[] not null,
    hosts text[] not null,
    primary key (tenant_id, id)
);

-- Figures look at every row and need none of its words, which are nine tenths of it.
create index if not exists family_index_figures on sovia.family_index (tenant_id)
    include (id, age, dated, by_kind, by_likes, by_videos, images, items, safe, month, prompted, names, classes, millis, bytes);
create index if not exists post_index_figures on sovia.post_index (tenant_id)
    include (id, age, dated, by_kind, by_likes, by_videos, images, items, safe, month, prompted, names, classes, millis, bytes);

-- Of a lexeme that is not among the commonest the planner believes that half as many rows have it as of the last of those. Where few are
-- known, it takes a rare word of a large library for so common that it looks for it from the newest row on: 800 ms among a million families.
alter table sovia.family_index alter column lexemes set statistics 300;

-- Goes up with every transaction that changes a family. What is kept under an older number is out of date.
create table if not exists sovia.library_version (
    tenant_id text primary key,
    version bigint not null,
    families integer not null,
    posts integer not null,
    format integer not null
);
-- How far rows of an older form have been derived again, and into which form: up to this family. Null where nothing is under way.
alter table sovia.library_version add column if not exists deriving integer, add column if not exists derived uuid;
-- New with every version, for the keys of caches, which outlive a database and may be shared: another library, or one that was restored
-- from a copy or lost its last commits in a crash, comes to the same number with other contents.
alter table sovia.library_version add column if not exists stamp uuid not null default gen_random_uuid();
-- A library from before there were these tables: its rows are still to be derived.
insert into sovia.library_version (tenant_id, version, families, posts, format)
select distinct tenant_id, 0, 0, 0, 0 from sovia.mt_doc_post on conflict do nothing;

-- A program with another script may take the same question for another one, so that what is kept of answers is out of date.
update sovia.library_version set version = version + 1, stamp = gen_random_uuid();
select pg_notify('sovia_library', tenant_id) from sovia.library_version;

-- Which families each of the last versions changed, for what follows a library by its changes. Null where any may have changed, and nothing of a version that
-- was not counted up by a change.
create table if not exists sovia.family_change (
    tenant_id text not null,
    version bigint not null,
    stamp uuid not null,
    roots uuid[],
    primary key (tenant_id, version)
);
alter table sovia.family_change alter column roots set storage external;

-- Which posts an import run brought or changed.
create table if not exists sovia.run_post (
    tenant_id text not null,
    run_id uuid not null,
    post_id uuid not null,
    primary key (run_id, post_id, tenant_id)
);
-- Of earlier versions: nobody asks which runs brought a post, and keys began with the tenant.
drop index if exists sovia.run_post_by_post;
do $$ begin
    if pg_get_indexdef('sovia.post_index_pkey'::regclass) like '%(tenant_id%' then
        alter table sovia.family_index drop constraint family_index_pkey, add primary key (id, tenant_id);
        alter table sovia.post_index drop constraint post_index_pkey, add primary key (id, tenant_id);
        drop index sovia.post_index_by_root;
        create index post_index_by_root on sovia.post_index (root_id);
        alter table sovia.run_post drop constraint run_post_pkey, add primary key (run_id, post_id, tenant_id);
    end if;
end $$;

-- Which words occur in how many families, for what is misspelt and for completing.
create table if not exists sovia.library_word (
    tenant_id text not null,
    word text collate "C" not null,
    rows integer not null,
    primary key (tenant_id, word)
) with (fillfactor = 70);
create index if not exists library_word_by_length on sovia.library_word (tenant_id, length(word));

-- Changes of many words that are not in those counts yet, a row a transaction.
create table if not exists sovia.library_word_change (
    id bigint generated always as identity primary key,
    tenant_id text not null,
    words text[] not null,
    rows integer[] not null
);
alter table sovia.library_word_change alter column words set storage external;
alter table sovia.library_word_change alter column rows set storage external;

-- Which statements an import run brought, known ones among them: a row a batch, with the post, the mark and the time of each.
-- Ids and marks do not pack, so nobody tries.
create table if not exists sovia.run_statement (
    batch bigint generated always as identity primary key,
    tenant_id text not null,
    run_id uuid not null,
    posts uuid[] not null,
    marks bigint[] not null,
    seen bigint[] not null
);
alter table sovia.run_statement alter column posts set storage external;
alter table sovia.run_statement alter column marks set storage external;
create index if not exists run_statement_by_run on sovia.run_statement (tenant_id, run_id);
