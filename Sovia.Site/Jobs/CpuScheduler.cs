using System.Collections.Concurrent;

namespace Sovia.Jobs;

/// <summary>
/// Computing that takes long has threads of its own, one a core. In the pool it would stand before whoever only has to be told that the
/// database has answered: a write would wait for it at each of its steps, and so would everybody's pages.
/// </summary>
internal sealed class CpuScheduler : TaskScheduler
{
    private static readonly CpuScheduler Own = new();

    private readonly BlockingCollection<Task> waiting = [];

    private CpuScheduler()
    {
        for (var threads = Environment.ProcessorCount; threads > 0; threads--)
            new Thread(Work) { IsBackground = true, Name = "Computing" }.Start();
    }

    /// <summary>Starts work; what it awaits in between costs no thread.</summary>
    public static Task<T> RunAsync<T>(Func<Task<T>> work, CancellationToken ct = default) =>
        Task.Factory.StartNew(work, ct, TaskCreationOptions.DenyChildAttach, Own).Unwrap();

    /// <inheritdoc cref="RunAsync{T}(Func{Task{T}}, CancellationToken)"/>
    public static Task RunAsync(Func<Task> work) =>
        Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.DenyChildAttach, Own).Unwrap();

    /// <summary>Starts work that awaits nothing.</summary>
    public static Task<T> Run<T>(Func<T> work) =>
        Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.DenyChildAttach, Own);

    /// <inheritdoc/>
    protected override void QueueTask(Task task) => waiting.Add(task);

    /// <inheritdoc/>
    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

    /// <inheritdoc/>
    protected override IEnumerable<Task> GetScheduledTasks() => [.. waiting];

    private void Work()
    {
        foreach (var task in waiting.GetConsumingEnumerable()) TryExecuteTask(task);
    }
}
