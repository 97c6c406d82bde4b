using Marten;
using Npgsql;
using Sovia.Tests.Support;
using Weasel.Core;

namespace Sovia.Tests.Storage;

public sealed class SchemaTests(SoviaHost host) : HostTest(host)
{
    [Fact]
    public async Task a_second_start_finds_no_pending_migration()
    {
        using var second = DocumentStore.For(options =>
        {
            options.Connection(Host.ConnectionString);
            Sovia.Storage.SoviaStore.Configure(options);
        });
        var migration = await second.Storage.CreateMigrationAsync();
        Assert.Equal(SchemaPatchDifference.None, migration.Difference);
    }

    [Fact]
    public async Task every_table_of_documents_has_the_tenant_in_its_key()
    {
        await using var source = NpgsqlDataSource.Create(Host.ConnectionString);
        await using var command = source.CreateCommand("""
            select count(*) from pg_indexes where schemaname = 'sovia' and tablename like 'mt_doc_%'
              and indexdef like 'CREATE UNIQUE INDEX pkey%' and indexdef not like '%(tenant_id, id)%'
            """);
        Assert.Equal(0L, await command.ExecuteScalarAsync());
    }
}
