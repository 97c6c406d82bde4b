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

/// <summary>Saves a video frame as an image: a separate file, and a post in the family of the video.</summary>
public sealed class SaveFrame(IQuerySession query, FindLocalFile files, StoreUpload uploads, FfmpegTools tools, ISessionFactory sessions,
    TimeProvider clock)
{
    /// <summary>The derivation of a saved frame. <see cref="Post.ExtendsFrom"/> is its time in the video.</summary>
    public const string Derivation = "frame";

    /// <summary>Saves the frame that a player shows at the given time. Repeating the call changes nothing.</summary>
    /// <param name="videoId">ID of the video's post.</param>
    /// <param name="at">Time in seconds from the start.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Null if the library has no such video, or its file is missing.</returns>
    /// <exception cref="UnreadableMediaException">No frame can be extracted; the message says why.</exception>
    public async Task<SavedFrame?> RunAsync(Guid videoId, double at, CancellationToken ct)
    {
        if (await query.LoadAsync<Post>(videoId, ct) is not { Kind: MediaKind.Video } video
            || await files.ForPostAsync(video, ct) is not var (file, _))
            return null;
        var frameBytes = await new VideoFrameReader(tools).ReadShownFrameAsync(file.FullPath, at, ct)
            ?? throw new UnreadableMediaException("The video has no frame at this time.");
        using var stream = new MemoryStream(frameBytes, writable: false);
        // The name omits the video's ID, because matching would take the frame for the video's thumbnail.
        var upload = await uploads.StoreAsync(string.Create(CultureInfo.InvariantCulture, $"frame at {at:0.###} s.png"), stream, ct);
        return upload.File is { } storedFile ? await CreatePostAsync(videoId, storedFile.Id, at, ct)
            : throw new UnreadableMediaException(upload.Refusal ?? "The frame can't be stored.");
    }

    private async Task<SavedFrame?> CreatePostAsync(Guid videoId, string sha256, double seconds, CancellationToken ct)
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
            ExtendsFrom = Math.Round(seconds, 3),
            MimeType = file.Mime,
            Width = file.Properties?.Width,
            Height = file.Properties?.Height,
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
