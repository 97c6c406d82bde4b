using Sovia.Library;
using Sovia.Query.Terms;
using Sovia.Text;

namespace Sovia.Index;

/// <summary>
/// All data for searching and sorting a family or a single post. Built from the posts, stored beside them, and evaluated by
/// <see cref="TermEvaluator"/>.
/// </summary>
public sealed record IndexRow
{
    /// <summary>The ID of the family or post.</summary>
    public required Guid Id { get; init; }

    /// <summary>The family, or the family of the post.</summary>
    public required Guid RootId { get; init; }

    /// <summary>The cover of a family, or the post itself.</summary>
    public required Guid CoverId { get; init; }

    /// <summary>The date that lists sort by; the Unix epoch if unknown.</summary>
    public required DateTimeOffset SortAt { get; init; }

    /// <summary>Whether <see cref="SortAt"/> is known.</summary>
    public bool IsDated { get; init; }

    /// <summary>The kind of the cover.</summary>
    public MediaKind Kind { get; init; }

    /// <summary>Liked, not liked, or unknown (null).</summary>
    public bool? Liked { get; init; }

    /// <summary>The model that lists sort by.</summary>
    public string? Model { get; init; }

    /// <summary>All models.</summary>
    public IReadOnlyList<string> Models { get; init; } = [];

    /// <summary>All modes.</summary>
    public IReadOnlyList<string> Modes { get; init; } = [];

    /// <summary>The hosts of the members' URLs, in lower case; an empty one for a member without a URL.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>All known seeds.</summary>
    public IReadOnlyList<string> Seeds { get; init; } = [];

    /// <summary>The known accounts that created the members.</summary>
    public IReadOnlyList<Guid> Owners { get; init; } = [];

    /// <summary>All known dimensions.</summary>
    public IReadOnlyList<FrameSize> Sizes { get; init; } = [];

    /// <summary>The classes of all known sizes and durations, as bits of <see cref="MediaClasses"/>.</summary>
    public int Classes { get; init; }

    /// <summary>The total of the known video durations, in milliseconds.</summary>
    public long Milliseconds { get; init; }

    /// <summary>The total size of the saved files, in bytes.</summary>
    public long Bytes { get; init; }

    /// <summary>The number of images.</summary>
    public int Images { get; init; }

    /// <summary>The number of videos.</summary>
    public int Videos { get; init; }

    /// <summary>The number of members, without stubs.</summary>
    public int Items { get; init; }

    /// <summary>The number of members whose file is saved.</summary>
    public int Safe { get; init; }

    /// <summary>The flags of any member.</summary>
    public PostFlag Flags { get; init; }

    /// <summary>The IDs of all members, including stubs.</summary>
    public IReadOnlyList<Guid> Members { get; init; } = [];

    /// <summary>The distinct texts: prompts, captions and titles.</summary>
    public IReadOnlyList<AnalyzedText> Texts { get; init; } = [];

    /// <summary>The key of a post's prompt; null if it has none, and for a family.</summary>
    public long? Prompt { get; init; }

    /// <summary>The keys of the prompts of all members. Computed on demand, and not stored in the row.</summary>
    public IEnumerable<long> Prompts { get; init; } = [];

    /// <summary>The visibility, which decides the table of the row.</summary>
    public Visibility Visibility { get; init; }

    /// <summary>The annotations; not stored in the row.</summary>
    public AnnotationState Annotation { get; init; } = AnnotationState.None;

    /// <summary>Whether there is any text.</summary>
    public bool HasPrompt => Texts.Count > 0;
}
