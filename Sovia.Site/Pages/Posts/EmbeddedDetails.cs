using Sovia.Metadata;

namespace Sovia.Pages.Posts;

/// <summary>Display lines for the metadata that a generator embedded in a file.</summary>
public static class EmbeddedDetails
{
    /// <summary>Returns all metadata except the raw texts.</summary>
    public static IEnumerable<PostDetail> Create(EmbeddedMetadata made)
    {
        (string Name, string? Value)[] lines =
        [
            ("Made by", made.Generator == EmbeddedMetadata.UnknownGenerator ? null : made.Generator), ("Prompt", made.Prompt),
            ("Negative prompt", made.NegativePrompt), ("Model", made.Model),
            ("Seed", made.Seed), ("Dimensions", made is { Width: { } width, Height: { } height } ? $"{width} × {height} px" : null),
            .. made.Settings.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (pair.Key, (string?)pair.Value)),
            ("Marked as AI-generated", made.DeclaredAi switch { true => "Yes", false => "No", null => null }),
            ("Content Credentials", made.HasContentCredentials ? "Present (not verified)" : null),
        ];
        return lines.Where(line => line.Value is not null).Select(line => new PostDetail(line.Name, line.Value!));
    }
}
