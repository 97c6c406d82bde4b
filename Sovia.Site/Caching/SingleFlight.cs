using Sovia.Storage;

namespace Sovia.Caching;

/// <summary>
/// Runs one computation at a time per key; concurrent callers share it. The computation runs in the library that the key names,
/// independently of its first caller. It is cancelled only when no caller waits any more.
/// </summary>
internal sealed class SingleFlight
{
    private readonly Dictionary<object, Flight> flights = [];

    /// <summary>Joins the computation of a key, or starts it.</summary>
    /// <param name="key">Identifies the value and its library, by equality.</param>
    /// <param name="factory">Computes the value. Must not use anything scoped to the caller, because other callers may wait for it
    /// too.</param>
    /// <param name="ct">Cancels this caller's wait.</param>
    public async Task<T> RunAsync<T>(object key, Func<CancellationToken, Task<T>> factory, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var flight = Join(key, factory);
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
        lock (flights)
        {
            if (flights.GetValueOrDefault(key) is not Flight<T> flight)
            {
                flights[key] = flight = new(new CancellationTokenSource());
                // Suppresses the flow of the first caller's request and trace context. Only the library is passed on, because all callers
                // share it.
                var library = CurrentLibrary.Id;
                using (ExecutionContext.SuppressFlow()) flight.Result = Task.Run(() => RunFlightAsync(key, flight, library, make));
            }
            flight.WaiterCount++;
            return flight;
        }
    }

    private async Task<T> RunFlightAsync<T>(object key, Flight<T> flight, string library, Func<CancellationToken, Task<T>> make)
    {
        using var libraryScope = CurrentLibrary.Enter(library);
        try
        {
            return await make(flight.AbandonedToken);
        }
        finally
        {
            lock (flights) Remove(key, flight);
        }
    }

    private void Leave<T>(object key, Flight<T> flight)
    {
        lock (flights)
        {
            if (--flight.WaiterCount > 0) return;
            // The next caller must start a new computation rather than join the one that is being cancelled.
            Remove(key, flight);
        }
        // A completed computation is not cancelled, because work that it started may still be running under its token.
        if (!flight.Result.IsCompleted) flight.Cancel();
    }

    private void Remove(object key, Flight flight)
    {
        if (flights.GetValueOrDefault(key) == flight) flights.Remove(key);
    }

    private class Flight(Action cancel, CancellationToken abandonedToken)
    {
        public int WaiterCount { get; set; }

        public CancellationToken AbandonedToken => abandonedToken;

        public void Cancel() => cancel();
    }

    private sealed class Flight<T>(CancellationTokenSource source) : Flight(source.Cancel, source.Token)
    {
        public Task<T> Result { get; set; } = null!;
    }
}
