using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using Sovia.Query;

namespace Sovia.Api;

/// <summary>The fields that a request selects from each object: <c>fields=id,prompt</c>.</summary>
internal sealed class ApiFieldSelection
{
    private readonly HashSet<string> names;

    private ApiFieldSelection(HashSet<string> names) => this.names = names;

    /// <summary>Reads the <c>fields</c> parameter.</summary>
    /// <param name="request">The request.</param>
    /// <param name="fields">The selected fields; null for all.</param>
    /// <param name="problem">The error response if a field does not exist.</param>
    public static bool TryRead(HttpRequest request, out ApiFieldSelection? fields, [NotNullWhen(false)] out IResult? problem)
    {
        var requested = string.Join(',', request.Query["fields"].OfType<string>())
            .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var unknown = requested.Where(name => !FieldNames.Contains(name)).ToList();
        fields = requested.Length == 0 ? null : new(requested.ToHashSet(StringComparer.Ordinal));
        problem = unknown.Count == 0 ? null
            : ApiQuery.InvalidParameters(
                [.. unknown.Select(name => new ParameterMessage("fields", name,
                    $"“fields” must name fields of a post: {string.Join(", ", FieldNames.Order(StringComparer.Ordinal))}."))]);
        return problem is null;
    }

    /// <summary>Returns the object with the selected fields only.</summary>
    public JsonObject Select(object item)
    {
        var json = JsonSerializer.SerializeToNode(item, item.GetType(), ApiJson.Options)!.AsObject();
        foreach (var name in json.Select(pair => pair.Key).Where(name => !names.Contains(name)).ToList()) json.Remove(name);
        return json;
    }

    // Fields of posts, and of families in the format of 8xSovia.
    private static readonly HashSet<string> FieldNames = new[] { typeof(PostJson), typeof(MediaPostJson) }
        .SelectMany(type => type.GetProperties()).Select(property => JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name))
        .ToHashSet(StringComparer.Ordinal);
}
