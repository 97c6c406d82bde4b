using System.Text.Json;
using Sovia.Collections;

namespace Sovia.Api;

/// <summary>A collection as the API returns it: the properties of 8xSovia's API, and more.</summary>
internal sealed record CollectionJson(
    Guid Id, string Name, string Path, string? Description, string? Notes, bool IsSmart, Dictionary<string, string>? SmartFilters,
    string? Query, Guid? ParentId, bool Locked, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt,
    int? ItemCount)
{
    /// <summary>Converts a collection.</summary>
    /// <param name="collection">The collection.</param>
    /// <param name="tree">The tree that contains it.</param>
    /// <param name="count">The number of families in it; null if not requested.</param>
    public static CollectionJson From(Collection collection, CollectionTree tree, int? count) => new(
        collection.Id, collection.Name, tree.GetPath(collection), collection.Description, collection.Notes, collection.IsSmart,
        collection.Query is { } query ? Api.SmartFilters.FromQuery(query) : null, collection.Query, collection.ParentId,
        collection.Locked, collection.CreatedAt, collection.UpdatedAt, count);

    /// <summary>Applies a request body to a collection. Absent properties stay unchanged.</summary>
    /// <param name="body">A JSON object.</param>
    /// <param name="before">The current collection.</param>
    /// <param name="problems">Receives the problems of the body.</param>
    public static Collection ApplyTo(JsonElement body, Collection before, ICollection<CollectionProblem> problems)
    {
        var after = before;
        bool? isSmart = null;
        foreach (var property in body.EnumerateObject())
        {
            var name = ChangeJsonReader.ReadPropertyName(property);
            if (name == "is_smart") isSmart = GetFlag(property, problems);
            after = name switch
            {
                "name" => after with { Name = GetText(property, problems) ?? "" },
                "description" => after with { Description = GetText(property, problems) },
                "notes" => after with { Notes = GetText(property, problems) },
                "parent_id" => after with { ParentId = GetId(property, problems) },
                "cover_id" => after with { CoverId = GetId(property, problems) },
                "locked" => GetFlag(property, problems) is { } isLocked ? after with { Locked = isLocked } : after,
                "query" => after with { Query = GetText(property, problems) },
                "smart_filters" when property.Value.ValueKind != JsonValueKind.Null =>
                    after with { Query = GetFilters(property, problems) },
                _ => after,
            };
        }
        // Only a smart collection has a query. One without filters is rejected by later validation.
        return isSmart is { } smart ? after with { Query = smart ? after.Query ?? "" : null } : after;
    }

    private static bool? GetFlag(JsonProperty property, ICollection<CollectionProblem> problems)
    {
        if (property.Value.ValueKind is JsonValueKind.True or JsonValueKind.False) return property.Value.GetBoolean();
        problems.Add(new(property.Name, $"“{property.Name}” must be true or false."));
        return null;
    }

    private static string? GetFilters(JsonProperty property, ICollection<CollectionProblem> problems)
    {
        if (Api.SmartFilters.ToQuery(property.Value) is { } query) return query;
        problems.Add(new("smart_filters",
            "“smart_filters” must be an object of strings, such as {\"model\": \"imagine_w_1\", \"search\": \"sea\"}."));
        return null;
    }

    private static string? GetText(JsonProperty property, ICollection<CollectionProblem> problems)
    {
        if (property.Value.ValueKind is JsonValueKind.String or JsonValueKind.Null)
            return ChangeJsonReader.ReadStringOrNull(property.Value);
        problems.Add(new(property.Name, $"“{property.Name}” must be a string."));
        return null;
    }

    private static Guid? GetId(JsonProperty property, ICollection<CollectionProblem> problems)
    {
        if (property.Value.ValueKind == JsonValueKind.Null) return null;
        if (Guid.TryParse(ChangeJsonReader.ReadStringOrNull(property.Value), out var id)) return id;
        problems.Add(new(property.Name, $"“{property.Name}” must be an ID."));
        return null;
    }
}
