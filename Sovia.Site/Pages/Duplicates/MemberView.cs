using System.Globalization;
using Sovia.Duplicates.Queue;
using Sovia.Library;
using Sovia.MediaFiles.Pictures;
using Sovia.Pages.Import;

namespace Sovia.Pages.Duplicates;

/// <summary>An item beside others that look like it.</summary>
/// <param name="Queued">The item.</param>
/// <param name="Picture">A small picture of it, or null.</param>
/// <param name="Facts">Its size, format and date, in words.</param>
/// <param name="Evidence">What speaks for it against the others of its group.</param>
public sealed record MemberView(QueuedPost Queued, Picture? Picture, string Facts, IReadOnlyList<string> Evidence)
{
    /// <summary>Whether it is blurred until its user asks to see it.</summary>
    public bool IsBlurred { get; init; }

    /// <summary>The post.</summary>
    public Post Post => Queued.Post;

    /// <summary>Its page.</summary>
    public string Address => $"/posts/{Post.Id}";

    /// <summary>What it is called: its words where it has some.</summary>
    public string Name => Post.Title ?? Post.UserPrompt ?? Post.Caption ?? KindName.Of(Post.Kind);

    /// <summary>How far it is from the others, in words.</summary>
    public string Likeness => Queued.Distance == 0 ? "Same look" : $"{Queued.Distance} of 64 bits differ";

    /// <summary>An item of a group, or by itself.</summary>
    public static MemberView Of(QueuedPost post, QueuedGroup? group, FrameTools tools) => new(
        post, Picture.Of(post.Post.Id, post.Post.Kind, post.Post.File, false, tools), FactsOf(post), group is null ? [] : [.. group.EvidenceFor(post)]);

    private static string FactsOf(QueuedPost post) => string.Join(" · ", new[]
    {
        post.Post.File is { Width: { } width, Height: { } height } ? string.Create(CultureInfo.InvariantCulture, $"{width} × {height}") : null,
        post.Seconds > 0 ? string.Create(CultureInfo.InvariantCulture, $"{post.Seconds:0.#} s") : null,
        post.Bytes > 0 ? RunState.Size(post.Bytes) : null,
        post.Post.File?.Mime.Split('/')[^1].ToUpperInvariant(),
    }.OfType<string>());
}
