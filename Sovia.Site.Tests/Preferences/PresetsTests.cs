using Sovia.Preferences;
using Sovia.Storage;
using Sovia.Tests.Support;

namespace Sovia.Tests.Preferences;

public sealed class PresetsTests(SoviaHost host) : HostTest(host)
{
    [Fact]
    public async Task concurrently_created_presets_have_distinct_positions()
    {
        var made = await Task.WhenAll(Enumerable.Range(0, 12).Select(number => MakeAsync($"Preset {number}", $"search=heron{number}")));
        Assert.All(made, result => Assert.NotNull(result.Preset));
        var presets = (await GetCurrentAsync()).Presets;
        Assert.Equal(Enumerable.Range(0, 12), presets.Select(preset => preset.Position));
        Assert.Equal(made.Select(result => result.Preset!.Name).Order(), presets.Select(preset => preset.Name).Order());
    }

    [Fact]
    public async Task concurrent_presets_of_one_name_create_one_and_reject_the_others()
    {
        var made = await Task.WhenAll(MakeAsync("Sea", "search=sea"), MakeAsync("SEA ", "search=water"), MakeAsync("ｓｅａ", "search=wave"));
        Assert.Single(made, result => result.Preset is not null);
        Assert.All(made.Where(result => result.Preset is null), result => Assert.Equal("name", result.Field));
        Assert.Single((await GetCurrentAsync()).Presets);
    }

