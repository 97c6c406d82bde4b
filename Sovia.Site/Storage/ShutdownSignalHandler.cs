using System.Runtime.InteropServices;
using Sovia.Storage.PrivateServer;

namespace Sovia.Storage;

/// <summary>
/// Handles Ctrl-C and SIGTERM while the host is not running, so that the private server is shut down properly. Once the host has
/// started, its own signal handling takes over.
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

    /// <summary>Makes later signals dispose this server and end the program.</summary>
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
        if (Volatile.Read(ref postgres) is not { } server)
            return;

        server.DisposeAsync().AsTask().GetAwaiter().GetResult();
        Environment.Exit(128 + (context.Signal == PosixSignal.SIGINT ? 2 : 15));
    }
}
