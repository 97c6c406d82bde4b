using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Sovia.Tests.Support;

namespace Sovia.Tests.Api;

/// <summary>Holds the documentation of the API against what it answers.</summary>
public sealed class OpenApiTests(SoviaHost host) : ApiTest(host)
{
    [Fact]
    public async Task every_route_of_the_api_is_described()
    {
        var described = Operations(await DocumentAsync()).Select(one => one.Name).ToHashSet();
        var mapped = Host.Site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.TrimStart('/').StartsWith("api/", StringComparison.Ordinal))
            .SelectMany(endpoint =>
                endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods
                .Select(method =>
                    $"{method} /{endpoint.RoutePattern.RawText!.TrimStart('/').Replace(":guid", "", StringComparison.Ordinal)}"));
        Assert.Equal([], mapped.Where(route => !described.Contains(route)).Order());
    }

    [Fact]
    public async Task every_operation_has_a_summary_and_examples_of_the_shape_it_says()
    {
        var document = await DocumentAsync();
        var faults = new List<string>();
        foreach (var (name, operation) in Operations(document))
        {
            if (!operation.TryGetProperty("summary", out _)) faults.Add($"{name}: no summary");
            if (operation.TryGetProperty("requestBody", out var body)) faults.AddRange(FindExampleFaults(document, $"{name}, its body", body));
            foreach (var answer in operation.GetProperty("responses").EnumerateObject())
                faults.AddRange(FindExampleFaults(document, $"{name} {answer.Name}", answer.Value));
        }
        Assert.Equal([], faults);
    }

    [Fact]
    public async Task every_answer_that_is_described_is_given_and_has_its_shape()
    {
        var document = await DocumentAsync();
        var post = Make.Still(0, "a lighthouse");
        await StoreAsync(post, Make.Clip(post), Make.Still(-1, "a lighthouse at night"));
        await ChangeAsync(new() { Tags = ["lighthouse"] }, post.Id);
        var apiRequests = new ApiRequests(post.Id, (method, address, body) => SendAsync(method, address, body));
        var requests = await apiRequests.AllAsync();
        var faults = new List<string>();
        var receivedResponses = new HashSet<string>();
        foreach (var (operation, status, method, address, body) in requests)
        {
            var (answered, _, json) = await SendAsync(method, address, body);
            if (answered != status) faults.Add($"{operation}: {method} {address} answered {answered}, not {status}");
            receivedResponses.Add($"{operation} {status}");
            if (Response(document, operation, status) is not { } response) faults.Add($"{operation} {status} is not described");
            else if (response.GetProperty("content").EnumerateObject()
                .First() is { Name: "application/json" or "application/problem+json" } content)
                faults.AddRange(SchemaFaults.Find(document, content.Value.GetProperty("schema"), json)
                    .Select(fault => $"{operation} {status}: {fault}"));
        }
        Assert.Equal([], faults);
        // An answer that is newly described is asked for there.
        Assert.Equal([], Operations(document).SelectMany(one => one.Operation.GetProperty("responses").EnumerateObject()
            .Select(answer => $"{one.Name} {answer.Name}"))
            .Where(answer => !receivedResponses.Contains(answer) && !ApiRequests.AskedElsewhere.Contains(answer)).Order());
    }

    [Fact]
    public async Task the_page_of_the_documentation_loads_nothing_from_elsewhere()
    {
        using var answer = await Host.Site.Server.CreateClient().GetAsync("/docs/");
        Assert.Equal(200, (int)answer.StatusCode);
        Assert.DoesNotContain("https://", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var policy = string.Join(' ', answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("'nonce-", policy, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        using var other = await Host.Site.Server.CreateClient().GetAsync("/import");
        Assert.DoesNotContain("nonce", string.Join(' ', other.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    private async Task<JsonElement> DocumentAsync() =>
        await Host.Site.Server.CreateClient().GetFromJsonAsync<JsonElement>("/openapi/v1.json");

    private static IEnumerable<(string Name, JsonElement Operation)> Operations(JsonElement document) =>
        from path in document.GetProperty("paths").EnumerateObject()
        from operation in path.Value.EnumerateObject()
        select ($"{operation.Name.ToUpperInvariant()} {path.Name}", operation.Value);

    private static JsonElement? Response(JsonElement document, string name, int status) =>
        Operations(document).FirstOrDefault(one => one.Name == name).Operation is { ValueKind: JsonValueKind.Object } operation
        && operation.GetProperty("responses").TryGetProperty($"{status}", out var response) ? response : null;

    private static IEnumerable<string> FindExampleFaults(JsonElement document, string name, JsonElement body)
    {
        var content = body.GetProperty("content").EnumerateObject().First().Value;
        return !content.TryGetProperty("example", out var example) ? [$"{name}: no example"]
            : content.GetProperty("schema").TryGetProperty("type", out var type) && type.ToString() == "string" ? []
            : SchemaFaults.Find(document, content.GetProperty("schema"), example, isExample: true).Select(fault => $"{name}: {fault}");
    }
}