    [Fact]
    public async Task changes_of_different_kinds_at_once_all_hold()
    {
        var (one, two, three) = (await CreatePresetAsync("one"), await CreatePresetAsync("two"), await CreatePresetAsync("three"));
        await Task.WhenAll(
            WithAsync((EditPresets edit) => edit.RenameAsync(one.Id, "uno", default)),
            WithAsync((EditPresets edit) => edit.DeleteAsync(two.Id, default)),
            WithAsync((EditPresets edit) => edit.SetDefaultAsync(three.Id, default)),
            WithAsync(
                async (EditPreferences edit) =>
                {
                    await edit.ChangeAsync(new Dictionary<string, string?> { ["view"] = "list" },
                    default); return PresetResult.NotFound;
                }),
            MakeAsync("four", "liked=true"));
        var set = await GetCurrentAsync();
        Assert.Equal(["uno", "three", "four"], set.Presets.Select(preset => preset.Name));
        Assert.Equal(("three", "two", "list"), (set.DefaultPreset!.Name, set.DeletedPresets.Single().Name,
            set.GetValue(PreferenceCatalog.View)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\u0000")]
    [InlineData("012345678901234567890123456789012345678901234567890")]
    public async Task a_name_has_1_to_50_characters(string name) => Assert.Equal("name", (await MakeAsync(name, "search=sea")).Field);

    [Theory]
    [InlineData("01234567890123456789012345678901234567890123456789", "01234567890123456789012345678901234567890123456789")]
    [InlineData("  Sea \t and  sky ", "Sea and sky")]
    [InlineData("<b>\"Sea\"</b> & 'sky'", "<b>\"Sea\"</b> & 'sky'")]
    [InlineData("море 🌊🌊🌊🌊🌊🌊🌊🌊🌊🌊🌊🌊🌊🌊🌊🌊🌊🌊🌊🌊🌊🌊🌊🌊🌊🌊🌊🌊🌊🌊🌊🌊🌊🌊🌊🌊🌊🌊🌊🌊🌊🌊🌊🌊🌊",
        "море 🌊🌊🌊🌊🌊🌊🌊🌊🌊🌊🌊🌊🌊🌊🌊🌊🌊🌊🌊🌊🌊🌊🌊🌊🌊🌊🌊🌊🌊🌊🌊🌊🌊🌊🌊🌊🌊🌊🌊🌊🌊🌊🌊🌊🌊")]
    public async Task any_script_and_sign_is_a_name(string name, string storedName) =>
    Assert.Equal(storedName, (await MakeAsync(name, "search=sea")).Preset!.Name);

    [Theory]
    [InlineData(
        "type=video&liked=true&rating=5&tag=sea&mode=custom&search=heron%20-night&sort=rating&unit=post&view=list&density=compact&columns=4")]
    [InlineData("model=-imagine_h_1&month=2025-10&search=videos:%3E2&sort=random&seed=7")]
    [InlineData("search=%22two%20storks%22%20or%20a&tz=Asia/Tokyo")]
    [InlineData("")]
    [InlineData("view=list")]
    public async Task every_filter_is_kept(string query)
    {
        var made = (await MakeAsync("all", query)).Preset!;
        Assert.Equal(new(PresetQuery.Parse(query, Make.Start, null).Query.Query.Parameters),
            new Dictionary<string, string>(PresetQuery.Parse(made.Query, Make.Start, null).Query.Query.Parameters));
        foreach (var part in query.Split('&', StringSplitOptions.RemoveEmptyEntries)) Assert.Contains(part, made.Query.Split('&'));
    }

    [Theory]
    [InlineData("liked=perhaps")]
    [InlineData("nonsense=1")]
    [InlineData("search=type:vidoe")]
    [InlineData("sort=loudest")]
    public async Task invalid_queries_are_rejected(string query) => Assert.Equal("query", (await MakeAsync("odd", query)).Field);

    [Fact]
    public async Task a_cursor_is_not_part_of_a_preset() =>
    Assert.Equal("search=sea",
        (await MakeAsync("sea", "?search=sea&after=1_00000000-0000-0000-0000-000000000000&at=2025-10&open=1&preset=none")).Preset!.Query);

    [Fact]
    public async Task a_restored_preset_keeps_its_position_and_gets_a_free_name()
    {
        var (one, two) = (await CreatePresetAsync("one"), await CreatePresetAsync("two"));
        await WithAsync((EditPresets edit) => edit.SetDefaultAsync(one.Id, default));
        await WithAsync((EditPresets edit) => edit.DeleteAsync(one.Id, default));
        Assert.Null((await GetCurrentAsync()).DefaultPreset);
        Assert.Null((await WithAsync((EditPresets edit) => edit.DeleteAsync(one.Id, default))).Preset);
        await CreatePresetAsync("ONE");
        Assert.Equal("one 2", (await WithAsync((EditPresets edit) => edit.RestoreAsync(one.Id, default))).Preset!.Name);
        Assert.Null((await WithAsync((EditPresets edit) => edit.RestoreAsync(one.Id, default))).Preset);
        Assert.Equal(["one 2", "two", "ONE"], (await GetCurrentAsync()).Presets.Select(preset => preset.Name));
        Assert.Equal(one.Query, (await GetCurrentAsync()).Presets[0].Query);
        Assert.Equal(two.Id, (await GetCurrentAsync()).Presets[1].Id);
    }

    [Fact]
    public async Task presets_are_moved_one_place_at_a_time_and_stay_at_the_ends()
    {
        var (one, two, three) = (await CreatePresetAsync("1"), await CreatePresetAsync("2"), await CreatePresetAsync("3"));
        await MoveAsync(three, true);
        await MoveAsync(one, true);
        await MoveAsync(two, false);
        Assert.Equal(["1", "3", "2"], (await GetCurrentAsync()).Presets.Select(preset => preset.Name));
        await Task.WhenAll(MoveAsync(one, false), MoveAsync(two, true), MoveAsync(three, true));
        Assert.Equal(["1", "2", "3"], (await GetCurrentAsync()).Presets.Select(preset => preset.Name).Order());
        Assert.Equal([0, 1, 2], (await GetCurrentAsync()).Presets.Select(preset => preset.Position));
    }

    [Fact]
    public async Task the_number_of_presets_in_a_library_is_limited()
    {
        await using (var session = Host.Store.LightweightSession())
        {
            session.Store(Enumerable.Range(0, Preset.MaxCount)
                .Select(number => new Preset
                {
                    Id = Guid.NewGuid(),
                    Name = $"{number}",
                    Query = "",
                    Position = number,
                    CreatedAt = Make.Start,
                    UpdatedAt = Make.Start
                }));
            await session.SaveChangesAsync();
        }
        Assert.Equal("name", (await MakeAsync("one more", "")).Field);
    }

    [Fact]
    public async Task libraries_have_presets_of_their_own()
    {
        var mine = await CreatePresetAsync("mine");
        using (CurrentLibrary.Enter("bert"))
        {
            Assert.Empty((await GetCurrentAsync()).Presets);
            Assert.Null((await WithAsync((EditPresets edit) => edit.DeleteAsync(mine.Id, default))).Preset);
            await CreatePresetAsync("mine");
            Assert.Single((await GetCurrentAsync()).Presets);
        }
        Assert.Equal(mine.Id, (await GetCurrentAsync()).Presets.Single().Id);
    }

    private Task<PresetResult> MakeAsync(string name, string query) =>
        WithAsync((EditPresets edit) => edit.CreateAsync(name, query, false, null, default));

    private async Task<Preset> CreatePresetAsync(string name) => (await MakeAsync(name, $"search={name}")).Preset!;

    private Task<PresetResult> MoveAsync(Preset preset, bool isUp) =>
        WithAsync((EditPresets edit) => edit.MoveAsync(preset.Id, isUp, default));

    private Task<PreferenceSet> GetCurrentAsync() => WithAsync(async (PreferenceCache known) => await known.GetCurrentAsync(default));
}
