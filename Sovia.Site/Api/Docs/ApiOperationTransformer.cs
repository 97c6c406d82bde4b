using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Sovia.Api.Docs;

/// <summary>Adds a route's documentation metadata to its OpenAPI operation: parameters, body and examples.</summary>
internal sealed class ApiOperationTransformer : IOpenApiOperationTransformer
{
    /// <inheritdoc/>
    public async Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context,
        CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        operation.Tags = new HashSet<OpenApiTagReference> { new(GetGroup(context.Description.RelativePath ?? ""), context.Document) };
        operation.OperationId ??= CreateOperationId(context.Description.HttpMethod, context.Description.RelativePath);
        foreach (var parameter in metadata.OfType<ApiParameters>().SelectMany(parameters => parameters.All))
        {
            operation.Parameters ??= [];
            var existing = operation.Parameters.FirstOrDefault(other => other.Name == parameter.Name);
            if (existing is not null) operation.Parameters.Remove(existing);
            operation.Parameters.Add(CreateParameter(parameter));
        }
        if (metadata.OfType<ApiRequestBody>().LastOrDefault() is { } body)
        {
            var schema = await context.GetOrCreateSchemaAsync(body.Type, null, cancellationToken);
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Content =
                new Dictionary<string, OpenApiMediaType>
                { ["application/json"] = new OpenApiMediaType { Schema = schema, Example = JsonNode.Parse(body.Example) } },
            };
        }
        foreach (var example in metadata.OfType<ApiExample>())
            if (operation.Responses?.GetValueOrDefault($"{example.Status}")?.Content?.Values.FirstOrDefault() is { } mediaType)
                mediaType.Example = ParseExample(example.Example);
    }

    // Groups by path; the endpoints for third-party clients form one group.
    private static string GetGroup(string path) => path.Split('/') switch
    {
        ["api", "media", ..] or ["api", "search" or "check-existing"] or ["api", "models"] => "Media",
        ["api", "posts" or "query" or "export", ..] or ["feed.atom"] => "Posts",
        ["api", "videos" or "prompts", ..] => "Prompts",
        ["api", "models" or "generated-videos" or "video-chains" or "analyze-videos" or "merge-chain", ..] => "Not implemented",
        ["api", var group, ..] => $"{char.ToUpperInvariant(group[0])}{group[1..]}",
        ["health", ..] => "Health",
        _ => "Danbooru",
    };

    private static OpenApiParameter CreateParameter(ApiParameter parameter) => new()
    {
        Name = parameter.Name,
        In = ParameterLocation.Query,
        Description = parameter.Description,
        Required = parameter.IsRequired,
        Example = parameter.IsNumber ? JsonNode.Parse(parameter.Example) : JsonValue.Create(parameter.Example),
        Schema = new OpenApiSchema
        {
            Type = parameter.IsNumber ? JsonSchemaType.Integer : JsonSchemaType.String,
            Enum = parameter.Values.Count == 0 ? null : [.. parameter.Values.Select(value => (JsonNode)JsonValue.Create(value))],
        },
    };

    // JSON Lines and feeds are shown as text.
    private static JsonNode? ParseExample(string example)
    {
        try
        {
            return JsonNode.Parse(example);
        }
        catch (JsonException)
        {
            return JsonValue.Create(example);
        }
    }

    private static string CreateOperationId(string? method, string? path) =>
        $"{method?.ToLowerInvariant()}_{string.Join('_', (path ?? "").Split(['/', '{', '}', '.', '-', ':'], StringSplitOptions.RemoveEmptyEntries).Where(part => part is not ("api" or "guid")))}";
}
