using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Sovia.Index.Versions;
using Sovia.Library.Browsing;
using Sovia.Library.Rebuilding;
using Sovia.Query;
using Sovia.Query.Lists;
using Sovia.Tests.Query.Terms;
using Sovia.Tests.Support;

namespace Sovia.Tests.Library.Rebuilding;

public sealed class RebuildLibraryTests(SoviaHost host) : HostTest(host)
{
    private const string Rows = """
        select (select string_agg('family ' || t, E'\n' order by id) from sovia.family_index t),
            (select string_agg('post ' || t, E'\n' order by id) from sovia.post_index t),
            (select string_agg('word ' || t, E'\n' order by word) from sovia.library_word t where rows > 0),
            (select families || ' ' || posts || ' ' || format from sovia.library_version)
        """;

    [Fact]
    public async Task a_rebuild_restores_any_lost_derived_data()
    {
        var random = new RandomTerms(5);
        await StoreAsync([.. Enumerable.Range(0, 30).SelectMany(_ => random.Family())]);
        var before = await RowsAsync();
        await RunAsync(
            "delete from sovia.family_index where random() < 0.5; update sovia.post_index set lexemes = '', items = 7; delete from "
            + "sovia.mt_doc_family where random() < 0.3; update sovia.library_version set families = 3");
        await RebuildAsync(staleOnly: false);
        Assert.Equal(before, await RowsAsync());
        await RebuildAsync(staleOnly: false);
        Assert.Equal(before, await RowsAsync());
    }

    [Fact]
    public async Task a_library_of_an_older_program_is_derived_once()
    {
        await StoreAsync(Make.Still(1, "a heron"), Make.Still(2, "a stork"));
        var before = await RowsAsync();
        await RunAsync(
            "truncate sovia.family_index, sovia.post_index, sovia.library_word, sovia.library_word_change; update sovia.library_version "
            + "set version = 0, families = 0, posts = 0, format = 0");
        Assert.Equal(2, await RebuildAsync(staleOnly: true));
        Assert.Equal(before, await RowsAsync());
        Assert.Equal(0, await RebuildAsync(staleOnly: true));
    }

    // As format 2 had them: words in lower case with all their marks, underscores within them, and no more than that beside stems.
    private const string Older = """
        update sovia.family_index set lexemes = 'blue_eyes café ёлки'::tsvector, texts = ' café blue_eyes ёлки ';
        update sovia.post_index set lexemes = 'blue_eyes café ёлки'::tsvector, texts = ' café blue_eyes ёлки ';
        delete from sovia.library_word;
        insert into sovia.library_word select '*DEFAULT*', word, count(*) from sovia.family_index, unnest('{blue_eyes,café,ёлки}'::text[]) word group by word;
        update sovia.library_version set format = 2
        """;

    [Fact]
    public async Task old_rows_are_searchable_until_rebuilt_and_a_killed_rebuild_resumes()
    {
        await StoreAsync([.. Enumerable.Range(0, 120).Select(i => Make.Still(i, "Café blue_eyes ёлки"))]);
        var before = await RowsAsync();
        await RunAsync(Older);
        Assert.Equal((120, 0, 0), (await CountMatchesAsync("=café"), await CountMatchesAsync("eyes"), await CountMatchesAsync("елка")));

        using var killed = new CancellationTokenSource();
        var progress = new SynchronousProgress(done => killed.Cancel());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            WithAsync<RebuildLibrary, int>(rebuildLibrary => rebuildLibrary.RunAsync(staleOnly: true, progress, killed.Token)));
        var derived = await CountMatchesAsync("eyes");
        Assert.InRange(derived, 1, 119);
        Assert.Equal(120, await CountMatchesAsync("=café"));

        Assert.Equal(120 - derived, await RebuildAsync(staleOnly: true));
        Assert.Equal((120, 120, 120, 120), (await CountMatchesAsync("=café"), await CountMatchesAsync("eyes"), await CountMatchesAsync("елка"),
            await CountMatchesAsync("cafe")));
        Assert.Equal(before, await RowsAsync());
        Assert.Equal(0, await RebuildAsync(staleOnly: true));
    }

    [Fact]
    public async Task posts_written_during_a_rebuild_are_kept()
    {
        await StoreAsync([.. Enumerable.Range(0, 110).Select(i => Make.Still(i, "Café blue_eyes ёлки"))]);
        await RunAsync(Older);
        var written = false;
        var progress = new SynchronousProgress(_ =>
        {
            if (written) return;
            written = true;
            StoreAsync(Make.Still(500, "a late_arrival")).GetAwaiter().GetResult();
        });
        await WithAsync<RebuildLibrary, int>(rebuildLibrary => rebuildLibrary.RunAsync(staleOnly: true, progress, default));
        Assert.Equal((1, 110), (await CountMatchesAsync("arrival"), await CountMatchesAsync("eyes")));
        var rows = await RowsAsync();
        await RebuildAsync(staleOnly: false);
        Assert.Equal(rows, await RowsAsync());
    }

    private Task<int> CountMatchesAsync(string search)
    {
        var list = ResolvedQuery.From(LibraryQuery.Everything(Make.Start).WithSearch(search));
        Host.Site.Services.GetRequiredService<LibraryStateCache>().Invalidate("*DEFAULT*");
        return WithAsync<BrowseLibrary, int>(async browse =>
        {
            var found = 0;
            for (var pagePosition = PagePosition.Top; pagePosition is not null;)
            {
                var page = await browse.ReadPageAsync(list, pagePosition, default);
                found += page.Families.Count;
                pagePosition = page.After is { } after ? new(After: after) : null;
            }
            return found;
        });
    }

    private sealed class SynchronousProgress(Action<int> onReport) : IProgress<int>
    {
        public void Report(int value) => onReport(value);
    }

    private Task<int> RebuildAsync(bool staleOnly) =>
        WithAsync<RebuildLibrary, int>(rebuildLibrary => rebuildLibrary.RunAsync(staleOnly, null, default));

    private async Task RunAsync(string sql)
    {
        await using var command = Host.Site.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private async Task<string[]> RowsAsync()
    {
        await using var command = Host.Site.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(Rows);
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return $"{reader[0]}\n{reader[1]}\n{reader[2]}\n{reader[3]}".Split('\n');
    }
}
