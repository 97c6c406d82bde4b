using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using Sovia.Query;

namespace Sovia.Api;

/// <summary>What a request wants of each object: <c>fields=id,prompt</c>.</summary>
internal sealed class ApiFieldSelection
{
    private readonly HashSet<string> names;

    private ApiFieldSelection(HashSet<string> names) => this.names = names;

    /// <summary>Reads the parameter.</summary>
    /// <param name="request">The request.</param>
    /// <param name="fields">What is wanted; null for all.</param>
    /// <param name="problem">The answer where it names something that no post has.</param>
    public static bool TryRead(HttpRequest request, out ApiFieldSelection? fields, [NotNullWhen(false)] out IResult? problem)
    {
        var asked = string.Join(',', request.Query["fields"].OfType<string>())
            .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var unknown = asked.Where(name => !Known.Contains(name)).ToList();
        fields = asked.Length == 0 ? null : new(asked.ToHashSet(StringComparer.Ordinal));
        problem = unknown.Count == 0 ? null
            : ApiQuery.InvalidParameters(
                [.. unknown.Select(name => new ParameterMessage("fields", name,
                    $"“fields” must name fields of a post: {string.Join(", ", Known.Order(StringComparer.Ordinal))}."))]);
        return problem is null;
    }

    /// <summary>An object with nothing but what is wanted.</summary>
    public JsonObject Select(object item)
    {
        var all = JsonSerializer.SerializeToNode(item, item.GetType(), ApiJson.Options)!.AsObject();
        foreach (var name in all.Select(pair => pair.Key).Where(name => !names.Contains(name)).ToList()) all.Remove(name);
        return all;
    }

    // Of posts and of families as 8xSovia shows them.
    private static readonly HashSet<string> Known = new[] { typeof(PostJson), typeof(MediaPostJson) }
        .SelectMany(type => type.GetProperties()).Select(property => JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name))
        .ToHashSet(StringComparer.Ordinal);
}
