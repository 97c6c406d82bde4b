using System.Collections.Concurrent;
using Sovia.Library;
using Sovia.Text;

namespace Sovia.Index;

/// <summary>Builds index rows from posts.</summary>
public static class IndexRowBuilder
{
    /// <summary>Builds the row of a family.</summary>
    /// <param name="family">The family's card.</param>
    /// <param name="posts">All members.</param>
    /// <param name="textCache">A cache of analysed texts, for callers that build many rows, because most members have the same texts as
    /// others.</param>
    public static IndexRow BuildFamily(Family family, IReadOnlyCollection<Post> posts,
        ConcurrentDictionary<string, AnalyzedText>? textCache = null) => new()
        {
            Id = family.Id,
            RootId = family.Id,
            CoverId = family.CoverId,
            SortAt = family.SortAt,
            IsDated = family.CreatedAt is not null,
            Kind = family.CoverKind,
            Liked = family.Liked,
            Model = family.Model,
            Models = family.Models,
            Modes = family.Modes,
            Hosts = [.. posts.Where(post => !post.IsStub).Select(post => post.MediaHost).Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)],
            Seeds = [.. posts.Select(post => post.FileMetadata?.Seed).OfType<string>().Distinct(StringComparer.Ordinal)],
            Owners = [.. posts.Select(post => post.OwnerId).OfType<Guid>().Distinct()],
            Sizes = [.. posts.Select(post => post.Size).OfType<FrameSize>().Distinct()],
            Classes = posts.Aggregate(0, (classes, post) => classes | MediaClasses.Classify(post)),
            Milliseconds = posts.Sum(MediaClasses.GetMilliseconds),
            Bytes = posts.Sum(MediaClasses.GetFileSize),
            Images = family.Images,
            Videos = family.Videos,
            Items = posts.Count(post => !post.IsStub),
            Safe = family.Safe,
            Flags = posts.Aggregate(PostFlag.None, (flags, post) => flags | GetFlags(post)),
            Members = [.. posts.Select(post => post.Id)],
            Texts = Analyze(posts.OrderBy(post => post.CreatedAt ?? DateTimeOffset.MaxValue).ThenBy(post => post.Id).SelectMany(GetTexts),
                textCache),
            Prompts = posts.Where(post => !post.IsStub).Select(PromptKey.Compute).OfType<long>(),
        };

    /// <summary>Builds the row of a post, which must not be a stub.</summary>
    public static IndexRow BuildPost(Post post, ConcurrentDictionary<string, AnalyzedText>? textCache = null) =>
        PromptKey.Compute(post) is { } prompt
        ? BuildPostRow(post, textCache) with { Prompt = prompt, Prompts = [prompt] }
        : BuildPostRow(post, textCache);

    private static IndexRow BuildPostRow(Post post, ConcurrentDictionary<string, AnalyzedText>? textCache) => new()
    {
        Id = post.Id,
        RootId = post.RootId,
        CoverId = post.Id,
        SortAt = post.CreatedAt ?? DateTimeOffset.UnixEpoch,
        IsDated = post.CreatedAt is not null,
        Kind = post.Kind,
        Liked = post.Liked,
        Model = post.Model,
        Models = post.Model is { } model ? [model] : [],
        Modes = post.Mode is { } mode ? [mode] : [],
        Hosts = [post.MediaHost],
        Seeds = post.FileMetadata?.Seed is { } seed ? [seed] : [],
        Owners = post.OwnerId is { } owner ? [owner] : [],
        Sizes = post.Size is { } size ? [size] : [],
        Classes = MediaClasses.Classify(post),
        Milliseconds = MediaClasses.GetMilliseconds(post),
        Bytes = MediaClasses.GetFileSize(post),
        Images = post.Kind == MediaKind.Image ? 1 : 0,
        Videos = post.Kind == MediaKind.Video ? 1 : 0,
        Items = 1,
        Safe = post.Safety == FileStatus.Safe ? 1 : 0,
        Flags = GetFlags(post),
        Members = [post.Id],
        Texts = Analyze(GetTexts(post), textCache),
    };

    /// <summary>Returns the texts of a post, cleaned.</summary>
    public static IEnumerable<string?> GetTexts(Post post) =>
        [PromptText.Clean(post.OriginalPrompt), PromptText.Clean(post.Prompt), post.Title];

    private static List<AnalyzedText> Analyze(IEnumerable<string?> texts, ConcurrentDictionary<string, AnalyzedText>? map)
    {
        map ??= new(StringComparer.Ordinal);
        return [.. texts.OfType<string>().Select(text => map.GetOrAdd(text, AnalyzedText.Analyze)).Where(text => !text.IsEmpty).Distinct()];
    }

    private static PostFlag GetFlags(Post post) =>
        (post.Moderated == true ? PostFlag.Moderated : 0)
        | (post.Restricted == true ? PostFlag.Restricted : 0)
        | (post.Uploaded == true ? PostFlag.Uploaded : 0)
        | (post.Derivation is not null ? PostFlag.Derived : 0)
        | (post.Safety == FileStatus.Damaged ? PostFlag.Damaged : 0);
}
