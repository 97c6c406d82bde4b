using Npgsql;
using Sovia.Index;
using Sovia.Library;

namespace Sovia.Prompts;

/// <summary>A prompt of the library: how often it was used, what came of it, and whether the user keeps it as an idea.</summary>
public sealed record PromptEntry
{
    internal const string Columns =
        "x.key, x.text, x.by_uses, x.families, x.first_age, x.last_age, x.by_likes, x.by_rating, x.covers, x.models, x.modes, x.idea_at, "
        + "x.tags, x.by_recent, x.by_text, x.roots";

    /// <summary>Identifies it; <see cref="PromptKey"/> writes it for addresses.</summary>
    public required long Key { get; init; }

    /// <summary>Its words as they were written last.</summary>
    public required string Text { get; init; }

    /// <summary>How many posts were made from it that lists show.</summary>
    public int Uses { get; init; }

    /// <summary>How many families those are in.</summary>
    public int Families { get; init; }

    /// <summary>How many of them are the roots of their families.</summary>
    public int Roots { get; init; }

    /// <summary>When the first of them was made, UTC; null where no date is known.</summary>
    public DateTimeOffset? FirstAt { get; init; }

    /// <summary>When the last of them was made, UTC; null where no date is known.</summary>
    public DateTimeOffset? LastAt { get; init; }

    /// <summary>How many of them are liked.</summary>
    public int Likes { get; init; }

    /// <summary>The best rating of any, 1 to 5; 0 for none.</summary>
    public int BestRating { get; init; }

    /// <summary>Up to four of them, the best first, of as many families as can be.</summary>
    public IReadOnlyList<Guid> Covers { get; init; } = [];

    /// <summary>The models that made them, as sources spell them, sorted.</summary>
    public IReadOnlyList<string> Models { get; init; } = [];

    /// <summary>The modes in which they were made, as sources spell them, sorted.</summary>
    public IReadOnlyList<string> Modes { get; init; } = [];

    /// <summary>When the user wrote it down as an idea, UTC; null where it is none.</summary>
    public DateTimeOffset? IdeaAt { get; init; }

    /// <summary>The tags of the idea.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The key as addresses write it.</summary>
    public string Id => PromptKey.Format(Key);

    internal long LastUsedKey { get; private init; }

    internal string ByText { get; private init; } = "";

    internal static PromptEntry FromReader(NpgsqlDataReader reader)
    {
        DateTimeOffset? At(int column) => reader.IsDBNull(column) ? null : SortKeyEncoding.FromAge(reader.GetInt64(column));
        return new()
        {
            Key = reader.GetInt64(0),
            Text = reader.GetString(1),
            Uses = -reader.GetInt32(2),
            Families = reader.GetInt32(3),
            FirstAt = At(4),
            LastAt = At(5),
            Likes = -reader.GetInt32(6),
            BestRating = SortKeyEncoding.ToRating(reader.GetInt16(7)),
            Covers = reader.GetFieldValue<Guid[]>(8),
            Models = reader.GetFieldValue<string[]>(9),
            Modes = reader.GetFieldValue<string[]>(10),
            IdeaAt = reader.IsDBNull(11) ? null : reader.GetFieldValue<DateTimeOffset>(11),
            Tags = reader.GetFieldValue<string[]>(12),
            LastUsedKey = reader.GetInt64(13),
            ByText = reader.GetString(14),
            Roots = reader.GetInt32(15),
        };
    }
}
