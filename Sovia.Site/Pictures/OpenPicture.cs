using System.Globalization;

namespace Sovia.Pictures;

/// <summary>Opens the thumbnails of posts and files, and builds them if needed.</summary>
public sealed class OpenPicture(FindPictureSource sources, PictureFolder folder, BuildPictures build)
{
    private const string MissingMessage = "The file is not saved on your server.";

    /// <summary>Opens a variant of a post's image or poster.</summary>
    /// <returns>The picture and its file name without extension; null if the post is unknown or its file is missing.</returns>
    public async Task<(PictureResult Picture, string Name)?> ForPostAsync(Guid postId, PictureVariant variant, PictureFormat format,
        CancellationToken ct)
    {
        if (await sources.ForPostAsync(postId, ct) is not var (post, source)) return null;
        var key = new PictureKey(source.Sha256, variant, format);
        var date = post.CreatedAt?.UtcDateTime.ToString("yyyy-MM-dd_", CultureInfo.InvariantCulture);
        var picture = folder.Open(key) is { } stream ? new(key, stream, null) : await BuildAsync(key, source, ct);
        return (picture, $"{date}{post.Id.ToString("N")[..8]}-{variant.Name}");
    }

    /// <summary>Opens a variant of the file with this hash. Serves a picture that is already built without querying the database.</summary>
    /// <exception cref="ArgumentException">The key's hash is invalid.</exception>
    public async Task<PictureResult> ByHashAsync(PictureKey key, CancellationToken ct)
    {
        if (folder.Open(key) is { } stream) return new(key, stream, null);
        return await sources.ByHashAsync(key.Sha256, ct) is { } source ? await BuildAsync(key, source, ct) : new(key, null, MissingMessage);
    }

    private async Task<PictureResult> BuildAsync(PictureKey key, PictureSource source, CancellationToken ct)
    {
        var problem = await build.EnsureBuiltAsync(key, source, wanted: true, ct);
        var stream = problem is null ? folder.Open(key) : null;
        return new(key, stream, stream is null ? problem ?? "The thumbnail is no longer available." : null);
    }
}
