using System.Collections.Concurrent;
using System.Threading.Channels;
using Sovia.Storage;

namespace Sovia.MediaFiles;

/// <summary>
/// Long work on a library that somebody starts with a button, one at a time, and whose progress anybody of that library can see. A second press while it
/// runs asks for nothing more.
/// </summary>
/// <typeparam name="TReport">What it has met so far, and at its end.</typeparam>
public abstract partial class OnRequest<TReport>(ILogger logger) : BackgroundService where TReport : class
{
    private readonly Channel<string> asked = Channel.CreateUnbounded<string>();
    private readonly ConcurrentDictionary<string, OfLibrary> libraries = new(StringComparer.Ordinal);

    /// <summary>Whether it was asked for and has not ended.</summary>
    public bool IsRunning => Volatile.Read(ref Current.Running) == 1;

    /// <summary>What the running one has met so far, or what the last one met; null before the first.</summary>
    public TReport? Report => Current.Report;

    /// <summary>Why the last one did not come to its end; null where it did.</summary>
    public string? Failure => Current.Failure;

    private OfLibrary Current => libraries.GetOrAdd(CurrentLibrary.Id, static _ => new());

    /// <summary>Asks for it.</summary>
    public void Ask()
    {
        if (Interlocked.Exchange(ref Current.Running, 1) == 0) asked.Writer.TryWrite(CurrentLibrary.Id);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var library in asked.Reader.ReadAllAsync(stoppingToken))
        {
            using var entered = CurrentLibrary.Enter(library);
            await RunAsync(Current, stoppingToken);
        }
    }

    private async Task RunAsync(OfLibrary library, CancellationToken ct)
    {
        try
        {
            library.Failure = null;
            library.Report = null;
            library.Report = await WorkAsync(library, ct);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The button stays usable whatever went wrong; the log has the rest.
            if (!ct.IsCancellationRequested) LogFailed(e);
            library.Failure = $"It ended early: {e.Message} What was found until then stays.";
        }
        finally
        {
            Volatile.Write(ref library.Running, 0);
        }
    }

    /// <summary>Does it, in the current library.</summary>
    protected abstract Task<TReport> WorkAsync(IProgress<TReport> progress, CancellationToken ct);

    private sealed class OfLibrary : IProgress<TReport>
    {
        private volatile TReport? report;

        public int Running;

        public TReport? Report
        {
            get => report;
            set => report = value;
        }

        public string? Failure { get; set; }

        void IProgress<TReport>.Report(TReport value) => report = value;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Work that was asked for failed")]
    private partial void LogFailed(Exception e);
}
