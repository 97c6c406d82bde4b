using System.Net;
using System.Net.Http.Headers;
using Sovia.Library;
using Sovia.Metadata.Probing;
using Sovia.Tests.Pictures;
using Sovia.Tests.Support;

namespace Sovia.Tests.Duplicates;

public sealed class JoinedClipsTests(SoviaHost host) : DuplicatesTest(host)
{
    [FactWithFfmpeg]
    public async Task clips_of_one_kind_are_one_file_as_long_as_all_of_them()
    {
        var (one, two) = (await PutAsync("testsrc2=s=160x240:d=1:r=24"), await PutAsync("testsrc=s=160x240:d=1:r=24"));
        var response = await GetAsync($"/files/joined?ids={one.Id},{two.Id}");
        Assert.Equal((HttpStatusCode.OK, "video/mp4"), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        using var temp = new TempFolder();
        await File.WriteAllBytesAsync(temp.PathOf("joined.mp4"), await response.Content.ReadAsByteArrayAsync());
        var facts = await new MediaProbe(SoundnessProbe.Tools).ProbeAsync(temp.PathOf("joined.mp4"), new("video/mp4", ".mp4"), default);
        Assert.Equal((160, 240, null), (facts.Width, facts.Height, facts.Problem));
        Assert.InRange(facts.Duration!.Value, 1.9, 2.1);
        Assert.Null(await new MediaProbe(SoundnessProbe.Tools).FindDecodeDamageAsync(temp.PathOf("joined.mp4"), default));

        using var part = new HttpRequestMessage(HttpMethod.Get,
            $"/files/joined?ids={one.Id},{two.Id}")
        { Headers = { Range = new RangeHeaderValue(0, 99) } };
        Assert.Equal((HttpStatusCode.PartialContent, 100),
            ((await SendAsync(part)) is var ranged ? ranged.StatusCode : default, (await ranged.Content.ReadAsByteArrayAsync()).Length));
        Assert.Empty(Directory.GetFiles(Path.GetTempPath(), "sovia-????????????????????????????????.txt"));
    }

    [FactWithFfmpeg]
    public async Task clips_that_would_have_to_be_encoded_again_are_refused_with_the_reason()
    {
        var (one, two) = (await PutAsync("testsrc2=s=160x240:d=1:r=24"), await PutAsync("testsrc2=s=240x160:d=1:r=24"));
        var response = await GetAsync($"/files/joined?ids={one.Id},{two.Id}");
        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        Assert.Contains("differ in width (video)", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", HttpStatusCode.BadRequest)]
    [InlineData("?ids=", HttpStatusCode.BadRequest)]
    [InlineData("?ids=nonsense,more", HttpStatusCode.BadRequest)]
    [InlineData("?ids=aaaaaaaa-0000-4000-8000-000000000001", HttpStatusCode.BadRequest)]
    [InlineData("?ids=aaaaaaaa-0000-4000-8000-000000000001,aaaaaaaa-0000-4000-8000-000000000002", HttpStatusCode.NotFound)]
    public async Task clips_that_cannot_be_joined_are_rejected(string query, HttpStatusCode status) =>
        Assert.Equal(status, (await GetAsync($"/files/joined{query}")).StatusCode);

    [FactWithFfmpeg]
    public async Task a_still_is_not_joined()
    {
        var (clip, still) = (await PutAsync("testsrc2=s=160x240:d=1:r=24"), await PutAsync(Scenes.Create(1, 160, 240).Png()));
        Assert.Equal(HttpStatusCode.Conflict, (await GetAsync($"/files/joined?ids={clip.Id},{still.Id}")).StatusCode);
    }

    private async Task<Post> PutAsync(string source)
    {
        using var temp = new TempFolder();
        var path = await Draw.ClipAsync(temp.PathOf("a.mp4"), "-f", "lavfi", "-i", source, "-pix_fmt", "yuv420p", "-c:v", "libx264");
        var clip = Make.Clip(Make.Still());
        return await PutAsync(clip with { ParentId = null, RootId = clip.Id }, await File.ReadAllBytesAsync(path), "mp4");
    }
}
