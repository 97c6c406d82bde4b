using System.Threading.Channels;

namespace Sovia.Import;

/// <summary>Runs that wait to be written by this process.</summary>
public sealed class ImportQueue
{
    private readonly Channel<Guid> waiting = Channel.CreateUnbounded<Guid>();

    /// <summary>Puts a run at the end.</summary>
    public void Add(Guid run) => waiting.Writer.TryWrite(run);

    /// <summary>The runs in order, as they come, until cancelled.</summary>
    public IAsyncEnumerable<Guid> ReadAsync(CancellationToken ct) => waiting.Reader.ReadAllAsync(ct);
}
