using Marten;
using Sovia.Library;

namespace Sovia.MediaFiles.Pictures;

/// <summary>Opens the larger rendition or the sound track of a post.</summary>
public sealed class OpenCompanion(IQuerySession session, LocalMedia media)
{
    /// <summary>The bytes, or null where they are not here. The caller disposes the stream.</summary>
    public async Task<OpenedMedia?> OfPostAsync(Guid postId, Companion companion, CancellationToken ct)
    {
        if (await session.LoadAsync<Post>(postId, ct) is not { } post) return null;
        string?[] addresses = companion == Companion.Hd ? [post.Hd1080Url, post.HdUrl] : [.. post.AudioUrls];
        var type = companion == Companion.Hd ? post.MimeType : null;
        return addresses.Select(address => media.Find(address, type)).FirstOrDefault(file => file is not null) is { } found
            ? await OpenAsync(post, found, companion, ct)
            : null;
    }

    private static async Task<OpenedMedia?> OpenAsync(Post post, LocalFile file, Companion companion, CancellationToken ct)
    {
        try
        {
            var bytes = file.Open();
            var head = new byte[MediaType.HeadLength];
            var read = await bytes.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, ct);
            bytes.Position = 0;
            var opened = OpenedMedia.Of(post, file, MediaType.Of(head.AsSpan(0, read)), bytes);
            var stem = Path.GetFileNameWithoutExtension(opened.Name);
            return opened with { Name = $"{stem}-{(companion == Companion.Hd ? "hd" : "audio")}{opened.Type.Extension}" };
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
