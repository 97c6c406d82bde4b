using System.Text.Json;
using Sovia.Curation;
using Sovia.Library;
using Sovia.Query;

namespace Sovia.Api;

/// <summary>Reads changes and selections from JSON. An absent property leaves its field unchanged; null clears it.</summary>
internal static class ChangeJsonReader
{
    /// <summary>Reads a change and its problems. The change may be applied only if there are none.</summary>
    public static (Change Change, IReadOnlyList<ChangeProblem> Problems) ReadChange(JsonElement json)
    {
        var parseProblems = new List<ChangeProblem>();
        var (change, problems) = ChangeValidator.Validate(ParseChange(json, parseProblems));
        return (change, parseProblems.Count > 0 ? parseProblems : problems);
    }

    private static Change ParseChange(JsonElement json, ICollection<ChangeProblem> problems)
    {
        var change = new Change();
        foreach (var property in json.EnumerateObject())
        {
            var value = property.Value;
            change = ReadPropertyName(property) switch
            {
                "liked" => change with { Liked = ReadFlag("liked", value, problems) },
                "rating" => change with { Rating = ReadNumber("rating", value, problems) },
                "tags" => change with { Tags = ReadTexts("tags", value, problems) },
                "add_tags" => change with { AddTags = ReadTexts("add_tags", value, problems) },
                "remove_tags" => change with { RemoveTags = ReadTexts("remove_tags", value, problems) },
                "note" => change with { Note = ReadText("note", value, problems) },
                "title" => change with { Title = ReadText("title", value, problems) },
                "hidden" => change with { Hidden = ReadFlag("hidden", value, problems) ?? false },
                "trashed" => change with { Trashed = ReadFlag("trashed", value, problems) ?? false },
                var name => AddUnknownField(change, name, problems),
            };
        }
        return change;
    }

    /// <summary>
    /// Reads a selection; returns null if it is invalid or any part of its query is. Ignoring an invalid filter, as pages do, could select
    /// the whole library.
    /// </summary>
    public static Selection? ReadSelection(JsonElement json, DateTimeOffset now, TimeZoneInfo? zone)
    {
        if (json.ValueKind != JsonValueKind.Object) return null;
        if (json.TryGetProperty("ids", out var ids) && ids.ValueKind == JsonValueKind.Array)
        {
            var guids = ids.EnumerateArray().Select(id => Guid.TryParse(ReadStringOrNull(id), out var guid) ? guid : (Guid?)null).ToList();
            return guids.Contains(null) ? null : Curation.Selection.From(guids.OfType<Guid>());
        }
        if (!json.TryGetProperty("query", out var text) || ReadStringOrNull(text)?.TrimStart('?') is not { } rawQuery) return null;
        return StrictQueryParser.Parse(rawQuery, now, zone) is { Problems.IsEmpty: true, Query: var query } ? Curation.Selection.From(query)
            : null;
    }

    /// <summary>Returns the name of a property; U+FFFD if it is not valid text.</summary>
    internal static string ReadPropertyName(JsonProperty property) => ApiBody.ReadName(property) ?? "\uFFFD";

    private static Change AddUnknownField(Change change, string name, ICollection<ChangeProblem> problems)
    {
        problems.Add(new(StorableText.SanitizeLine(name, 40),
            "Unknown field. Use liked, rating, tags, add_tags, remove_tags, note, title, hidden and trashed."));
        return change;
    }

    private static bool? ReadFlag(string name, JsonElement value, ICollection<ChangeProblem> problems)
    {
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False) return value.GetBoolean();
        problems.Add(new(name, $"“{name}” must be true or false."));
        return null;
    }

    private static int? ReadNumber(string name, JsonElement value, ICollection<ChangeProblem> problems)
    {
        if (value.ValueKind == JsonValueKind.Null) return 0;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number)) return number;
        problems.Add(new(name, $"“{name}” must be a whole number."));
        return null;
    }

    private static string? ReadText(string name, JsonElement value, ICollection<ChangeProblem> problems)
    {
        if (value.ValueKind == JsonValueKind.Null) return "";
        if (ReadStringOrNull(value) is { } text) return text;
        problems.Add(new(name, $"“{name}” must be a string."));
        return null;
    }

    private static List<string>? ReadTexts(string name, JsonElement value, ICollection<ChangeProblem> problems)
    {
        if (value.ValueKind == JsonValueKind.Null) return [];
        if (value.ValueKind == JsonValueKind.Array && value.EnumerateArray().Select(ReadStringOrNull).ToList() is var texts
            && !texts.Contains(null)) return [.. texts.OfType<string>()];
        problems.Add(new(name, $"“{name}” must be a list of strings."));
        return null;
    }

    // Returns null for an unpaired surrogate.
    internal static string? ReadStringOrNull(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
