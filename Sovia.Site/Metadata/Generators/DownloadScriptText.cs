using System.Text.RegularExpressions;
using Sovia.Metadata.Texts;

namespace Sovia.Metadata.Generators;

/// <summary>
/// Parses prompts that download scripts wrote into Grok's images: as a description, as a comment, or followed by the page and the file's
/// hash.
/// </summary>
internal sealed partial class DownloadScriptText : IMetadataFormat
{
    private const int MinWords = 3;

    private static readonly string[] Places = ["png:Parameters", "exif:UserComment", "exif:ImageDescription", "png:Description",
        "tag:description", "tag:comment", "jpeg:comment"];

    private static readonly string[] FactNames = ["Page", "SHA1"];

    public EmbeddedMetadata? Read(EmbeddedTexts texts)
    {
        // Cameras also write descriptions ("OLYMPUS DIGITAL CAMERA"), and editors write their own name.
        if (texts["exif:Make"] is not null) return null;
        if (FindNote(texts) is { } note)
        {
            var (width, height) = PixelDimensions.Parse(note.Groups["size"].Value);
            return new()
            {
                Generator = "Grok",
                Prompt = GetTextBefore(note, texts["exif:UserComment"]!),
                PostId = ParsePostId(note),
                Width = width,
                Height = height,
                Settings = ReadFacts(texts)
            };
        }

        if (texts["png:Parameters"] is { } text && ArchiveRegex().Match(text) is { Success: true } archiveMatch)
            return new() { Generator = "Grok", Prompt = SafeText.CleanOrNull(text[..archiveMatch.Index]) };
        return FindPrompt(texts, IsProse) is { } prompt ? new() { Generator = EmbeddedMetadata.UnknownGenerator, Prompt = prompt } : null;
    }

    /// <summary>Returns the first text that is clearly a prompt, without the facts that a tool appended.</summary>
    public static string? FindPrompt(EmbeddedTexts texts, Func<string, bool> fits) => Places
        .Select(place => texts[place])
        .Where(text => text is not null && fits(text) && texts.ParseJson(text).ValueKind == default)
        .Select(text => NoteRegex().Match(text!) is { Success: true } note ? GetTextBefore(note, text!) : text)
        .FirstOrDefault();

    /// <summary>Returns the page and hash that a tool recorded; empty if there are none.</summary>
    public static IReadOnlyDictionary<string, string> ReadFacts(EmbeddedTexts texts) => FindNote(texts) is { } note
        ? FactNames.Where(name => note.Groups[name].Length > 0).ToDictionary(name => name, name => note.Groups[name].Value)
        : new Dictionary<string, string>();

    private static Match? FindNote(EmbeddedTexts texts) =>
        texts["exif:UserComment"] is { } text && NoteRegex().Match(text) is { Success: true } note ? note : null;

    private static string? GetTextBefore(Match note, string text) => SafeText.CleanOrNull(text[..note.Index].TrimEnd().TrimEnd(','));

    private static Guid? ParsePostId(Match note) =>
        PostPageRegex().Match(note.Groups["Page"].Value) is { Success: true } page && Guid.TryParse(page.Groups[1].Value, out var id) ? id
        : null;

    private static bool IsProse(string text) =>
        text.Split((char[]?)null, MinWords + 1, StringSplitOptions.RemoveEmptyEntries).Length >= MinWords && text.Any(char.IsLower)
        && !text.StartsWith('<');

    [GeneratedRegex(@"\bSize: (?<size>[0-9]{1,6}x[0-9]{1,6}), Page: (?<Page>[^\s,]{1,500})(?:, SHA1: (?<SHA1>[0-9a-fA-F]{40}))?\z")]
    private static partial Regex NoteRegex();

    [GeneratedRegex(@"\bDate: [0-9][0-9T:.Z+ -]{7,38}, ?Model: ?Grok\s*\z")]
    private static partial Regex ArchiveRegex();

    [GeneratedRegex("^https://grok\\.com/imagine/post/([0-9a-fA-F-]{36})")]
    private static partial Regex PostPageRegex();
}
