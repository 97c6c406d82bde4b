namespace Sovia.MediaFiles.Embedded.Texts;

/// <summary>The text Stable Diffusion web UIs write: the prompt, then the negative one, then a line of settings. Any of the three may be missing.</summary>
internal sealed record InfoText(string? Prompt, string? NegativePrompt, IReadOnlyDictionary<string, string> Settings)
{
    private const string Negative = "Negative prompt:";
    private const int FewestSettings = 3;

    // A prompt may hold "lens: 35mm, light: soft, mood: calm"; one of these makes a line the program's own.
    private static readonly string[] Known = ["Steps", "Sampler", "Seed", "Size", "CFG scale", "Model", "Model hash", "Civitai resources"];

    /// <summary>The three parts; null where nothing shows that the text is of this kind.</summary>
    public static InfoText? Parse(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var settingsAt = SettingsAt(lines);
        var last = settingsAt < 0 ? lines.Length : settingsAt;
        var negativeAt = Array.FindIndex(lines, 0, last, line => line.AsSpan().TrimStart().StartsWith(Negative, StringComparison.Ordinal));
        if (settingsAt < 0 && negativeAt < 0) return null;

        var prompt = Join(lines[..(negativeAt < 0 ? last : negativeAt)]);
        var negative = negativeAt < 0 ? null : Join(lines[negativeAt..last])?[Negative.Length..];
        var settings = new Dictionary<string, string>();
        // Templates of prompts follow on lines of their own.
        foreach (var line in lines[last..])
            foreach (var (key, value) in InfoSettings.Parse(line))
                settings.TryAdd(key, value);
        return new(SafeText.OrNull(prompt), SafeText.OrNull(negative), settings);
    }

    private static string? Join(string[] lines) => SafeText.OrNull(string.Join('\n', lines));

    private static int SettingsAt(string[] lines)
    {
        var steps = Array.FindLastIndex(lines, line => line.AsSpan().TrimStart().StartsWith("Steps:", StringComparison.Ordinal) && IsSettings(line));
        if (steps >= 0) return steps;
        var last = Array.FindLastIndex(lines, line => !string.IsNullOrWhiteSpace(line));
        return last >= 0 && IsSettings(lines[last]) ? last : -1;
    }

    private static bool IsSettings(string line)
    {
        var settings = InfoSettings.Parse(line);
        return settings.Count >= FewestSettings && settings.Exists(setting => Known.Contains(setting.Key))
            || settings.Exists(setting => setting.Key == "Civitai resources");
    }
}
