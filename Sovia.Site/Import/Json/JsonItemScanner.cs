using System.Text.Json;
using Sovia.Import.Shapes;

namespace Sovia.Import.Json;

/// <summary>
/// Finds items in a buffer and keeps its position, so that the next buffer can follow. The beginning of each value in the file determines
/// its export reader, which states where the items are; everything else is skipped.
/// </summary>
/// <param name="limits">The limits.</param>
internal sealed class JsonItemScanner(ReadLimits limits)
{
    // The maximum depth of the JSON reader, which exceeds that of every real file.
    private const int MaxReaderDepth = 10_000;

    /// <summary>The options for all JSON of imports: as lenient as possible without guessing.</summary>
    public static readonly JsonReaderOptions Options =
        new() { MaxDepth = MaxReaderDepth, CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private readonly JsonPositionTracker position = new();
    private readonly JsonOutline peekOutline = new();
    private JsonReaderState state = new(Options);
    private bool isInsideValue;
    private bool isReadingItem;

    /// <summary>The export reader of the current value; null before the first.</summary>
    public IExportReader? ExportReader { get; private set; }

    /// <summary>The outline of the current value.</summary>
    public JsonOutline Outline { get; private set; } = new();

    /// <summary>True once a value has begun.</summary>
    public bool HasStarted { get; private set; }

    /// <summary>True once a list of posts was entered.</summary>
    public bool HasFoundList { get; private set; }

    /// <summary>True once the nesting exceeded the maximum depth.</summary>
    public bool IsTooDeep { get; private set; }

    /// <summary>Number of items returned so far, including issues.</summary>
    public int ItemCount { get; private set; }

    /// <summary>Set if the next item exceeds the buffer: it is skipped with an issue.</summary>
    public bool SkipNextItem { get; set; }

    /// <summary>Set if the next value stands for an item that is damaged: it becomes an issue.</summary>
    public bool IsNextItemDamaged { get; set; }

    /// <summary>True if the last exception was thrown within an item, which then follows the consumed bytes.</summary>
    public bool IsInsideItem => isReadingItem;

    /// <summary>Scans the skipped values.</summary>
    public SkippedValueScanner Skipped { get; } = new();

    /// <summary>Property names found at the top level, for the message about an unknown format.</summary>
    public TopLevelPropertyNames TopLevelNames { get; } = new();

    /// <summary>Discards the current value, so that the next bytes begin a new one.</summary>
    public void Restart() => (isInsideValue, SkipNextItem) = (false, false);

    /// <summary>Returns the next item, or null if more bytes are needed (at the end: if there are no more items).</summary>
    /// <exception cref="JsonException">
    /// The bytes are not JSON, or are truncated. Everything before the value with the error is consumed.
    /// </exception>
    public JsonItem? ReadNext(ReadOnlySpan<byte> bytes, bool isFinal, out int consumed)
    {
        (consumed, isReadingItem) = (0, false);
        while (isInsideValue || BeginValue(bytes, isFinal, ref consumed))
        {
            var reader = new Utf8JsonReader(bytes[consumed..], isFinal, state);
            JsonItem? item;
            var consumedNow = 0;
            try
            {
                item = ReadNext(ref reader, bytes[consumed..], isFinal, out consumedNow);
            }
            finally
            {
                consumed += consumedNow;
            }
            // After the end of a value the next one may follow; inside a value more bytes are needed.
            if (item is not null || isInsideValue) return item;
        }
        return null;
    }

    private bool BeginValue(ReadOnlySpan<byte> bytes, bool isFinal, ref int consumed)
    {
        if (JsonSeparator.MeasureLength(bytes[consumed..], isFinal) is not { } separatorLength) return false;
        consumed += separatorLength;
        if (consumed == bytes.Length || JsonOutline.Parse(bytes[consumed..], isFinal) is not { } outline) return false;
        (Outline, ExportReader, state, isInsideValue) = (outline, ExportReaders.FindReader(outline), new(Options), true);
        TopLevelNames.Add(outline);
        Skipped.Stop();
        position.Clear();
        return true;
    }

    private JsonItem? ReadNext(ref Utf8JsonReader reader, ReadOnlySpan<byte> bytes, bool isFinal, out int consumed)
    {
        consumed = 0;
        try
        {
            while (isInsideValue && reader.Read())
            {
                HasStarted = true;
                JsonItem? item = null;
                if (Skipped.IsSkipping) Skipped.ProcessToken(in reader);
                else if (ProcessToken(ref reader, bytes, isFinal, out item) is false) return null;
                if (reader.CurrentDepth == 0 && !Skipped.IsSkipping
                    && reader.TokenType is not (JsonTokenType.StartArray or JsonTokenType.StartObject)) isInsideValue = false;
                (consumed, state) = ((int)reader.BytesConsumed, reader.CurrentState);
                if (item is not null) return item;
            }
        }
        catch (JsonException)
        {
            IsTooDeep = reader.CurrentDepth >= MaxReaderDepth - 2;
            throw;
        }
        return null;
    }

    // Returns false if more bytes are needed.
    private bool ProcessToken(ref Utf8JsonReader reader, ReadOnlySpan<byte> bytes, bool isFinal, out JsonItem? item)
    {
        item = null;
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                position.PendingName = JsonItemParser.ReadPropertyName(ref reader);
                return true;
            case JsonTokenType.EndArray or JsonTokenType.EndObject:
                position.Leave();
                return true;
        }
        if (IsNextItemDamaged) return ReadItem(ref reader, bytes, out item);
        var pathPattern = position.NextPathPattern;
        var action = ExportReader!.GetAction(pathPattern, reader.TokenType, null);
        if (action == JsonValueAction.Peek && peekOutline.ReparseShallow(bytes[(int)reader.TokenStartIndex..], isFinal) is { } outline)
            action = ExportReader.GetAction(pathPattern, reader.TokenType, outline);
        return action == JsonValueAction.Peek ? false : action == JsonValueAction.ReadItem ? ReadItem(ref reader, bytes, out item)
            : EnterOrSkip(reader, action);
    }

    private bool EnterOrSkip(Utf8JsonReader reader, JsonValueAction action)
    {
        var isList = reader.TokenType == JsonTokenType.StartArray;
        var isContainer = isList || reader.TokenType == JsonTokenType.StartObject;
        HasFoundList |= isList && action == JsonValueAction.Enter && !ExportReader!.IsHeuristic;
        if (isContainer && action != JsonValueAction.Enter) Skipped.Begin(in reader, position.GetNextPath());
        if (isContainer && action == JsonValueAction.Enter) position.Enter(isList);
        else position.Advance();
        return true;
    }

    private bool ReadItem(ref Utf8JsonReader reader, ReadOnlySpan<byte> bytes, out JsonItem? item)
    {
        var path = position.GetNextPath();
        if (IsNextItemDamaged)
        {
            item = new(path, default, JsonItemParser.CreateDamageIssue(path));
            IsNextItemDamaged = false;
        }
        else if (SkipNextItem)
        {
            item = new(path, default, JsonItemParser.CreateTooLargeIssue(path, limits.ItemBytes));
            if (reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject) Skipped.Begin(in reader, null);
            SkipNextItem = false;
        }
        else
        {
            isReadingItem = true;
            if ((item = JsonItemParser.Read(ref reader, bytes, path, limits, ExportReader!.HasEmbeddedFiles)) is null) return false;
            isReadingItem = false;
        }
        ItemCount++;
        position.Advance();
        return true;
    }
}
