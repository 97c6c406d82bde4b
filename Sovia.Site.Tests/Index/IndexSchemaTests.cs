using Npgsql;
using Sovia.Index;
using Sovia.Tests.Support;

namespace Sovia.Tests.Index;

/// <summary>A library of an earlier program is brought up to date when the site starts, once.</summary>
public sealed class IndexSchemaTests(SoviaHost host) : HostTest(host)
{
    [Fact]
    public async Task missing_type_indexes_are_added_and_cached_responses_expire_once()
    {
        await StoreAsync(Make.Still());
        await using var source = NpgsqlDataSource.Create(Host.ConnectionString);
        await RunAsync(source, """
            drop index sovia.family_index_with_videos, sovia.family_index_with_images, sovia.family_index_without_images;
            comment on table sovia.library_version is 'of an earlier program';
            """);
        var before = await VersionAsync(source);
        var tables = new IndexSchema(source);
        await tables.Populate(Host.Store, default);
        var after = await VersionAsync(source);
        Assert.Equal(3L, await QueryScalarAsync(source,
            "select count(*) from pg_indexes where schemaname = 'sovia' and indexname like 'family_index_with%'"));
        Assert.Equal(before.Version + 1, after.Version);
        Assert.NotEqual(before.Stamp, after.Stamp);
        await tables.Populate(Host.Store, default);
        Assert.Equal(after, await VersionAsync(source));
    }

    private static async Task<(long Version, Guid Stamp)> VersionAsync(NpgsqlDataSource source) =>
        ((long)(await QueryScalarAsync(source, "select version from sovia.library_version limit 1"))!,
            (Guid)(await QueryScalarAsync(source, "select stamp from sovia.library_version limit 1"))!);

    private static async Task<object?> QueryScalarAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }

    private static async Task RunAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
