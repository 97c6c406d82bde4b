using System.Collections.Concurrent;
using Sovia.Jobs;

namespace Sovia.Tests.Jobs;

/// <summary>A job whose items are in the test's memory, for several sites at once.</summary>
internal sealed class FakeJob(FakeJob.Items items, string site) : IJob
{
    public string Name => "fake";

    public JobAffinity Affinity => JobAffinity.AnyNode;

    public Task<IReadOnlyList<string>> FindPendingAsync(CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<string>>([.. items.Waiting.Keys.Order(StringComparer.Ordinal)]);

    public async Task RunAsync(string item, CancellationToken ct)
    {
        items.Started.Enqueue((site, item));
        await items.Work(site, item, ct);
        items.Waiting.TryRemove(item, out _);
        items.Done.Enqueue((site, item));
    }

    public Task FailAsync(string item, Exception fault, string reason, CancellationToken ct)
    {
        items.Waiting.TryRemove(item, out _);
        items.Failed.Enqueue((item, reason));
        return Task.CompletedTask;
    }

    internal sealed class Items
    {
        public ConcurrentDictionary<string, bool> Waiting { get; } = new();

        public ConcurrentQueue<(string Site, string Item)> Started { get; } = new();

        public ConcurrentQueue<(string Site, string Item)> Done { get; } = new();

        public ConcurrentQueue<(string Item, string Reason)> Failed { get; } = new();

        public Func<string, string, CancellationToken, Task> Work { get; set; } = (_, _, _) => Task.CompletedTask;
    }
}
