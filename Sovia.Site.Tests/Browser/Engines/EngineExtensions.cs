using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Sovia.Tests.Browser.Engines;

/// <summary>What can be done with any engine.</summary>
internal static class EngineExtensions
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(20);

    /// <summary>Waits until an expression is true. A page that is just being left answers nothing, and is asked again.</summary>
    public static async Task WaitAsync(this IEngine engine, string expression)
    {
        object? last = null;
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < Timeout; await Task.Delay(40))
        {
            try
            {
                var value = await engine.EvaluateAsync($"Boolean({expression})");
                if (value.ValueKind == JsonValueKind.True) return;
                last = value;
            }
            catch (InvalidOperationException error)
            {
                last = error.Message;
            }
        }
        Assert.Fail($"Waited in vain at {await engine.EvaluateAsync("location.href")} for {expression}: {last}");
    }

    /// <summary>What an expression is worth.</summary>
    public static async Task<T> EvaluateAsync<T>(this IEngine engine, string expression) =>
        (await engine.EvaluateAsync(expression)).Deserialize<T>()!;

    /// <summary>Clicks an element where it is, once it stands still and nothing lies over it.</summary>
    public static async Task ClickAsync(this IEngine engine, string selector)
    {
        var spot = $$"""
            (element => {
              if (!element) return null;
              const { left, top, width, height } = element.getBoundingClientRect();
              const x = Math.round(left + width / 2), y = Math.round(top + height / 2);
              return width && element.contains(document.elementFromPoint(x, y)) ? [x, y] : null;
            })(document.querySelector({{Quoted(selector)}}))
            """;
        await engine.WaitAsync($"{spot} && ((now, last) => (globalThis.lastSpot = now) === last)({spot}.join(), globalThis.lastSpot)");
        var point = await engine.EvaluateAsync<int[]>(spot);
        await engine.ClickAsync(point[0], point[1]);
    }

    /// <summary>Presses one key.</summary>
    public static Task PressAsync(this IEngine engine, string key, bool control = false) => engine.PressAsync([key], control);

    /// <summary>Types a text.</summary>
    public static Task TypeAsync(this IEngine engine, string text) =>
        engine.PressAsync(text.Select(letter => letter.ToString(CultureInfo.InvariantCulture)));

    /// <summary>A text as a literal of the script.</summary>
    public static string Quoted(string text) => JsonSerializer.Serialize(text);
}
