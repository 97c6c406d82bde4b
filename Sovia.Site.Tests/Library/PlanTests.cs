using Marten;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Sovia.Index;
using Sovia.Index.Versions;
using Sovia.Library;
using Sovia.Library.Browsing;
using Sovia.Library.Families;
using Sovia.Query.Lists;
using Sovia.Tests.Support;

namespace Sovia.Tests.Library;

/// <summary>What pages ask for again and again must not read a whole table.</summary>
public sealed class PlanTests(SoviaHost host) : HostTest(host)
{
    private static readonly Cursor Middle = new(SortKeyEncoding.ToAge(Make.Start.AddMinutes(1000)), Guid.NewGuid());

    public static TheoryData<string> Hot => ["top", "below", "above", "family's posts", "many families' posts"];

    [Theory]
    [MemberData(nameof(Hot))]
    public async Task a_hot_query_scans_no_table_and_sorts_nothing(string query)
    {
        await StoreAsync([.. Enumerable.Range(0, 2_000).Select(i => Make.Still(i))]);
        await using var source = NpgsqlDataSource.Create(Host.ConnectionString);
        await using var analyze = source.CreateCommand("analyze");
        await analyze.ExecuteNonQueryAsync();
        var plan = await ExplainAsync(source, query);
        Assert.Contains("Index", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("Seq Scan", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("Sort", plan, StringComparison.Ordinal);
    }

    private async Task<string> ExplainAsync(NpgsqlDataSource source, string query)
    {
        await using var session = Host.Store.QuerySession();
        var stretch = new ListPageReader(source, session, Host.Site.Services.GetRequiredService<LibraryStateCache>(),
            new CachedFamilyReader());
        var id = Guid.NewGuid();
        Guid[] ids = [Guid.NewGuid(), Guid.NewGuid()];
        var command = query switch
        {
            "top" => stretch.CreateCommand(ResolvedQuery.All.WithoutAnnotations, null, isForward: true, 51),
            "below" => stretch.CreateCommand(ResolvedQuery.All.WithoutAnnotations, Middle, isForward: true, 51),
            "above" => stretch.CreateCommand(ResolvedQuery.All.WithoutAnnotations, Middle, isForward: false, 51),
            "family's posts" => session.Query<Post>().Where(post => post.RootId == id).ToCommand(),
            _ => session.Query<Post>().Where(post => post.RootId.IsOneOf(ids)).ToCommand(),
        };
        await using var connection = await source.OpenConnectionAsync();
        command.Connection = connection;
        command.CommandText = "explain " + command.CommandText;
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync()) lines.Add(reader.GetString(0));
        return string.Join('\n', lines);
    }
}
