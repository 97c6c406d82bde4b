using Sovia.Culling;
using Sovia.Curation;
using Sovia.Library;
using Sovia.Library.Browsing;
using Sovia.Media;
using Sovia.Metadata.Decoding;
using Sovia.Pages.Gallery;
using Sovia.Pictures;

namespace Sovia.Pages.Cull;

/// <summary>Reads a page of a cull.</summary>
public sealed class ReadCullPage(OpenPost open, BrowseLibrary library, CountMatches counts, ReadAnnotations annotations,
    FindUnscannedFiles unscanned, CullStore cullStore, FfmpegTools tools, BlurredItems blurred)
{
    /// <summary>Returns the cull URLs of a query.</summary>
    public static CullUrls GetUrls(GalleryRequest galleryRequest) => new(galleryRequest.Query.ToQueryString());

    /// <summary>Returns a post of a cull; null if the list is empty or the library does not have the post.</summary>
    /// <param name="request">The request.</param>
    /// <param name="galleryRequest">The query.</param>
    /// <param name="address">The cull.</param>
    /// <param name="at">The post; null for the first of the list.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<CullView?> ReadAsync(HttpRequest request, GalleryRequest galleryRequest, CullUrls address, Guid? at,
        CancellationToken ct)
    {
        at ??= (await library.ReadPageAsync(galleryRequest.List, PagePosition.Top, ct)).Families is [var first, ..] ? first.CoverId : null;
        if (at is not { } id || await open.OpenAsync(id, galleryRequest.List, ct) is not { } view) return null;
        IReadOnlyList<Post> members = galleryRequest.List.Unit == Sovia.Query.ListUnit.Post ? [view.Post]
            : [.. view.Posts.Where(member => !member.IsStub)];
        var savedUrls = await unscanned.FindPresentAsync(view.Post.File is null ? [(view.Post.MediaUrl, view.Post.MimeType)] : [], ct);
        return new(
            view.Post, members, await cullStore.LoadAsync(address.CullId, ct), (await annotations.ReadAsync([id], ct)).GetValueOrDefault(id)
            ?? new() { Id = id }, address, await counts.CountAsync(galleryRequest.List, ct))
        {
            PreviousId = view.Previous?.CoverId,
            NextId = view.Next?.CoverId,
            PreloadUrl = view.Next is { CoverFile: { } file } ? PictureUrls.GetUrl(file, 1024) : null,
            Thumbnails = CullView.GetThumbnails(members, tools),
            BlurredIds = await blurred.FindAsync(request, [.. members.Select(member => member.Id).Append(id).Distinct()], ct),
            HasFile = view.Post.File is { Missing: false } || savedUrls.Count > 0,
        };
    }
}
