using Sovia.Library;

namespace Sovia.Media.Matching;

/// <summary>The posts requested for a batch of files, read in a few queries for the whole batch.</summary>
internal sealed class PostLookupRequest
{
    /// <summary>Requested posts by ID, with the kinds of file that named them.</summary>
    public Dictionary<Guid, HashSet<MediaKind>> Ids { get; } = [];

    /// <summary>Posts whose children are always requested.</summary>
    public HashSet<Guid> Parents { get; } = [];

    /// <summary>ID prefixes of eight digits.</summary>
    public HashSet<string> Prefixes { get; } = [];

    /// <summary>Creation times of posts, in whole seconds.</summary>
    public HashSet<DateTimeOffset> Seconds { get; } = [];

    /// <summary>URLs of audio tracks.</summary>
    public HashSet<string> AudioUrls { get; } = [];

    /// <summary>Requests a post that a file of this kind names.</summary>
    public void AddPost(Guid id, MediaKind kind)
    {
        if (!Ids.TryGetValue(id, out var kinds)) Ids[id] = kinds = [];
        kinds.Add(kind);
    }
}
