using Sovia.Culling;
using Sovia.Curation;
using Sovia.Library;
using Sovia.MediaFiles;
using Sovia.MediaFiles.Pictures;
using Sovia.Pages.Gallery;

namespace Sovia.Pages.Cull;

/// <summary>Reads a page of a cull.</summary>
public sealed class OpenCull(OpenPost open, BrowseLibrary library, CountMatches counts, ReadAnnotations annotations, FindUnscanned unscanned, Culls culls, FrameTools tools)
{
    /// <summary>The addresses that a query belongs to.</summary>
    public static CullAddress AddressOf(Asked asked) => new(asked.Query.ToQueryString());

    /// <summary>A post of a cull; null where the list is empty, or where the library has no such post.</summary>
    /// <param name="asked">The query.</param>
    /// <param name="address">The cull.</param>
    /// <param name="at">The post; null for the first of the list.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<CullView?> AtAsync(Asked asked, CullAddress address, Guid? at, CancellationToken ct)
    {
        at ??= (await library.PageAsync(asked.List, Place.Top, ct)).Families is [var first, ..] ? first.CoverId : null;
        if (at is not { } id || await open.ByIdAsync(id, asked.List, ct) is not { } view) return null;
        IReadOnlyList<Post> members = asked.List.Unit == Library.Search.Unit.Post ? [view.Post] : [.. view.Posts.Where(member => !member.IsStub)];
        var here = await unscanned.HereAsync(view.Post.File is null ? [(view.Post.MediaUrl, view.Post.MimeType)] : [], ct);
        return new(
            view.Post, members, await culls.OfAsync(address.Cull, ct), (await annotations.OfAsync([id], ct)).GetValueOrDefault(id) ?? new() { Id = id }, address, await counts.OfAsync(asked.List, ct))
        {
            Before = view.Newer?.CoverId,
            After = view.Older?.CoverId,
            Ahead = view.Older is { CoverFile: { } file } ? PictureAddress.Of(file, 1024) : null,
            Pictures = CullView.PicturesOf(members, tools),
            HasBytes = view.Post.File is { Missing: false } || here.Count > 0,
        };
    }
}
