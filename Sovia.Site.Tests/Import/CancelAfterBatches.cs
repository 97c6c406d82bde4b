using Sovia.Import;

namespace Sovia.Tests.Import;

/// <summary>Cancels an import after some batches.</summary>
internal sealed class CancelAfterBatches(CancellationTokenSource stop, int batches) : IProgress<ImportRun>
{
    private int seen;

    public void Report(ImportRun value)
    {
        if (++seen == batches) stop.Cancel();
    }
}
