using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Marten;
using Sovia.Library;
using Sovia.Library.Dates;
using Sovia.Library.Writing;
using Sovia.Media.Matching;
using Sovia.Media.Review;
using Sovia.Media.Scanning;
using Sovia.Metadata.Decoding;

namespace Sovia.Media.Frames;

/// <summary>Saves a frame of a video as a still: a file of its own, and a post in the family of the video.</summary>
public sealed class SaveFrame(IQuerySession query, FindLocalFile files, StoreUpload uploads, FfmpegTools tools, ISessionFactory sessions,
    TimeProvider clock)
{
    /// <summary>The derivation of a saved frame. <see cref="Post.ExtendsFrom"/> is its time in the video.</summary>
    public const string Derivation = "frame";

    /// <summary>Saves the frame that a player shows at a time. Repeating the call changes nothing.</summary>
    /// <param name="videoId">The video.</param>
    /// <param name="at">Time in seconds from the start.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Null if the library has no such video, or its file is missing.</returns>
    /// <exception cref="UnreadableMediaException">No frame can be extracted; the message says why.</exception>
    public async Task<SavedFrame?> RunAsync(Guid videoId, double at, CancellationToken ct)
    {
        if (await query.LoadAsync<Post>(videoId, ct) is not { Kind: MediaKind.Video } video
            || await files.ForPostAsync(video, ct) is not var (file, _))
            return null;
        var picture = await new ClipFrameReader(tools).ReadShownFrameAsync(file.FullPath, at, ct)
            ?? throw new UnreadableMediaException("The video has no frame at this time.");
        using var content = new MemoryStream(picture, writable: false);
        // A name without the ID of the video, of which it would be taken for the thumbnail.
        var upload = await uploads.StoreAsync(string.Create(CultureInfo.InvariantCulture, $"frame at {at:0.###} s.png"), content, ct);
        return upload.File is { } stored ? await CreatePostAsync(videoId, stored.Id, at, ct)
            : throw new UnreadableMediaException(upload.Refusal ?? "The frame can't be stored.");
    }

    private async Task<SavedFrame?> CreatePostAsync(Guid videoId, string sha256, double at, CancellationToken ct)
    {
        await using var session = sessions.OpenSession();
        await LibraryWriteLock.AcquireAsync(session, ct);
        var id = ComputePostId(sha256, videoId);
        if (await session.LoadAsync<Post>(id, ct) is not null) return new(id, IsNew: false);
        var work = new FileUnitOfWork(session);
        await work.LoadAsync([sha256], ct);
        if (await session.LoadAsync<Post>(videoId, ct) is not { } video || work.FindFile(sha256) is not { } file) return null;
        work.Store(new Post
        {
            Id = id,
            ParentId = videoId,
            RootId = video.RootId,
            Kind = MediaKind.Image,
            CreatedAt = Microseconds.Truncate(clock.GetUtcNow()),
            OwnerId = video.OwnerId,
            Restricted = video.Restricted,
            Derivation = Derivation,
            ExtendsFrom = Math.Round(at, 3),
            MimeType = file.Mime,
            Width = file.Facts?.Width,
            Height = file.Facts?.Height,
        });
        work.Store(FileMatch.Create(sha256, id, FileRole.Media, Derivation, 1, byHand: true));
        work.Store(file with { State = FileState.Matched, Candidates = [] });
        await work.SaveChangesAsync(ct);
        return new(id, IsNew: true);
    }

    // Two videos may have the same frame, such as a black one; each gets its own post.
    private static Guid ComputePostId(string sha256, Guid videoId) =>
        CreatePostFromFile.ComputePostId(Convert.ToHexString(SHA256.HashData(Encoding.ASCII.GetBytes($"{sha256}:{videoId}"))));
}
