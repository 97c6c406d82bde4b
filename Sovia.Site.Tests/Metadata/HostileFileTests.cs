using System.Diagnostics;
using Sovia.Metadata;

namespace Sovia.Tests.Metadata;

public sealed class HostileFileTests
{
    private const int Mutations = 2_000;
    private static readonly byte[] SpecialBytes = [0, 1, 2, 0x7F, 0x80, 0xFE, 0xFF, (byte)'"', (byte)'{', (byte)'[', (byte)'\\', (byte)','];

    public static TheoryData<string> Names => Samples.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void each_sample_is_read(string name) => Assert.NotNull(Reading.ReadOrNull(Samples.All[name]));

    [Theory]
    [MemberData(nameof(Names))]
    public void a_file_cut_anywhere_gives_what_was_readable(string name)
    {
        var whole = Samples.All[name];
        for (var length = 0; length < whole.Length; length++) Safe(Reading.ReadOrNull(whole[..length]));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void a_damaged_file_never_throws_and_never_hangs(string name)
    {
        var whole = Samples.All[name];
        var random = new Random(name.Length * 7919 + name[^1]);
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < Mutations; i++) Safe(Reading.ReadOrNull(Mutate(whole, random)));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"{Mutations} damaged files took {watch.Elapsed}.");
    }

    [Fact]
    public void a_length_beyond_the_file_ends_the_reading() =>
        Assert.Null(
            Reading.ReadOrNull(Bytes.Concat(PngFile.WithText("parameters", "x")[..33], Bytes.Big(uint.MaxValue), "tEXt"u8.ToArray(),
                "parameters\0x"u8.ToArray())));

    [Fact]
    public void exif_that_leads_back_to_itself_ends()
    {
        byte[] circle = [.. "II*\0"u8, 8, 0, 0, 0, 1, 0, 0x69, 0x87, 4, 0, 1, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0, 0];
        Assert.Null(Reading.ReadOrNull(new PngFile().Chunk("eXIf", circle).Build()));
    }

    [Fact]
    public void a_bottomless_run_of_small_parts_ends()
    {
        using var file = new EndlessFile(BoxFile.Mp4(), BoxFile.Box("free"));
        Assert.Null(EmbeddedMetadataReader.Read(file, CancellationToken.None));
        Assert.True(file.BytesRead < 32 << 20);
    }

    [Fact]
    public void a_large_video_is_stepped_over_not_read()
    {
        using var file = new EndlessFile(Bytes.Concat(BoxFile.Mp4(), Bytes.Big(1), "mdat"u8.ToArray(), Bytes.Big(0), Bytes.Big(0xF0000000)),
            [1, 2, 3, 4]);
        Assert.Null(EmbeddedMetadataReader.Read(file, CancellationToken.None));
        Assert.True(file.BytesRead < 4_096);
    }

    [Fact]
    public void reading_can_be_called_off() =>
        Assert.ThrowsAny<OperationCanceledException>(() =>
            EmbeddedMetadataReader.Read(new MemoryStream(Samples.All["jpeg"]), new CancellationToken(canceled: true)));

    private static byte[] Mutate(byte[] whole, Random random)
    {
        var damaged = (byte[])whole.Clone();
        for (var times = random.Next(1, 9); times > 0; times--)
        {
            var at = random.Next(damaged.Length);
            damaged[at] = random.Next(3) switch
            {
                0 => (byte)random.Next(256),
                1 => SpecialBytes[random.Next(SpecialBytes.Length)],
                _ =>
                (byte)(damaged[at] ^ 1 << random.Next(8))
            };
        }

        return random.Next(8) == 0 ? damaged[..random.Next(damaged.Length)] : damaged;
    }

    private static void Safe(EmbeddedMetadata? made)
    {
        if (made is null) return;
        string?[] texts = [made.Generator, made.Prompt, made.NegativePrompt, made.Model, made.Seed, .. made.Settings.Keys,
            .. made.Settings.Values, .. made.Raw.Keys, .. made.Raw.Values];
        foreach (var text in texts.OfType<string>())
            Assert.True(!text.Contains('\0', StringComparison.Ordinal) && Sovia.Metadata.Texts.SafeText.Clean(text).Length == text.Length,
                "PostgreSQL could not keep this.");
    }
}
