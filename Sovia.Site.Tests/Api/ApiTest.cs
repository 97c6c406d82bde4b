using System.Net.Http.Json;
using System.Text.Json;
using Sovia.Tests.Support;

namespace Sovia.Tests.Api;

/// <summary>A test that asks the API as a script would.</summary>
public abstract class ApiTest(SoviaHost host) : HostTest(host)
{
    private HttpClient? client;

    private HttpClient Client => client ??= Host.Site.Server.CreateClient();

    /// <summary>Gets a URL, which must succeed, and returns the JSON of the response.</summary>
    protected async Task<JsonElement> GetAsync(string address)
    {
        using var answer = await Client.GetAsync(address);
        Assert.True(answer.IsSuccessStatusCode, $"{address}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>Sends a request and returns the status, the error code (null if there is none) and the body.</summary>
    protected async Task<(int Status, string? Code, JsonElement Body)> SendAsync(HttpMethod method, string address, string? json = null)
    {
        using var request = new HttpRequestMessage(method, address)
        {
            Content = json is null ? null
            : new StringContent(json, null, "application/json")
        };
        using var answer = await Client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        var body = text.Length == 0 ? default : JsonDocument.Parse(text).RootElement;
        return ((int)answer.StatusCode, body.ValueKind == JsonValueKind.Object && body.TryGetProperty("code", out var code)
            ? code.GetString() : null, body);
    }

    /// <summary>The ids of an array of objects.</summary>
    protected static IEnumerable<Guid> Ids(JsonElement items) => items.EnumerateArray().Select(item => item.GetProperty("id").GetGuid());
}
