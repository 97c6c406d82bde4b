using Sovia.Library;

namespace Sovia.Media.Matching;

/// <summary>The posts that the files of a batch ask for, to be read in a few queries however many ask.</summary>
internal sealed class PostLookupRequest
{
    /// <summary>Posts by id, with the kinds of file that named them.</summary>
    public Dictionary<Guid, HashSet<MediaKind>> Ids { get; } = [];

    /// <summary>Posts whose children are wanted in any case.</summary>
    public HashSet<Guid> Parents { get; } = [];

    /// <summary>First eight digits of ids.</summary>
    public HashSet<string> Prefixes { get; } = [];

    /// <summary>Whole seconds in which a post was made.</summary>
    public HashSet<DateTimeOffset> Seconds { get; } = [];

    /// <summary>Addresses of sound tracks.</summary>
    public HashSet<string> AudioUrls { get; } = [];

    /// <summary>Asks for a post that a file of this kind names.</summary>
    public void AddPost(Guid id, MediaKind kind)
    {
        if (!Ids.TryGetValue(id, out var kinds)) Ids[id] = kinds = [];
        kinds.Add(kind);
    }
}
