using System.Text.RegularExpressions;

namespace Sovia.Metadata.Texts;

/// <summary>
/// Finds where the settings start. A prompt may look like settings, <c>lens: 35mm, mood: calm</c>, and settings may follow the prompt on
/// the same line.
/// </summary>
internal static partial class InfoTextSettingsStart
{
    private const int FewestSettings = 3;
    private const int MaxLooks = 32;
    private const int MaxWords = 3;

    // Keys that identify a line as settings.
    private static readonly HashSet<string> Known =
    [
        "Steps", "Sampler", "Seed", "Size", "CFG scale", "CFG Scale", "Model", "Model hash", "Schedule type", "Scheduler",
        "Denoising strength", "Clip skip", "VAE", "Version",
        "Civitai resources",
    ];

    /// <summary>Returns the position of the first setting; null if there are none.</summary>
    public static int? Find(string text)
    {
        var lines = Lines(text);
        return LineOfSteps(text, lines) ?? ListOfLines(text, lines) ?? Within(text, InnerSteps(), 2) ?? LineWithoutSteps(text, lines)
            ?? Within(text, InnerKey(), FewestSettings);
    }

    private static int? LineOfSteps(string text, List<Line> lines) =>
        At(lines.FindLast(line => text.AsSpan(line.At).StartsWith("Steps:", StringComparison.Ordinal)
            && Settings(text, line) is { Count: >= FewestSettings }));

    // One setting per line, or so few that only their position after a negative prompt identifies them.
    private static int? ListOfLines(string text, List<Line> lines)
    {
        var at = lines.FindLastIndex(line => LineSteps().IsMatch(text, line.At));
        if (at < 0) return null;
        var followed = lines.Skip(at).Take(MaxLooks).TakeWhile(line => line.End > line.At).SelectMany(line => Settings(text, line))
            .Count(setting => Known.Contains(setting.Key));
        return followed >= FewestSettings || lines.Take(at).Any(line => LineNegative().IsMatch(text, line.At)) ? lines[at].At : null;
    }

    // The last line, or an earlier one that clearly contains settings.
    private static int? LineWithoutSteps(string text, List<Line> lines)
    {
        var last = lines.FindLastIndex(line => line.End > line.At);
        for (var at = last; at >= 0 && last - at < MaxLooks; at--)
            if (Settings(text, lines[at]) is { Count: > 0 } settings && IsOwn(settings, at == last ? 1 : 2)) return lines[at].At;
        return null;
    }

    private static bool IsOwn(List<KeyValuePair<string, string>> settings, int fewestKnown)
    {
        if (settings.Exists(setting => setting.Key == "Civitai resources")) return true;
        // A phrase before a colon is not the name of a setting.
        return settings.Count >= FewestSettings && settings.Count(setting => Known.Contains(setting.Key)) >= fewestKnown
            && (Known.Contains(settings[0].Key) || settings[0].Key.Split(' ').Length <= MaxWords) && !HoldsSetting(settings);
    }

    // After a prompt on the same line: the first position that only settings follow.
    private static int? Within(string text, Regex first, int fewestKnown)
    {
        var looks = 0;
        for (var match = first.Match(text); match.Success && looks < MaxLooks; match = match.NextMatch(), looks++)
        {
            var end = text.IndexOf('\n', match.Index);
            var settings = Settings(text, new(match.Index, end < 0 ? text.Length : end));
            if (settings.Count >= FewestSettings && settings.Count(setting => Known.Contains(setting.Key)) >= fewestKnown
                && !HoldsSetting(settings)) return match.Index;
        }

        return null;
    }

    private static bool HoldsSetting(List<KeyValuePair<string, string>> settings) =>
        settings.Exists(setting => setting.Value is not ['"' or '[' or '{', ..] && setting.Key is not ("Template" or "Negative Template")
            && Inner().IsMatch(setting.Value));

    private static List<KeyValuePair<string, string>> Settings(string text, Line line) =>
        InfoTextSettingsParser.Parse(text[line.At..line.End]);

    private static int? At(Line line) => line == default ? null : line.At;

    private static List<Line> Lines(string text)
    {
        var lines = new List<Line>();
        for (var at = 0; at <= text.Length;)
        {
            var end = text.IndexOf('\n', at) is >= 0 and var found ? found : text.Length;
            lines.Add(new(end - text.AsSpan(at, end - at).TrimStart().Length, end));
            at = end + 1;
        }

        return lines;
    }

    private readonly record struct Line(int At, int End);

    [GeneratedRegex(@"\GSteps:\s*[0-9]+\s*(?:,|\n|\z)")]
    private static partial Regex LineSteps();

    [GeneratedRegex(@"\G(?i:negative prompt):")]
    private static partial Regex LineNegative();

    [GeneratedRegex(@"(?<=[\s,.;])Steps:\s*[0-9]+\s*(?=,)")]
    private static partial Regex InnerSteps();

    [GeneratedRegex(@"(?<=[\s,.;])(?:Sampler|Schedule type|Seed|CFG [sS]cale|Size|Model(?: hash)?|Clip skip):")]
    private static partial Regex InnerKey();

    [GeneratedRegex(@"(?:\s|^)(?:Steps:\s*[0-9]|Sampler:|Seed:\s*[0-9]|Negative [pP]rompt:)")]
    private static partial Regex Inner();
}
