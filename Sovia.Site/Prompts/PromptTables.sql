-- One row per prompt, derived from listed posts, their annotations, and ideas. Every sort column is encoded so that ascending order is display order.
create table if not exists sovia.prompt (
    tenant_id text not null,
    key bigint not null,
    text text not null,
    by_text text collate "C" not null,
    by_uses integer not null,
    families integer not null,
    roots integer not null,
    by_recent bigint not null,
    first_age bigint,
    last_age bigint,
    by_likes integer not null,
    by_rating smallint not null,
    covers uuid[] not null,
    models text[] not null,
    modes text[] not null,
    lexemes tsvector not null,
    texts text not null,
    bands bigint[] not null,
    idea_at timestamptz,
    tags text[] not null,
    tag_keys text[] not null,
    primary key (tenant_id, key)
) with (toast_tuple_target = 8160);
alter table sovia.prompt alter column lexemes set storage main;
create index if not exists prompt_by_uses on sovia.prompt (tenant_id, by_uses, by_recent, key);
create index if not exists prompt_by_recent on sovia.prompt (tenant_id, by_recent, key);
create index if not exists prompt_by_text on sovia.prompt (tenant_id, by_text, by_recent, key);
create index if not exists prompt_by_likes on sovia.prompt (tenant_id, by_likes, by_recent, key);
create index if not exists prompt_by_rating on sovia.prompt (tenant_id, by_rating, by_recent, key);
create index if not exists prompt_of_ideas on sovia.prompt (tenant_id, by_recent, key) where idea_at is not null;
create index if not exists prompt_lexemes on sovia.prompt using gin (lexemes);
create index if not exists prompt_bands on sovia.prompt using gin (bands);
alter table sovia.prompt alter column lexemes set statistics 300;
alter table sovia.prompt alter column text set statistics 0;
alter table sovia.prompt alter column texts set statistics 0;

-- Queue of prompts to recompute, by prompt key or by post, with one row per transaction that changed any.
create table if not exists sovia.prompt_note (
    id bigint generated always as identity primary key,
    tenant_id text not null,
    keys bigint[] not null default '{}',
    posts uuid[] not null default '{}'
);
alter table sovia.prompt_note alter column keys set storage external;
create index if not exists prompt_note_of_library on sovia.prompt_note (tenant_id, id);
