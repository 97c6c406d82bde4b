using System.Security.Cryptography;
using System.Text.Json.Serialization;
using Microsoft.OpenApi;
using Scalar.AspNetCore;
using Sovia.Web;

namespace Sovia.Api.Docs;

/// <summary>The API's documentation: <c>/openapi/v1.json</c> for programs, <c>/docs</c> for people.</summary>
internal static class ApiDocsRegistration
{
    private static readonly string[] DocumentedPaths = ["api/", "feed.atom", "posts.json", "tags.json", "counts/", "health"];

    /// <summary>Adds the OpenAPI document and its transformers.</summary>
    public static IServiceCollection AddApiDocs(this IServiceCollection services) => services
        // The schema generator uses these options; they match those of the responses.
        .ConfigureHttpJsonOptions(json =>
        {
            var options = json.SerializerOptions;
            (options.PropertyNamingPolicy, options.Encoder, options.NumberHandling) =
                (ApiJson.Options.PropertyNamingPolicy, ApiJson.Options.Encoder, JsonNumberHandling.Strict);
        })
        .AddOpenApi("v1", options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            options.ShouldInclude = description =>
                Array.Exists(DocumentedPaths, path => description.RelativePath?.StartsWith(path, StringComparison.Ordinal) == true);
            options.AddOperationTransformer<ApiOperationTransformer>();
            options.AddDocumentTransformer((document, _, _) =>
            {
                document.Info = new()
                {
                    Title = "Sovia",
                    Version = "1.0",
                    Description =
                    "Your library as JSON. Names are snake_case, times are UTC, null means unknown. Errors are application/problem+json "
                    + "with a stable code. Within a version, nothing is removed or changes its meaning.",
                };
                // A relative URL, because the API and the document share the host.
                document.Servers = [new() { Url = "/" }];
                return Task.CompletedTask;
            });
        });

    /// <summary>Maps the OpenAPI document and the page that shows it.</summary>
    public static void MapApiDocs(this IEndpointRouteBuilder app)
    {
        app.MapOpenApi("/openapi/{documentName}.json");
        app.MapScalarApiReference("/docs", (options, http) =>
        {
            // The page uses inline styles and an inline script, which the content security policy allows only with a nonce.
            var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
            http.Items[SecurityHeaders.NonceItemKey] = nonce;
            options.Nonce = nonce;
            options.WithTitle("Sovia API").WithOpenApiRoutePattern("/openapi/{documentName}.json").DisableDefaultFonts().DisableAgent()
                .DisableTelemetry().HideDeveloperTools();
        });
    }
}
