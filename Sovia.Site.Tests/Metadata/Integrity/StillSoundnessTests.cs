using System.Buffers.Binary;
using NetVips;
using Sovia.Tests.Pictures;
using Sovia.Tests.Support;

namespace Sovia.Tests.Metadata.Integrity;

/// <summary>Pictures that are not whole say so, and whole ones that are merely odd do not.</summary>
public sealed class StillSoundnessTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("png", 0.6)]
    [InlineData("jpg", 0.6)]
    [InlineData("progressive.jpg", 0.6)]
    [InlineData("webp", 0.6)]
    [InlineData("gif", 0.6)]
    [InlineData("animated.gif", 0.6)]
    [InlineData("animated.webp", 0.6)]
    [InlineData("avif", 0.6)]
    public Task a_picture_cut_short_is_damaged(string kind, double part) =>
    AssertDamagedAsync(kind, bytes => bytes[..(int)(bytes.Length * part)]);

    [Theory]
    [InlineData("png")]
    [InlineData("jpg")]
    [InlineData("progressive.jpg")]
    [InlineData("webp")]
    [InlineData("animated.gif")]
    [InlineData("animated.webp")]
    [InlineData("avif")]
    public Task a_picture_without_its_last_hundred_bytes_is_damaged(string kind) => AssertDamagedAsync(kind, bytes => bytes[..^100]);

    [Theory]
    [InlineData("png")]
    [InlineData("webp")]
    [InlineData("gif")]
    public Task formats_with_an_end_marker_need_their_last_byte(string kind) => AssertDamagedAsync(kind, bytes => bytes[..^1]);

    [Theory]
    [InlineData("png")]
    [InlineData("jpg")]
    [InlineData("fine.jpg")]
    [InlineData("progressive.jpg")]
    [InlineData("restarts.jpg")]
    [InlineData("webp")]
    [InlineData("animated.gif")]
    [InlineData("animated.webp")]
    public Task a_picture_that_ends_in_zeros_is_damaged(string kind) =>
    AssertDamagedAsync(kind, bytes => TestStills.Zeroed(bytes, bytes.Length * 3 / 5, bytes.Length));

    [Theory]
    [InlineData("png")]
    [InlineData("jpg")]
    [InlineData("fine.jpg")]
    [InlineData("optimised.jpg")]
    [InlineData("restarts.jpg")]
    [InlineData("webp")]
    public Task a_picture_with_a_hole_is_damaged(string kind) =>
    AssertDamagedAsync(kind, bytes => TestStills.Zeroed(bytes, bytes.Length / 2, bytes.Length / 2 + 2_000));

    [Fact]
    public async Task a_png_whose_pixels_have_the_wrong_sum_is_damaged_and_one_whose_words_have_is_not()
    {
        await AssertDamagedAsync("png", bytes =>
        {
            var packed = bytes.AsSpan().IndexOf("IDAT"u8);
            bytes[packed + 200] ^= 0x10;
            return bytes;
        });
        await AssertSoundAsync("png", bytes => [.. bytes[..33], 0, 0, 0, 3, .. "tEXt"u8, (byte)'a', 0, (byte)'b', 1, 2, 3, 4,
            .. bytes[33..]]);
    }

    [Theory]
    [InlineData("png", 100_000)]
    [InlineData("deep.png", 30_000)]
    [InlineData("interlaced.png", 100_000)]
    public Task a_png_that_declares_more_pixels_than_its_bytes_can_hold_is_damaged(string kind, int side) =>
    AssertDamagedAsync(kind, bytes =>
    {
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(16), side);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(20), side);
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(29), System.IO.Hashing.Crc32.HashToUInt32(bytes.AsSpan(12, 17)));
        return bytes;
    });

    [Theory]
    [InlineData("png")]
    [InlineData("jpg")]
    [InlineData("progressive.jpg")]
    [InlineData("restarts.jpg")]
    [InlineData("optimised.jpg")]
    [InlineData("cmyk.jpg")]
    [InlineData("grey.jpg")]
    [InlineData("deep.png")]
    [InlineData("interlaced.png")]
    [InlineData("webp")]
    [InlineData("lossless.webp")]
    [InlineData("gif")]
    [InlineData("animated.gif")]
    [InlineData("animated.webp")]
    [InlineData("avif")]
    public async Task a_whole_picture_is_sound_also_with_something_behind_it(string kind)
    {
        await AssertSoundAsync(kind, bytes => bytes);
        await AssertSoundAsync(kind, bytes => [.. bytes, .. "trailing words that no decoder reads"u8]);
        await AssertSoundAsync(kind, bytes => [.. bytes, .. new byte[500]]);
    }

    [Theory]
    [InlineData("jpg", 1)]
    [InlineData("jpg", 2)]
    [InlineData("optimised.jpg", 2)]
    [InlineData("restarts.jpg", 2)]
    [InlineData("progressive.jpg", 2)]
    public async Task a_jpeg_that_lacks_its_end_mark_only_has_lost_no_pixel(string kind, int bytes)
    {
        await AssertSoundAsync(kind, all => all[..^bytes]);
        Assert.NotNull((await SoundnessProbe.ProbeAsync(_folder.PathOf("made." + kind))).ThumbHash);
    }

    [Fact]
    public async Task a_flat_jpeg_may_be_full_of_zeros()
    {
        using var white = (Image.Black(2_000, 2_000, bands: 3) + 255).Cast(Enums.BandFormat.Uchar)
            .Copy(interpretation: Enums.Interpretation.Srgb);
        var bytes = white.JpegsaveBuffer(q: 90, optimizeCoding: true);
        Assert.True(bytes.AsSpan().IndexOf(new byte[64]) > 0);
        await File.WriteAllBytesAsync(_folder.PathOf("white.jpg"), bytes);
        Assert.Null((await SoundnessProbe.ProbeAsync(_folder.PathOf("white.jpg"))).Damage);
    }

    [Fact]
    public async Task an_undecodable_format_is_not_damaged()
    {
        await File.WriteAllBytesAsync(_folder.PathOf("a.heic"),
            [0, 0, 0, 24, .. "ftypheic"u8, 0, 0, 0, 0, .. "mif1heic"u8, 0, 0, 0, 12, .. "meta"u8, 0, 0, 0, 0, 0, 0, 1, 152, .. "mdat"u8,
                .. Enumerable.Range(1, 400).Select(n => (byte)n)]);
        var facts = await SoundnessProbe.ProbeAsync(_folder.PathOf("a.heic"));
        Assert.True(facts is { Problem: not null, Damage: null }, facts.ToString());
    }

    private async Task AssertDamagedAsync(string kind, Func<byte[], byte[]> change)
    {
        await File.WriteAllBytesAsync(_folder.PathOf("made." + kind), change(TestStills.Create(kind)));
        var facts = await SoundnessProbe.ProbeAsync(_folder.PathOf("made." + kind));
        Assert.True(facts is { Damage: not null, Problem: not null }, $"{kind}: {facts}");
    }

    private async Task AssertSoundAsync(string kind, Func<byte[], byte[]> change)
    {
        await File.WriteAllBytesAsync(_folder.PathOf("made." + kind), change(TestStills.Create(kind)));
        var facts = await SoundnessProbe.ProbeAsync(_folder.PathOf("made." + kind));
        Assert.True(facts is { Damage: null, Problem: null, Width: > 0 }, $"{kind}: {facts}");
    }
}
