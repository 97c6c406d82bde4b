using System.Runtime.ExceptionServices;
using Npgsql;

namespace Sovia.Storage;

/// <summary>
/// The libraries that there is work to do for: that of the only account, and every other that has an import, a post, a file, or work that
/// was asked for.
/// </summary>
public sealed class ActiveLibraries(NpgsqlDataSource source)
{
    // Of files there may be many a library, so that the index is asked for the next library's first one.
    private const string Holding = """
        with recursive holding as (
            select min(tenant_id) as id from sovia.mt_doc_filelocation
            union all
            select (select min(tenant_id) from sovia.mt_doc_filelocation where tenant_id > holding.id) from holding where holding.id is not null)
        select id from holding where id is not null
        union select tenant_id from sovia.library_version
        union select tenant_id from sovia.mt_doc_importrun
        union select tenant_id from sovia.mt_doc_requestedwork
        """;

    /// <summary>Their tenant ids, that of the only account first.</summary>
    public async Task<IReadOnlyList<string>> ReadIdsAsync(CancellationToken ct)
    {
        var others = new SortedSet<string>(StringComparer.Ordinal);
        await using var command = source.CreateCommand(Holding);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct)) others.Add(reader.GetString(0));
        others.Remove(CurrentLibrary.DefaultId);
        return [CurrentLibrary.DefaultId, .. others];
    }

    /// <summary>
    /// Works in each in turn. One in which the work fails keeps none of the others from theirs; the fault is thrown at the end.
    /// </summary>
    /// <param name="work">The work.</param>
    /// <param name="ct">Cancels.</param>
    public async Task ForEachAsync(Func<CancellationToken, Task> work, CancellationToken ct)
    {
        var faults = new List<Exception>();
        foreach (var library in await ReadIdsAsync(ct))
            try
            {
                using var entered = CurrentLibrary.Enter(library);
                await work(ct);
            }
            catch (Exception e) when (!ct.IsCancellationRequested)
            {
                faults.Add(e);
            }
        if (faults is [var only]) ExceptionDispatchInfo.Throw(only);
        if (faults.Count > 0) throw new AggregateException(faults);
    }
}
