using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Sovia.Tests.Support;

namespace Sovia.Tests.Pages.Settings;

/// <summary>The preferences of 8xSovia brought in on the page of settings.</summary>
public sealed class ForeignImportTests(SoviaHost host) : SettingsTest(host)
{
    private const string Blob = """
        {"layout":{"view_mode":"grid","density":"cosy","columns":"5"},"sorting":{"default":"date_asc"},"ai_generator":{"x":1},
        "filters":{"last_used":{},"default_preset":"17","presets":[{"id":"17","name":"Sea","filters":{"mode":"custom","model":"all","search":"sea","sort":"date_desc","odd":true}},{"id":"18","name":"","filters":{}}]}}
        """;

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task it_is_taken_from_text_or_a_file_with_a_report_and_twice_is_once(bool isFile, bool isAnswer)
    {
        await StoreAsync(Make.Still(1), Make.Still(2));
        GetRedirectUrl(await PostAsync("/presets/new", ("name", "SEA"), ("query", "rating=5")));
        var text = isAnswer ? $$"""{"id":"1","user_id":"2","preferences":{{Blob}}}""" : Blob;
        for (var round = 0; round < 2; round++)
        {
            using var answer = await ImportAsync(text, isFile);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            var page = await ReadAsync(answer);
            var report = page.QuerySelector("#import [role=status]")!.TextContent;
            foreach (var entry in (string[])["View", "Columns", "Sort", "ai_generator", "filters.last_used", "filters.presets.filters.odd",
                "cosy", "Preset 2"]) Assert.Contains(entry, report, StringComparison.Ordinal);
            Assert.Equal(["SEA", "Sea 2"], page.QuerySelectorAll<IHtmlInputElement>("[data-preset-id] input[name=name]")
                .Select(field => field.Value));
            Assert.Equal(("grid", "comfortable", "5", "date_asc"),
                (ValueOf(page, "view"), ValueOf(page, "density"), ValueOf(page, "columns"), ValueOf(page, "sort")));
        }
        Assert.Contains("mode=custom&search=sea", (await OpenAsync("/")).QuerySelector("#named")!.GetAttribute("href"),
            StringComparison.Ordinal);
        var api = await (await GetAsync("/api/users")).Content.ReadAsStringAsync();
        var id = System.Text.Json.Nodes.JsonNode.Parse(api)![0]!["id"]!.GetValue<Guid>();
        Assert.Contains("\"ai_generator\":{\"x\":1}", await (await GetAsync($"/api/users/{id}/preferences")).Content.ReadAsStringAsync(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_partial_import_adds_to_the_saved_preferences()
    {
        var user = System.Text.Json.Nodes.JsonNode.Parse(await (await GetAsync("/api/users")).Content.ReadAsStringAsync())![0]!["id"]!
            .GetValue<Guid>();
        using (await SendAsync(
            new(HttpMethod.Put, $"/api/users/{user}/preferences") { Content = new StringContent($$"""{"preferences":{{Blob}}}""") })) { }
        using (await ImportAsync("""{"layout":{"view_mode":"list"},"filters":{"default_preset":"unknown"}}""", isFile: false)) { }
        var shown = System.Text.Json.Nodes.JsonNode
            .Parse(await (await GetAsync($"/api/users/{user}/preferences")).Content.ReadAsStringAsync())!["preferences"]!;
        Assert.Equal(("list", "5", 1), (shown["layout"]!["view_mode"]!.GetValue<string>(), shown["layout"]!["columns"]!.GetValue<string>(),
            shown["ai_generator"]!["x"]!.GetValue<int>()));
        Assert.Equal("17", shown["filters"]!["presets"]![0]!["id"]!.GetValue<string>());
        // In an empty library the page shows that, and no preset.
        await StoreAsync(Make.Still());
        // A default that is none is no reason to give up the one there is.
        Assert.NotNull((await OpenAsync("/")).QuerySelector("#named"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"layout\":")]
    [InlineData("[1]")]
    [InlineData("{\"a\":\"\\ud800\"}")]
    public async Task invalid_preferences_are_reported_beside_the_pasted_text(string text)
    {
        using var answer = await ImportAsync(text, isFile: false);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var field = (await ReadAsync(answer)).QuerySelector("textarea[name=blob][aria-invalid=true]")!;
        Assert.Equal(text, ((IHtmlTextAreaElement)field).Value);
        Assert.NotEmpty(field.Owner!.GetElementById(field.GetAttribute("aria-describedby")!)!.TextContent);
    }

    [Fact]
    public async Task an_invalid_or_too_large_file_is_rejected()
    {
        foreach (var text in (string[])["\u0001\u0002PNG", new string('x', 300_000)])
        {
            using var answer = await ImportAsync(text, isFile: true);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        }
    }

    private Task<HttpResponseMessage> ImportAsync(string text, bool isFile) => SendAsync(new(HttpMethod.Post, "/settings?handler=import")
    {
        Content = isFile ? new MultipartFormDataContent { { new StringContent(text), "file", "preferences.json" },
            { new StringContent(""), "blob" } } : new MultipartFormDataContent { { new StringContent(text), "blob" } },
    });

    private static string ValueOf(IHtmlDocument page, string name) =>
        page.QuerySelector<IHtmlSelectElement>($"select[name={name}]")!.Value!;
}
