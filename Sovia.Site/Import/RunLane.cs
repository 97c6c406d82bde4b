using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Sovia.Import;

/// <summary>Runs that wait in line, each at most once.</summary>
public sealed class RunLane
{
    private readonly Channel<Guid> waiting = Channel.CreateUnbounded<Guid>();
    private readonly ConcurrentDictionary<Guid, bool> inLine = new();

    /// <summary>Puts a run at the end, unless it is in line already.</summary>
    public void Add(Guid run)
    {
        if (inLine.TryAdd(run, true)) waiting.Writer.TryWrite(run);
    }

    /// <summary>The runs in order, as they come, until cancelled. Several readers get each run once.</summary>
    public async IAsyncEnumerable<Guid> ReadAsync([EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var run in waiting.Reader.ReadAllAsync(ct))
        {
            inLine.TryRemove(run, out _);
            yield return run;
        }
    }
}
