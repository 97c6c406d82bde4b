using Sovia.Culling;
using Sovia.Curation;
using Sovia.Library;
using Sovia.Metadata.Decoding;

namespace Sovia.Pages.Cull;

/// <summary>One post of a cull, and the ways on from it.</summary>
/// <param name="Post">What is shown.</param>
/// <param name="Members">Its family as far as it is culled with it, the post among them.</param>
/// <param name="State">What was decided so far.</param>
/// <param name="Annotation">What is decided about the post for good.</param>
/// <param name="Urls">Where pages of this cull are.</param>
/// <param name="Total">How many items the query has.</param>
public sealed record CullView(Post Post, IReadOnlyList<Post> Members, CullState State, Annotation Annotation, CullUrls Urls, int Total)
{
    /// <summary>The item before in the list; null at its start.</summary>
    public Guid? PreviousId { get; init; }

    /// <summary>The item after in the list; null at its end.</summary>
    public Guid? NextId { get; init; }

    /// <summary>A small picture to fetch ahead; null where there is none.</summary>
    public string? PreloadUrl { get; init; }

    /// <summary>Small pictures of the members, by post.</summary>
    public required IReadOnlyDictionary<Guid, Thumbnail> Thumbnails { get; init; }

    /// <summary>Whether its bytes are here.</summary>
    public bool HasFile { get; init; }

    /// <summary>What was decided about the post.</summary>
    public CullVerdict Verdict => State.GetVerdict(Post.Id);

    /// <summary>The member above; null for the first.</summary>
    public Guid? PreviousMemberId => Members.TakeWhile(member => member.Id != Post.Id).LastOrDefault()?.Id;

    /// <summary>The member below; null for the last.</summary>
    public Guid? NextMemberId => Members.SkipWhile(member => member.Id != Post.Id).Skip(1).FirstOrDefault()?.Id;

    /// <summary>
    /// Where to go once something was decided about the post: the next member about which nothing is, else the next item, else the end.
    /// </summary>
    /// <param name="decided">What is decided of by then.</param>
    public string GetNextUrl(ICollection<Guid> decided) =>
        Members.SkipWhile(member => member.Id != Post.Id)
        .FirstOrDefault(member => !decided.Contains(member.Id) && State.GetVerdict(member.Id) == CullVerdict.None) is { } member
        ? Urls.GetPostUrl(member.Id)
        : NextId is { } after ? Urls.GetPostUrl(after) : Urls.FinishUrl;

    /// <summary>The addresses of pictures of the members.</summary>
    public static IReadOnlyDictionary<Guid, Thumbnail> GetThumbnails(IEnumerable<Post> members, FfmpegTools tools) => members
        .Select(member => (member.Id, Picture: Thumbnail.ForPost(member.Id, member.Kind, member.File, isHere: false, tools)))
        .Where(one => one.Picture is not null).ToDictionary(one => one.Id, one => one.Picture!);
}
