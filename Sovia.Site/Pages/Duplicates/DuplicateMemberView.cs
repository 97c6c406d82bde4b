using System.Globalization;
using Sovia.Duplicates.Queue;
using Sovia.Library;
using Sovia.Metadata.Decoding;
using Sovia.Web;

namespace Sovia.Pages.Duplicates;

/// <summary>The view model of an item that resembles others.</summary>
/// <param name="Queued">The item.</param>
/// <param name="Thumbnail">Its thumbnail, or null.</param>
/// <param name="Details">Display text for its size, format and date.</param>
/// <param name="Evidence">Reasons to keep it rather than the others of its group.</param>
public sealed record DuplicateMemberView(QueuedPost Queued, Thumbnail? Thumbnail, string Details, IReadOnlyList<string> Evidence)
{
    /// <summary>Whether it is blurred until revealed.</summary>
    public bool IsBlurred { get; init; }

    /// <summary>The post.</summary>
    public Post Post => Queued.Post;

    /// <summary>The URL of the post.</summary>
    public string Url => $"/posts/{Post.Id}";

    /// <summary>The display name: its title, prompt or caption if it has one.</summary>
    public string Name => Post.Title ?? Post.UserPrompt ?? Post.Caption ?? MediaKindName.Format(Post.Kind);

    /// <summary>Display text for the hash distance to the others.</summary>
    public string DistanceText => Queued.Distance == 0 ? "Looks identical" : $"Nearly identical (difference {Queued.Distance} of 64)";

    /// <summary>Creates the view of an item, in a group or alone.</summary>
    public static DuplicateMemberView FromPost(QueuedPost post, QueuedGroup? group, FfmpegTools tools) => new(
        post, Thumbnail.ForPost(post.Post.Id, post.Post.Kind, post.Post.File, false, tools), GetDetails(post), group is null ? []
        : [.. group.GetEvidence(post)]);

    private static string GetDetails(QueuedPost post) => string.Join(" · ", new[]
    {
        post.Post.File is { Width: { } width, Height: { } height } ? string.Create(CultureInfo.InvariantCulture, $"{width} × {height}")
        : null,
        post.Seconds > 0 ? string.Create(CultureInfo.InvariantCulture, $"{post.Seconds:0.#} s") : null,
        post.Bytes > 0 ? ByteSize.Format(post.Bytes) : null,
        post.Post.File?.Mime.Split('/')[^1].ToUpperInvariant(),
    }.OfType<string>());
}
