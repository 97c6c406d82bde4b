using System.Text.RegularExpressions;

namespace Sovia.Metadata.Generators;

/// <summary>Grok's own JPEGs: a signature nobody outside can check, and the picture's id as its artist.</summary>
internal sealed partial class Grok : IMetadataFormat
{
    private static readonly string[] SignaturePlaces = ["exif:ImageDescription", "exif:UserComment", "exif:XPComment"];

    public EmbeddedMetadata? Read(EmbeddedTexts found)
    {
        // Either alone stands in files of others: "Signature:" in a letter's scan, a uuid in a photo agency's.
        if (!SignaturePlaces.Any(place => found[place] is { } text && Signature().IsMatch(text))) return null;
        if (!Guid.TryParseExact(found["exif:Artist"], "D", out var id)) return null;
        return new() { Generator = "Grok", PostId = id, Prompt = Beside(found), Settings = DownloadScriptText.ReadFacts(found) };
    }

    // Tools put the prompt into one of the two places and leave the signature in the other.
    private static string? Beside(EmbeddedTexts found) => DownloadScriptText.FindPrompt(found, text => !Signature().IsMatch(text));

    [GeneratedRegex(@"^Signature:\s*[A-Za-z0-9+/=]{64,}")]
    private static partial Regex Signature();
}
