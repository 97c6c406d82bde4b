using Npgsql;
using Sovia.Library.Browsing;
using Sovia.Query;
using Sovia.Query.Lists;
using Sovia.Tests.Support;

namespace Sovia.Tests.Query.Lists;

/// <summary>A search that would keep the database busy is stopped, and says so.</summary>
public sealed class SearchTimeoutTests(SoviaHost host) : HostTest(host)
{
    [Fact]
    public async Task a_search_that_is_kept_waiting_is_given_up_and_the_whole_library_is_not()
    {
        await StoreAsync(Make.Still(1, "a heron"));
        await using var source = NpgsqlDataSource.Create(Host.ConnectionString);
        await using var blocker = await source.OpenConnectionAsync();
        await using var transaction = await blocker.BeginTransactionAsync();
        await using (var hold = new NpgsqlCommand("lock table sovia.family_index in access exclusive mode", blocker, transaction))
            await hold.ExecuteNonQueryAsync();
        var list = ResolvedQuery.From(LibraryQuery.Parse("search=heron", Make.Start).Query);
        await Assert.ThrowsAsync<SearchTimeoutException>(() =>
            WithAsync<BrowseLibrary, FamilyPage>(browse => browse.ReadPageAsync(list, PagePosition.Top, default)));
        await Assert.ThrowsAsync<SearchTimeoutException>(() => WithAsync<CountMatches, int>(count => count.CountAsync(list, default)));
        using var client = Host.Site.Server.CreateClient();
        Assert.Contains("took too long", await client.GetStringAsync("/?search=heron"), StringComparison.Ordinal);
        var whole = WithAsync<BrowseLibrary, FamilyPage>(browse => browse.ReadPageAsync(ResolvedQuery.All, PagePosition.Top, default));
        await transaction.RollbackAsync();
        Assert.Single((await whole).Families);
        Assert.Contains("heron", await client.GetStringAsync("/?search=heron"), StringComparison.Ordinal);
    }
}
