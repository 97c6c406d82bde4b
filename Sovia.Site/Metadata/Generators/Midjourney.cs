using System.Text.RegularExpressions;

namespace Sovia.Metadata.Generators;

/// <summary>
/// Parses Midjourney: <c>a prompt --ar 2:3 --v 6 Job ID: …</c> as the description, and the job ID again as XMP's image ID.
/// </summary>
internal sealed partial class Midjourney : IMetadataFormat
{
    private const string JobLabel = "Job ID: ";

    private static readonly string[] Places = ["png:Description", "xmp:description", "exif:ImageDescription"];

    public EmbeddedMetadata? Read(EmbeddedTexts texts)
    {
        if (Places.Select(place => texts[place]).FirstOrDefault(text => text is not null && JobIdRegex().IsMatch(text)) is not { } text)
            return null;
        var jobMatch = JobIdRegex().Match(text);
        var command = text[..jobMatch.Index];
        var options = OptionRegex().Matches(command);
        var settings = new Dictionary<string, string> { ["Job ID"] = jobMatch.Groups[1].Value };
        foreach (Match option in options) settings.TryAdd(option.Groups[1].Value, option.Groups[2].Value.Trim());
        if (texts["png:Author"] is { } author) settings.TryAdd("Author", author);
        if (texts["png:Creation Time"] is { } time) settings.TryAdd("Creation Time", time);
        return new()
        {
            Generator = "Midjourney",
            Prompt = options.Count > 0 ? command[..options[0].Index] : command,
            NegativePrompt = settings.GetValueOrDefault("no"),
            Model = settings.TryGetValue("niji", out var niji) ? $"niji {niji}" : settings.GetValueOrDefault("v")
            ?? settings.GetValueOrDefault("version"),
            Seed = settings.GetValueOrDefault("seed"),
            Settings = settings.Where(pair => pair.Key is not ("no" or "seed")).ToDictionary(),
        };
    }

    [GeneratedRegex($@"\b{JobLabel}([0-9a-fA-F-]{{36}})\z")]
    private static partial Regex JobIdRegex();

    // Two dashes start an option only after a space: "well--lit" is part of the prompt.
    [GeneratedRegex(@"(?:(?<=\s)|^)(?:--|—)([a-z]{1,20})(?![\w-])((?:(?!\s(?:--|—)[a-z]).)*)", RegexOptions.Singleline)]
    private static partial Regex OptionRegex();
}
