-- What a table made for nothing but these questions would look like. It knows no site, so the floor stays where it is
-- while the site's own tables change.
drop schema if exists bench cascade;
create schema bench;
set maintenance_work_mem = '512MB';

create unlogged table bench.family as
select f.id, f.sort_at, f.data, f.data ->> 'model' as model, f.data ->> 'coverKind' as kind, (f.data ->> 'videos')::int as videos,
  coalesce((f.data ->> 'liked')::bool, false) as liked, hashtext(f.id::text) as shuffle
from sovia.mt_doc_family f;
create index on bench.family (sort_at, id);
create index on bench.family (model, sort_at, id);
create index on bench.family (kind, sort_at, id);
create index on bench.family (videos, sort_at, id);
create index on bench.family (liked, sort_at, id);
create index on bench.family (shuffle, id);
create index on bench.family (id);

-- One row a family and fact, so that each single filter is one index read from its end.
create unlogged table bench.fact as
select 'model=' || value as fact, f.sort_at, f.id from sovia.mt_doc_family f, jsonb_array_elements_text(f.data -> 'models') as value
union all select 'mode=' || value, f.sort_at, f.id from sovia.mt_doc_family f, jsonb_array_elements_text(f.data -> 'modes') as value
union all select 'type=image', f.sort_at, f.id from sovia.mt_doc_family f where (f.data ->> 'images')::int > 0
union all select 'type=video', f.sort_at, f.id from sovia.mt_doc_family f where (f.data ->> 'videos')::int > 0
union all select 'cover=' || lower(f.data ->> 'coverKind'), f.sort_at, f.id from sovia.mt_doc_family f where f.data ->> 'coverKind' is not null
union all select 'liked=' || (f.data ->> 'liked'), f.sort_at, f.id from sovia.mt_doc_family f where f.data ->> 'liked' is not null;
create index on bench.fact (fact, sort_at, id);

create unlogged table bench.words as
select f.id, f.sort_at, to_tsvector('simple', left(string_agg(concat_ws(' ', p.data ->> 'prompt', p.data ->> 'originalPrompt'), ' '), 200000)) as words
from sovia.mt_doc_post p join sovia.mt_doc_family f on f.id = (p.data ->> 'rootId')::uuid group by 1, 2;
create index on bench.words using gin (words);
create index on bench.words (sort_at, id);
create index on bench.words (id);

create unlogged table bench.post as
select p.id, (p.data ->> 'rootId')::uuid as root, (p.data ->> 'createdAt')::timestamptz as created_at, p.data - 'raw' as data
from sovia.mt_doc_post p;
create index on bench.post (created_at, id);
create index on bench.post (root);
create index on bench.post (id);

vacuum analyze;
checkpoint;
