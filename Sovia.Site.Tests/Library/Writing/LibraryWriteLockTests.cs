using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Sovia.Index.Writing;
using Sovia.Library;
using Sovia.Library.Writing;
using Sovia.Tests.Support;

namespace Sovia.Tests.Library.Writing;

public sealed class LibraryWriteLockTests(SoviaHost host) : HostTest(host)
{
    private const int Likes = 40;

    [Fact]
    public async Task writers_waiting_for_the_lock_hold_no_connections()
    {
        var posts = Enumerable.Range(0, Likes).Select(i => Make.Still(i)).ToArray();
        await StoreAsync(posts);
        Task[] writers;
        await using (var session = Host.Store.LightweightSession())
        {
            await LibraryWriteLock.AcquireAsync(session, default);
            writers = [.. posts.Select(WriteAsync)];
            await Eventually.TrueAsync(async () => await CountWaitingAsync() > 0, "somebody waits at the database");
            await Task.Delay(300);
            Assert.Equal(1, await CountWaitingAsync());
            using var client = Host.Site.Server.CreateClient();
            using var page = await client.GetAsync("/").WaitAsync(TimeSpan.FromSeconds(20));
            Assert.True(page.IsSuccessStatusCode);
        }
        await Task.WhenAll(writers).WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task a_like_does_not_wait_for_the_write_lock()
    {
        var post = Make.Still();
        await StoreAsync(post);
        await using var session = Host.Store.LightweightSession();
        await LibraryWriteLock.AcquireAsync(session, default);
        Assert.True((await LikeAsync(post.Id).WaitAsync(TimeSpan.FromSeconds(20)))!.Liked);
    }

    [Fact]
    public async Task a_turn_that_is_given_up_or_fails_lets_the_next_forward()
    {
        var post = Make.Still();
        await StoreAsync(post);
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        for (var times = 0; times < 8; times++)
        {
            await using var session = Host.Store.LightweightSession();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => LibraryWriteLock.AcquireAsync(session, cancelled.Token));
            await using var lockSession = Host.Store.LightweightSession();
            await LibraryWriteLock.AcquireAsync(lockSession, default);
        }
        await WriteAsync(post).WaitAsync(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task a_like_does_not_wait_for_index_maintenance()
    {
        var post = Make.Still();
        await StoreAsync(post);
        await using var source = NpgsqlDataSource.Create(Host.ConnectionString);
        await using var connection = await source.OpenConnectionAsync();
        await using var busy = await connection.BeginTransactionAsync();
        // Concurrent maintenance holds this lock. Writers do not wait for it, but ANALYZE does.
        await using (var command = new NpgsqlCommand("lock table sovia.mt_doc_post in share update exclusive mode", connection))
            await command.ExecuteNonQueryAsync();
        await using var session = Host.Store.QuerySession();
        var upkeep = IndexMaintenance.RunAsync(session, default);
        await Eventually.TrueAsync(async () => await CountWaitingAsync("relation") > 0, "the upkeep waits");

        Assert.True((await LikeAsync(post.Id).WaitAsync(TimeSpan.FromSeconds(20)))!.Liked);
        Assert.False(upkeep.IsCompleted);

        await busy.RollbackAsync();
        await upkeep;
    }

    private async Task WriteAsync(Post post)
    {
        await using var session = Host.Store.LightweightSession();
        await LibraryWriteLock.AcquireAsync(session, default);
        session.Store(post);
        await session.SaveChangesAsync();
    }

    private async Task<long> CountWaitingAsync(string kind = "advisory")
    {
        await using var command = Host.Site.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(
            "select count(*) from pg_locks where locktype = $1 and not granted and database = (select oid from pg_database where datname "
            + "= current_database())");
        command.Parameters.Add(new() { Value = kind });
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
