using System.Text.Json;
using Sovia.Library;
using Sovia.Tests.Media.Scanning;
using Sovia.Tests.Support;

namespace Sovia.Tests.Storage.Libraries;

/// <summary>
/// Everything that changes something, done in one library with the ids of both: the other's rows and files stay as they were.
/// </summary>
[Collection(HostCollection.Name)]
public sealed partial class ChangingTests(TwoLibraries two) : IClassFixture<TwoLibraries>
{
    private readonly LibraryReader mine = two.Default.CreateReader;

    [Fact]
    public async Task no_change_in_one_library_touches_the_other()
    {
        var theirs = two.Other.CreateReader;
        using (await theirs.PostAsync("/media", "/media?handler=fetch")) { }
        await two.WaitUntilIdleAsync(two.Other);
        var (rows, files) = (await two.RowsAsync(theirs.Library), FilesOf(theirs.Library));
        Assert.NotEmpty(rows["mt_doc_annotation"]);
        Assert.NotEmpty(rows["mt_events"]);
        Assert.NotEmpty(files);

        var ways = Ways().Concat(CurationWays()).ToDictionary();
        // A new way of changing something is entered there.
        Assert.Equal(await UnsafeRoutes.AllAsync(two.Site.Services), ways.Keys.Order(StringComparer.Ordinal));
        foreach (var way in ways.OrderBy(way => way.Key, StringComparer.Ordinal))
            foreach (var send in way.Value)
                using (var answer = await send())
                    Assert.True((int)answer.StatusCode is (< 500 or 501) and not (400 or 405), $"{way.Key}: {answer.StatusCode}");

        await two.WaitUntilIdleAsync(two.Default);
        var after = await two.RowsAsync(theirs.Library);
        Assert.Equal(rows.Keys, after.Keys);
        Assert.Equal([], rows.Keys.Where(table => rows[table] != after[table]).ToList());
        Assert.Equal(files, FilesOf(theirs.Library));
        Assert.Contains("added by mine", (await two.RowsAsync(mine.Library))["mt_doc_annotation"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_query_selects_posts_of_its_library_alone()
    {
        using var answer = await mine.SendAsync(HttpMethod.Post, "/api/batches",
            """{"selection":{"query":"unit=post"},"change":{"add_tags":["everything"]} }""");
        var result = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        Assert.True(result.GetProperty("selected").GetInt32() >= TwoLibraries.Shared.Length);
        Assert.DoesNotContain("everything", (await two.RowsAsync(two.Other.CreateReader.Library))["mt_doc_annotation"],
            StringComparison.Ordinal);
    }

    private Dictionary<string, Func<Task<HttpResponseMessage>>[]> Ways()
    {
        Guid[] posts = Posts;
        string[] runs = [$"{two.Other.Run}", $"{two.Default.Run}"];
        var hash = TestMedia.Hash(two.Other.Files[2]);
        Func<Task<HttpResponseMessage>>[] OfMedia(string handler, params (string, string?, byte[])[] fields) =>
            [() => mine.PostAsync("/media", $"/media?handler={handler}", fields)];
        Func<Task<HttpResponseMessage>>[] OfRuns(string handler) => Each(runs, run => mine.PostAsync("/import", $"/import/{run}{handler}"));
        Func<Task<HttpResponseMessage>>[] OfPresets(string handler, params (string, string?, byte[])[] fields) =>
            Each([two.Other.Preset, two.Default.Preset], preset =>
                mine.PostAsync("/settings", $"/settings?handler={handler}", [.. fields, ("id", null, Utf8($"{preset}"))]));
        Func<Task<HttpResponseMessage>>[] OfReview(string handler) =>
            Each(posts, post => mine.PostAsync("/media/review", $"/media/review?handler={handler}", ("file", null, Utf8(hash)),
                ("post", null, Utf8($"{post}"))));
        return new()
        {
            ["PUT /api/posts/{id:guid}/like"] = Each(posts, post => mine.SendAsync(HttpMethod.Put, $"/api/posts/{post}/like")),
            ["DELETE /api/posts/{id:guid}/like"] = Each(posts, post => mine.SendAsync(HttpMethod.Delete, $"/api/posts/{post}/like")),
            ["PATCH /api/posts/{id:guid}/annotation"] =
            Each(posts, post => mine.SendAsync(HttpMethod.Patch, $"/api/posts/{post}/annotation",
                """{"note":"added by mine","trashed":true}""")),
            ["POST /api/batches"] =
            [() => mine.SendAsync(HttpMethod.Post, "/api/batches",
                $$"""{"selection":{"ids":["{{string.Join("\",\"", posts)}}"]},"change":{"rating":1,"hidden":true} }""")],
            ["POST /api/batches/{id:guid}/undo"] = [() => mine.SendAsync(HttpMethod.Post, $"/api/batches/{two.Other.Batch}/undo")],
            ["POST /api/batches/{id:guid}/cancel"] = [() => mine.SendAsync(HttpMethod.Post, $"/api/batches/{two.Other.Batch}/cancel")],
            ["POST /posts/{id:guid}/annotate"] =
            Each(posts, post => mine.PostAsync("/media", $"/posts/{post}/annotate", ("rating", null, Utf8("3")),
                ("addtag", null, Utf8("mine")))),
            ["POST /posts/{id:guid}/frames"] = Each(posts, post => mine.PostAsync("/media", $"/posts/{post}/frames", ("t", null, Utf8("0")))),
            ["POST /api/check-existing"] = [() => mine.SendAsync(HttpMethod.Post, "/api/check-existing", $"[\"{two.Other.OwnPost}\"]")],
            ["POST /api/media/{id:guid}/like"] = Each(posts, post => mine.SendAsync(HttpMethod.Post, $"/api/media/{post}/like")),
            ["POST /prompts"] =
            [() => mine.PostAsync("/media", "/prompts", ("text", null, Utf8("an idea of mine")), ("tags", null, Utf8("mine")))],
            ["POST /prompts/{key}"] =
            [() => mine.PostAsync("/media", $"/prompts/{PromptKey.Format(PromptKey.ComputeFromClean("an idea of mine"))}",
                ("text", null, Utf8("another idea of mine")))],
            ["POST /prompts/{key}?handler=delete"] =
            [() => mine.PostAsync("/media", $"/prompts/{PromptKey.Format(PromptKey.ComputeFromClean("an idea of mine"))}?handler=delete")],
            ["POST /prompts/export"] =
            [() => mine.PostAsync("/media", "/prompts/export",
                ("keys", null, Utf8(PromptKey.Format(PromptKey.ComputeFromClean("an idea of mine")))))],
            ["POST /api/prompts/generate"] = [() => mine.SendAsync(HttpMethod.Post, "/api/prompts/generate", "{}")],
            ["POST /api/media/{id:guid}/generate-video"] =
            Each(posts, post => mine.SendAsync(HttpMethod.Post, $"/api/media/{post}/generate-video", "{}")),
            ["POST /api/videos/merge"] = [() => mine.SendAsync(HttpMethod.Post, "/api/videos/merge", "{}")],
            ["POST /api/analyze-videos"] = [() => mine.SendAsync(HttpMethod.Post, "/api/analyze-videos", "{}")],
            ["POST /api/merge-chain"] = [() => mine.SendAsync(HttpMethod.Post, "/api/merge-chain", "{}")],
            ["POST /selection"] =
            [() => mine.PostAsync("/media", "/selection", ("ids", null, Utf8(string.Join(',', posts))),
                ("covers", null, Utf8($"{two.Other.OwnPost}")), ("change", null, Utf8("trash")))],
            ["POST /history/undo"] = [() => mine.PostAsync("/media", "/history/undo")],
            ["POST /history/{id:guid}/{handler?}"] = [() => mine.PostAsync("/media", $"/history/{two.Other.Batch}")],
            ["POST /history/{id:guid}/{handler?}?handler=undo"] = [() => mine.PostAsync("/media", $"/history/{two.Other.Batch}/undo")],
            ["POST /history/{id:guid}/{handler?}?handler=cancel"] = [() => mine.PostAsync("/media", $"/history/{two.Other.Batch}/cancel")],
            ["POST /duplicates"] =
            Each(posts, post => mine.PostAsync("/media", "/duplicates", ("group", null, Utf8($"{Guid.NewGuid()}")),
                ("verdict", null, Utf8("same")), ("best", null, Utf8($"{post}")))),
            ["POST /duplicates?handler=find"] =
            [() => mine.PostAsync("/media", "/duplicates?handler=find", ("picture", "a.jpg", TestMedia.Picture()))],
            ["POST /duplicates?handler=undo"] =
            [() => mine.PostAsync("/media", "/duplicates?handler=undo", ("batch", null, Utf8($"{two.Other.Batch}")))],
            ["POST /api/import"] =
            [() => mine.SendAsync(HttpMethod.Post, "/api/import",
                $$"""{"posts":[{{two.Default.Post(TwoLibraries.Shared[0], "said by a script")}}]}""")],
            ["POST /api/import/validate"] =
            [() => mine.SendAsync(HttpMethod.Post, "/api/import/validate",
                $$"""{"posts":[{{two.Default.Post(TwoLibraries.Shared[0], "said by a script")}}]}""")],
            ["POST /import"] =
            [() => mine.PostAsync("/import", "/import",
                ("files", "again.json", Utf8($"[{two.Default.Post(TwoLibraries.Shared[0], "said again")}]")), ("now", null, Utf8("true")))],
            ["POST /import/{runId:guid}"] = OfRuns(""),
            ["POST /import/{runId:guid}?handler=go"] = OfRuns("?handler=go"),
            ["POST /import/{runId:guid}?handler=discard"] = OfRuns("?handler=discard"),
            ["POST /import/{runId:guid}?handler=undo"] = OfRuns("?handler=undo"),
            ["POST /import/{runId:guid}?handler=without"] = OfRuns($"?handler=without&without={Guid.NewGuid()}"),
            ["POST /import/{runId:guid}?handler=restore"] = OfRuns("?handler=restore"),
            ["POST /import/{runId:guid}?handler=scan"] = OfRuns("?handler=scan"),
            ["POST /import/{runId:guid}?handler=fetch"] = OfRuns("?handler=fetch"),
            ["POST /media?handler=scan"] = OfMedia("scan"),
            ["POST /media?handler=verify"] = OfMedia("verify"),
            ["POST /media?handler=upload"] = OfMedia("upload", ("files", $"{TwoLibraries.Shared[2]}.jpg", TestMedia.Picture())),
            ["POST /media?handler=fetch"] = OfMedia("fetch"),
            ["POST /media?handler=pause"] = OfMedia($"pause&id={Guid.NewGuid()}"),
            ["POST /media?handler=resume"] = OfMedia($"resume&id={Guid.NewGuid()}"),
            ["POST /media?handler=cancel"] = OfMedia($"cancel&id={Guid.NewGuid()}"),
            ["POST /media/review?handler=attach"] = OfReview("attach"),
            ["POST /media/review?handler=ignore"] = OfReview("ignore"),
            ["POST /media/review?handler=review"] = OfReview("review"),
            ["POST /media/review?handler=take"] = OfReview("take"),
            ["POST /demo/{handler?}?handler=start"] = [() => mine.PostAsync("/media", "/demo/start")],
            ["POST /demo/{handler?}?handler=remove"] = [() => mine.PostAsync("/media", "/demo/remove")],
            ["POST /theme"] = [() => mine.PostAsync("/media", "/theme", ("theme", null, Utf8("dark")))],
            ["POST /settings"] = [() => mine.PostAsync("/settings", "/settings", ("view", null, Utf8("list")))],
            ["POST /settings?handler=reset"] = [() => mine.PostAsync("/settings", "/settings?handler=reset", ("name", null, Utf8("")))],
            ["POST /settings?handler=view"] = [() => mine.PostAsync("/settings", "/settings?handler=view", ("view", null, Utf8("grid")))],
            ["POST /settings?handler=default"] =
            [() => mine.PostAsync("/settings", "/settings?handler=default", ("sort", null, Utf8("rating")))],
            ["POST /presets/new"] =
            [() => mine.PostAsync("/settings", "/presets/new", ("name", null, Utf8("by mine")), ("query", null, Utf8("search=mine")),
                ("default", null, Utf8("true")))],
            ["POST /settings?handler=rename"] = OfPresets("rename", ("name", null, Utf8("renamed by mine"))),
            ["POST /settings?handler=move"] = OfPresets("move&to=up"),
            ["POST /settings?handler=prefer"] = OfPresets("prefer"),
            ["POST /settings?handler=delete"] = OfPresets("delete"),
            ["POST /settings?handler=restore"] = OfPresets("restore"),
            ["POST /settings?handler=import"] =
            [() => mine.PostAsync("/settings", "/settings?handler=import", ("blob", null, Utf8("""{"layout":{"view_mode":"list"}}""")))],
            ["POST /reveal"] = [() => mine.PostAsync("/settings", "/reveal", ("show", null, Utf8("true")))],
            ["PUT /api/users/{id}/preferences"] =
            Each(two.Both, async one => await mine.SendAsync(HttpMethod.Put, $"/api/users/{await one.CreateReader.UserAsync()}/preferences",
                """{"preferences":{"layout":{"view_mode":"grid"},"by":"mine"}}""")),
        };
    }

    private static Func<Task<HttpResponseMessage>>[] Each<T>(IEnumerable<T> all, Func<T, Task<HttpResponseMessage>> send) =>
        [.. all.Select(one => (Func<Task<HttpResponseMessage>>)(() => send(one)))];

    private static byte[] Utf8(string text) => System.Text.Encoding.UTF8.GetBytes(text);

    private List<string> FilesOf(string library)
    {
        var folder = Path.GetDirectoryName(Sovia.Storage.LibraryFolder.GetPath(Path.Combine(two.DataDirectory, "media"), library))!;
        return [.. new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories)
            .Select(file => $"{file.FullName} {file.Length} {file.LastWriteTimeUtc.Ticks}").Order(StringComparer.Ordinal)];
    }
}
