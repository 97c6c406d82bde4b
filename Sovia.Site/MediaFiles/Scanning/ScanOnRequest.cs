using System.Threading.Channels;

namespace Sovia.MediaFiles.Scanning;

/// <summary>Scans all media roots when somebody presses the button, and shows how far it is. A second press while it runs asks for nothing more.</summary>
public sealed partial class ScanOnRequest(ScanRoots scan, ILogger<ScanOnRequest> logger) : BackgroundService
{
    private readonly Channel<bool> asked = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private volatile ScanReport? report;

    /// <summary>Whether a scan was asked for and has not ended.</summary>
    public bool IsRunning { get; private set; }

    /// <summary>What the running scan has met so far, or what the last one met; null before the first.</summary>
    public ScanReport? Report => report;

    /// <summary>Why the last one did not come to its end; null where it did.</summary>
    public string? Failure { get; private set; }

    /// <summary>Asks for a scan.</summary>
    public void Ask()
    {
        if (IsRunning) return;
        IsRunning = true;
        asked.Writer.TryWrite(true);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var _ in asked.Reader.ReadAllAsync(stoppingToken))
            try
            {
                Failure = null;
                report = null;
                report = await scan.AllAsync(new Latest(this), stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // The button stays usable whatever went wrong; the log has the rest.
                LogFailed(e);
                Failure = $"The scan ended early: {e.Message} What it had found stays found.";
            }
            finally
            {
                IsRunning = false;
            }
    }

    private sealed class Latest(ScanOnRequest request) : IProgress<ScanReport>
    {
        public void Report(ScanReport value) => request.report = value;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A scan that was asked for failed")]
    private partial void LogFailed(Exception e);
}
