using Sovia.Tests.Support;

namespace Sovia.Tests.Pictures;

public sealed class BadFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task a_truncated_picture_keeps_its_size_and_reports_the_damage()
    {
        Draw.Cut(Draw.Gradient(400, 300).To(_folder.PathOf("a.png")), 0.5);
        Draw.Cut(Draw.Gradient(400, 300).To(_folder.PathOf("a.jpg")), 0.5);
        Draw.Cut(Draw.Gradient(400, 300).To(_folder.PathOf("a.webp")), 0.5);
        foreach (var name in new[] { "a.png", "a.jpg", "a.webp" })
        {
            var facts = await SoundnessProbe.ProbeAsync(_folder.PathOf(name));
            Assert.True(facts is { Problem: "The image is damaged or incomplete.", ThumbHash: null }, $"{name}: {facts}");
            if (name != "a.webp") Assert.Equal((400, 300), (facts.Width, facts.Height));
        }
    }

    [Fact]
    public async Task a_damaged_picture_is_a_problem_and_no_fault()
    {
        var path = Draw.Gradient(400, 300).To(_folder.PathOf("a.png"));
        var bytes = File.ReadAllBytes(path);
        bytes.AsSpan(200, 400).Fill(0x55);
        File.WriteAllBytes(path, bytes);
        Assert.NotNull((await SoundnessProbe.ProbeAsync(path)).Problem);
    }

    [Theory]
    [InlineData("", "The file is empty.")]
    [InlineData("just words", "The file is neither an image nor a video.")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'/>", "The file is neither an image nor a video.")]
    [InlineData("%PDF-1.4", "The file is neither an image nor a video.")]
    public async Task files_that_are_not_images_are_rejected(string text, string problem)
    {
        await File.WriteAllTextAsync(_folder.PathOf("a.jpg"), text);
        Assert.Equal(problem, (await SoundnessProbe.ProbeAsync(_folder.PathOf("a.jpg"))).Problem);
    }

    [Fact]
    public async Task a_picture_that_would_fill_the_memory_is_refused_before_it_is_decoded()
    {
        var path = Draw.Bomb(_folder.PathOf("a.png"), 30_000, 30_000);
        Assert.InRange(new FileInfo(path).Length, 1, 10_000_000);
        var facts = await SoundnessProbe.ProbeAsync(path);
        Assert.Contains("30000 x 30000", facts.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_file_that_is_gone_is_a_problem_and_no_fault()
    {
        var facts = await new Sovia.Metadata.Probing.MediaProbe(SoundnessProbe.Tools)
            .ProbeAsync(_folder.PathOf("gone"), new("image/png", ".png"), CancellationToken.None);
        Assert.Equal("Can't read the file.", facts.Problem);
    }

    [FactWithFfmpeg]
    public async Task a_clip_cut_short_or_made_of_noise_is_a_problem_and_no_fault()
    {
        var clip = Draw.Cut(await Draw.ClipAsync(_folder.PathOf("a.mp4")), 0.5);
        Assert.NotNull((await SoundnessProbe.ProbeAsync(clip)).Problem);
        Assert.NotNull((await SoundnessProbe.ProbeAsync(clip, new(null, null))).Problem);
        File.WriteAllBytes(clip, [0, 0, 0, 24, .. "ftypisom"u8, .. Enumerable.Range(0, 5000).Select(n => (byte)(n * 7))]);
        Assert.NotNull((await SoundnessProbe.ProbeAsync(clip)).Problem);
        Assert.NotNull((await SoundnessProbe.ProbeAsync(clip, new(null, null))).Problem);
    }

    [FactWithFfmpeg]
    public async Task a_playlist_that_calls_itself_a_clip_opens_nothing()
    {
        await Draw.ClipAsync(_folder.PathOf("secret.mp4"));
        foreach (var text in new[] { "ffconcat version 1.0\nfile secret.mp4\n",
            "#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\nsecret.mp4\n#EXT-X-ENDLIST\n" })
        {
            await File.WriteAllTextAsync(_folder.PathOf("a.mp4"), text);
            var facts = await new Sovia.Metadata.Probing.MediaProbe(SoundnessProbe.Tools)
                .ProbeAsync(_folder.PathOf("a.mp4"), new("video/mp4", ".mp4"), CancellationToken.None);
            Assert.True(facts is { Problem: not null, Width: null }, facts.ToString());
        }
    }
}
