using System.Text.Json.Nodes;
using Sovia.Tests.Support;

namespace Sovia.Tests.Storage.Libraries;

/// <summary>Imports of two libraries on one site, with the same posts.</summary>
[Collection(HostCollection.Name)]
public sealed class ImportingLibrariesTests(TwoLibraries two) : IClassFixture<TwoLibraries>
{
    private const int Posts = 1_200;

    [Fact]
    public async Task imports_and_large_changes_of_both_at_once_end_right_and_an_undo_takes_back_one_of_them()
    {
        var ids = Enumerable.Range(0, Posts).Select(number => new Guid(number + 1, 7, 7, 0x80, 1, 1, 1, 1, 1, 1, 1)).ToList();
        var begun =
            await Task.WhenAll(two.Both
                .Select(one => one.CreateReader.BeginImportAsync($"many-{one.CreateReader.Word}.json",
                    new JsonArray([.. ids.Select(id => one.Post(id, "a kite"))]).ToJsonString())));
        foreach (var (one, run) in two.Both.Zip(begun))
        {
            await one.CreateReader.WaitAsync(run);
            var report = await one.CreateReader.ReadAsync($"/import/{run}");
            Assert.Contains($"data-posts=\"{Posts}\"", report, StringComparison.Ordinal);
            Assert.Contains($"data-new=\"{Posts}\"", report, StringComparison.Ordinal);
            await HasAsync(one, "kite", Posts);
            await HasAsync(one, $"kite {one.CreateReader.Word}", Posts);
        }

        await Task.WhenAll(two.Both.Select(one => TagAsync(one.CreateReader, $"all-{one.CreateReader.Word}")));
        foreach (var one in two.Both)
            foreach (var tagged in two.Both)
                await HasAsync(one, $"tag:all-{tagged.CreateReader.Word}", one == tagged ? Posts : 0);

        using (await two.Default.CreateReader.PostAsync($"/import/{begun[0]}", $"/import/{begun[0]}?handler=undo")) { }
        await two.Default.CreateReader.WaitAsync(begun[0], "undone");
        await HasAsync(two.Default, "kite", 0);
        await HasAsync(two.Other, "kite", Posts);
        await HasAsync(two.Default, "heron", TwoLibraries.Shared.Length);
    }

    [Fact]
    public async Task a_preview_compares_with_its_own_library()
    {
        var json = new JsonArray(two.Other.Post(two.Other.OwnPost, "a stork")).ToJsonString();
        foreach (var (one, isNew) in new[] { (two.Default, 1), (two.Other, 0) })
        {
            using var answer = await one.CreateReader.PostAsync("/import", "/import",
                ("files", $"preview-{one.CreateReader.Word}.json", System.Text.Encoding.UTF8.GetBytes(json)));
            var run = Guid.Parse(answer.Headers.Location!.ToString().Split('/')[^1]);
            await one.CreateReader.WaitAsync(run, "preview");
            Assert.Contains($"data-new=\"{isNew}\"", await one.CreateReader.ReadAsync($"/import/{run}"), StringComparison.Ordinal);
            using (await one.CreateReader.PostAsync($"/import/{run}", $"/import/{run}?handler=discard")) { }
        }
    }

    private static async Task TagAsync(LibraryReader reader, string tag)
    {
        using var answer = await reader.SendAsync(HttpMethod.Post, "/api/batches",
            $$"""{"selection":{"query":"search=kite"},"change":{"add_tags":["{{tag}}"]} }""");
        Assert.Equal(System.Net.HttpStatusCode.Accepted, answer.StatusCode);
        var id = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["batch"]!["id"]!.GetValue<Guid>();
        await Eventually.TrueAsync(async () => (await reader.ReadAsync($"/api/batches/{id}")).Contains("\"state\":\"finished\"",
            StringComparison.Ordinal), $"{tag} is set");
    }

    private static async Task HasAsync(TwoLibraries.LibraryContent content, string search, int count) =>
        Assert.Contains($"data-count=\"{count}\"",
            await content.CreateReader.ReadAsync($"/facets?search={Uri.EscapeDataString(search)}", "Cache-Control: no-cache"),
            StringComparison.Ordinal);
}
