using System.Runtime.ExceptionServices;
using Npgsql;

namespace Sovia.Storage;

/// <summary>
/// Lists the libraries that background work has to visit: the default library, and every other one with an import, a post, a media file
/// or requested work.
/// </summary>
public sealed class ActiveLibraries(NpgsqlDataSource source)
{
    // A library can have many file locations, so the recursion skips along the index from one tenant to the next.
    private const string ActiveIdsSql = """
        with recursive holding as (
            select min(tenant_id) as id from sovia.mt_doc_filelocation
            union all
            select (select min(tenant_id) from sovia.mt_doc_filelocation where tenant_id > holding.id) from holding where holding.id is not null)
        select id from holding where id is not null
        union select tenant_id from sovia.library_version
        union select tenant_id from sovia.mt_doc_importrun
        union select tenant_id from sovia.mt_doc_requestedwork
        """;

    /// <summary>Returns the tenant ids, the default library first.</summary>
    public async Task<IReadOnlyList<string>> ReadIdsAsync(CancellationToken ct)
    {
        var others = new SortedSet<string>(StringComparer.Ordinal);
        await using var command = source.CreateCommand(ActiveIdsSql);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct)) others.Add(reader.GetString(0));
        others.Remove(CurrentLibrary.DefaultId);
        return [CurrentLibrary.DefaultId, .. others];
    }

    /// <summary>
    /// Runs the work in each library in turn. A failure in one library does not stop the others; failures are thrown at the end.
    /// </summary>
    /// <param name="work">The work, run with the library as <see cref="CurrentLibrary"/>.</param>
    /// <param name="ct">Cancels.</param>
    public async Task ForEachAsync(Func<CancellationToken, Task> work, CancellationToken ct)
    {
        var failures = new List<Exception>();
        foreach (var library in await ReadIdsAsync(ct))
            try
            {
                using var scope = CurrentLibrary.Enter(library);
                await work(ct);
            }
            catch (Exception e) when (!ct.IsCancellationRequested)
            {
                failures.Add(e);
            }
        if (failures is [var failure]) ExceptionDispatchInfo.Throw(failure);
        if (failures.Count > 0) throw new AggregateException(failures);
    }
}
