using System.Diagnostics;

namespace Sovia.Tests.Storage.PrivateServer;

/// <summary>Waits for what must become true, and fails when it does not within a minute.</summary>
internal static class Until
{
    public static async Task True(Func<bool> condition, string what)
    {
        var clock = Stopwatch.StartNew();
        while (!condition())
        {
            Assert.True(clock.Elapsed < TimeSpan.FromMinutes(1), $"waited a minute in vain: {what}");
            await Task.Delay(10);
        }
    }
}
