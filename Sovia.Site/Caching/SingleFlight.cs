using Sovia.Storage;

namespace Sovia.Caching;

/// <summary>
/// Computes one thing at a time for each key, however many ask: later callers wait for the computation that is under way. A computation
/// belongs to none of them, but to their library, which the key names. It has a token of its own, which is cancelled only when nobody waits
/// any more.
/// </summary>
internal sealed class SingleFlight
{
    private readonly Dictionary<object, Flight> underWay = [];

    /// <summary>Joins the computation for a key, or starts it.</summary>
    /// <param name="key">What it is, and of which library; equal keys, equal things.</param>
    /// <param name="make">Computes it. Must use nothing that ends with the caller, since others may wait for it too.</param>
    /// <param name="ct">Ends the waiting of this caller.</param>
    public async Task<T> RunAsync<T>(object key, Func<CancellationToken, Task<T>> make, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var flight = Join(key, make);
        try
        {
            return await flight.Result.WaitAsync(ct);
        }
        finally
        {
            Leave(key, flight);
        }
    }

    private Flight<T> Join<T>(object key, Func<CancellationToken, Task<T>> make)
    {
        lock (underWay)
        {
            if (underWay.GetValueOrDefault(key) is not Flight<T> flight)
            {
                underWay[key] = flight = new(new CancellationTokenSource());
                // Neither the request nor the trace of the caller who happens to be first goes with it, only the library, which is that of
                // all callers.
                var library = CurrentLibrary.Id;
                using (ExecutionContext.SuppressFlow()) flight.Result = Task.Run(() => FlyAsync(key, flight, library, make));
            }
            flight.Waiting++;
            return flight;
        }
    }

    private async Task<T> FlyAsync<T>(object key, Flight<T> flight, string library, Func<CancellationToken, Task<T>> make)
    {
        using var entered = CurrentLibrary.Enter(library);
        try
        {
            return await make(flight.NobodyWaits);
        }
        finally
        {
            lock (underWay) Remove(key, flight);
        }
    }

    private void Leave<T>(object key, Flight<T> flight)
    {
        lock (underWay)
        {
            if (--flight.Waiting > 0) return;
            // The next caller starts anew rather than join what is being cancelled.
            Remove(key, flight);
        }
        // What has come to its end is not called off: what it began may still go on.
        if (!flight.Result.IsCompleted) flight.Cancel();
    }

    private void Remove(object key, Flight flight)
    {
        if (underWay.GetValueOrDefault(key) == flight) underWay.Remove(key);
    }

    private class Flight(Action cancel, CancellationToken nobodyWaits)
    {
        public int Waiting { get; set; }

        public CancellationToken NobodyWaits => nobodyWaits;

        public void Cancel() => cancel();
    }

    private sealed class Flight<T>(CancellationTokenSource source) : Flight(source.Cancel, source.Token)
    {
        public Task<T> Result { get; set; } = null!;
    }
}
