namespace Sovia.Storage;

/// <summary>
/// Suppresses the framework's stack traces for a failed start that <see cref="StartupErrors"/> explains in a sentence.
/// </summary>
internal static class StartupLogFilter
{
    /// <summary>
    /// Suppresses the two log sources that report a failed start until the site has started. An unexplained failure still ends the program
    /// with its stack trace.
    /// </summary>
    /// <returns>An action to call once the site has started.</returns>
    public static Action SuppressUntilStarted(this ILoggingBuilder logging)
    {
        var isStarted = false;
        foreach (var source in new[] { "Microsoft.Extensions.Hosting.Internal.Host", "Microsoft.AspNetCore.Server.Kestrel" })
            logging.AddFilter(source, level => level >= LogLevel.Warning && Volatile.Read(ref isStarted));
        return () => Volatile.Write(ref isStarted, true);
    }
}
