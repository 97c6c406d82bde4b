using System.Text.Json;

namespace Sovia.Import.Json;

/// <summary>
/// A value that is stepped over: where it ends, and how many entries in it look like posts that no known export keeps there.
/// </summary>
internal sealed class SkippedValueScanner
{
    private static readonly byte[][] Facts =
        [.. new[] { "mediaUrl", "media_url", "mediaType", "media_type", "childPosts", "originalPostId", "videoUrl" }
            .Select(System.Text.Encoding.UTF8.GetBytes)];

    private readonly Stack<(bool HasId, bool HasFact)> inside = new();
    private int endsAt = -1;
    private bool isId;
    private string? path;

    /// <summary>True while the value is being stepped over.</summary>
    public bool IsSkipping => endsAt >= 0;

    /// <summary>Such entries so far.</summary>
    public int PostLikeEntries { get; private set; }

    /// <summary>The first value in which there was one.</summary>
    public string? FirstPath { get; private set; }

    /// <summary>Begins at a list or an object.</summary>
    /// <param name="reader">At its first token.</param>
    /// <param name="path">Where it stands; null for one of which nothing is counted.</param>
    public void Begin(ref readonly Utf8JsonReader reader, string? path)
    {
        (endsAt, this.path) = (reader.CurrentDepth, path);
        inside.Clear();
        if (reader.TokenType == JsonTokenType.StartObject) inside.Push(default);
    }

    /// <summary>Leaves it where it is.</summary>
    public void Stop() => endsAt = -1;

    /// <summary>Steps over a token.</summary>
    public void ProcessToken(ref readonly Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                inside.Push(default);
                break;
            case JsonTokenType.PropertyName:
                isId = IsNamed(in reader, "id"u8) || IsNamed(in reader, "assetId"u8);
                if (!isId && IsFact(in reader) && inside.TryPop(out var named)) inside.Push(named with { HasFact = true });
                break;
            case JsonTokenType.String when isId && reader.ValueSpan.Length is 32 or 36 && inside.TryPop(out var known):
                inside.Push(known with { HasId = true });
                break;
            case JsonTokenType.EndObject when inside.TryPop(out var entry) && path is not null && entry is (true, true):
                PostLikeEntries++;
                FirstPath ??= path;
                break;
        }
        if (reader.TokenType != JsonTokenType.PropertyName) isId = false;
        if (reader.CurrentDepth == endsAt && reader.TokenType is JsonTokenType.EndArray or JsonTokenType.EndObject) Stop();
    }

    private static bool IsFact(ref readonly Utf8JsonReader reader)
    {
        foreach (var fact in Facts)
            if (IsNamed(in reader, fact)) return true;
        return false;
    }

    // Half a surrogate pair, which only an escape can write, is in no name that is asked for, and cannot be compared.
    private static bool IsNamed(ref readonly Utf8JsonReader reader, ReadOnlySpan<byte> name)
    {
        if (!reader.ValueIsEscaped) return reader.ValueTextEquals(name);
        try
        {
            return reader.ValueTextEquals(name);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
