using System.Globalization;
using Sovia.Library;
using Sovia.Media;
using Sovia.Media.Frames;
using Sovia.Query;
using Sovia.Query.Facets;
using Sovia.Query.Language;
using Sovia.Web;

namespace Sovia.Pages.Posts;

/// <summary>
/// Returns the details of a post. Omits unknown values, except the like. Links values that can be filtered to the posts that share them.
/// </summary>
public static class PostDetails
{
    /// <summary>Returns its kind, size, date and origin.</summary>
    /// <param name="post">The post.</param>
    /// <param name="zone">The time zone of the day that the date links to.</param>
    public static IEnumerable<PostDetail> GetProperties(Post post, TimeZoneInfo zone)
    {
        yield return new("Type", MediaKindName.Format(post.Kind))
        { Url = post.Kind switch { MediaKind.Image => "/?type=image", MediaKind.Video => "/?type=video", _ => null } };
        if (post.Title is { } title) yield return new("Title", title);
        if (post.Model is { } model)
            yield return new("Model", ModelName.ToDisplayName(model) ?? model) { Title = model, Url = GetFilterUrl("model", model) };
        if (post.Mode is { } mode) yield return new("Mode", FriendlyName.Format(mode)) { Title = mode, Url = GetFilterUrl("mode", mode) };
        // Links to posts, because the date of a family is that of its cover, which may be another day.
        if (post.CreatedAt is { } createdAt)
            yield return new("Created", "")
            {
                Time = createdAt,
                Url = $"{GetSearchUrl($"date:{TimeZoneInfo.ConvertTime(createdAt, zone).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}")}&unit=post"
            };
        if (post.Size is { } size)
            yield return new("Dimensions", $"{FormatNumber(size.Width)} × {FormatNumber(size.Height)} px")
            { Url = GetSearchUrl(string.Create(CultureInfo.InvariantCulture, $"size:{size.Width}x{size.Height}")) };
        if (post.FileMetadata is { Seed: { } seed })
            yield return CreateCodeDetail("Seed", seed) with { Url = GetSearchUrl($"seed:{ValueItem.QuoteIfNeeded(seed)}") };
        if ((post.Duration ?? post.File?.Duration) is { } seconds) yield return new("Duration", $"{FormatNumber(seconds)} s");
        if (post.ResolutionName is { } resolution) yield return new("Resolution", resolution);
        if (FamilyTreeNode.GetDerivationName(post) is { } derivation) yield return new("Derivation", derivation) { Title = post.Derivation };
        if (post.ExtendsFrom is { } startSeconds)
            yield return new(post.Derivation == SaveFrame.Derivation ? "Time in the video" : "Extended from", $"{FormatNumber(startSeconds)} s");
        if (post.MimeType is { } mime) yield return new("Format", mime);
        yield return new("Liked", post.Liked switch { true => "Yes", false => "No", null => "Unknown" });
        foreach (var flag in GetFlags(post)) yield return flag;
    }

    /// <summary>Returns its ids: owner, parent, references and conversation.</summary>
    public static IEnumerable<PostDetail> GetRelations(Post post)
    {
        yield return CreateCodeDetail("ID", post.Id.ToString());
        if (post.ParentId is { } parent) yield return CreateCodeDetail("Made from", parent.ToString()) with { Url = $"/posts/{parent}" };
        foreach (var reference in post.References)
            yield return CreateCodeDetail("Reference", reference.ToString()) with { Url = $"/posts/{reference}" };
        if (post.OwnerId is { } owner) yield return CreateCodeDetail("Owner", owner.ToString()) with { Url = GetSearchUrl($"owner:{owner}") };
        if (post.ConversationId is { } conversation) yield return CreateCodeDetail("Conversation", conversation);
    }

    /// <summary>Returns the imports that contained it.</summary>
    public static IEnumerable<PostDetail> GetImports(PostDetailsView view) =>
        view.Runs.Select(run => new PostDetail("Imported", "") { Time = run.At, Url = $"/import/{run.Run}" });

    /// <summary>Returns its files on disk.</summary>
    public static IEnumerable<PostDetail> GetFiles(PostDetailsView view) => view.Files.Select(file => new PostDetail(
        $"{file.Role switch { FileRole.Media => "Original", FileRole.Hd => "Upscaled", FileRole.Source => "Source image", var role => $"{role}" }}, {ByteSize.Format(file.Length)}",
        $"{Path.Join(file.Root, file.Path)}{(file.IsMissing ? " (not found at the moment)" : "")}")
    { IsCode = true });

    /// <summary>Returns its URLs on Grok's servers, as text to copy; the page never loads them.</summary>
    public static IEnumerable<PostDetail> GetSourceUrls(Post post)
    {
        (string Name, string? Url)[] namedUrls =
        [
            ("Media", post.MediaUrl), ("Thumbnail", post.ThumbnailUrl), ("Last frame", post.LastFrameUrl),
            ("720p", post.HdUrl), ("1080p", post.Hd1080Url), ("Watermarked", post.WatermarkedUrl),
        ];
        return namedUrls.Concat(post.AudioUrls.Select(url => ("Audio", (string?)url)))
            .Where(item => item.Item2 is not null)
            .Select(item => CreateCodeDetail(item.Item1, item.Item2!));
    }

    private static IEnumerable<PostDetail> GetFlags(Post post)
    {
        (string Name, bool? Stated)[] flags =
        [
            ("Moderated", post.Moderated), ("Adult content", post.Restricted), ("Uploaded", post.Uploaded),
            ("Watermarked", post.Watermarked),
        ];
        return flags.Where(flag => flag.Stated is not null).Select(flag => new PostDetail(flag.Name, flag.Stated == true ? "Yes" : "No"));
    }

    /// <summary>Returns the gallery URL of everything with a facet value.</summary>
    public static string GetFilterUrl(string facet, string name) =>
        $"/?{facet}={Uri.EscapeDataString(Facet.Find(facet)!.FormatValue(name))}";

    private static string GetSearchUrl(string search) => $"/?search={Uri.EscapeDataString(search)}";

    private static PostDetail CreateCodeDetail(string name, string value) => new(name, value) { IsCode = true };

    private static string FormatNumber(double value) => value.ToString("#,0.###", CultureInfo.InvariantCulture);
}
