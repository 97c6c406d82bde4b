using System.Collections.Concurrent;

namespace Sovia.Jobs;

/// <summary>
/// Runs long computations on its own threads, one per core. On the thread pool they would delay the continuations of database calls, and
/// with them every step of a write and every page.
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

    /// <summary>Starts asynchronous work. It occupies no thread while it awaits.</summary>
    public static Task<T> RunAsync<T>(Func<Task<T>> work, CancellationToken ct = default) =>
        Task.Factory.StartNew(work, ct, TaskCreationOptions.DenyChildAttach, Own).Unwrap();

    /// <inheritdoc cref="RunAsync{T}(Func{Task{T}}, CancellationToken)"/>
    public static Task RunAsync(Func<Task> work) =>
        Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.DenyChildAttach, Own).Unwrap();

    /// <summary>Starts synchronous work.</summary>
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
