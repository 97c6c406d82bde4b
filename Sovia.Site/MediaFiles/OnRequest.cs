using System.Threading.Channels;

namespace Sovia.MediaFiles;

/// <summary>Long work that somebody starts with a button, one at a time, and whose progress anybody can see. A second press while it runs asks for nothing more.</summary>
/// <typeparam name="TReport">What it has met so far, and at its end.</typeparam>
public abstract partial class OnRequest<TReport>(ILogger logger) : BackgroundService where TReport : class
{
    private readonly Channel<bool> asked = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private volatile TReport? report;
    private int running;

    /// <summary>Whether it was asked for and has not ended.</summary>
    public bool IsRunning => Volatile.Read(ref running) == 1;

    /// <summary>What the running one has met so far, or what the last one met; null before the first.</summary>
    public TReport? Report => report;

    /// <summary>Why the last one did not come to its end; null where it did.</summary>
    public string? Failure { get; private set; }

    /// <summary>Asks for it.</summary>
    public void Ask()
    {
        if (Interlocked.Exchange(ref running, 1) == 0) asked.Writer.TryWrite(true);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var _ in asked.Reader.ReadAllAsync(stoppingToken))
            try
            {
                Failure = null;
                report = null;
                report = await WorkAsync(new Latest(this), stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // The button stays usable whatever went wrong; the log has the rest.
                if (!stoppingToken.IsCancellationRequested) LogFailed(e);
                Failure = $"It ended early: {e.Message} What was found until then stays.";
            }
            finally
            {
                Volatile.Write(ref running, 0);
            }
    }

    /// <summary>Does it.</summary>
    protected abstract Task<TReport> WorkAsync(IProgress<TReport> progress, CancellationToken ct);

    private sealed class Latest(OnRequest<TReport> request) : IProgress<TReport>
    {
        public void Report(TReport value) => request.report = value;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Work that was asked for failed")]
    private partial void LogFailed(Exception e);
}
