using System.Net;
using System.Text.RegularExpressions;
using Sovia.Tests.Support;

namespace Sovia.Tests.Storage.Libraries;

/// <summary>
/// A user of a site with a library of their own. All of their texts contain a word that occurs nowhere else.
/// </summary>
/// <param name="client">Sends requests as this user.</param>
/// <param name="library">The tenant id of their library.</param>
/// <param name="word">Their word.</param>
internal sealed partial class LibraryReader(HttpClient client, string library, string word)
{
    /// <summary>The header that names the account of a request.</summary>
    public const string Header = "X-Reader";

    public string Library => library;

    public string Word => word;

    /// <summary>Gets an address, with headers of the form <c>Name: value</c>.</summary>
    public Task<HttpResponseMessage> GetAsync(string address, params string[] headers) =>
        client.SendAsync(UncachedResponse.CreateRequest(address, headers));

    /// <summary>The text of an address.</summary>
    public async Task<string> ReadAsync(string address, params string[] headers)
    {
        using var answer = await GetAsync(address, headers);
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>Sends JSON.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, string? json = null) =>
        client.SendAsync(new(method, address) { Content = json is null ? null : new StringContent(json, null, "application/json") });

    /// <summary>Sends a form as a browser does: the page that holds it first, for its token and its cookie.</summary>
    public async Task<HttpResponseMessage> PostAsync(string page, string address, params (string Name, string? File, byte[] Value)[] fields)
    {
        using var pageResponse = await GetAsync(page);
        using var form = new MultipartFormDataContent();
        foreach (var (name, file, value) in fields)
            if (file is null) form.Add(new ByteArrayContent(value), name);
            else form.Add(new ByteArrayContent(value), name, file);
        if (Token().Match(await pageResponse.Content.ReadAsStringAsync()) is { Success: true } token)
            form.Add(new StringContent(token.Value), "__RequestVerificationToken");
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = form };
        if (pageResponse.Headers.TryGetValues("Set-Cookie", out var cookies))
            request.Headers.Add("Cookie", cookies.Select(cookie => cookie.Split(';')[0]));
        return await client.SendAsync(request);
    }

    /// <summary>Makes a collection with a post in it.</summary>
    /// <returns>The collection's id.</returns>
    public async Task<Guid> CollectAsync(string name, string description, Guid post)
    {
        static byte[] Utf8(string text) => System.Text.Encoding.UTF8.GetBytes(text);
        using var answer = await PostAsync("/collections/new", "/collections/new", ("name", null, Utf8(name)),
            ("description", null, Utf8(description)), ("ids", null, Utf8($"{post}")));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return Guid.Parse(answer.Headers.Location!.ToString().Split('/')[^1]);
    }

    /// <summary>Saves a preset.</summary>
    /// <returns>Its id.</returns>
    public async Task<Guid> SavePresetAsync(string name, string query)
    {
        static byte[] Utf8(string text) => System.Text.Encoding.UTF8.GetBytes(text);
        using (await PostAsync("/presets/new", "/presets/new", ("name", null, Utf8(name)), ("query", null, Utf8(query)))) { }
        return Guid.Parse(PresetId().Match(await ReadAsync("/settings")).Value);
    }

    /// <summary>Returns the ID of the user in the API.</summary>
    public async Task<Guid> UserAsync() =>
        System.Text.Json.Nodes.JsonNode.Parse(await ReadAsync("/api/users"))![0]!["id"]!.GetValue<Guid>();

    /// <summary>Changes what was decided about a post.</summary>
    public async Task AnnotateAsync(Guid post, string change)
    {
        using var answer = await SendAsync(HttpMethod.Patch, $"/api/posts/{post}/annotation", change);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    /// <summary>Hands an export over, without stopping at a preview.</summary>
    /// <returns>The run's id.</returns>
    public async Task<Guid> BeginImportAsync(string name, string json)
    {
        using var answer = await PostAsync("/import", "/import", ("files", name, System.Text.Encoding.UTF8.GetBytes(json)),
            ("now", null, "true"u8.ToArray()));
        return Guid.Parse(answer.Headers.Location!.ToString().Split('/')[^1]);
    }

    /// <summary>Waits until a run is in a state.</summary>
    public Task WaitAsync(Guid run, string state = "finished") =>
        Eventually.TrueAsync(async () =>
            (await ReadAsync($"/import/{run}", "Cache-Control: no-cache"))
            .Contains($"data-run-state=\"{state}\"", StringComparison.Ordinal), $"run {run} is {state}");

    /// <summary>Hands an export over and waits for the end of its import.</summary>
    /// <returns>The run's id.</returns>
    public async Task<Guid> ImportAsync(string name, string json)
    {
        var run = await BeginImportAsync(name, json);
        await WaitAsync(run);
        return run;
    }

    /// <summary>Hands pictures and clips over.</summary>
    public async Task UploadAsync(params (string Name, byte[] Bytes)[] files)
    {
        using var answer = await PostAsync("/media", "/media?handler=upload",
            [.. files.Select(file => ("files", (string?)file.Name, file.Bytes))]);
        Assert.Equal(System.Net.HttpStatusCode.SeeOther, answer.StatusCode);
    }

    [GeneratedRegex("""(?<=data-preset-id=")[^"]+""")]
    private static partial Regex PresetId();

    [GeneratedRegex("""(?<=name="__RequestVerificationToken"[^>]*value=")[^"]+""")]
    private static partial Regex Token();
}
