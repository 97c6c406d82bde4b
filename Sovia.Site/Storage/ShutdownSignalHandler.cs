using System.Runtime.InteropServices;
using Sovia.Storage.PrivateServer;

namespace Sovia.Storage;

/// <summary>
/// Ctrl-C and SIGTERM while the site is not yet, or never, a running host: the private server is left properly all the same.
/// Once the host starts, its own handling of signals takes over.
/// </summary>
internal sealed class ShutdownSignalHandler : IHostedLifecycleService, IDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private readonly PosixSignalRegistration[] signals;
    private PrivatePostgres? postgres;

    public ShutdownSignalHandler() => signals =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal),
    ];

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Stopping => stopping.Token;

    /// <summary>From now on a signal leaves this server and ends the program.</summary>
    public void StopOnSignal(PrivatePostgres started) => Volatile.Write(ref postgres, started);

    public Task StartingAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        foreach (var signal in signals)
            signal.Dispose();
        stopping.Dispose();
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void OnSignal(PosixSignalContext context)
    {
        context.Cancel = true;
        stopping.Cancel();
        if (Volatile.Read(ref postgres) is not { } started)
            return;

        started.DisposeAsync().AsTask().GetAwaiter().GetResult();
        Environment.Exit(128 + (context.Signal == PosixSignal.SIGINT ? 2 : 15));
    }
}
