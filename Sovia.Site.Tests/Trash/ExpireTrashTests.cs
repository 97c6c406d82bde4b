using Npgsql;
using Sovia.Curation;
using Sovia.Jobs;
using Sovia.Library.Rebuilding;
using Sovia.Preferences;
using Sovia.Tests.Import;
using Sovia.Tests.Support;
using Sovia.Trash;

namespace Sovia.Tests.Trash;

/// <summary>Posts leave the trash when their time is up, and nothing of them is lost.</summary>
public sealed class ExpireTrashTests(SoviaHost host) : ImportTest(host)
{
    private const string Json = $$"""[{"id":"{{A}}","prompt":"a heron"},{"id":"{{B}}","prompt":"a stork"},{"id":"{{C}}"}]""";

    [Fact]
    public async Task items_leave_the_trash_after_thirty_days_and_newer_ones_stay()
    {
        await TrashedAsync((A, 31), (B, 29));
        Assert.Equal([TrashExpiry.Only], await FindPendingAsync());
        await ExpireAsync();
        Assert.Empty(await FindPendingAsync());
        Assert.Equal((1, 1, 1), await CountsAsync());
        var batch = (await WithAsync((ReadBatchHistory read) => read.ReadPageAsync(null, 1, default, new("trash", null))))[0];
        Assert.Equal(("Cleared 1 item from the trash", "Sovia", 1), (batch.Text, batch.By, batch.Count));
        // “Undo last change” applies only to the user's own changes.
        Assert.NotEqual(batch.Id,
            (await WithAsync((ReadBatchHistory read) => read.FindLastUndoableAsync("You", DateTimeOffset.MinValue, default)))?.Id);
    }

    [Theory]
    [InlineData("7", 8, 6)]
    [InlineData("365", 366, 364)]
    public async Task the_time_is_a_preference(string days, int due, int early)
    {
        await TrashedAsync((A, due), (B, early));
        await PreferAsync(days);
        await ExpireAsync();
        Assert.Equal((1, 1, 1), await CountsAsync());
    }

    [Fact]
    public async Task a_trash_that_keeps_everything_is_never_cleared()
    {
        await TrashedAsync((A, 4_000));
        await PreferAsync("never");
        Assert.Empty(await FindPendingAsync());
        await ExpireAsync();
        Assert.Equal((1, 0, 2), await CountsAsync());
    }

    [Fact]
    public async Task an_import_brings_back_nothing_of_what_was_cleared_and_all_that_was_decided_is_there_when_it_is_restored()
    {
        await ImportAsync(Json);
        await ChangeAsync(new() { Rating = 4, AddTags = ["sea"] }, Guid.Parse(A));
        await TrashedAsync((A, 40));
        await ExpireAsync();
        var counts = (await ImportLaterAsync(1, Json.Replace("heron", "grey heron", StringComparison.Ordinal))).Counts;
        Assert.Equal((0, 1), (counts.New, counts.Trashed));
        Assert.Equal((0, 1, 2), await CountsAsync());
        await ChangeAsync(new() { Trashed = false }, Guid.Parse(A));
        Assert.Equal((0, 0, 3), await CountsAsync());
        Assert.Equal(1, await CountAsync("search=\"grey heron\"&rating=4&tag=sea"));
        Assert.Equal("Restored 1 item", (await WithAsync((ReadBatchHistory read) => read.ReadPageAsync(null, 1, default)))[0].Text);
        // A second time in the trash is a time of its own.
        await ChangeAsync(new() { Trashed = true }, Guid.Parse(A));
        await ExpireAsync();
        Assert.Equal((1, 0, 2), await CountsAsync());
    }

    [Fact]
    public async Task clearing_can_be_undone_and_is_not_done_again_then()
    {
        await TrashedAsync((A, 40), (B, 40));
        await ExpireAsync();
        Assert.Equal((0, 2, 1), await CountsAsync());
        var batch = (await WithAsync((ReadBatchHistory read) => read.ReadPageAsync(null, 1, default)))[0];
        await WithAsync((UndoBatch undo) => undo.RunAsync(batch.Id, default));
        Assert.Equal((2, 0, 1), await CountsAsync());
        await ExpireAsync();
        Assert.Equal((2, 0, 1), await CountsAsync());
    }

    [Fact]
    public async Task the_move_to_the_trash_can_still_be_undone_after_it_was_cleared()
    {
        await ImportAsync(Json);
        var moved = (await ChangeAsync(new() { Trashed = true }, Guid.Parse(A))).Batch!;
        await ChangeAsync(new() { ExpireTrashedBefore = DateTimeOffset.UtcNow.AddDays(1) }, Guid.Parse(A));
        Assert.Equal((0, 1, 2), await CountsAsync());
        var undone = await WithAsync((UndoBatch undo) => undo.RunAsync(moved.Id, default));
        Assert.Empty(undone!.SkippedFields);
        Assert.Equal((0, 0, 3), await CountsAsync());
        await WithAsync((RebuildLibrary rebuildLibrary) => rebuildLibrary.RunAsync(staleOnly: false, null, default));
        Assert.Equal((0, 0, 3), await CountsAsync());
    }

    [Fact]
    public async Task items_restored_before_they_expire_are_not_cleared()
    {
        await TrashedAsync((A, 40), (B, 40));
        var before = DateTimeOffset.UtcNow.AddDays(-30);
        await ChangeAsync(new() { Trashed = false }, Guid.Parse(A), Guid.Parse(B));
        await ChangeAsync(new() { Trashed = true }, Guid.Parse(B));
        await ChangeAsync(new() { ExpireTrashedBefore = before }, Guid.Parse(A), Guid.Parse(B));
        Assert.Equal((1, 0, 2), await CountsAsync());
    }

    // Trashed and cleared posts, and those that lists show.
    private async Task<(int Trashed, int Expired, int Shown)> CountsAsync() =>
        (await CountAsync("search=is:trashed"), await CountAsync("search=is:expired"), await CountAsync("unit=post"));

    private Task<IReadOnlyList<string>> FindPendingAsync() =>
        WithAsync((IEnumerable<IJob> jobs) => jobs.OfType<ExpireTrash>().Single().FindPendingAsync(default));

    private Task<bool> ExpireAsync() => WithAsync(async (IEnumerable<IJob> jobs) =>
    {
        await jobs.OfType<ExpireTrash>().Single().RunAsync(TrashExpiry.Only, default);
        return true;
    });

    private Task<bool> PreferAsync(string days) => WithAsync(async (EditPreferences edit) =>
    {
        await edit.ChangeAsync(new Dictionary<string, string?> { [PreferenceCatalog.TrashDays.Name] = days }, default);
        return true;
    });

    // As if it had been done some days ago.
    private async Task TrashedAsync(params (string Id, int Days)[] posts)
    {
        await ImportAsync(Json);
        await ChangeAsync(new() { Trashed = true }, [.. posts.Select(post => Guid.Parse(post.Id))]);
        await using var source = NpgsqlDataSource.Create(Host.ConnectionString);
        foreach (var (id, days) in posts)
        {
            await using var command =
                source.CreateCommand(
                    "update sovia.mt_doc_annotation set data = jsonb_set(data, '{trashedAt}', to_jsonb($2)) where id = $1 and tenant_id "
                    + "= '*DEFAULT*'");
            command.Parameters.Add(new() { Value = Guid.Parse(id) });
            command.Parameters.Add(new() { Value = DateTimeOffset.UtcNow.AddDays(-days).ToString("O") });
            await command.ExecuteNonQueryAsync();
        }
    }
}
