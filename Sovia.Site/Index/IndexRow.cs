using Sovia.Library;
using Sovia.Query.Terms;
using Sovia.Text;

namespace Sovia.Index;

/// <summary>
/// Everything about a family, or about one post on its own, that can be looked for or sorted by. Derived from the posts,
/// written beside them, and what <see cref="TermEvaluator"/> reads.
/// </summary>
public sealed record IndexRow
{
    /// <summary>The family's or the post's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The family it is or belongs to.</summary>
    public required Guid RootId { get; init; }

    /// <summary>What stands for it: the cover of a family, the post itself.</summary>
    public required Guid CoverId { get; init; }

    /// <summary>The date that lists sort by; the Unix epoch where none is known.</summary>
    public required DateTimeOffset SortAt { get; init; }

    /// <summary>Whether <see cref="SortAt"/> is known.</summary>
    public bool IsDated { get; init; }

    /// <summary>What the cover is.</summary>
    public MediaKind Kind { get; init; }

    /// <summary>Liked, not, or never stated.</summary>
    public bool? Liked { get; init; }

    /// <summary>The model that lists sort by.</summary>
    public string? Model { get; init; }

    /// <summary>All models.</summary>
    public IReadOnlyList<string> Models { get; init; } = [];

    /// <summary>All modes.</summary>
    public IReadOnlyList<string> Modes { get; init; } = [];

    /// <summary>The hosts that members' addresses are on, in lower case; an empty one for a member without an address.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>All seeds that are known.</summary>
    public IReadOnlyList<string> Seeds { get; init; } = [];

    /// <summary>All sizes that are known.</summary>
    public IReadOnlyList<FrameSize> Sizes { get; init; } = [];

    /// <summary>The classes of all sizes and lengths that are known, as bits of <see cref="MediaClasses"/>.</summary>
    public int Classes { get; init; }

    /// <summary>How long its videos are together, in milliseconds, as far as that is known.</summary>
    public long Milliseconds { get; init; }

    /// <summary>The bytes of its files that are here.</summary>
    public long Bytes { get; init; }

    /// <summary>Members that are images.</summary>
    public int Images { get; init; }

    /// <summary>Members that are videos.</summary>
    public int Videos { get; init; }

    /// <summary>All members that were seen.</summary>
    public int Items { get; init; }

    /// <summary>Members whose bytes are here.</summary>
    public int Safe { get; init; }

    /// <summary>Flags of any member.</summary>
    public PostFlag Flags { get; init; }

    /// <summary>The ids of all members, stubs among them.</summary>
    public IReadOnlyList<Guid> Members { get; init; } = [];

    /// <summary>Each distinct text: what was typed, what the model wrote, titles.</summary>
    public IReadOnlyList<AnalyzedText> Texts { get; init; } = [];

    /// <summary>The key of the prompt of a post; null where it has none, and of a family.</summary>
    public long? Prompt { get; init; }

    /// <summary>The keys of the prompts of all members. Worked out when it is asked for, and not part of the row that is written.</summary>
    public IEnumerable<long> Prompts { get; init; } = [];

    /// <summary>Whether lists show it, which decides in which table the row lies.</summary>
    public Visibility Visibility { get; init; }

    /// <summary>What users decided; not part of the row that is written.</summary>
    public AnnotationState Annotation { get; init; } = AnnotationState.None;

    /// <summary>Whether there are any words.</summary>
    public bool HasPrompt => Texts.Count > 0;
}
