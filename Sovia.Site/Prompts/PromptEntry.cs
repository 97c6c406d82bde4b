using Npgsql;
using Sovia.Index;
using Sovia.Library;

namespace Sovia.Prompts;

/// <summary>A prompt of the library with its usage, its results and the user's idea, if any.</summary>
public sealed record PromptEntry
{
    internal const string Columns =
        "x.key, x.text, x.by_uses, x.families, x.first_age, x.last_age, x.by_likes, x.by_rating, x.covers, x.models, x.modes, x.idea_at, "
        + "x.tags, x.by_recent, x.by_text, x.roots";

    /// <summary>The key; <see cref="PromptKey"/> formats it for URLs.</summary>
    public required long Key { get; init; }

    /// <summary>The text in its latest spelling.</summary>
    public required string Text { get; init; }

    /// <summary>The number of listed posts made from the prompt.</summary>
    public int Uses { get; init; }

    /// <summary>The number of families of those posts.</summary>
    public int Families { get; init; }

    /// <summary>The number of those posts that are roots of their families.</summary>
    public int Roots { get; init; }

    /// <summary>The date of the oldest of those posts, UTC; null if unknown.</summary>
    public DateTimeOffset? FirstAt { get; init; }

    /// <summary>The date of the newest of those posts, UTC; null if unknown.</summary>
    public DateTimeOffset? LastAt { get; init; }

    /// <summary>The number of those posts that are liked.</summary>
    public int Likes { get; init; }

    /// <summary>The best rating of those posts, 1 to 5; 0 for none.</summary>
    public int BestRating { get; init; }

    /// <summary>IDs of up to four of those posts, best first and from as many families as possible.</summary>
    public IReadOnlyList<Guid> Covers { get; init; } = [];

    /// <summary>The models of those posts, as spelled by sources, sorted.</summary>
    public IReadOnlyList<string> Models { get; init; } = [];

    /// <summary>The modes of those posts, as spelled by sources, sorted.</summary>
    public IReadOnlyList<string> Modes { get; init; } = [];

    /// <summary>The time at which the user saved the prompt as an idea, UTC; null if it is not an idea.</summary>
    public DateTimeOffset? IdeaAt { get; init; }

    /// <summary>The tags of the idea.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The key in URL format.</summary>
    public string Id => PromptKey.Format(Key);

    internal long LastUsedKey { get; private init; }

    internal string ByText { get; private init; } = "";

    internal static PromptEntry FromReader(NpgsqlDataReader reader)
    {
        DateTimeOffset? ReadTime(int column) => reader.IsDBNull(column) ? null : SortKeyEncoding.FromAge(reader.GetInt64(column));
        return new()
        {
            Key = reader.GetInt64(0),
            Text = reader.GetString(1),
            Uses = -reader.GetInt32(2),
            Families = reader.GetInt32(3),
            FirstAt = ReadTime(4),
            LastAt = ReadTime(5),
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
