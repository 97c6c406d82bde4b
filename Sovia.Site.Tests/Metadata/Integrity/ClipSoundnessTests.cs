using Sovia.Metadata.Decoding;
using Sovia.Metadata.Probing;
using Sovia.Tests.Pictures;
using Sovia.Tests.Support;

namespace Sovia.Tests.Metadata.Integrity;

/// <summary>
/// Clips that are not whole say so, by their tables or when they are watched to their end; whole ones that are merely odd do not.
/// </summary>
public sealed class ClipSoundnessTests : IDisposable
{
    private static readonly FfmpegTools None = FfmpegTools.FindOnPath("");

    private static readonly string[] Source = ["-f", "lavfi", "-i", "testsrc2=s=320x240:d=2:r=12", "-pix_fmt", "yuv420p"];

    private static readonly Dictionary<string, string[]> Kinds = new()
    {
        ["back.mp4"] = [.. Source, "-c:v", "libx264"],
        ["front.mp4"] = [.. Source, "-c:v", "libx264", "-movflags", "+faststart"],
        ["fragmented.mp4"] = [.. Source, "-c:v", "libx264", "-g", "6", "-movflags", "+frag_keyframe+empty_moov"],
        ["sound.mp4"] = ["-f", "lavfi", "-i", "sine=d=2", .. Source, "-c:v", "libx264", "-movflags", "+faststart"],
        ["a.mov"] = [.. Source, "-c:v", "libx264"],
        ["a.webm"] = [.. Source, "-c:v", "libvpx"],
        ["live.webm"] = [.. Source, "-c:v", "libvpx", "-live", "1"],
        ["a.mkv"] = [.. Source, "-c:v", "libx264"],
    };

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [TheoryWithFfmpeg]
    [InlineData("back.mp4")]
    [InlineData("front.mp4")]
    [InlineData("fragmented.mp4")]
    [InlineData("sound.mp4")]
    [InlineData("a.mov")]
    [InlineData("a.webm")]
    [InlineData("live.webm")]
    [InlineData("a.mkv")]
    public async Task a_whole_clip_is_sound(string kind)
    {
        var path = await MakeAsync(kind);
        foreach (var tools in new[] { SoundnessProbe.Tools, None }) Assert.Null((await SoundnessProbe.ProbeAsync(path, tools)).Damage);
        Assert.Null(await WatchAsync(path));
    }

    [TheoryWithFfmpeg]
    [InlineData("back.mp4", 0.5)]
    [InlineData("back.mp4", 0.97)]
    [InlineData("front.mp4", 0.5)]
    [InlineData("front.mp4", 0.99)]
    [InlineData("fragmented.mp4", 0.7)]
    [InlineData("sound.mp4", 0.9)]
    [InlineData("a.mov", 0.8)]
    [InlineData("a.webm", 0.7)]
    [InlineData("live.webm", 0.7)]
    [InlineData("a.mkv", 0.99)]
    public async Task a_clip_cut_short_is_damaged_with_ffmpeg_and_without(string kind, double part)
    {
        var path = Draw.Cut(await MakeAsync(kind), part);
        foreach (var tools in new[] { SoundnessProbe.Tools, None })
            Assert.True(await SoundnessProbe.ProbeAsync(path, tools) is { Damage: not null, Problem: not null }, $"{kind}, {tools}");
    }

    [TheoryWithFfmpeg]
    [InlineData("front.mp4")]
    [InlineData("sound.mp4")]
    [InlineData("a.webm")]
    [InlineData("a.mkv")]
    public async Task a_clip_that_ends_in_zeros_is_damaged_with_ffmpeg_and_without(string kind)
    {
        var path = await MakeAsync(kind);
        Clear(path, 0.7, 0.99);
        foreach (var tools in new[] { SoundnessProbe.Tools, None }) Assert.NotNull((await SoundnessProbe.ProbeAsync(path, tools)).Damage);
    }

    [FactWithFfmpeg]
    public async Task a_fragmented_clip_whose_last_fragments_are_zeros_is_damaged_with_ffmpeg_and_without()
    {
        var path = await MakeAsync("fragmented.mp4");
        var bytes = await File.ReadAllBytesAsync(path);
        bytes.AsSpan(bytes.AsSpan().LastIndexOf("moof"u8) - 4).Clear();
        await File.WriteAllBytesAsync(path, bytes);
        foreach (var tools in new[] { SoundnessProbe.Tools, None }) Assert.NotNull((await SoundnessProbe.ProbeAsync(path, tools)).Damage);
    }

    [TheoryWithFfmpeg]
    [InlineData("back.mp4")]
    [InlineData("front.mp4")]
    [InlineData("fragmented.mp4")]
    public async Task a_clip_with_noise_in_it_is_found_when_it_is_watched(string kind)
    {
        var path = await MakeAsync(kind);
        var bytes = await File.ReadAllBytesAsync(path);
        // Not over a table: ffmpeg ends there without a word.
        var half = bytes.AsSpan(bytes.Length / 2);
        new Random(1).NextBytes(half.Slice(Math.Max(0, half.IndexOf("mdat"u8)) + 64, 600));
        await File.WriteAllBytesAsync(path, bytes);
        Assert.NotNull(await WatchAsync(path));
    }

    [FactWithFfmpeg]
    public async Task a_fragmented_clip_with_noise_over_a_table_is_damaged_with_ffmpeg_and_without()
    {
        var path = await MakeAsync("fragmented.mp4");
        var bytes = await File.ReadAllBytesAsync(path);
        new Random(1).NextBytes(bytes.AsSpan(bytes.AsSpan().LastIndexOf("moof"u8) - 4, 100));
        await File.WriteAllBytesAsync(path, bytes);
        foreach (var tools in new[] { SoundnessProbe.Tools, None }) Assert.NotNull((await SoundnessProbe.ProbeAsync(path, tools)).Damage);
    }

    [FactWithFfmpeg]
    public async Task a_clip_that_begins_amid_its_pictures_by_an_edit_list_is_sound()
    {
        var path = await Draw.ClipAsync(_folder.PathOf("edited.mp4"), "-ss", "0.7", "-i", await MakeAsync("back.mp4"), "-c", "copy");
        Assert.Equal((null, null), ((await SoundnessProbe.ProbeAsync(path)).Damage, await WatchAsync(path)));
    }

    [TheoryWithFfmpeg]
    [InlineData("back.mp4")]
    [InlineData("a.webm")]
    public async Task trailing_data_does_not_damage_a_clip(string kind)
    {
        var path = await MakeAsync(kind);
        await File.AppendAllTextAsync(path, "words that belong to nothing, zzzzzzzz");
        Assert.Equal((null, null), ((await SoundnessProbe.ProbeAsync(path)).Damage, await WatchAsync(path)));
    }

    private Task<string> MakeAsync(string kind) => Draw.ClipAsync(_folder.PathOf(kind), Kinds[kind]);

    private static Task<string?> WatchAsync(string path) =>
        new MediaProbe(SoundnessProbe.Tools).FindDecodeDamageAsync(path, CancellationToken.None);

    private static void Clear(string path, double from, double to)
    {
        var bytes = File.ReadAllBytes(path);
        bytes.AsSpan((int)(bytes.Length * from), (int)(bytes.Length * (to - from))).Clear();
        File.WriteAllBytes(path, bytes);
    }
}
