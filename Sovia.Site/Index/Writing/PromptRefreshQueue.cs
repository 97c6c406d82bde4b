using Npgsql;
using NpgsqlTypes;

namespace Sovia.Index.Writing;

/// <summary>
/// Notes which prompts are to be worked out again, in the transaction of what changed. Only added to: a transaction waits for no other, and
/// whoever works prompts out takes away what it has read.
/// </summary>
public static class PromptRefreshQueue
{
    /// <summary>The beginning of a statement that notes the column <c>prompt</c> of rows of the tenant <c>$1</c>.</summary>
    internal const string InsertSql = "insert into sovia.prompt_note (tenant_id, keys) select $1, array_agg(distinct prompt)";

    /// <summary>Notes prompts by their keys.</summary>
    public static NpgsqlBatchCommand CreateEnqueueCommand(string tenant, long[] keys) =>
        new("insert into sovia.prompt_note (tenant_id, keys) values ($1, $2)")
        {
            Parameters = { new() { Value = tenant }, new() { Value = keys, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint } },
        };

    /// <summary>Notes the prompts of some posts.</summary>
    public static NpgsqlBatchCommand CreateEnqueuePostsCommand(string tenant, Guid[] posts) =>
        new("insert into sovia.prompt_note (tenant_id, posts) values ($1, $2)")
        {
            Parameters = { new() { Value = tenant }, new() { Value = posts, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid } },
        };
}
