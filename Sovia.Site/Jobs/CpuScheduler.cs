using System.Collections.Concurrent;

namespace Sovia.Jobs;

/// <summary>
/// Runs long computations on its own threads, one per core. On the thread pool they would delay the continuations of database calls, and
/// with them every step of a write and every page.
/// </summary>
internal sealed class CpuScheduler : TaskScheduler
{
    private static readonly CpuScheduler Instance = new();

    private readonly BlockingCollection<Task> tasks = [];

    private CpuScheduler()
    {
        for (var threads = Environment.ProcessorCount; threads > 0; threads--)
            new Thread(RunTasks) { IsBackground = true, Name = "CPU scheduler" }.Start();
    }

    /// <summary>Starts asynchronous work. It occupies no thread while it awaits.</summary>
    public static Task<T> RunAsync<T>(Func<Task<T>> work, CancellationToken ct = default) =>
        Task.Factory.StartNew(work, ct, TaskCreationOptions.DenyChildAttach, Instance).Unwrap();

    /// <inheritdoc cref="RunAsync{T}(Func{Task{T}}, CancellationToken)"/>
    public static Task RunAsync(Func<Task> work) =>
        Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.DenyChildAttach, Instance).Unwrap();

    /// <summary>Starts synchronous work.</summary>
    public static Task<T> Run<T>(Func<T> work) =>
        Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.DenyChildAttach, Instance);

    /// <inheritdoc/>
    protected override void QueueTask(Task task) => tasks.Add(task);

    /// <inheritdoc/>
    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

    /// <inheritdoc/>
    protected override IEnumerable<Task> GetScheduledTasks() => [.. tasks];

    private void RunTasks()
    {
        foreach (var task in tasks.GetConsumingEnumerable()) TryExecuteTask(task);
    }
}
