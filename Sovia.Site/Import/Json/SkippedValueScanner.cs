using System.Text.Json;

namespace Sovia.Import.Json;

/// <summary>
/// Finds the end of a skipped value, and counts entries in it that look like posts although no known export has posts there.
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

    /// <summary>True while a value is being skipped.</summary>
    public bool IsSkipping => endsAt >= 0;

    /// <summary>Number of such entries so far.</summary>
    public int PostLikeEntries { get; private set; }

    /// <summary>The path of the first skipped value that contained one.</summary>
    public string? FirstPath { get; private set; }

    /// <summary>Begins to skip an array or an object.</summary>
    /// <param name="reader">Positioned at the first token of the value.</param>
    /// <param name="path">The path of the value; null to count nothing in it.</param>
    public void Begin(ref readonly Utf8JsonReader reader, string? path)
    {
        (endsAt, this.path) = (reader.CurrentDepth, path);
        inside.Clear();
        if (reader.TokenType == JsonTokenType.StartObject) inside.Push(default);
    }

    /// <summary>Stops skipping at the current position.</summary>
    public void Stop() => endsAt = -1;

    /// <summary>Skips a token.</summary>
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

    // A name with a lone surrogate, which only an escape can write, cannot be compared and is none of those searched for.
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
