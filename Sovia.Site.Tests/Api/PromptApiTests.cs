using System.Text.Json;
using Sovia.Tests.Support;

namespace Sovia.Tests.Api;

public sealed class PromptApiTests(SoviaHost host) : ApiTest(host)
{
    private static readonly string[] Shown = ["prompt", "usage_count", "mode_type", "first_used", "last_used"];

    [Fact]
    public async Task prompts_are_listed_each_once_with_where_and_how_often_they_were_used()
    {
        var (one, two) = (Make.Still(0, "A heron"), Make.Still(10, "stars"));
        await StoreAsync(one, two, Make.Clip(one, 5, "a HERON "), Make.Clip(two, 20, "fly away"),
            Make.Clip(two, 30, "fly away") with { Mode = "normal" });
        var list = await GetAsync("/api/prompts?sort=alpha");
        Assert.Equal(3, list.GetProperty("total").GetInt32());
        Assert.Equal(
            ["a HERON 2 both 2025-10-01T12:00:00Z 2025-10-01T12:05:00Z", "fly away 2 custom 2025-10-01T12:20:00Z 2025-10-01T12:30:00Z",
                "stars 1 parent 2025-10-01T12:10:00Z 2025-10-01T12:10:00Z"],
            list.GetProperty("prompts").EnumerateArray()
            .Select(prompt => string.Join(' ', Shown.Select(name => $"{prompt.GetProperty(name)}".TrimEnd()))));
        Assert.Equal(["fly away", "a HERON", "stars"], Prompts(await GetAsync("/api/prompts?sort=usage")));
        Assert.Equal(["fly away", "stars", "a HERON"], Prompts(await GetAsync("/api/prompts?sort=recent&limit=3")));
        Assert.Single(Prompts(await GetAsync("/api/prompts?limit=1")));

        var stats = await GetAsync("/api/prompts/stats");
        Assert.Equal(
            [("total_unique_prompts", "3"), ("total_custom_prompts", "2"), ("total_parent_prompts", "2"), ("custom_mode_count", "2"),
                ("normal_mode_count", "1"), ("custom_mode_percentage", "66.67")],
            stats.EnumerateObject().Where(one => one.Value.ValueKind == JsonValueKind.Number)
            .Select(one => (one.Name, one.Value.GetRawText())));
        Assert.Equal("fly away", stats.GetProperty("most_used_prompts")[0].GetProperty("prompt").GetString());
        Assert.Equal(2, stats.GetProperty("most_used_prompts")[0].GetProperty("count").GetInt32());
    }

    [Fact]
    public async Task a_text_is_found_literally_whatever_its_case()
    {
        await StoreAsync(Make.Still(0, "100% silk"), Make.Still(1, "1000 silks"), Make.Still(2, "under_score \\ 'quote'"),
            Make.Still(3, "Ночь"), Make.Still(4, "100% SILK"));
        foreach (var (text, found) in new[] { ("0% s", 1), ("SILK", 2), ("r_s", 1), ("a_a", 0), ("%%", 0), ("\\ '", 1), ("ноч", 1),
            ("zz", 0) })
        {
            var answer = await GetAsync($"/api/prompts/search?q={Uri.EscapeDataString(text)}");
            Assert.Equal((found, text), (answer.GetProperty("count").GetInt32(), answer.GetProperty("query").GetString()));
            Assert.Equal(found, answer.GetProperty("prompts").GetArrayLength());
        }
        Assert.Equal(2, (await GetAsync("/api/prompts/search?q=100%25%20silk")).GetProperty("prompts")[0].GetProperty("count").GetInt32());
    }

    [Fact]
    public async Task families_with_a_video_of_a_prompt_are_found_exactly_or_by_a_part_of_it()
    {
        var (one, two, three) = (Make.Still(0, "fly away"), Make.Still(1), Make.Still(2));
        var clip = Make.Clip(three, 7, "fly away now");
        await StoreAsync(one, two, three, Make.Clip(two, 5, "Fly away "), Make.Clip(two, 6, "fly AWAY"), clip);
        async Task<string> FindPromptsAsync(string query)
        {
            var answer = await GetAsync($"/api/videos/by-prompt?{query}");
            Assert.Equal(answer.GetProperty("count").GetInt32(), answer.GetProperty("posts").GetArrayLength());
            return $"{string.Join(',', Ids(answer.GetProperty("posts")).Select(id => id == one.Id ? 1 : id == two.Id ? 2 : 3))} of {answer.GetProperty("total")}";
        }
        // A still with those words is no video.
        Assert.Equal("2 of 1", await FindPromptsAsync("prompt=%20FLY%20away&exact=true"));
        Assert.Equal("3,2 of 2", await FindPromptsAsync("prompt=fly%20away"));
        Assert.Equal("3 of 2", await FindPromptsAsync("prompt=fly%20away&limit=1"));
        Assert.Equal(" of 0", await FindPromptsAsync("prompt=%25%25"));
        Assert.Equal(" of 0", await FindPromptsAsync("prompt=fly&exact=true"));
        Assert.Equal(2,
            (await GetAsync("/api/videos/by-prompt?prompt=fly%20away&exact=true")).GetProperty("posts")[0].GetProperty("child_posts")
            .GetArrayLength());
        await ChangeAsync(new() { Trashed = true }, clip.Id);
        Assert.Equal("2 of 1", await FindPromptsAsync("prompt=fly%20away"));
    }

    [Theory]
    [InlineData("/api/prompts?limit=0")]
    [InlineData("/api/prompts?limit=501")]
    [InlineData("/api/prompts?limit=ten")]
    [InlineData("/api/prompts?limit=99999999999999999999")]
    [InlineData("/api/prompts?sort=best")]
    [InlineData("/api/prompts/search")]
    [InlineData("/api/prompts/search?q=a")]
    [InlineData("/api/prompts/search?q=%20a%20")]
    [InlineData("/api/videos/by-prompt?prompt=a")]
    [InlineData("/api/videos/by-prompt?prompt=fly&exact=maybe")]
    [InlineData("/api/videos/by-prompt?prompt=fly&limit=0")]
    public async Task out_of_range_parameters_are_rejected_by_name(string address)
    {
        var (status, code, body) = await SendAsync(HttpMethod.Get, address);
        Assert.Equal((422, "invalid_parameter"), (status, code));
        Assert.Single(body.GetProperty("errors").EnumerateObject());
    }

    [Fact]
    public async Task endpoints_that_need_a_model_return_501()
    {
        var id = Guid.NewGuid();
        foreach (var address in (string[])["POST /api/prompts/generate", "GET /api/models/status", $"POST /api/media/{id}/generate-video",
            "GET /api/generated-videos", $"GET /api/media/{id}/generated-videos", "POST /api/videos/merge", "POST /api/analyze-videos",
            "GET /api/video-chains", "POST /api/merge-chain"])
        {
            var (status, code, body) = await SendAsync(new(address.Split(' ')[0]), address.Split(' ')[1],
                address.StartsWith("POST", StringComparison.Ordinal) ? "{}" : null);
            Assert.Equal((501, "not_implemented"), (status, code));
            Assert.NotEmpty(body.GetProperty("detail").GetString()!);
        }
    }

    private static IEnumerable<string> Prompts(JsonElement answer) =>
        answer.GetProperty("prompts").EnumerateArray().Select(prompt => prompt.GetProperty("prompt").GetString()!);
}
