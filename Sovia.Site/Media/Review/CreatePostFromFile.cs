using Marten;
using Sovia.Library;
using Sovia.Library.Dates;
using Sovia.Library.Writing;
using Sovia.Media.Matching;
using Sovia.Metadata;

namespace Sovia.Media.Review;

/// <summary>Creates a post from an unmatched file, because media without a post are worth keeping too.</summary>
public sealed class CreatePostFromFile(ISessionFactory sessions)
{
    private static readonly string[] DateSettingNames = ["Created Date", "Creation Time", "Date", "date"];

    /// <summary>Creates the post. Repeating the call changes nothing.</summary>
    /// <param name="sha256">SHA-256 of the file.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The post's ID, or null if the file is unknown, already has a post, or is neither an image nor a video.</returns>
    public async Task<Guid?> RunAsync(string sha256, CancellationToken ct)
    {
        await using var session = sessions.OpenSession();
        await LibraryWriteLock.AcquireAsync(session, ct);
        var work = new FileUnitOfWork(session);
        await work.LoadAsync([sha256], ct);
        if (work.FindFile(sha256) is not { } file || file.Kind == MediaKind.Unknown) return null;
        var id = ComputePostId(sha256);
        if (work.GetMatches(sha256).ToList() is { Count: > 0 } matches) return matches.Exists(match => match.PostId == id) ? id : null;
        if (await session.LoadAsync<Post>(id, ct) is null) work.Store(CreatePost(id, file, [.. work.GetLocations(sha256)]));
        work.Store(FileMatch.Create(sha256, id, FileRole.Media, "taken-in", 1, byHand: true));
        work.Store(file with { State = FileState.Matched, Candidates = [] });
        await work.SaveChangesAsync(ct);
        return id;
    }

    /// <summary>Computes a version 8 UUID from the hash, so that the same content becomes the same post on every machine.</summary>
    public static Guid ComputePostId(string sha256)
    {
        var bytes = Convert.FromHexString(sha256).AsSpan(0, 16);
        bytes[6] = (byte)(bytes[6] & 0x0F | 0x80);
        bytes[8] = (byte)(bytes[8] & 0x3F | 0x80);
        return new(bytes, bigEndian: true);
    }

    private static Post CreatePost(Guid id, MediaFile file, IReadOnlyList<FileLocation> locations) => PostLimits.Apply(new()
    {
        Id = id,
        RootId = id,
        Kind = file.Kind,
        CreatedAt = FindDate(file.Embedded) ?? (locations.Count > 0 ? Microseconds.Truncate(locations.Min(location => location.ModifiedAt))
            : null),
        Prompt = file.Embedded?.Prompt,
        Model = file.Embedded?.Model,
        MimeType = file.Mime,
        Width = file.Properties?.Width ?? file.Embedded?.Width,
        Height = file.Properties?.Height ?? file.Embedded?.Height,
        Duration = file.Properties?.Duration,
    });

    private static DateTimeOffset? FindDate(EmbeddedMetadata? embedded)
    {
        foreach (var name in DateSettingNames)
            if (embedded?.Settings.TryGetValue(name, out var text) == true && LooseDateParser.Parse(text) is { } date) return date;
        return null;
    }
}
