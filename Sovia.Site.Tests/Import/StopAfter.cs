using Sovia.Import;

namespace Sovia.Tests.Import;

/// <summary>Pulls the plug after some batches.</summary>
internal sealed class StopAfter(CancellationTokenSource stop, int batches) : IProgress<ImportRun>
{
    private int seen;

    public void Report(ImportRun value)
    {
        if (++seen == batches) stop.Cancel();
    }
}
