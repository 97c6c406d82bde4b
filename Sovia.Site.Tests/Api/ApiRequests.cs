using System.Text.Json;

namespace Sovia.Tests.Api;

/// <summary>A request for each answer that the API's document describes.</summary>
/// <param name="post">A post of the library, at the root of its family.</param>
/// <param name="sends">Sends a request, and gives the status, the code of a problem and the body.</param>
internal sealed partial class ApiRequests(Guid post, Func<HttpMethod, string, string?, Task<(int, string?, JsonElement Body)>> sends)
{
    private const string Nobody = "00000000-0000-0000-0000-00000000beef";

    /// <summary>Answers that only a change of many posts gets, and those that are no JSON: tests of their own ask for them.</summary>
    public static readonly string[] AskedElsewhere =
        ["POST /api/batches 202", "POST /api/batches/{id}/undo 202", "GET /api/export 200", "GET /feed.atom 200"];

    private readonly List<(string Operation, int Status, HttpMethod Method, string Address, string? Body)> requests = [];

    /// <summary>The requests, to be sent in their order.</summary>
    public async Task<IReadOnlyList<(string Operation, int Status, HttpMethod Method, string Address, string? Body)>> AllAsync()
    {
        var batch = (await sends(HttpMethod.Post, "/api/batches", $$"""{"selection":{"ids":["{{post}}"]},"change":{"rating":2} }""")).Body
            .GetProperty("batch").GetProperty("id").GetString();
        var import = (await sends(HttpMethod.Post, "/api/import", """{"posts":[]}""")).Body.GetProperty("id").GetString();
        var manual = (await sends(HttpMethod.Post, "/api/collections", """{"name":"By hand"}""")).Body.GetProperty("id").GetString();
        var smart =
            (await sends(HttpMethod.Post, "/api/collections", """{"name":"By search","is_smart":true,"query":"search=lighthouse"}""")).Body
            .GetProperty("id").GetString();
        AddPosts();
        AddBatches(batch!);
        AddCollections(manual!, smart!);
        AddImports(import!);
        AddOthers();
        AddPrompts();
        AddUsers((await sends(HttpMethod.Get, "/api/users", null)).Body[0].GetProperty("id").GetString()!);
        return requests;
    }

    private void AddPosts()
    {
        foreach (var method in (string[])["PUT", "DELETE"])
        {
            Add($"{method} /api/posts/{{id}}/like", 200, $"/api/posts/{post}/like");
            Add($"{method} /api/posts/{{id}}/like", 404, $"/api/posts/{Nobody}/like");
        }
        Add("PATCH /api/posts/{id}/annotation", 200, $"/api/posts/{post}/annotation", """{"rating":4,"note":"seen"}""");
        Add("PATCH /api/posts/{id}/annotation", 400, $"/api/posts/{post}/annotation", "[]");
        Add("PATCH /api/posts/{id}/annotation", 404, $"/api/posts/{Nobody}/annotation", """{"rating":4}""");
        Add("PATCH /api/posts/{id}/annotation", 422, $"/api/posts/{post}/annotation", """{"rating":9}""");
        Add("GET /api/posts/{id}", 200, $"/api/posts/{post}");
        Add("GET /api/posts/{id}", 404, $"/api/posts/{Nobody}");
        Add("GET /api/query", 200, "/api/query?search=lighthouse");
        Add("GET /api/query", 422, "/api/query?type=sculpture");
        Add("GET /api/export", 422, "/api/export?type=sculpture");
        Add("GET /feed.atom", 422, "/feed.atom?type=sculpture");
        Add("GET /api/media", 200, "/api/media");
        Add("GET /api/media", 422, "/api/media?limit=0");
        Add("GET /api/media/{id}/similar", 200, $"/api/media/{post}/similar");
        Add("GET /api/media/{id}/similar", 404, $"/api/media/{Nobody}/similar");
        Add("GET /api/media/{id}/similar", 422, $"/api/media/{post}/similar?limit=0");
        Add("GET /api/media/{id}/collections", 200, $"/api/media/{post}/collections");
        Add("POST /api/media/{id}/like", 200, $"/api/media/{post}/like");
        Add("POST /api/media/{id}/like", 404, $"/api/media/{Nobody}/like");
        Add("GET /api/search", 200, "/api/search?q=lighthouse");
        Add("GET /api/search", 422, "/api/search?q=l");
        Add("GET /api/models", 200, "/api/models");
        Add("GET /api/stats", 200, "/api/stats");
        Add("GET /api/stats", 200, "/api/stats?by=model,mode");
        Add("GET /api/stats", 422, "/api/stats?by=shoe");
        Add("POST /api/check-existing", 200, "/api/check-existing", $"[\"{post}\"]");
        Add("POST /api/check-existing", 400, "/api/check-existing", "{}");
    }

