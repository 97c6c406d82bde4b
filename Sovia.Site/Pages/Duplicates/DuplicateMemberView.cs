using System.Globalization;
using Sovia.Duplicates.Queue;
using Sovia.Library;
using Sovia.Metadata.Decoding;
using Sovia.Pages.Import;

namespace Sovia.Pages.Duplicates;

/// <summary>An item beside others that look like it.</summary>
/// <param name="Queued">The item.</param>
/// <param name="Thumbnail">A small picture of it, or null.</param>
/// <param name="Details">Its size, format and date, in words.</param>
/// <param name="Evidence">What speaks for it against the others of its group.</param>
public sealed record DuplicateMemberView(QueuedPost Queued, Thumbnail? Thumbnail, string Details, IReadOnlyList<string> Evidence)
{
    /// <summary>Whether it is blurred until its user asks to see it.</summary>
    public bool IsBlurred { get; init; }

    /// <summary>The post.</summary>
    public Post Post => Queued.Post;

    /// <summary>Its page.</summary>
    public string Url => $"/posts/{Post.Id}";

    /// <summary>What it is called: its words where it has some.</summary>
    public string Name => Post.Title ?? Post.UserPrompt ?? Post.Caption ?? MediaKindName.Format(Post.Kind);

    /// <summary>How far it is from the others, in words.</summary>
    public string DistanceText => Queued.Distance == 0 ? "Same look" : $"{Queued.Distance} of 64 bits differ";

    /// <summary>An item of a group, or by itself.</summary>
    public static DuplicateMemberView FromPost(QueuedPost post, QueuedGroup? group, FfmpegTools tools) => new(
        post, Thumbnail.ForPost(post.Post.Id, post.Post.Kind, post.Post.File, false, tools), FactsOf(post), group is null ? []
        : [.. group.GetEvidence(post)]);

    private static string FactsOf(QueuedPost post) => string.Join(" · ", new[]
    {
        post.Post.File is { Width: { } width, Height: { } height } ? string.Create(CultureInfo.InvariantCulture, $"{width} × {height}")
        : null,
        post.Seconds > 0 ? string.Create(CultureInfo.InvariantCulture, $"{post.Seconds:0.#} s") : null,
        post.Bytes > 0 ? ImportStateView.FormatBytes(post.Bytes) : null,
        post.Post.File?.Mime.Split('/')[^1].ToUpperInvariant(),
    }.OfType<string>());
}
