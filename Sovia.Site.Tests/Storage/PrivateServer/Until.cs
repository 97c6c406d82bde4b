using Sovia.Tests.Support;

namespace Sovia.Tests.Storage.PrivateServer;

/// <summary>Waits for what must become true and can be asked at once.</summary>
internal static class Until
{
    public static Task True(Func<bool> condition, string what) => Eventually.TrueAsync(() => Task.FromResult(condition()), what);
}
