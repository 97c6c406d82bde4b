using Sovia.Tests.Support;

namespace Sovia.Tests.Storage.PrivateServer;

/// <summary>Waits until a synchronous condition is true.</summary>
internal static class WaitFor
{
    public static Task TrueAsync(Func<bool> condition, string description) =>
        Eventually.TrueAsync(() => Task.FromResult(condition()), description);
}
