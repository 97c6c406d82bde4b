using System.Globalization;

namespace Sovia.Bench;

/// <summary>Writes Markdown.</summary>
internal static class Table
{
    public static string Title(string text) => $"\n## {text}\n";

    public static string Head(params IReadOnlyList<string> names) =>
        $"{Line(names)}\n{Line([.. names.Select((_, i) => i == 0 ? "---" : "--:")])}";

    public static string Line(params IReadOnlyList<string> cells) =>
        $"| {string.Join(" | ", cells.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal)))} |";

    /// <summary>Milliseconds, with as many digits as mean something.</summary>
    public static string Ms(double ms) => ms.ToString(ms switch { < 1 => "0.00", < 10 => "0.0", _ => "0" }, CultureInfo.InvariantCulture);

    public static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
