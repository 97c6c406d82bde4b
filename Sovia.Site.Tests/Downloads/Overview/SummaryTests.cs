using Npgsql;
using Sovia.Downloads.Fetching;
using Sovia.Downloads.Overview;
using Sovia.Downloads.Runs;
using Sovia.Index;
using Sovia.Library;
using Sovia.Tests.Support;

namespace Sovia.Tests.Downloads.Overview;

public sealed class SummaryTests(SoviaHost host) : HostTest(host)
{
    private static readonly PostFile Here = new() { Sha256 = "", Mime = "image/jpeg", Length = 1, Method = "" };

    private static Post At(string? host, PostFile? file = null) =>
        Make.Still() with { MediaUrl = host is null ? null : $"https://{host}/a/{Guid.NewGuid()}.jpg", File = file };

    /// <summary>Two posts and more for each reason, three that are safe, and a stub.</summary>
    private async Task<Dictionary<string, int>> StoreOneOfEachAsync()
    {
        Post[] gone = [At("imagine-public.x.ai"), At("images-public.x.ai"),
            Make.Clip(Make.Still()) with { ParentId = null, MediaUrl = "https://imagine-public.x.ai/v.mp4" }];
        gone = [.. gone.Select(post => post with { RootId = post.Id })];
        Post[] rest =
        [
            At("imagine-public.x.ai"), At("imagine-public.x.ai"), At("images-public.x.ai"), At("assets.grok.com"), At("assets.grok.com"),
            At("assets.grok.com"),
            At(null), At("evil.example"), At("assets.grok.com", Here with { Missing = true }), At("assets.grok.com", Here),
            At("imagine-public.x.ai", Here), At(null, Here),
            At("imagine-public.x.ai") with { IsStub = true },
        ];
        await StoreAsync([.. gone, .. rest]);
        await using var session = Host.Store.LightweightSession();
        foreach (var post in gone)
            session.Store(new DownloadProblem
            {
                Id = post.Id,
                RunId = Guid.NewGuid(),
                Code = DownloadErrorCode.Gone,
                Reason = "gone",
                Url = post.MediaUrl!,
                At = Make.Start
            });
        await session.SaveChangesAsync();
        return new()
        {
            [DownloadErrorCode.Gone] = 3,
            [MissingReason.NeverTried] = 2,
            [MissingReason.LegacyHost] = 1,
            [MissingReason.CookieBound] = 3,
            [MissingReason.NoAddress] = 1,
            [MissingReason.UnknownHost] = 1,
            [MissingReason.DriveMissing] = 1,
        };
    }

    [Fact]
    public async Task every_post_is_counted_once_by_host_kind_and_reason()
    {
        var reasons = await StoreOneOfEachAsync();
        var summary = await WithAsync<ReadMediaSummary, MediaSummary>(read => read.RunAsync(default));
        Assert.Equal((15, 3, 12), (summary.Total, summary.Safe, summary.Missing));
        Assert.Equal(reasons.OrderBy(pair => pair.Key), summary.ByReason.Select(row => KeyValuePair.Create(row.Reason, (int)row.Missing))
            .OrderBy(pair => pair.Key));
        Assert.Equal([("assets.grok.com", 1, 4), ("imagine-public.x.ai", 1, 4)], summary.ByHost.Where(row => row.Missing == 4)
            .OrderBy(row => row.Host));
        Assert.Contains((MediaKind.Video, 0, 1), summary.ByKind);
    }

    [Fact]
    public async Task every_figure_leads_to_just_those_posts()
    {
        await StoreOneOfEachAsync();
        var summary = await WithAsync<ReadMediaSummary, MediaSummary>(read => read.RunAsync(default));
        foreach (var cell in summary.Cells.Where(cell => !cell.IsSafe))
        {
            var posts = await AllAsync(new(cell.Host, cell.Kind, cell.Reason));
            Assert.Equal(cell.Count, posts.Count);
            Assert.All(posts, post => Assert.Equal((cell.Host, cell.Kind, cell.Reason),
                (post.Post.MediaHost, post.Post.Kind, post.Reason)));
        }
        Assert.Equal(summary.Missing, (await AllAsync(new())).Count);
        foreach (var (reason, missing) in summary.ByReason) Assert.Equal(missing, (await AllAsync(new(Reason: reason))).Count);
        foreach (var (name, _, missing) in summary.ByHost) Assert.Equal(missing, (await AllAsync(new(Host: name))).Count);
    }

