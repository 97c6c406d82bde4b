using Npgsql;
using Sovia.Jobs;

namespace Sovia.Query.Lists;

/// <summary>Limits how long a search may run in the database. Lists without a search are not limited.</summary>
internal static class SearchTimeout
{
    private const int TimeoutSeconds = 2;

    /// <summary>Runs a command for a list, and cancels it if it is a search that takes too long.</summary>
    public static async Task<T> RunAsync<T>(ResolvedQuery list, NpgsqlCommand command, Func<NpgsqlCommand, Task<T>> run)
    {
        if (list.IsUnfiltered) return await run(command);
        command.CommandTimeout = TimeoutSeconds;
        try
        {
            return await run(command);
        }
        catch (NpgsqlException e) when (e.InnerException is TimeoutException && !DatabaseErrorClassifier.IsPoolExhausted(e))
        {
            throw new SearchTimeoutException(e);
        }
    }
}
