using Marten;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Sovia.Index.Versions;
using Sovia.Preferences;
using Sovia.Storage;
using Sovia.Tests.Support;

namespace Sovia.Tests.Preferences;

public sealed class PreferencesTests(SoviaHost host) : HostTest(host)
{
    [Fact]
    public async Task changes_of_different_fields_at_once_all_win()
    {
        var values = PreferenceCatalog.All.ToDictionary(one => one.Name, one => one == PreferenceCatalog.TimeZone ? "Europe/Berlin"
            : one == PreferenceCatalog.Blur || one == PreferenceCatalog.Hide ? "mode:extremely-*"
            : one.Options.First(option => option.Value != one.Default).Value);
        for (var round = 0; round < 3; round++)
        {
            await WithAsync(async (EditPreferences edit) => { await edit.ResetAsync(default); return 0; });
            var problems = await Task.WhenAll(values.Select(one => ChangeAsync((one.Key, one.Value))));
            Assert.All(problems, Assert.Empty);
            var set = await GetCurrentAsync();
            Assert.Equal(values, PreferenceCatalog.All.ToDictionary(one => one.Name, one => set.GetChosenValue(one)!));
        }
    }

    [Fact]
    public async Task the_last_change_of_a_field_wins_and_null_resets_it()
    {
        await ChangeAsync(("view", "list"));
        await ChangeAsync(("view", "GRID "));
        Assert.Equal("grid", (await GetCurrentAsync()).GetChosenValue(PreferenceCatalog.View));
        await ChangeAsync(("view", null));
        Assert.Null((await GetCurrentAsync()).GetChosenValue(PreferenceCatalog.View));
        Assert.Equal("masonry", (await GetCurrentAsync()).GetValue(PreferenceCatalog.View));
    }

    [Theory]
    [InlineData("view", "cinema")]
    [InlineData("columns", "1")]
    [InlineData("columns", "9")]
    [InlineData("page_size", "1000000")]
    [InlineData("time_zone", "Mars/Olympus")]
    [InlineData("time_zone", "../../etc/passwd")]
    [InlineData("sort", "\ud800")]
    [InlineData("nonsense", "x")]
    public async Task an_invalid_value_is_rejected_with_all_other_changes(string name, string value)
    {
        var problems = await ChangeAsync((name, value), ("density", "compact"));
        Assert.Equal([name], problems.Keys);
        Assert.Null((await GetCurrentAsync()).GetChosenValue(PreferenceCatalog.Density));
    }

    [Fact]
    public async Task an_invalid_stored_value_falls_back_to_its_default_and_is_reported()
    {
        await ChangeAsync(("view", "grid"), ("density", "compact"));
        await WriteAsync(
            """jsonb_set(data, '{values}', '{"view":"cinema","density":"compact","columns":{"a":[1]},"page_size":100,"sort":null}')""");
        var set = await GetCurrentAsync();
        Assert.Equal(("masonry", "compact", "auto", 100),
            (set.GetValue(PreferenceCatalog.View), set.GetValue(PreferenceCatalog.Density), set.GetValue(PreferenceCatalog.Columns),
                set.PageSize));
        Assert.Equal([PreferenceCatalog.View, PreferenceCatalog.Columns], set.InvalidValues.Select(one => one.Preference));
        Assert.Contains("cinema", set.InvalidValues[0].Reason, StringComparison.Ordinal);
        // Only the corrected value becomes valid.
        await ChangeAsync(("view", "list"));
        Assert.Equal([PreferenceCatalog.Columns], (await GetCurrentAsync()).InvalidValues.Select(one => one.Preference));
    }

    [Fact]
    public async Task an_unreadable_document_falls_back_to_all_defaults()
    {
        await ChangeAsync(("view", "grid"));
        await WriteAsync("""jsonb_set(data, '{values}', '[7]')""");
        var set = await GetCurrentAsync();
        Assert.True(set.IsUnreadable);
        Assert.Equal("masonry", set.GetValue(PreferenceCatalog.View));
        Assert.Empty(await ChangeAsync(("view", "list")));
        Assert.False((await GetCurrentAsync()).IsUnreadable);
        Assert.Equal("list", (await GetCurrentAsync()).GetValue(PreferenceCatalog.View));
    }

    [Fact]
    public async Task preferences_and_annotations_have_separate_versions()
    {
        await StoreAsync(Make.Still());
        var before = await StateAsync();
        await ChangeAsync(("theme", "dark"));
        var after = await StateAsync();
        Assert.Equal((before.CombinedStamp, ""), (after.CombinedStamp, after.StateStamp));
        Assert.NotEqual(before.PreferenceStamp, after.PreferenceStamp);
        await ChangeAsync(new() { Rating = 3 },
            (await WithAsync((IQuerySession session) => session.Query<Sovia.Library.Post>().ToListAsync()))[0].Id);
        Assert.Equal(after.PreferenceStamp, (await StateAsync()).PreferenceStamp);
        Assert.NotEqual("", (await StateAsync()).StateStamp);
    }

    [Fact]
    public async Task another_node_follows()
    {
        await using var other = await SecondSite.StartBesideAsync(Host, _ => { });
        async Task<string> ThereAsync() =>
            (await other.Services.GetRequiredService<PreferenceCache>().GetCurrentAsync(default)).GetValue(PreferenceCatalog.View);
        Assert.Equal("masonry", await ThereAsync());
        await ChangeAsync(("view", "list"));
        await Eventually.TrueAsync(async () => await ThereAsync() == "list", "the other node has heard of it");
    }

    [Fact]
    public async Task libraries_have_preferences_of_their_own()
    {
        await ChangeAsync(("view", "list"));
        using (CurrentLibrary.Enter("bert"))
        {
            Assert.Equal("masonry", (await GetCurrentAsync()).GetValue(PreferenceCatalog.View));
            await ChangeAsync(("view", "grid"));
        }
        Assert.Equal("list", (await GetCurrentAsync()).GetValue(PreferenceCatalog.View));
    }

    private Task<IReadOnlyDictionary<string, string>> ChangeAsync(params (string Name, string? Value)[] asked) =>
        WithAsync((EditPreferences edit) => edit.ChangeAsync(asked.ToDictionary(one => one.Name, one => one.Value), default));

    private Task<PreferenceSet> GetCurrentAsync() => WithAsync(async (PreferenceCache known) => await known.GetCurrentAsync(default));

    private Task<LibraryState> StateAsync() =>
        WithAsync(async (LibraryStateCache version) => await version.GetCurrentAsync(CurrentLibrary.Id, default));

    private async Task WriteAsync(string data)
    {
        var source = Host.Site.Services.GetRequiredService<NpgsqlDataSource>();
        await using var command =
            source.CreateCommand(
                $"update sovia.mt_doc_storedpreferences set data = {data}; update sovia.library_state set preferences = gen_random_uuid()");
        await command.ExecuteNonQueryAsync();
        Host.Site.Services.GetRequiredService<LibraryStateCache>().Invalidate(CurrentLibrary.Id);
    }
}
