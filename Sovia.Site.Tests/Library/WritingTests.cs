using Marten;
using Npgsql;
using Sovia.Library;
using Sovia.Library.Writing;
using Sovia.Seeding;
using Sovia.Tests.Support;

namespace Sovia.Tests.Library;

public sealed class WritingTests(SoviaHost host) : HostTest(host)
{
    private static readonly Post[] Posts = [.. new SyntheticLibrary(20, seed: 5).GenerateFamilies().SelectMany(family => family)];

    [Fact]
    public async Task bulk_writes_match_documents_written_by_marten()
    {
        await using (var session = Host.Store.LightweightSession())
        {
            await PostWriteOperation.EnlistAsync(session, new() { Stored = Posts, Existing = new Dictionary<Guid, Post>() }, default);
            await session.SaveChangesAsync();
        }
        var (posts, families) = (await RowsAsync("mt_doc_post"), await RowsAsync("mt_doc_family"));
        Assert.Equal(Posts.Length, posts.Count);
        await using (var session = Host.Store.LightweightSession())
        {
            session.Store<Post>(await session.Query<Post>().ToListAsync());
            session.Store<Family>(await session.Query<Family>().ToListAsync());
            await session.SaveChangesAsync();
        }
        Assert.Equal(posts, await RowsAsync("mt_doc_post"));
        Assert.Equal(families, await RowsAsync("mt_doc_family"));
    }

    [Fact]
    public async Task a_post_that_is_written_again_is_there_once_and_one_that_is_removed_takes_its_family_along()
    {
        await StoreAsync(Posts);
        var root = Posts.First(post => post.ParentId is null && Posts.Any(other => other.ParentId == post.Id));
        var family = Posts.Where(post => post.RootId == root.Id).ToDictionary(post => post.Id);
        await ChangeAsync(new() { Stored = [root with { Prompt = "a stork" }], Existing = family });
        Assert.Equal(Posts.Length, (await RowsAsync("mt_doc_post")).Count);
        await ChangeAsync(new() { Stored = [], Removed = family.Keys, Existing = family });
        Assert.Equal(Posts.Length - family.Count, (await RowsAsync("mt_doc_post")).Count);
        Assert.Equal(19, (await RowsAsync("mt_doc_family")).Count);
        Assert.Equal((19, Posts.Length - family.Count), ((await RowsAsync("family_index")).Count, (await RowsAsync("post_index")).Count));
    }

    private async Task ChangeAsync(PostChange change)
    {
        await using var session = Host.Store.LightweightSession();
        await PostWriteOperation.EnlistAsync(session, change, default);
        await session.SaveChangesAsync();
    }

    private async Task<List<string>> RowsAsync(string table)
    {
        await using var source = NpgsqlDataSource.Create(Host.ConnectionString);
        await using var command =
            source.CreateCommand($"select (to_jsonb(t) - 'mt_version' - 'mt_last_modified')::text from sovia.{table} t order by id");
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync()) rows.Add(reader.GetString(0));
        return rows;
    }
}
