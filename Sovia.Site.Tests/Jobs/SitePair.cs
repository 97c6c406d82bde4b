using System.Text.RegularExpressions;
using Npgsql;
using Sovia.Tests.Storage.PrivateServer;
using Sovia.Tests.Support;

namespace Sovia.Tests.Jobs;

/// <summary>
/// Two sites as programs of their own, each with a data directory, on one database; the one that works on something can be killed without a
/// word.
/// </summary>
internal sealed partial class SitePair : IAsyncDisposable
{
    private readonly string database;
    private readonly TempFolder[] folders = [new(), new()];
    private readonly SiteProcess[] sites;
    private HttpClient[] clients = [];

    private SitePair(string database, string[] settings)
    {
        this.database = database;
        sites = [
            .. folders.Select(folder => new SiteProcess(SiteProcess.Program, folder.Path,
                ["env", $"ConnectionStrings__Postgres={database}", "Sovia__WatchMediaRoots=false", .. settings]))];
    }

    /// <summary>Speaks to the first site.</summary>
    public HttpClient Client => clients[0];

    /// <summary>The data directory of the first site.</summary>
    public string DataDirectory => folders[0].Path;

    [GeneratedRegex("127\\.0\\.0\\.1:\\d+")]
    private static partial Regex ListeningUrl();

    [GeneratedRegex("__RequestVerificationToken\"[^>]*value=\"([^\"]+)")]
    private static partial Regex Token();

    /// <summary>Starts them.</summary>
    /// <param name="database">A database that has the schema.</param>
    /// <param name="settings">Further settings, as variables of the environment.</param>
    public static async Task<SitePair> StartAsync(string database, params string[] settings)
    {
        var pair = new SitePair(database, settings);
        await Task.WhenAll(pair.sites.Select(site => site.WaitUntilListeningAsync()));
        pair.clients = [.. pair.sites.Select(site => new HttpClient { BaseAddress = new("http://" + ListeningUrl().Match(site.Output).Value) })];
        return pair;
    }

    /// <summary>Presses a button of a page of the first site.</summary>
    public async Task PressAsync(string page, string address)
    {
        using var form = new MultipartFormDataContent
        { { new StringContent(Token().Match(await Client.GetStringAsync(page)).Groups[1].Value), "__RequestVerificationToken" } };
        using var answer = await Client.PostAsync(address, form);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Kills the site that is at an item, and says who is left.</summary>
    /// <param name="row">The item's row, <c>change 0199…</c>.</param>
    public async Task<HttpClient> KillWorkerAsync(string row)
    {
        string? node = null;
        await Eventually.TrueAsync(async () =>
            (node = await QueryScalarAsync($"select data ->> 'node' from sovia.mt_doc_jobrow where id = '{row}'")) is not null,
            "somebody is at it");
        var killed = node == await File.ReadAllTextAsync(folders[0].PathOf("node")) ? 0 : 1;
        await sites[killed].KillAsync();
        return clients[1 - killed];
    }

    /// <summary>The first value that a query finds, as text.</summary>
    public async Task<string?> QueryScalarAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(database) { Pooling = false });
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync() as string;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in clients) client.Dispose();
        foreach (var site in sites) await site.DisposeAsync();
        foreach (var folder in folders) folder.Dispose();
    }
}
