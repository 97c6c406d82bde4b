using System.Net;
using System.Text.Json.Nodes;
using Marten;
using Sovia.Preferences;
using Sovia.Preferences.Legacy;
using Sovia.Tests.Pages;
using Sovia.Tests.Support;

namespace Sovia.Tests.Api;

/// <summary>Users and their preferences as 8xSovia's own pages ask for them.</summary>
public sealed class UserPreferencesTests(SoviaHost host) : PageTest(host)
{
    private const string Whole = """
        {"layout":{"view_mode":"grid","density":"compact","columns":4,"sidebar":"left"},"sorting":{"default":"date_asc"},"ai_generator":{"model":"wan","deep":[1,{"a":null}]},
        "filters":{"last_used":{"mode":"all"},"default_preset":"17","presets":[
        {"id":"17","name":"Sea","filters":{"mode":"custom","model":"all","search":"sea","sort":"date_desc"},"created_at":"2025-01-01T00:00:00Z","colour":"blue"},
        {"id":"18","name":"<b>All</b>","filters":{"mode":"all","model":"imagine_h_1","search":"","sort":"likes","liked":"liked","type":"MEDIA_POST_TYPE_VIDEO"}}]}}
        """;

    [Fact]
    public async Task the_only_user_is_the_same_in_every_response()
    {
        var user = Assert.Single((await JsonAsync("/api/users"))!.AsArray());
        Assert.Equal(["id", "username", "email"], user!.AsObject().Select(property => property.Key));
        Assert.True(JsonNode.DeepEquals(user, Assert.Single((await JsonAsync("/api/users"))!.AsArray())));
    }

    [Fact]
    public async Task unsaved_preferences_have_defaults_and_reading_them_writes_nothing()
    {
        var shown = (await JsonAsync(await AddressAsync()))!;
        Assert.Equal(["id", "user_id", "preferences", "created_at", "updated_at"], shown.AsObject().Select(property => property.Key));
        Assert.Equal(
            """{"layout":{"view_mode":"masonry","density":"comfortable","columns":"auto"},"sorting":{"default":"date_desc"},"filters":{"last_used":null,"presets":[],"default_preset":null}}""", shown["preferences"]!.ToJsonString());
        await using var session = Host.Store.QuerySession();
        Assert.Equal((0, 0), (await session.Query<StoredPreferences>().CountAsync(), await session.Query<StoredLegacyPreferences>()
            .CountAsync()));
    }

