using System.Text.Json;

namespace Sovia.Import.Json;

/// <summary>
/// Finds the end of a skipped value, and counts entries in it that look like posts although no known export has posts there.
/// </summary>
internal sealed class SkippedValueScanner
{
    private static readonly byte[][] PostFieldNames =
        [.. new[] { "mediaUrl", "media_url", "mediaType", "media_type", "childPosts", "originalPostId", "videoUrl" }
            .Select(System.Text.Encoding.UTF8.GetBytes)];

    private readonly Stack<(bool HasId, bool HasFact)> openObjects = new();
    private int endDepth = -1;
    private bool isId;
    private string? path;

    /// <summary>True while a value is being skipped.</summary>
    public bool IsSkipping => endDepth >= 0;

    /// <summary>Number of entries found so far that look like posts.</summary>
    public int PostLikeEntries { get; private set; }

    /// <summary>The path of the first skipped value that contained such an entry.</summary>
    public string? FirstPath { get; private set; }

    /// <summary>Begins to skip an array or an object.</summary>
    /// <param name="reader">Positioned at the first token of the value.</param>
    /// <param name="path">The path of the value; null to count nothing in it.</param>
    public void Begin(ref readonly Utf8JsonReader reader, string? path)
    {
        (endDepth, this.path) = (reader.CurrentDepth, path);
        openObjects.Clear();
        if (reader.TokenType == JsonTokenType.StartObject) openObjects.Push(default);
    }

    /// <summary>Stops skipping at the current position.</summary>
    public void Stop() => endDepth = -1;

    /// <summary>Skips a token.</summary>
    public void ProcessToken(ref readonly Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                openObjects.Push(default);
                break;
            case JsonTokenType.PropertyName:
                isId = IsNamed(in reader, "id"u8) || IsNamed(in reader, "assetId"u8);
                if (!isId && IsPostField(in reader) && openObjects.TryPop(out var state)) openObjects.Push(state with { HasFact = true });
                break;
            case JsonTokenType.String when isId && reader.ValueSpan.Length is 32 or 36 && openObjects.TryPop(out var current):
                openObjects.Push(current with { HasId = true });
                break;
            case JsonTokenType.EndObject when openObjects.TryPop(out var entry) && path is not null && entry is (true, true):
                PostLikeEntries++;
                FirstPath ??= path;
                break;
        }
        if (reader.TokenType != JsonTokenType.PropertyName) isId = false;
        if (reader.CurrentDepth == endDepth && reader.TokenType is JsonTokenType.EndArray or JsonTokenType.EndObject) Stop();
    }

    private static bool IsPostField(ref readonly Utf8JsonReader reader)
    {
        foreach (var name in PostFieldNames)
            if (IsNamed(in reader, name)) return true;
        return false;
    }

    // A name with a lone surrogate, which only an escape can produce, throws when compared and never equals a searched name.
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
