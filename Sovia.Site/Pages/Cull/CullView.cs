using Sovia.Culling;
using Sovia.Curation;
using Sovia.Library;
using Sovia.Metadata.Decoding;

namespace Sovia.Pages.Cull;

/// <summary>One post of a cull, with its neighbours.</summary>
/// <param name="Post">The post.</param>
/// <param name="Members">The members of its family in this cull, including the post.</param>
/// <param name="State">The verdicts so far.</param>
/// <param name="Annotation">The post's annotation.</param>
/// <param name="Urls">The URLs of this cull.</param>
/// <param name="Total">The number of items in the query.</param>
public sealed record CullView(Post Post, IReadOnlyList<Post> Members, CullState State, Annotation Annotation, CullUrls Urls, int Total)
{
    /// <summary>The previous item of the list; null at its start.</summary>
    public Guid? PreviousId { get; init; }

    /// <summary>The next item of the list; null at its end.</summary>
    public Guid? NextId { get; init; }

    /// <summary>A thumbnail to prefetch; null if there is none.</summary>
    public string? PreloadUrl { get; init; }

    /// <summary>Thumbnails of the members, by post.</summary>
    public required IReadOnlyDictionary<Guid, Thumbnail> Thumbnails { get; init; }

    /// <summary>The members that are blurred until revealed.</summary>
    public required IReadOnlySet<Guid> BlurredIds { get; init; }

    /// <summary>Whether the post is blurred until revealed.</summary>
    public bool IsBlurred => BlurredIds.Contains(Post.Id);

    /// <summary>Whether the post's file is saved.</summary>
    public bool HasFile { get; init; }

    /// <summary>The verdict on the post.</summary>
    public CullVerdict Verdict => State.GetVerdict(Post.Id);

    /// <summary>The previous member; null for the first.</summary>
    public Guid? PreviousMemberId => Members.TakeWhile(member => member.Id != Post.Id).LastOrDefault()?.Id;

    /// <summary>The next member; null for the last.</summary>
    public Guid? NextMemberId => Members.SkipWhile(member => member.Id != Post.Id).Skip(1).FirstOrDefault()?.Id;

    /// <summary>
    /// Returns the URL to open after a verdict: the next member without a verdict, otherwise the next item, otherwise the summary.
    /// </summary>
    /// <param name="decided">The posts that then have a verdict.</param>
    public string GetNextUrl(ICollection<Guid> decided) =>
        Members.SkipWhile(member => member.Id != Post.Id)
        .FirstOrDefault(member => !decided.Contains(member.Id) && State.GetVerdict(member.Id) == CullVerdict.None) is { } member
        ? Urls.GetPostUrl(member.Id)
        : NextId is { } nextId ? Urls.GetPostUrl(nextId) : Urls.FinishUrl;

    /// <summary>Returns the thumbnails of the members.</summary>
    public static IReadOnlyDictionary<Guid, Thumbnail> GetThumbnails(IEnumerable<Post> members, FfmpegTools tools) => members
        .Select(member => (member.Id, Picture: Thumbnail.ForPost(member.Id, member.Kind, member.File, hasUnscannedFile: false, tools)))
        .Where(entry => entry.Picture is not null).ToDictionary(entry => entry.Id, entry => entry.Picture!);
}
