using System.Net;
using Sovia.Import;
using Sovia.Tests.Support;

namespace Sovia.Tests.Pages;

public sealed class ImportPagesTests(SoviaHost host) : PageTest(host)
{
    [Fact]
    public async Task a_file_handed_over_leads_to_its_run()
    {
        using var file = new StringContent("[]");
        using var form = new MultipartFormDataContent { { file, "files", @"C:\exports\mine.json" }, { new StringContent("true"), "now" } };
        var response = await PostAsync("/import", "/import", form);
        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        var page = await OpenAsync(response.Headers.Location!.ToString());
        Assert.NotNull(page.QuerySelector("[data-run-state]"));
        Assert.Contains("mine.json", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("exports", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task without_a_file_the_form_comes_back_and_says_so()
    {
        using var form = new MultipartFormDataContent { { new StringContent("true"), "now" } };
        var response = await PostAsync("/import", "/import", form);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        var page = await ReadAsync(response);
        var field = page.QuerySelector("input[type=file][name=files][multiple]")!;
        Assert.Equal("true", field.GetAttribute("aria-invalid"));
        Assert.Equal("Choose a file or folder, or paste links, IDs or JSON.",
            page.GetElementById(field.GetAttribute("aria-describedby")!.Split(' ')[0])!.TextContent);
    }

    [Fact]
    public async Task pasted_text_that_is_no_export_comes_back_in_its_field_which_has_the_focus()
    {
        using var form = new MultipartFormDataContent { { new StringContent("hello <world>"), "text" } };
        var page = await ReadAsync(await PostAsync("/import", "/import", form));
        var field = page.QuerySelector("textarea[name=text]")!;
        Assert.Equal(("hello <world>", "true", true),
            (field.TextContent, field.GetAttribute("aria-invalid"), field.HasAttribute("autofocus")));
    }

    [Fact]
    public async Task without_a_token_nothing_is_taken()
    {
        using var file = new StringContent("[]");
        using var form = new MultipartFormDataContent { { file, "files", "mine.json" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/import") { Content = form };
        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(request)).StatusCode);
        Assert.Null((await OpenAsync("/import")).QuerySelector(".runs"));
    }

    [Fact]
    public async Task a_finished_run_states_its_numbers_and_what_went_wrong()
    {
        var run = await StoreAsync(new ImportRun
        {
            Id = Guid.NewGuid(),
            State = ImportState.Finished,
            StartedAt = Make.Start,
            FinishedAt = Make.Start.AddSeconds(2),
            Counts = new()
            {
                Families = 82,
                Posts = 1528,
                Images = 82,
                Videos = 1446,
                New = 1500,
                Changed = 3,
                Unchanged = 20,
                Trashed = 5,
                Rejected = 1
            },
            Issues = [new(IssueCode.NoId, "<b>a</b>.json", "$[12]", "No id", Rejected: true)],
            IssueCounts = new Dictionary<string, int> { [IssueCode.NoId] = 1 },
        });
        var page = await OpenAsync($"/import/{run.Id}");
        var state = page.QuerySelector("[data-run-state=finished]")!;
        string[] names = ["families", "posts", "new", "changed", "unchanged", "trashed", "rejected"];
        Assert.Equal(["82", "1528", "1500", "3", "20", "5", "1"], names.Select(name => state.GetAttribute($"data-{name}")));
        Assert.Contains("1,528", state.TextContent, StringComparison.Ordinal);
        Assert.Equal(["<b>a</b>.json", "$[12]", "No id"], page.QuerySelectorAll($"[data-code={IssueCode.NoId}] td")
            .Select(cell => cell.TextContent));
        Assert.Null(state.GetAttribute("hx-trigger"));
        Assert.Null(page.QuerySelector("meta[http-equiv=refresh], #run-controls form"));
    }

    [Fact]
    public async Task a_run_under_way_asks_again_with_and_without_scripts_and_can_be_stopped()
    {
        var run = await StoreAsync(new ImportRun
        {
            Id = Guid.NewGuid(),
            State = ImportState.Importing,
            StartedAt = Make.Start,
            Sources = [new("a.json", 200)],
            BytesRead = 50
        });
        var page = await OpenAsync($"/import/{run.Id}");
        var state = page.QuerySelector("[data-run-state=importing]")!;
        Assert.Equal($"/import/{run.Id}", state.GetAttribute("hx-get"));
        Assert.StartsWith("every", state.GetAttribute("hx-trigger"), StringComparison.Ordinal);
        Assert.Null(state.GetAttribute("data-posts"));
        Assert.Equal("25", page.QuerySelector("progress")!.GetAttribute("value"));
        Assert.Contains("refresh", page.QuerySelector("head noscript")!.InnerHtml, StringComparison.Ordinal);
        Assert.Equal($"/import/{run.Id}", page.QuerySelector("#run-controls form[method=post]")!.GetAttribute("action"));
        Assert.NotNull((await OpenAsync($"/import/{run.Id}", "HX-Request: true")).QuerySelector("[data-run-state]"));
    }

    [Fact]
    public async Task stopping_a_run_comes_back_to_it_with_a_word()
    {
        var run = await StoreAsync(new ImportRun { Id = Guid.NewGuid(), State = ImportState.Queued, StartedAt = Make.Start });
        using var form = new MultipartFormDataContent();
        var response = await PostAsync("/import", $"/import/{run.Id}", form);
        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        var cookie = response.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith("flash=", StringComparison.Ordinal))
            .Split(';')[0];
        Assert.NotNull((await OpenAsync(response.Headers.Location!.ToString(), $"Cookie: {cookie}")).QuerySelector("[role=status]"));
    }

    private async Task<ImportRun> StoreAsync(ImportRun run)
    {
        await using var session = Host.Store.LightweightSession();
        session.Store(run);
        await session.SaveChangesAsync();
        return run;
    }
}
