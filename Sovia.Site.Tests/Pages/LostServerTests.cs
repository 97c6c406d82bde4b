using Alba;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Sovia.Library;
using Sovia.Library.Writing;
using Sovia.Tests.Support;

namespace Sovia.Tests.Pages;

/// <summary>The database is restarted while pages wait for it.</summary>
public sealed class LostServerTests : IAsyncLifetime
{
    private static readonly (string Address, string[] Headers)[] Asked =
    [
        ("/", []), ("/?search=heron", ["HX-Request: true"]), ("/?search=heron", ["HX-Request: true", "HX-Trigger-Name: search"]),
        ("/?sort=random&seed=7", []),
        ("/?unit=post&type=image", []), ("/facets", []), ("/facets?search=heron&handler=Count", ["HX-Request: true"]),
        ("/facets?handler=Complete&search=model:", []),
    ];

    private readonly TestPostgres postgres = new();
    private readonly TempFolder folder = new();

    [Fact]
    public async Task pages_requested_during_a_database_restart_are_complete_afterwards()
    {
        var database = await postgres.CreateDatabaseAsync();
        await using var site = await SecondSite.StartAsync(database, folder.Path);
        using var client = site.Server.CreateClient();
        await StoreAsync(site, [.. Enumerable.Range(1, 60).Select(i => Make.Still(i, "a heron at dawn"))]);
        var (asking, blocker) = (new List<Task>(), new NpgsqlConnection(database + ";Pooling=false"));
        await blocker.OpenAsync();
        await ExecuteAsync(blocker,
            "begin; lock table sovia.family_index, sovia.post_index, sovia.mt_doc_family, sovia.mt_doc_post in access exclusive mode");
        foreach (var (address, headers) in Asked) asking.Add(TryAsync(client, address, headers));
        await Eventually.TrueAsync(async () => await CountWaitingAsync(blocker) >= 3, "pages wait for the database");

        postgres.Kill();
        await Task.WhenAll(asking);
        await blocker.DisposeAsync();
        await Eventually.TrueAsync(async () => (await client.GetAsync("/health/ready")).IsSuccessStatusCode, "the database is back");

        foreach (var (address, headers) in Asked) Assert.Null(await UncachedResponse.CompareAsync(client, address, headers));
        Assert.Contains("data-post-id", await client.GetStringAsync("/?search=heron"), StringComparison.Ordinal);
    }

    public Task InitializeAsync() => postgres.InitializeAsync();

    public async Task DisposeAsync()
    {
        await postgres.DisposeAsync();
        folder.Dispose();
    }

    // Whatever comes of it.
    private static async Task TryAsync(HttpClient client, string address, string[] headers)
    {
        using var answer = await client.SendAsync(UncachedResponse.CreateRequest(address, headers));
        await answer.Content.ReadAsStringAsync();
    }

    private static async Task StoreAsync(IAlbaHost site, Post[] posts)
    {
        await using var session = site.Services.GetRequiredService<Marten.IDocumentStore>().LightweightSession();
        session.Store<Post>(posts);
        await RefreshFamilies.RefreshAsync(session, posts, [], CancellationToken.None);
        await session.SaveChangesAsync();
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<long> CountWaitingAsync(NpgsqlConnection connection)
    {
        // A transaction sees the activity as it was when it first looked.
        await ExecuteAsync(connection, "select pg_stat_clear_snapshot()");
        await using var command = new NpgsqlCommand("select count(*) from pg_stat_activity where wait_event_type = 'Lock'", connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
