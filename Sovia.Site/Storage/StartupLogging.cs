namespace Sovia.Storage;

/// <summary>
/// Keeps the framework from logging a stack trace for a failed start that <see cref="StartupErrors"/> explains in a sentence.
/// </summary>
internal static class StartupLogging
{
    /// <summary>
    /// Silences the two sources that log it until the site has started. A failure that is not explained still ends the program with its
    /// trace.
    /// </summary>
    /// <returns>What to call once the site has started.</returns>
    public static Action SuppressUntilStarted(this ILoggingBuilder logging)
    {
        var started = false;
        foreach (var source in new[] { "Microsoft.Extensions.Hosting.Internal.Host", "Microsoft.AspNetCore.Server.Kestrel" })
            logging.AddFilter(source, level => level >= LogLevel.Warning && Volatile.Read(ref started));
        return () => Volatile.Write(ref started, true);
    }
}
