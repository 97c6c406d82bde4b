using System.IO.Compression;
using Alba;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Sovia.Curation;
using Sovia.Import;
using Sovia.Library.Browsing;
using Sovia.Query;
using Sovia.Query.Lists;
using Sovia.Tests.Support;

namespace Sovia.Tests.Library;

/// <summary>A library as an earlier version left it, opened by this one.</summary>
public sealed class UpgradeTests : IAsyncLifetime
{
    private readonly SharedPostgres postgres = new();
    private readonly TempFolder folder = new();

    public Task InitializeAsync() => postgres.InitializeAsync();

    public async Task DisposeAsync()
    {
        await postgres.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task likes_that_were_kept_in_posts_become_annotations_and_nothing_is_lost()
    {
        var address = await RestoreOldDatabaseAsync();
        await using var source = NpgsqlDataSource.Create(address);
        var likes = await ListAsync(source,
            "select format('%s %s', id, data->'ownLike'->>'liked') from sovia.mt_doc_post where data ? 'ownLike' order by id");
        Assert.Equal(6, likes.Count);
        var posts = await ListAsync(source, "select id::text from sovia.mt_doc_post order by 1");
        // Twice, as an upgrade that died before it said so would be done again.
        for (var start = 0; start < 2; start++)
        {
            await using var site = await SecondSite.StartAsync(address, folder.Path);
            Assert.Equal(likes, await ListAsync(source,
                "select format('%s %s', id, data->>'liked') from sovia.mt_doc_annotation order by id"));
            Assert.Empty(await ListAsync(source, "select id::text from sovia.mt_doc_post where data ? 'ownLike'"));
            Assert.Equal(posts, await ListAsync(source, "select id::text from sovia.mt_doc_post order by 1"));
            foreach (var (id, liked) in likes.Select(like => like.Split(' ')).Select(parts => (Guid.Parse(parts[0]), bool.Parse(parts[1]))))
                Assert.Equal(liked, (await WithAsync(site, (ReadLikeState read) => read.ReadAsync(id, default)))!.Liked);
            var listed = await WithAsync(site,
                (BrowseLibrary browse) =>
                browse.ReadPageAsync(ResolvedQuery.From(LibraryQuery.Parse("liked=false&unit=post", Make.Start).Query), PagePosition.Top,
                    default));
            Assert.Superset(likes.Where(like => like.EndsWith("false", StringComparison.Ordinal))
                .Select(like => Guid.Parse(like.Split(' ')[0])).ToHashSet(), listed.Families.Select(family => family.Id).ToHashSet());
            await using var note = source.CreateCommand("comment on table sovia.library_state is null");
            await note.ExecuteNonQueryAsync();
        }
    }

    [Fact]
    public async Task upgraded_runs_can_be_undone_and_likes_are_kept()
    {
        var address = await RestoreOldDatabaseAsync();
        await using var site = await SecondSite.StartAsync(address, folder.Path);
        var runs = await WithAsync(site, async (IQuerySession session) => await session.Query<ImportRun>().OrderBy(run => run.StartedAt)
            .ToListAsync());
        Assert.Equal(2, runs.Count);
        foreach (var run in runs)
            Assert.Null((await site.Services.GetRequiredService<UndoImport>().RunAsync(run.Id, leavesEdited: false, default)).Refusal);
        Assert.Equal(0, await WithAsync(site, (CountMatches count) => count.CountAsync(ResolvedQuery.All, default)));
        await using var source = NpgsqlDataSource.Create(address);
        Assert.Equal(6, (await ListAsync(source, "select id::text from sovia.mt_doc_annotation")).Count);
    }

    private async Task<string> RestoreOldDatabaseAsync()
    {
        var address = await postgres.CreateEmptyAsync();
        await using var packed = typeof(UpgradeTests).Assembly.GetManifestResourceStream("library-with-likes-in-posts.sql.gz")!;
        using var text = new StreamReader(new GZipStream(packed, CompressionMode.Decompress));
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(address) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(await text.ReadToEndAsync(), connection);
        await command.ExecuteNonQueryAsync();
        return address;
    }

    private static async Task<T> WithAsync<TService, T>(IAlbaHost site, Func<TService, Task<T>> work) where TService : notnull
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    private static async Task<List<string>> ListAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var list = new List<string>();
        while (await reader.ReadAsync()) list.Add(reader.GetString(0));
        return list;
    }
}
