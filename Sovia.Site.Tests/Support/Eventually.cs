using System.Diagnostics;

namespace Sovia.Tests.Support;

/// <summary>Waits until a condition is true.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(1);

    /// <summary>Polls the condition and fails after a minute.</summary>
    public static async Task TrueAsync(Func<Task<bool>> condition, string description)
    {
        for (var clock = Stopwatch.StartNew(); !await condition();)
        {
            Assert.True(clock.Elapsed < Timeout, $"waited a minute in vain: {description}");
            await Task.Delay(20);
        }
    }
}