    [Fact]
    public async Task saved_preferences_round_trip_and_known_settings_are_applied()
    {
        await StoreAsync(Make.Still(1), Make.Still(2));
        for (var twice = 0; twice < 2; twice++)
        {
            var put = await PutAsync($$"""{"preferences":{{Whole}}}""");
            Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Whole), put["preferences"]));
            Assert.True(JsonNode.DeepEquals(put, await JsonAsync(await AddressAsync())));
        }
        var set = await GetCurrentAsync();
        Assert.Equal(("grid", "compact", "4", "date_asc"),
            (set.GetValue(PreferenceCatalog.View), set.GetValue(PreferenceCatalog.Density), set.GetValue(PreferenceCatalog.Columns),
                set.GetValue(PreferenceCatalog.Sort)));
        Assert.Equal([("Sea", "mode=custom&search=sea"), ("<b>All</b>", "type=video&liked=true&model=imagine_h_1&sort=likes")],
            set.Presets.Select(preset => (preset.Name, preset.Query)));
        Assert.Equal("Sea", set.DefaultPreset!.Name);
        Assert.NotNull((await OpenAsync("/?preset=none")).QuerySelector(".wall--grid.wall--compact[style*='--chosen-columns:4']"));
    }

    [Fact]
    public async Task later_changes_appear_in_saved_preferences_and_the_rest_is_unchanged()
    {
        await PutAsync($$"""{"preferences":{{Whole}}}""");
        await WithAsync((EditPreferences edit) =>
            edit.ChangeAsync(new Dictionary<string, string?> { ["view"] = "list", ["theme"] = "dark" }, default));
        await WithAsync((EditPresets edit) => edit.CreateAsync("Best", "type=video&rating=5&mode=custom", false, null, default));
        var blob = (await JsonAsync(await AddressAsync()))!["preferences"]!;
        Assert.Equal(("list", "compact", "left", "wan"),
            (blob["layout"]!["view_mode"]!.ToString(), blob["layout"]!["density"]!.ToString(), blob["layout"]!["sidebar"]!.ToString(),
                blob["ai_generator"]!["model"]!.ToString()));
        var presets = blob["filters"]!["presets"]!.AsArray();
        Assert.Equal(["Sea", "<b>All</b>", "Best"], presets.Select(preset => preset!["name"]!.ToString()));
        Assert.Equal(("blue", "custom", "all"), (presets[0]!["colour"]!.ToString(), presets[2]!["filters"]!["mode"]!.ToString(),
            presets[2]!["filters"]!["model"]!.ToString()));
        // Its pages write all of it back, with one preset deleted and another renamed there: what they cannot say of a preset stays.
        presets.RemoveAt(0);
        presets[1]!["name"] = "The best";
        blob["filters"]!["default_preset"] = null;
        await PutAsync(new JsonObject { ["preferences"] = blob.DeepClone() }.ToJsonString());
        var set = await GetCurrentAsync();
        Assert.Equal([("<b>All</b>", "type=video&liked=true&model=imagine_h_1&sort=likes"),
            ("The best", "type=video&rating=5&mode=custom")], set.Presets.Select(preset => (preset.Name, preset.Query)));
        Assert.Equal("Sea", Assert.Single(set.DeletedPresets).Name);
        Assert.Null(set.DefaultPreset);
        Assert.Equal("dark", set.GetValue(PreferenceCatalog.Theme));
    }

    [Fact]
    public async Task saving_preferences_keeps_presets_created_elsewhere()
    {
        await PutAsync($$"""{"preferences":{{Whole}}}""");
        await WithAsync((EditPresets edit) => edit.CreateAsync("Mine", "rating=5", true, null, default));
        await PutAsync("""{"preferences":{"filters":{"presets":[]}}}""");
        Assert.Equal("Mine", Assert.Single((await GetCurrentAsync()).Presets).Name);
        Assert.Equal("Mine", (await GetCurrentAsync()).DefaultPreset!.Name);
    }

    [Theory]
    [InlineData("""{"x":1}""")]
    [InlineData("{}")]
    [InlineData("""{"layout":7,"sorting":[],"filters":{"presets":"no","default_preset":{}}}""")]
    [InlineData(
        """{"layout":{"view_mode":"cinema","density":null,"columns":99},"filters":{"presets":[1,{"name":""},{"name":"no filters"},{"name":"x","filters":{"search":"type:vidoe"}},{"id":"a","name":"ok","filters":{"odd":[1]}},{"id":"a","name":"same","filters":{}}]}}""")]
    [InlineData("""{"a":1,"a":2,"null":"\u0000","deep":[[[[]]]]}""")]
    public async Task unusual_json_is_preserved_and_breaks_no_page(string blob)
    {
        var put = await PutAsync($$"""{"preferences":{{blob}}}""");
        Assert.Equal(NormalOf(blob), NormalOf(put["preferences"]!.ToJsonString()));
        Assert.Equal("masonry", (await GetCurrentAsync()).GetValue(PreferenceCatalog.View));
        Assert.Equal(HttpStatusCode.OK, (await GetAsync("/")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync("/settings")).StatusCode);
    }

    [Theory]
    [InlineData("", HttpStatusCode.BadRequest)]
    [InlineData("[]", HttpStatusCode.BadRequest)]
    [InlineData("{\"preferences\":", HttpStatusCode.BadRequest)]
    [InlineData("{}", HttpStatusCode.UnprocessableEntity)]
    [InlineData("""{"preferences":[1]}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("""{"preferences":{"a":"\ud800"}}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("""{"preferences":{"\udc00":1}}""", HttpStatusCode.UnprocessableEntity)]
    public async Task bodies_that_are_not_objects_are_rejected_and_not_stored(string body, HttpStatusCode status)
    {
        using var answer = await SendAsync(await AddressAsync(), body);
        Assert.Equal((status, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        await using var session = Host.Store.QuerySession();
        Assert.Equal(0, await session.Query<StoredLegacyPreferences>().CountAsync());
    }

    [Fact]
    public async Task oversized_preferences_are_rejected_and_unknown_users_return_404()
    {
        using (var large = await SendAsync(await AddressAsync(), $$$"""{"preferences":{"a":"{{{new string('x', 300_000)}}}"}}"""))
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.StatusCode);
        using (var fits = await SendAsync(await AddressAsync(), $$$"""{"preferences":{"a":"{{{new string('x', 200_000)}}}"}}"""))
            Assert.Equal(HttpStatusCode.OK, fits.StatusCode);
        foreach (var id in (string[])[$"{Guid.NewGuid()}", $"{Guid.Empty}", "1", "..%2f", "%20"])
        {
            Assert.Equal((id, HttpStatusCode.NotFound), (id, (await GetAsync($"/api/users/{id}/preferences")).StatusCode));
            using var put = await SendAsync($"/api/users/{id}/preferences", """{"preferences":{}}""");
            Assert.Equal((id, HttpStatusCode.NotFound), (id, put.StatusCode));
        }
    }

    private static string NormalOf(string json) =>
        System.Text.Json.JsonSerializer.Serialize(System.Text.Json.JsonSerializer.Deserialize<Dictionary<string, object>>(json));

    private async Task<string> AddressAsync() => $"/api/users/{(await JsonAsync("/api/users"))![0]!["id"]}/preferences";

    private async Task<JsonNode?> JsonAsync(string address) => JsonNode.Parse(await (await GetAsync(address)).Content.ReadAsStringAsync());

    private Task<HttpResponseMessage> SendAsync(string address, string body) =>
        SendAsync(new(HttpMethod.Put, address) { Content = new StringContent(body, null, "application/json") });

    private async Task<JsonNode> PutAsync(string body)
    {
        using var answer = await SendAsync(await AddressAsync(), body);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
    }

    private Task<PreferenceSet> GetCurrentAsync() => WithAsync(async (PreferenceCache known) => await known.GetCurrentAsync(default));
}
