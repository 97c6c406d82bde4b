using Marten;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Sovia.Index;
using Sovia.Tests.Support;
using Weasel.Core;

namespace Sovia.Tests.Storage;

public sealed class SchemaTests(SoviaHost host) : HostTest(host)
{
    // As earlier versions made them: each begins with the tenant.
    private const string OldKeys = """
        alter table sovia.mt_doc_post drop constraint pkey_mt_doc_post_id_tenant_id, add constraint pkey_mt_doc_post_tenant_id_id primary key (tenant_id, id);
        alter table sovia.mt_doc_family drop constraint pkey_mt_doc_family_id_tenant_id, add constraint pkey_mt_doc_family_tenant_id_id primary key (tenant_id, id);
        drop index sovia.mt_doc_post_idx_root_id, sovia.post_index_by_root;
        create index mt_doc_post_idx_root_id on sovia.mt_doc_post (tenant_id, root_id);
        create index post_index_by_root on sovia.post_index (tenant_id, root_id);
        alter table sovia.family_index drop constraint family_index_pkey, add primary key (tenant_id, id);
        alter table sovia.post_index drop constraint post_index_pkey, add primary key (tenant_id, id);
        alter table sovia.run_post drop constraint run_post_pkey, add primary key (tenant_id, run_id, post_id);
        comment on table sovia.library_version is null
        """;

    private const string Indexes = "select string_agg(indexdef, '; ' order by indexdef) from pg_indexes where schemaname = 'sovia'";

    private NpgsqlDataSource Source => Host.Site.Services.GetRequiredService<NpgsqlDataSource>();

    [Fact]
    public async Task a_second_start_finds_no_pending_migration()
    {
        using var second = SecondStore();
        var migration = await second.Storage.CreateMigrationAsync();
        Assert.Equal(SchemaPatchDifference.None, migration.Difference);
    }

    [Fact]
    public async Task every_table_of_documents_has_the_tenant_in_its_key()
    {
        Assert.Equal("mt_doc_annotation, mt_doc_family, mt_doc_post", await QueryScalarAsync("""
            select string_agg(tablename, ', ' order by tablename) from pg_indexes where schemaname = 'sovia' and tablename like 'mt_doc_%'
              and indexdef like 'CREATE UNIQUE INDEX pkey%' and indexdef like '%(id, tenant_id)%'
            """));
        // What Marten's daemon gave up is of no library, and no daemon runs here.
        Assert.Equal("mt_doc_deadletterevent", await QueryScalarAsync("""
            select string_agg(tablename, ', ') from pg_indexes where schemaname = 'sovia' and tablename like 'mt_doc_%' and tablename not in ('mt_doc_family', 'mt_doc_post', 'mt_doc_annotation')
              and indexdef like 'CREATE UNIQUE INDEX pkey%' and indexdef not like '%(tenant_id, id)%'
            """));
    }

    [Fact]
    public async Task a_library_of_an_earlier_version_gets_the_keys_of_this_one()
    {
        await StoreAsync(Make.Still(1, "a heron"), Make.Still(2, "a stork"));
        var before = await QueryScalarAsync(Indexes);
        await QueryScalarAsync(OldKeys);
        Assert.NotEqual(before, await QueryScalarAsync(Indexes));
        using var second = SecondStore();
        await second.Storage.ApplyAllConfiguredChangesToDatabaseAsync();
        await new IndexSchema(Source).Populate(second, default);
        Assert.Equal(before, await QueryScalarAsync(Indexes));
        Assert.Equal(2L, await QueryScalarAsync("select count(*) from sovia.mt_doc_post post join sovia.post_index using (tenant_id, id)"));
    }

    [Fact]
    public async Task a_start_compares_the_tables_only_for_another_build_than_the_last()
    {
        var database = await Host.CreateDatabaseAsync();
        await using var source = NpgsqlDataSource.Create(database);
        var whole = await QueryScalarAsync(Indexes, source);
        await QueryScalarAsync("drop index sovia.mt_doc_post_idx_root_id", source);
        var dropped = await QueryScalarAsync(Indexes, source);
        await StartAndStopAsync(database);
        Assert.Equal(dropped, await QueryScalarAsync(Indexes, source));
        await QueryScalarAsync("comment on schema sovia is 'another build'", source);
        await StartAndStopAsync(database);
        Assert.Equal(whole, await QueryScalarAsync(Indexes, source));
        using var store = DocumentStore.For(options =>
        {
            options.Connection(database);
            Sovia.Storage.SoviaStore.Configure(options);
        });
        Assert.Equal(SchemaPatchDifference.None, (await store.Storage.CreateMigrationAsync()).Difference);
    }

    [Theory]
    [InlineData("Host=h", 600)]
    [InlineData("Host=h;Command Timeout=30", 30)]
    [InlineData("Host=h;CommandTimeout=0", 0)]
    public void a_command_has_the_time_that_the_address_gives_it_else_plenty(string address, int seconds) =>
        Assert.Equal(seconds, Sovia.Storage.SoviaStore.AddConnectionDefaults(address).CommandTimeout);

    [Theory]
    [InlineData("", "5min")]
    [InlineData(";Options=-c idle_in_transaction_session_timeout=7min", "7min")]
    public async Task the_server_ends_transactions_of_nodes_that_are_gone_unless_the_address_has_options_of_its_own(string options,
        string after)
    {
        await using var source = NpgsqlDataSource.Create(Sovia.Storage.SoviaStore.AddConnectionDefaults(Host.ConnectionString + options));
        await using var command = source.CreateCommand("show idle_in_transaction_session_timeout");
        Assert.Equal(after, await command.ExecuteScalarAsync());
    }

    private DocumentStore SecondStore() => DocumentStore.For(options =>
    {
        options.Connection(Host.ConnectionString);
        Sovia.Storage.SoviaStore.Configure(options);
    });

    private static async Task StartAndStopAsync(string database)
    {
        using var folder = new TempFolder();
        await using var site = await SecondSite.StartAsync(database, folder.Path);
        using var client = site.Server.CreateClient();
        Assert.True((await client.GetAsync(new Uri("/", UriKind.Relative))).IsSuccessStatusCode);
    }

    private async Task<object?> QueryScalarAsync(string sql, NpgsqlDataSource? source = null)
    {
        await using var command = (source ?? Source).CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }
}
