using Npgsql;
using Sovia.Jobs;
using Sovia.Query.Lists;

namespace Sovia.Prompts;

/// <summary>Limits the time that a prompt search may keep the database busy.</summary>
internal static class PromptSearchTimeout
{
    private const int Seconds = 2;

    /// <summary>Runs a command, and cancels it if it is a search that exceeds the time-out.</summary>
    public static async Task<T> RunAsync<T>(PromptQuery query, NpgsqlCommand command, Func<NpgsqlCommand, Task<T>> run)
    {
        if (query.Term is not null) command.CommandTimeout = Seconds;
        try
        {
            return await run(command);
        }
        catch (NpgsqlException e) when (query.Term is not null && e.InnerException is TimeoutException
            && !DatabaseErrorClassifier.IsPoolExhausted(e))
        {
            throw new SearchTimeoutException(e);
        }
    }
}
