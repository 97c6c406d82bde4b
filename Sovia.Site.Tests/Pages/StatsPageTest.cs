using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using Sovia.Collections;
using Sovia.Import;
using Sovia.Library;
using Sovia.Prompts;
using Sovia.Tests.Query.Terms;
using Sovia.Tests.Support;

namespace Sovia.Tests.Pages;

/// <summary>
/// A test of statistics over a library with everything in it: ratings, tags, likes, collections, imports, trash, and what nothing is known
/// of.
/// </summary>
public abstract class StatsPageTest(SoviaHost host) : PageTest(host)
{
    protected static int CountOf(IElement figure) => int.Parse(
        figure.GetAttribute("data-count-of") ?? figure.QuerySelector("data")?.GetAttribute("value")
        ?? figure.GetAttribute("aria-label")!.Split(": ")[^1], NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    protected async Task FillAsync()
    {
        var (random, dice) = (new RandomTerms(31), new Random(31));
        Post[] posts = [.. Enumerable.Range(0, 40).SelectMany(_ => random.Family()), .. Enumerable.Range(0, 3)
            .Select(i => Make.Still(i, "a boat at dusk"))];
        await StoreAsync(posts);
        Guid[] Some(int of) => [.. posts.Where(_ => dice.Next(of) == 0).Select(post => post.Id)];
        await ImportAsync(0,
            """[{"id":"aaaaaaaa-0000-4000-8000-000000000001","prompt":"a heron","childPosts":[{"id":"bbbbbbbb-0000-4000-8000-000000000002","mediaType":"video"}]}]""");
        await ImportAsync(1,
            """[{"id":"aaaaaaaa-0000-4000-8000-000000000001","prompt":"a grey heron"},{"id":"cccccccc-0000-4000-8000-000000000003"}]""");
        await ChangeAsync(new() { Rating = 5 }, Some(6));
        await ChangeAsync(new() { Rating = 2 }, Some(6));
        await ChangeAsync(new() { AddTags = ["Sea"] }, Some(4));
        await ChangeAsync(new() { AddTags = ["sea", "red sky, \"late\""] }, Some(9));
        await ChangeAsync(new() { Liked = true }, Some(5));
        await ChangeAsync(new() { Liked = false }, Some(7));
        var best = await MakeAsync("Best", null, null);
        var inner = await MakeAsync("Inner", best.Id, null);
        await MakeAsync("Liked dragons", null, "search=dragon&liked=true");
        await ChangeAsync(new() { Collect = [new(best.Id, best.Name)] }, Some(6));
        await ChangeAsync(new() { Collect = [new(inner.Id, inner.Name)] }, Some(8));
        await ChangeAsync(new() { Trashed = true }, Some(8));
        await ChangeAsync(new() { Hidden = true }, Some(10));
        Assert.NotNull(await WithAsync((RefreshPrompts current) => current.RefreshAsync(default)));
    }

    private async Task ImportAsync(int days, string json)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        var file = new ImportableFile("export.json", bytes.Length, () => new MemoryStream(bytes))
        {
            PostsPerBatch = 500,
            ModifiedAt = Make.Start.AddDays(days)
        };
        var run = new ImportRun
        {
            Id = Guid.CreateVersion7(),
            State = ImportState.Importing,
            StartedAt = Make.Start.AddDays(days),
            Sources = [new(file.Name, file.Size)]
        };
        await Host.Site.Services.GetRequiredService<ImportFiles>().RunAsync(run, [file], dryRun: false, progress: null, default);
    }

    private async Task<Collection> MakeAsync(string name, Guid? parent, string? query) =>
        (await WithAsync((EditCollections edit) => edit.CreateAsync(
        new() { Id = Guid.NewGuid(), Name = name, ParentId = parent, Query = query, CreatedAt = Make.Start, UpdatedAt = Make.Start },
        default))).Collection!;
}
