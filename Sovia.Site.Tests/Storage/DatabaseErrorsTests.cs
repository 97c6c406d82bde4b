using Npgsql;
using Sovia.Jobs;
using Sovia.Query;
using Sovia.Query.Lists;
using Sovia.Storage;
using Sovia.Tests.Support;

namespace Sovia.Tests.Storage;

public sealed class DatabaseErrorsTests(SoviaHost host) : HostTest(host)
{
    [Fact]
    public async Task an_exhausted_pool_is_distinguished_from_an_unavailable_database()
    {
        var settings = new NpgsqlConnectionStringBuilder(Host.ConnectionString) { MaxPoolSize = 1, Timeout = 1 };
        await using var source = NpgsqlDataSource.Create(settings);
        await using var only = await source.OpenConnectionAsync();
        var dry = await Assert.ThrowsAsync<NpgsqlException>(() => source.OpenConnectionAsync().AsTask());
        Assert.Equal("All of this site's database connections are in use.", DatabaseErrors.Explain(dry));
        Assert.StartsWith("All of this site's database connections", StartupErrors.Explain(dry), StringComparison.Ordinal);
        Assert.Equal((true, true), (DatabaseErrorClassifier.IsPoolExhausted(dry), DatabaseErrorClassifier.IsTransient(dry)));
        var search = ResolvedQuery.From(LibraryQuery.Parse("search=heron", Make.Start).Query);
        await using var command = new NpgsqlCommand();
        Assert.Same(dry, await Assert.ThrowsAsync<NpgsqlException>(() => SearchTimeout.RunAsync<int>(search, command, _ => throw dry)));
        Assert.Contains("isn't responding", DatabaseErrors.Explain(new NpgsqlException("reading from the stream", new TimeoutException())),
            StringComparison.Ordinal);
    }
}
