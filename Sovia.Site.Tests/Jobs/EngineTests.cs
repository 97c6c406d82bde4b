using System.Diagnostics;
using Alba;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Sovia.Jobs;
using Sovia.Tests.Support;

namespace Sovia.Tests.Jobs;

/// <summary>What the engine does for every kind of job, seen with one that does nothing else.</summary>
public sealed class EngineTests(SoviaHost host) : HostTest(host)
{
    private readonly FakeJob.Items items = new();

    [Fact]
    public async Task pending_items_are_found_and_run_in_order_by_one_site()
    {
        var database = await Host.CreateDatabaseAsync();
        using TempFolder one = new(), other = new();
        var now = 0;
        items.Work = async (_, _, _) =>
        {
            Assert.Equal(1, Interlocked.Increment(ref now));
            await Task.Yield();
            Interlocked.Decrement(ref now);
        };
        foreach (var item in Enumerable.Range(10, 20)) items.Waiting[$"{item}"] = true;
        await using IAlbaHost first = await StartAsync("first", database, one), second = await StartAsync("second", database, other);
        await Eventually.TrueAsync(() => Task.FromResult(items.Waiting.IsEmpty), "all is done");
        Assert.Equal(Enumerable.Range(10, 20).Select(item => $"{item}"), items.Done.Select(done => done.Item));
        Assert.Empty(items.Failed);
        await Eventually.TrueAsync(async () => (long)(await QueryScalarAsync(database, "select count(*) from sovia.mt_doc_jobrow"))! == 0,
            "no row is left");
    }

    [Fact]
    public async Task a_site_that_stops_gives_its_work_to_another_at_once_and_does_not_wait_for_it()
    {
        var database = await Host.CreateDatabaseAsync();
        using TempFolder one = new(), other = new();
        items.Work = (site, _, ct) => site == "first" ? Task.Delay(Timeout.Infinite, ct) : Task.CompletedTask;
        items.Waiting["a"] = true;
        var first = await StartAsync("first", database, one);
        await Eventually.TrueAsync(() => Task.FromResult(!items.Started.IsEmpty), "the first site is at it");
        await using var second = await StartAsync("second", database, other);
        var stopping = Stopwatch.StartNew();
        await first.DisposeAsync();
        Assert.InRange(stopping.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(8));
        await Eventually.TrueAsync(() => Task.FromResult(items.Waiting.IsEmpty), "the second one does it");
        Assert.Equal([("second", "a")], items.Done);
        Assert.Empty(items.Failed);
    }

    [Fact]
    public async Task a_failed_item_is_reported_the_next_runs_and_transient_errors_are_retried()
    {
        var database = await Host.CreateDatabaseAsync();
        using var folder = new TempFolder();
        var tries = 0;
        items.Work = (_, item, _) => item switch
        {
            "a" => throw new InvalidOperationException("no good"),
            "b" when ++tries < 3 => throw new PostgresException("too many", "ERROR", "ERROR", PostgresErrorCodes.TooManyConnections),
            _ => Task.CompletedTask,
        };
        foreach (var item in "abc") items.Waiting[$"{item}"] = true;
        await using var site = await StartAsync("only", database, folder);
        await Eventually.TrueAsync(() => Task.FromResult(items.Waiting.IsEmpty), "all have ended");
        Assert.Equal([("a", "no good")], items.Failed);
        Assert.Equal(["b", "c"], items.Done.Select(done => done.Item));
        Assert.Equal(3, tries);
    }

    [Fact]
    public async Task work_stops_and_runs_again_when_its_lock_is_lost()
    {
        var database = await Host.CreateDatabaseAsync();
        using var folder = new TempFolder();
        items.Work = (_, _, ct) => items.Started.Count == 1 ? Task.Delay(Timeout.Infinite, ct) : Task.CompletedTask;
        items.Waiting["a"] = true;
        await using var site = await StartAsync("only", database, folder);
        await Eventually.TrueAsync(() => Task.FromResult(!items.Started.IsEmpty), "it has begun");
        await QueryScalarAsync(database,
            "select count(pg_terminate_backend(l.pid)) from pg_locks l join pg_database d on d.oid = l.database where l.locktype = "
            + "'advisory' and d.datname = current_database() and l.pid <> pg_backend_pid()");
        await Eventually.TrueAsync(() => Task.FromResult(items.Waiting.IsEmpty), "it is done again");
        Assert.Empty(items.Failed);
    }

    private Task<IAlbaHost> StartAsync(string name, string database, TempFolder folder) =>
        SecondSite.StartAsync(database, folder.Path, builder =>
            builder.ConfigureServices(services => services.AddScoped<IJob>(_ => new FakeJob(items, name))));

    private static async Task<object?> QueryScalarAsync(string database, string sql)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(database) { Pooling = false });
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }
}