    [Fact]
    public async Task trashed_posts_are_in_no_count_list_or_download()
    {
        await StoreOneOfEachAsync();
        var before = await AllAsync(new());
        var (hidden, trashed) = (before.Where((_, at) => at % 2 == 0).ToList(), before.Where((_, at) => at % 2 == 1)
            .Select(post => post.Post.Id).ToArray());
        await ChangeAsync(new() { Trashed = true }, trashed);
        await ChangeAsync(new() { Hidden = true }, [.. hidden.Select(post => post.Post.Id)]);
        var summary = await WithAsync<ReadMediaSummary, MediaSummary>(read => read.RunAsync(default));
        Assert.Equal((3 + hidden.Count, 3, hidden.Count), (summary.Total, summary.Safe, summary.Missing));
        Assert.Equal(
            hidden.GroupBy(post => (post.Post.MediaHost, post.Post.Kind, post.Reason)).Select(same => $"{same.Key} {same.Count()}").Order(),
            summary.Cells.Where(cell => !cell.IsSafe).Select(cell => $"{(cell.Host, cell.Kind, cell.Reason)} {cell.Count}").Order());
        Assert.Equal(hidden.Select(post => post.Post.Id), (await AllAsync(new())).Select(post => post.Post.Id));
        await ChangeAsync(new() { Trashed = false }, trashed);
        Assert.Equal(before.Select(post => post.Post.Id), (await AllAsync(new())).Select(post => post.Post.Id));
        Assert.Equal(before.Count, (await WithAsync<ReadMediaSummary, MediaSummary>(read => read.RunAsync(default))).Missing);
    }

    [Fact]
    public async Task the_figures_and_the_list_read_one_index()
    {
        await StoreAsync([.. Enumerable.Range(0, 2_000).Select(i => At("assets.grok.com", i % 10 > 0 ? Here : null))]);
        await using var source = NpgsqlDataSource.Create(Host.ConnectionString);
        await using var vacuum = source.CreateCommand("vacuum analyze sovia.mt_doc_post");
        await vacuum.ExecuteNonQueryAsync();
        Assert.Contains("Index Only Scan", await PlanAsync(source, ReadMediaSummary.PostCountsSql.Replace("$1", "'*DEFAULT*'")),
            StringComparison.Ordinal);
        var list = await PlanAsync(source, $"""
            select d.data from sovia.mt_doc_post d where d.tenant_id = '*DEFAULT*' and d.is_stub = false and d.safety < 'Safe' and not {UnlistedPosts.BuildIsTrashedSql("d.id", "d.tenant_id")}
            and (d.safety, d.media_host, d.kind, d.id) > ('Away', 'assets.grok.com', 'Image', '10000000-0000-0000-0000-000000000000')
            order by d.safety, d.media_host, d.kind, d.id limit 51
            """);
        Assert.DoesNotContain("Seq Scan", list, StringComparison.Ordinal);
        Assert.DoesNotContain("Sort", list, StringComparison.Ordinal);
    }

    [Fact]
    public void a_place_in_the_list_survives_its_address()
    {
        var cursor = MissingPostsCursor.FromPost(At("assets.grok.com"));
        Assert.Equal(cursor, MissingPostsCursor.Parse($"{cursor}"));
        Assert.All(new[] { null, "", "_", "Safe_Image_x_y", "9_Image_" + new string('0', 32) + "_" }, text =>
            Assert.Null(MissingPostsCursor.Parse(text)));
    }

    private async Task<List<MissingPost>> AllAsync(MissingPostsQuery query)
    {
        var (all, after) = (new List<MissingPost>(), default(MissingPostsCursor));
        do
        {
            var page = await WithAsync<ReadMissingPosts, MissingPostsPage>(read => read.ReadPageAsync(query, after, 2, default));
            all.AddRange(page.Posts);
            after = page.NextCursor;
        }
        while (after is not null);
        Assert.Equal(all.Count, all.DistinctBy(post => post.Post.Id).Count());
        return all;
    }

    private static async Task<string> PlanAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand("explain " + sql);
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync()) lines.Add(reader.GetString(0));
        return string.Join('\n', lines);
    }
}
