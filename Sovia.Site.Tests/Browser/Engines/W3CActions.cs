namespace Sovia.Tests.Browser.Engines;

/// <summary>Keys and clicks as WebDriver and WebDriver BiDi both write them.</summary>
internal static class W3CActions
{
    /// <summary>Keys, one after the other.</summary>
    public static object Keys(IEnumerable<string> keys, bool control)
    {
        var strokes = keys.SelectMany(key => new[] { Key("keyDown", Code(key)), Key("keyUp", Code(key)) });
        object[] all = control ? [Key("keyDown", Code("Control")), .. strokes, Key("keyUp", Code("Control"))] : [.. strokes];
        return new[] { new { type = "key", id = "keyboard", actions = all } };
    }

    /// <summary>A click at a point of the view.</summary>
    public static object Click(int x, int y) => new[]
    {
        new
        {
            type = "pointer",
            id = "mouse",
            parameters = new { pointerType = "mouse" },
            actions = new object[]
            {
                new { type = "pointerMove", x, y, duration = 0, origin = "viewport" },
                new { type = "pointerDown", button = 0 },
                new { type = "pointerUp", button = 0 },
            },
        },
    };

    private static object Key(string type, string value) => new { type, value };

    private static string Code(string key) => key switch
    {
        "Enter" => "\uE007",
        "Control" => "\uE009",
        "Escape" => "\uE00C",
        "Backspace" => "\uE003",
        _ => key,
    };
}
