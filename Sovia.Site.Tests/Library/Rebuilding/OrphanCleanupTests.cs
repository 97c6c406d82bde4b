using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Sovia.Library.Rebuilding;
using Sovia.Library.Writing;
using Sovia.Tests.Support;

namespace Sovia.Tests.Library.Rebuilding;

/// <summary>What a rebuild counts anew, beside others who write.</summary>
public sealed class OrphanCleanupTests(SoviaHost host) : HostTest(host)
{
    [Fact]
    public async Task counts_are_right_beside_an_import_that_is_just_being_written()
    {
        await StoreAsync(Make.Still(1, "a heron"));
        await RunAsync(
            "delete from sovia.mt_doc_post; delete from sovia.mt_doc_family; delete from sovia.family_index; delete from sovia.post_index");
        Task<int> rebuilding;
        await using (var session = Host.Store.LightweightSession())
        {
            await LibraryWriteLock.AcquireAsync(session, default);
            foreach (var sql in (string[])[
                """
                insert into sovia.family_index (tenant_id, id, root_id, age, dated, by_kind, by_likes, by_model, by_videos, images, items, safe, month, prompted, models, modes, lexemes, texts)
                values ('*DEFAULT*', gen_random_uuid(), gen_random_uuid(), 0, true, 0, 0, '', 0, 1, 1, 0, 202501, true, '{}', '{}', 'stork', ' stork ')
                """,
                "update sovia.library_version set families = families + 1",
                "insert into sovia.library_word_change (tenant_id, words, rows) values ('*DEFAULT*', '{stork}', '{1}')",
            ])
                session.QueueSqlCommand(sql);
            // The rows are there for nobody else until the session saves; the rebuild comes in between.
            await using (await session.ExecuteReaderAsync(new NpgsqlCommand("update sovia.library_version set version = version + 1"))) { }
            rebuilding = RebuildAsync();
            await Eventually.TrueAsync(HasWaitingLockAsync, "the rebuild waits for the import");
            await session.SaveChangesAsync();
        }
        await rebuilding;
        Assert.Equal("1 1 stork",
            await TextAsync(
                "select (select families from sovia.library_version) || ' ' || (select count(*) from sovia.family_index) || ' ' || "
                + "(select string_agg(one, ' ') from sovia.library_word_change, unnest(words) one)"));
    }

    [Fact]
    public async Task a_rebuild_recounts_words_including_pending_changes()
    {
        await StoreAsync(Make.Still(1, "a heron"), Make.Still(2, "a heron and a stork"));
        await RunAsync(
            "update sovia.library_word set rows = 7 where word = 'heron'; delete from sovia.library_word where word = 'stork'; insert "
            + "into sovia.library_word (tenant_id, word, rows) values ('*DEFAULT*', 'dodo', 3); insert into sovia.library_word_change "
            + "(tenant_id, words, rows) values ('*DEFAULT*', '{heron,auk}', '{2,1}')");
        await RebuildAsync();
        Assert.Equal("a2 and1 heron2 stork1 0",
            await TextAsync(
                "select string_agg(word || rows, ' ' order by word) || ' ' || (select count(*) from sovia.library_word_change) from "
                + "sovia.library_word"));
    }

    private async Task<string> TextAsync(string sql)
    {
        await using var command = Host.Site.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(sql);
        return (string)(await command.ExecuteScalarAsync())!;
    }

    private async Task<bool> HasWaitingLockAsync() =>
        await TextAsync(
            "select exists (select from pg_locks where not granted and database = (select oid from pg_database where datname = "
            + "current_database()))::text") == "true";

    private Task<int> RebuildAsync() =>
        WithAsync<RebuildLibrary, int>(rebuildLibrary => rebuildLibrary.RunAsync(staleOnly: false, null, default));

    private async Task RunAsync(string sql)
    {
        await using var command = Host.Site.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
