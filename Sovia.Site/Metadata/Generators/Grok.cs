using System.Text.RegularExpressions;

namespace Sovia.Metadata.Generators;

/// <summary>Parses Grok's own JPEGs: a signature that cannot be verified outside xAI, and the image's ID as the artist.</summary>
internal sealed partial class Grok : IMetadataFormat
{
    private static readonly string[] SignaturePlaces = ["exif:ImageDescription", "exif:UserComment", "exif:XPComment"];

    public EmbeddedMetadata? Read(EmbeddedTexts texts)
    {
        // Either alone occurs in other files: "Signature:" in the scan of a letter, a UUID in an agency photo.
        if (!SignaturePlaces.Any(place => texts[place] is { } text && SignatureRegex().IsMatch(text))) return null;
        if (!Guid.TryParseExact(texts["exif:Artist"], "D", out var id)) return null;
        return new() { Generator = "Grok", PostId = id, Prompt = FindPrompt(texts), Settings = DownloadScriptText.ReadFacts(texts) };
    }

    // Tools overwrite one of the two places with the prompt and leave the signature in the other.
    private static string? FindPrompt(EmbeddedTexts texts) => DownloadScriptText.FindPrompt(texts, text => !SignatureRegex().IsMatch(text));

    [GeneratedRegex(@"^Signature:\s*[A-Za-z0-9+/=]{64,}")]
    private static partial Regex SignatureRegex();
}
