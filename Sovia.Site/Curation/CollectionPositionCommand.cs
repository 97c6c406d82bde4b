using Npgsql;
using NpgsqlTypes;

namespace Sovia.Curation;

/// <summary>Appends posts to the end of manually ordered collections to which they are added.</summary>
internal static class CollectionPositionCommand
{
    // Posts added together are appended in list order. A post that was once in the collection returns to its former position.
    private const string Sql = """
        insert into sovia.collection_place (tenant_id, collection, id, place)
        select $1, one.collection, one.id, coalesce((select max(p.place) from sovia.collection_place p
            where p.tenant_id = $1 and p.collection = one.collection), 0) + 1024.0 * row_number() over (partition by one.collection order by a.age, a.id)
        from unnest($2, $3) as one (collection, id)
        join sovia.post_annotation a on a.tenant_id = $1 and a.id = one.id
        where exists (select from sovia.mt_doc_collection c where c.tenant_id = $1 and c.id = one.collection and (c.data->>'ordered')::boolean)
        on conflict (tenant_id, collection, id) do nothing
        """;

    /// <summary>
    /// Returns the command, to be executed after the annotation rows are written; null if no post was added to a collection.
    /// </summary>
    /// <param name="tenant">The library's tenant.</param>
    /// <param name="annotations">The new annotations.</param>
    /// <param name="find">Returns the annotation of a post before the change.</param>
    public static NpgsqlBatchCommand? CreateAppendCommand(string tenant, IEnumerable<Annotation> annotations, Func<Guid, Annotation> find)
    {
        var added = annotations.Where(after => after.Collections is not null)
            .SelectMany(after => after.Collections!.Except(find(after.Id).Collections ?? []).Select(id => (Collection: id, Post: after.Id)))
            .ToList();
        return added.Count == 0 ? null : new(Sql)
        {
            Parameters =
            {
                new() { Value = tenant },
                new() { Value = added.Select(item => item.Collection).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid },
                new() { Value = added.Select(item => item.Post).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid },
            },
        };
    }
}