    private void AddBatches(string batch)
    {
        Add("POST /api/batches", 200, "/api/batches", $$"""{"selection":{"ids":["{{post}}"]},"change":{"rating":1} }""");
        Add("POST /api/batches", 400, "/api/batches", "[]");
        Add("POST /api/batches", 422, "/api/batches", """{"selection":{},"change":{"rating":1} }""");
        Add("GET /api/batches", 200, "/api/batches");
        Add("GET /api/batches/{id}", 200, $"/api/batches/{batch}");
        Add("GET /api/batches/{id}", 404, $"/api/batches/{Nobody}");
        Add("POST /api/batches/{id}/cancel", 200, $"/api/batches/{batch}/cancel");
        Add("POST /api/batches/{id}/cancel", 404, $"/api/batches/{Nobody}/cancel");
        Add("POST /api/batches/{id}/undo", 200, $"/api/batches/{batch}/undo");
        Add("POST /api/batches/{id}/undo", 404, $"/api/batches/{Nobody}/undo");
    }

    private void AddImports(string import)
    {
        var one = $$"""{"posts":[{"id":"{{Guid.NewGuid()}}","mediaType":"MEDIA_POST_TYPE_IMAGE"},{"id":"none"}]}""";
        Add("POST /api/import/validate", 200, "/api/import/validate", one);
        Add("POST /api/import/validate", 422, "/api/import/validate", "no json");
        Add("POST /api/import", 200, "/api/import", one);
        Add("POST /api/import", 422, "/api/import", "no json");
        Add("GET /api/import/{id}", 200, $"/api/import/{import}");
        Add("GET /api/import/{id}", 404, $"/api/import/{Nobody}");
    }

    private void AddPrompts()
    {
        Add("GET /api/prompts", 200, "/api/prompts");
        Add("GET /api/prompts", 422, "/api/prompts?limit=0");
        Add("GET /api/prompts/stats", 200, "/api/prompts/stats");
        Add("GET /api/prompts/search", 200, "/api/prompts/search?q=light");
        Add("GET /api/prompts/search", 422, "/api/prompts/search?q=l");
        Add("GET /api/videos/by-prompt", 200, "/api/videos/by-prompt?prompt=lighthouse");
        Add("GET /api/videos/by-prompt", 422, "/api/videos/by-prompt?prompt=l");
        foreach (var route in (string[])["models/status", "generated-videos", "media/{id}/generated-videos", "video-chains"])
            Add($"GET /api/{route}", 501, $"/api/{route.Replace("{id}", $"{post}", StringComparison.Ordinal)}");
        foreach (var route in (string[])["prompts/generate", "media/{id}/generate-video", "videos/merge", "analyze-videos", "merge-chain"])
            Add($"POST /api/{route}", 501, $"/api/{route.Replace("{id}", $"{post}", StringComparison.Ordinal)}", "{}");
    }

    private void AddUsers(string user)
    {
        const string One = "/api/users/{id}/preferences";
        Add("GET /api/users", 200, "/api/users");
        Add($"GET {One}", 200, $"/api/users/{user}/preferences");
        Add($"GET {One}", 404, $"/api/users/{Nobody}/preferences");
        Add($"PUT {One}", 200, $"/api/users/{user}/preferences", """{"preferences":{"layout":{"view_mode":"grid"}}}""");
        Add($"PUT {One}", 400, $"/api/users/{user}/preferences", "[]");
        Add($"PUT {One}", 404, $"/api/users/{Nobody}/preferences", """{"preferences":{}}""");
        Add($"PUT {One}", 413, $"/api/users/{user}/preferences", $$"""{"preferences":{"long":"{{new string('x', 300_000)}}"} }""");
        Add($"PUT {One}", 422, $"/api/users/{user}/preferences", """{"preferences":1}""");
    }

    private void AddOthers()
    {
        Add("GET /posts.json", 200, "/posts.json");
        Add("GET /posts.json", 422, "/posts.json?limit=x");
        Add("GET /tags.json", 200, "/tags.json");
        Add("GET /tags.json", 422, "/tags.json?limit=x");
        Add("GET /counts/posts.json", 200, "/counts/posts.json?tags=lighthouse");
        Add("GET /health", 200, "/health");
    }

    private void Add(string operation, int status, string address, string? body = null) =>
        requests.Add((operation, status, new(operation[..operation.IndexOf(' ', StringComparison.Ordinal)]), address, body));
}
