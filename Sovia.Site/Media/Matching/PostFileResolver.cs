using System.Text.Encodings.Web;
using System.Text.Json;
using Sovia.Library;
using Sovia.Metadata;

namespace Sovia.Media.Matching;

/// <summary>Resolves the file data of a post.</summary>
internal static class PostFileResolver
{
    /// <summary>Returns the post with its best file, and with the prompt embedded in the file if the post has none.</summary>
    /// <param name="post">The post.</param>
    /// <param name="files">Its files.</param>
    /// <param name="nameOf">Returns the quality of a content's names; without it, all names are equal.</param>
    public static Post Resolve(Post post, IReadOnlyCollection<(FileMatch Match, MediaFile File)> files,
        Func<string, FileNameQuality>? nameOf = null)
    {
        var best = files
            .Where(pair => pair.Match.Role is FileRole.Media or FileRole.Hd
                && (pair.Match.IsManual || !FileSignatures.IsUnplayable(pair.File.Mime)))
            .OrderByDescending(pair => pair.File.Present)
            .ThenByDescending(pair => pair.Match.IsManual)
            .ThenBy(pair => pair.File.Damage is not null)
            .ThenBy(pair => pair.File.Problem is not null)
            .ThenBy(pair => pair.Match.Role)
            .ThenBy(pair => nameOf?.Invoke(pair.File.Id))
            .ThenByDescending(pair => CountPixels(pair.File))
            .ThenByDescending(pair => pair.Match.Confidence)
            .ThenByDescending(pair => pair.File.Length)
            .ThenBy(pair => pair.File.Id, StringComparer.Ordinal)
            .FirstOrDefault();
        if (best.File is not { } file) return post.File is null ? post : post with { File = null };
        return FileMetadata.ApplyTo(ClearFilePrompt(post) with
        {
            File = CreatePostFile(best.Match, file),
            FileMetadata = file.Embedded is { } embedded && (embedded.Prompt ?? embedded.Model ?? embedded.Seed) is not null
            ? new(embedded.Prompt, embedded.Model, embedded.Seed) : post.FileMetadata,
        });
    }

    // Clears a prompt that came only from the file.
    private static Post ClearFilePrompt(Post post) =>
        post is { OriginalPrompt: null, FileMetadata.Prompt: { } text } && post.Prompt == text && !post.Raw.Any(raw => HasText(raw, text))
        ? post with { Prompt = null } : post;

    private static bool HasText(string raw, string text) =>
        raw.Contains(JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString(), StringComparison.Ordinal);

    private static PostFile CreatePostFile(FileMatch match, MediaFile file) => new()
    {
        Sha256 = file.Id,
        Mime = file.Mime,
        Length = file.Length,
        Width = file.Properties?.Width ?? file.Embedded?.Width,
        Height = file.Properties?.Height ?? file.Embedded?.Height,
        Duration = file.Properties?.Duration,
        ThumbHash = file.Properties?.ThumbHash,
        Method = match.Method,
        Missing = !file.Present,
        Damaged = file.Damage is not null,
    };

    private static long CountPixels(MediaFile file) =>
        (long)(file.Properties?.Width ?? file.Embedded?.Width ?? 0) * (file.Properties?.Height ?? file.Embedded?.Height ?? 0);
}
