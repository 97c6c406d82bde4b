using Npgsql;
using NpgsqlTypes;

namespace Sovia.Index.Writing;

/// <summary>
/// Queues prompts to be recomputed, in the transaction of the change. Rows are only inserted, so that no transaction waits for another; the
/// reader deletes the rows that it has read.
/// </summary>
public static class PromptRefreshQueue
{
    /// <summary>The start of a statement that queues the column <c>prompt</c> of rows of the tenant <c>$1</c>.</summary>
    internal const string InsertSql = "insert into sovia.prompt_note (tenant_id, keys) select $1, array_agg(distinct prompt)";

    /// <summary>Returns a command that queues prompts by key.</summary>
    public static NpgsqlBatchCommand CreateEnqueueCommand(string tenant, long[] keys) =>
        new("insert into sovia.prompt_note (tenant_id, keys) values ($1, $2)")
        {
            Parameters = { new() { Value = tenant }, new() { Value = keys, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint } },
        };

    /// <summary>Returns a command that queues the prompts of some posts.</summary>
    public static NpgsqlBatchCommand CreateEnqueuePostsCommand(string tenant, Guid[] posts) =>
        new("insert into sovia.prompt_note (tenant_id, posts) values ($1, $2)")
        {
            Parameters = { new() { Value = tenant }, new() { Value = posts, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid } },
        };
}
