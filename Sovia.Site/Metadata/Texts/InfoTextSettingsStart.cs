using System.Text.RegularExpressions;

namespace Sovia.Metadata.Texts;

/// <summary>
/// Finds where the settings start. A prompt may look like settings, <c>lens: 35mm, mood: calm</c>, and settings may follow the prompt on
/// the same line.
/// </summary>
internal static partial class InfoTextSettingsStart
{
    private const int MinSettings = 3;
    private const int MaxTries = 32;
    private const int MaxKeyWords = 3;

    // Keys that identify a line as settings.
    private static readonly HashSet<string> KnownKeys =
    [
        "Steps", "Sampler", "Seed", "Size", "CFG scale", "CFG Scale", "Model", "Model hash", "Schedule type", "Scheduler",
        "Denoising strength", "Clip skip", "VAE", "Version",
        "Civitai resources",
    ];

    /// <summary>Returns the position of the first setting; null if there are none.</summary>
    public static int? Find(string text)
    {
        var lines = SplitLines(text);
        return FindStepsLine(text, lines) ?? FindLines(text, lines) ?? FindInner(text, InnerStepsRegex(), 2) ?? FindOtherLine(text, lines)
            ?? FindInner(text, InnerKeyRegex(), MinSettings);
    }

    private static int? FindStepsLine(string text, List<Line> lines) =>
        GetStart(lines.FindLast(line => text.AsSpan(line.At).StartsWith("Steps:", StringComparison.Ordinal)
            && ParseSettings(text, line) is { Count: >= MinSettings }));

    // One setting per line, or so few that only their position after a negative prompt identifies them.
    private static int? FindLines(string text, List<Line> lines)
    {
        var i = lines.FindLastIndex(line => StepsLineRegex().IsMatch(text, line.At));
        if (i < 0) return null;
        var knownCount = lines.Skip(i).Take(MaxTries).TakeWhile(line => line.End > line.At).SelectMany(line => ParseSettings(text, line))
            .Count(setting => KnownKeys.Contains(setting.Key));
        return knownCount >= MinSettings || lines.Take(i).Any(line => NegativeLineRegex().IsMatch(text, line.At)) ? lines[i].At : null;
    }

    // The last line, or an earlier one that clearly contains settings.
    private static int? FindOtherLine(string text, List<Line> lines)
    {
        var last = lines.FindLastIndex(line => line.End > line.At);
        for (var i = last; i >= 0 && last - i < MaxTries; i--)
            if (ParseSettings(text, lines[i]) is { Count: > 0 } settings && IsSettings(settings, i == last ? 1 : 2)) return lines[i].At;
        return null;
    }

    private static bool IsSettings(List<KeyValuePair<string, string>> settings, int minKnown)
    {
        if (settings.Exists(setting => setting.Key == "Civitai resources")) return true;
        // A phrase before a colon is not the name of a setting.
        return settings.Count >= MinSettings && settings.Count(setting => KnownKeys.Contains(setting.Key)) >= minKnown
            && (KnownKeys.Contains(settings[0].Key) || settings[0].Key.Split(' ').Length <= MaxKeyWords) && !ContainsSetting(settings);
    }

    // After a prompt on the same line: the first position that only settings follow.
    private static int? FindInner(string text, Regex pattern, int minKnown)
    {
        var tries = 0;
        for (var match = pattern.Match(text); match.Success && tries < MaxTries; match = match.NextMatch(), tries++)
        {
            var end = text.IndexOf('\n', match.Index);
            var settings = ParseSettings(text, new(match.Index, end < 0 ? text.Length : end));
            if (settings.Count >= MinSettings && settings.Count(setting => KnownKeys.Contains(setting.Key)) >= minKnown
                && !ContainsSetting(settings)) return match.Index;
        }

        return null;
    }

    private static bool ContainsSetting(List<KeyValuePair<string, string>> settings) =>
        settings.Exists(setting => setting.Value is not ['"' or '[' or '{', ..] && setting.Key is not ("Template" or "Negative Template")
            && EmbeddedSettingRegex().IsMatch(setting.Value));

    private static List<KeyValuePair<string, string>> ParseSettings(string text, Line line) =>
        InfoTextSettingsParser.Parse(text[line.At..line.End]);

    private static int? GetStart(Line line) => line == default ? null : line.At;

    private static List<Line> SplitLines(string text)
    {
        var lines = new List<Line>();
        for (var start = 0; start <= text.Length;)
        {
            var end = text.IndexOf('\n', start) is >= 0 and var lineBreak ? lineBreak : text.Length;
            lines.Add(new(end - text.AsSpan(start, end - start).TrimStart().Length, end));
            start = end + 1;
        }

        return lines;
    }

    private readonly record struct Line(int At, int End);

    [GeneratedRegex(@"\GSteps:\s*[0-9]+\s*(?:,|\n|\z)")]
    private static partial Regex StepsLineRegex();

    [GeneratedRegex(@"\G(?i:negative prompt):")]
    private static partial Regex NegativeLineRegex();

    [GeneratedRegex(@"(?<=[\s,.;])Steps:\s*[0-9]+\s*(?=,)")]
    private static partial Regex InnerStepsRegex();

    [GeneratedRegex(@"(?<=[\s,.;])(?:Sampler|Schedule type|Seed|CFG [sS]cale|Size|Model(?: hash)?|Clip skip):")]
    private static partial Regex InnerKeyRegex();

    [GeneratedRegex(@"(?:\s|^)(?:Steps:\s*[0-9]|Sampler:|Seed:\s*[0-9]|Negative [pP]rompt:)")]
    private static partial Regex EmbeddedSettingRegex();
}
